//! Sizes in words.

/// A number of bytes as people read it: `0 bytes`, `812 bytes`, `47 KB`, `13.5 MB`. Thousands, as
/// browsers and disks count.
#[must_use]
pub fn in_words(bytes: u64) -> String {
    match bytes {
        1 => "1 byte".into(),
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} KB", (bytes + 500) / 1_000),
        _ => megabytes(bytes) + " MB",
    }
}

/// How far a download is: `9.8 of 13.5 MB`.
#[must_use]
pub fn share_in_words(loaded: u64, total: u64) -> String {
    format!("{} of {} MB", megabytes(loaded.min(total)), megabytes(total))
}

/// With one decimal.
fn megabytes(bytes: u64) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_well() {
        assert_eq!(in_words(0), "0 bytes");
        assert_eq!(in_words(1), "1 byte");
        assert_eq!(in_words(812), "812 bytes");
        assert_eq!(in_words(47_300), "47 KB");
        assert_eq!(in_words(13_480_000), "13.5 MB");
        assert_eq!(share_in_words(9_800_000, 13_500_000), "9.8 of 13.5 MB");
        assert_eq!(share_in_words(14_000_000, 13_500_000), "13.5 of 13.5 MB");
    }
}
