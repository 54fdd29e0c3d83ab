//! The hash that shows two runs to be the same, bit for bit.

const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// FNV-1a, 64 bit (Fowler, Noll and Vo), of the little-endian bytes of `weights`.
pub fn fnv1a(weights: &[f32]) -> u64 {
    fnv1a_of_bytes(weights.iter().flat_map(|weight| weight.to_le_bytes()))
}

/// The same of bytes.
pub fn fnv1a_of_bytes(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(OFFSET_BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::fnv1a;

    #[test]
    fn agrees_with_the_published_vectors() {
        // The empty text and "foob" are on the list of the authors' test suite.
        assert_eq!(fnv1a(&[]), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(&[f32::from_le_bytes(*b"foob")]), 0xdd12_0e79_0c25_12af);
    }

    #[test]
    fn tells_signed_zeros_apart() {
        assert_ne!(fnv1a(&[0.0]), fnv1a(&[-0.0]));
    }
}
