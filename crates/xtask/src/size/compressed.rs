//! How large a file is on its way to a visitor.

use std::fs;
use std::io::Write;
use std::ops::AddAssign;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{files, hash};

/// The levels that hosts use for files that they compress once.
const GZIP_LEVEL: u32 = 9;
const BROTLI_LEVEL: i32 = 9;
const BROTLI_WINDOW: i32 = 22;

/// Bytes of a file, or of several together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// As it is.
    pub raw: usize,
    /// Through gzip.
    pub gzip: usize,
    /// Through brotli.
    pub brotli: usize,
}

impl AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// Measures a file; `cache` keeps the answer for files that have been measured before.
pub fn size(bytes: &[u8], cache: &Path) -> Result<Size> {
    let note = cache.join(hash::of(bytes));
    if let Some((gzip, brotli)) = fs::read_to_string(&note).ok().and_then(|noted| parse(&noted)) {
        return Ok(Size { raw: bytes.len(), gzip, brotli });
    }
    let (gzip, brotli) = (gzip(bytes)?, brotli(bytes)?);
    files::write(&note, format!("{gzip} {brotli}"))?;
    Ok(Size { raw: bytes.len(), gzip, brotli })
}

fn parse(noted: &str) -> Option<(usize, usize)> {
    let (gzip, brotli) = noted.split_once(' ')?;
    Some((gzip.parse().ok()?, brotli.parse().ok()?))
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(GZIP_LEVEL));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_LEVEL,
        lgwin: BROTLI_WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)
        .context("brotli cannot compress a file")?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_costs_nothing_and_the_answer_is_kept() {
        let cache = std::env::temp_dir().join("warmstart-sizes");
        let first = size(&[b'a'; 10_000], &cache).unwrap();
        assert_eq!(first.raw, 10_000);
        assert!(first.gzip < 100 && first.brotli < 100, "{first:?}");
        assert_eq!(size(&[b'a'; 10_000], &cache).unwrap(), first);
    }
}
