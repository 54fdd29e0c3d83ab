//! A grid of colours as a PNG file (ISO/IEC 15948), as text for an SVG document.
//!
//! Stored, not compressed (RFC 1950 and 1951): a picture of a plane is 40 KB, and a compressor would
//! be more than that to download.

use crate::scene::Raster;

/// `data:image/png;base64,…`.
pub fn data_url(raster: &Raster) -> String {
    let mut url = String::from("data:image/png;base64,");
    base64(&file(raster), &mut url);
    url
}

/// The file.
pub fn file(raster: &Raster) -> Vec<u8> {
    let (columns, rows) = (raster.columns, raster.rows());
    let mut header = Vec::with_capacity(13);
    header.extend_from_slice(&(columns as u32).to_be_bytes());
    header.extend_from_slice(&(rows as u32).to_be_bytes());
    // Eight bits a channel, with opacity; standard compression and filters, not interlaced.
    header.extend_from_slice(&[8, 6, 0, 0, 0]);
    let mut lines = Vec::with_capacity(rows * (columns * 4 + 1));
    for row in raster.pixels.chunks(columns * 4) {
        lines.push(0);
        lines.extend_from_slice(row);
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut file, *b"IHDR", &header);
    chunk(&mut file, *b"IDAT", &stored(&lines));
    chunk(&mut file, *b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    file.extend_from_slice(&(data.len() as u32).to_be_bytes());
    let from = file.len();
    file.extend_from_slice(&name);
    file.extend_from_slice(data);
    let check = crc(&file[from..]);
    file.extend_from_slice(&check.to_be_bytes());
}

/// The bytes as a zlib stream of blocks that are not compressed.
fn stored(bytes: &[u8]) -> Vec<u8> {
    const LONGEST: usize = 0xffff;
    let mut stream = vec![0x78, 0x01];
    let blocks = bytes.len().div_ceil(LONGEST);
    for (index, block) in bytes.chunks(LONGEST).enumerate() {
        let length = block.len() as u16;
        stream.push(u8::from(index + 1 == blocks));
        stream.extend_from_slice(&length.to_le_bytes());
        stream.extend_from_slice(&(!length).to_le_bytes());
        stream.extend_from_slice(block);
    }
    stream.extend_from_slice(&adler(bytes).to_be_bytes());
    stream
}

/// CRC-32 as in PNG's annex D, without its table: pictures are exported once, not drawn with it.
fn crc(bytes: &[u8]) -> u32 {
    let fold = |mut check: u32, byte: &u8| {
        check ^= u32::from(*byte);
        for _ in 0..8 {
            check = if check & 1 == 1 { 0xedb8_8320 ^ (check >> 1) } else { check >> 1 };
        }
        check
    };
    !bytes.iter().fold(!0, fold)
}

fn adler(bytes: &[u8]) -> u32 {
    let fold = |(a, b): (u32, u32), byte: &u8| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    };
    let (a, b) = bytes.iter().fold((1, 0), fold);
    (b << 16) | a
}

fn base64(bytes: &[u8], text: &mut String) {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = (at(0) << 16) | (at(1) << 8) | at(2);
        for index in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * index)) as usize & 63];
            text.push(if index > three.len() { '=' } else { char::from(letter) });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::colour::Rgb;

    fn raster(columns: usize, rows: usize) -> Raster {
        let colours = (0..columns * rows).map(|i| Rgb(i as u8, (i / 7) as u8, (i / 256) as u8));
        Raster::new([0.0; 4], columns, colours).expect("whole rows")
    }

    /// The parts of a file: name, data, and whether its checksum is flate2's.
    fn parts(file: &[u8]) -> Vec<(String, Vec<u8>, bool)> {
        let mut rest = &file[8..];
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let length = u32::from_be_bytes(rest[..4].try_into().expect("four")) as usize;
            let mut check = flate2::Crc::new();
            check.update(&rest[4..8 + length]);
            let stated =
                u32::from_be_bytes(rest[8 + length..12 + length].try_into().expect("four"));
            let name = String::from_utf8_lossy(&rest[4..8]).into_owned();
            parts.push((name, rest[8..8 + length].to_vec(), check.sum() == stated));
            rest = &rest[12 + length..];
        }
        parts
    }

    #[test]
    fn another_library_reads_the_pixels() {
        // The second one takes several blocks.
        for (columns, rows) in [(3, 2), (160, 130), (1, 1)] {
            let raster = raster(columns, rows);
            let parts = parts(&file(&raster));
            assert!(parts.iter().all(|part| part.2), "a checksum is wrong");
            let names: Vec<&str> = parts.iter().map(|part| part.0.as_str()).collect();
            assert_eq!(names, ["IHDR", "IDAT", "IEND"]);
            let mut lines = Vec::new();
            flate2::read::ZlibDecoder::new(parts[1].1.as_slice())
                .read_to_end(&mut lines)
                .expect("a zlib stream");
            let pixels: Vec<u8> =
                lines.chunks(columns * 4 + 1).flat_map(|line| line[1..].to_vec()).collect();
            assert_eq!(pixels, raster.pixels);
        }
    }

    #[test]
    fn base64_as_in_rfc_4648() {
        let encoded = |text: &str| {
            let mut out = String::new();
            base64(text.as_bytes(), &mut out);
            out
        };
        let vectors =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (text, expect) in vectors {
            assert_eq!(encoded(text), expect);
        }
    }
}
