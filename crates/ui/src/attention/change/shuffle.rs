//! Places in another order: the same order always follows the same one, so that a run of shuffles can
//! be repeated.

/// The places in an order that is neither that of `places` nor, if there are more than two, the
/// natural one.
#[must_use]
pub fn shuffled(places: &[u16]) -> Vec<u16> {
    let mut seed = places.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, place| {
        (hash ^ u64::from(*place)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut next = places.to_vec();
    if places.len() < 2 {
        return next;
    }
    while next == places || (places.len() > 2 && next.is_sorted()) {
        for last in (1..next.len()).rev() {
            let other = random(&mut seed) % (last as u64 + 1);
            next.swap(last, other as usize);
        }
    }
    next
}

/// SplitMix64 (Steele, Lea and Flood 2014).
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_those_of_the_reference() {
        // The first outputs of the authors' C program for the seed 1234567.
        let mut seed = 1_234_567;
        let drawn = [(); 3].map(|()| random(&mut seed));
        assert_eq!(drawn, [6457827717110365317, 3203168211198807973, 9817491932198370423]);
    }

    proptest! {
        #[test]
        fn every_place_is_told_once_and_the_order_is_new(length in 2u16..40) {
            let natural: Vec<u16> = (0..length).collect();
            let once = shuffled(&natural);
            let again = shuffled(&once);
            prop_assert_ne!(&once, &natural);
            prop_assert_ne!(&again, &once);
            prop_assert_eq!(&shuffled(&natural), &once);
            let mut sorted = again;
            sorted.sort_unstable();
            prop_assert_eq!(sorted, natural);
        }
    }

    #[test]
    fn one_place_cannot_be_shuffled() {
        assert_eq!(shuffled(&[0]), [0]);
    }
}
