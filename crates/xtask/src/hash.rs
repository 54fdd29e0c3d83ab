//! Names that change with the content: FNV-1a (64 bits, Fowler, Noll and Vo), in hexadecimal.
//!
//! For cache addresses only; nothing here guards against somebody who wants two files to collide.

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Sixteen hexadecimal digits that stand for these bytes.
#[must_use]
pub fn of(bytes: &[u8]) -> String {
    let hash =
        bytes.iter().fold(OFFSET, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}

/// `main.css` with these bytes is called `main-<hash>.css`.
#[must_use]
pub fn name(file: &str, bytes: &[u8]) -> String {
    match file.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{}.{ending}", of(bytes)),
        None => format!("{file}-{}", of(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_published_test_vectors() {
        assert_eq!(of(b""), "cbf29ce484222325");
        assert_eq!(of(b"a"), "af63dc4c8601ec8c");
        assert_eq!(of(b"foobar"), "85944171f73967e8");
    }

    #[test]
    fn keeps_the_ending() {
        assert_eq!(name("main.css", b"a"), "main-af63dc4c8601ec8c.css");
        assert_eq!(name("python", b"a"), "python-af63dc4c8601ec8c");
    }
}
