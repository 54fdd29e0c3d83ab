//! Bytes as the text of a JSON file, and back: base64, a piece at a time.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The text of some bytes. Pieces whose length is a multiple of 3 can be written one after the other.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let number = (0..3).fold(0, |sum, place| {
            (sum << 8) | u32::from(group.get(place).copied().unwrap_or_default())
        });
        for place in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= group.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

/// Reads a text that comes in pieces.
#[derive(Default)]
pub(super) struct Decoder {
    number: u32,
    letters: u32,
    padding: u32,
}

impl Decoder {
    /// Adds the bytes of a piece of text; `None` if it is not base64.
    pub(super) fn read(&mut self, text: &[u8], bytes: &mut Vec<u8>) -> Option<()> {
        for letter in text {
            if *letter == b'=' {
                self.padding += 1;
                continue;
            }
            self.number = (self.number << 6) | value(*letter).filter(|_| self.padding == 0)?;
            self.letters += 1;
            if self.letters == 4 {
                bytes.extend(&self.number.to_be_bytes()[1..]);
                (self.number, self.letters) = (0, 0);
            }
        }
        Some(())
    }

    /// Adds what is left; `None` if something is missing.
    pub(super) fn end(self, bytes: &mut Vec<u8>) -> Option<()> {
        match (self.letters, self.padding) {
            (0, 0) => {}
            (2, 2) => bytes.push((self.number >> 4) as u8),
            (3, 1) => bytes.extend(&((self.number >> 2) as u16).to_be_bytes()),
            _ => return None,
        }
        Some(())
    }
}

fn value(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(pieces: &[&str]) -> Option<Vec<u8>> {
        let (mut decoder, mut bytes) = (Decoder::default(), Vec::new());
        for piece in pieces {
            decoder.read(piece.as_bytes(), &mut bytes)?;
        }
        decoder.end(&mut bytes)?;
        Some(bytes)
    }

    #[test]
    fn text_is_as_the_standard_has_it() {
        // RFC 4648, section 10.
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (bytes, text) in vectors {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decoded(&[text]), Some(bytes.as_bytes().to_vec()));
        }
    }

    #[test]
    fn pieces_may_end_anywhere() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = encode(&bytes);
        for cut in 0..text.len() {
            assert_eq!(decoded(&[&text[..cut], &text[cut..]]).as_ref(), Some(&bytes));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["Z", "Zg", "Zg=", "Zg=A", "Zg===", "Z\"==", "Zm9v=", "===="] {
            assert_eq!(decoded(&[text]), None, "{text}");
        }
    }
}
