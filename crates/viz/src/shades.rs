//! How a unit's activations become shades: zero is the neutral middle, and the strongest answer of
//! the unit, either way, has the full colour. A unit that hardly answers stays pale.

/// Units weaker than this are not amplified.
const FAINTEST: f32 = 0.05;

/// The size of answer that has the full colour.
pub fn size(map: &[f32]) -> f32 {
    let largest = map.iter().filter(|value| value.is_finite()).fold(0.0f32, |m, v| m.max(v.abs()));
    largest.max(FAINTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_answer_has_the_full_colour() {
        assert_eq!(size(&[0.0, 2.0, -4.0]), 4.0);
    }

    #[test]
    fn a_silent_unit_stays_pale() {
        assert_eq!(size(&[0.001, -0.001]), FAINTEST);
        assert_eq!(size(&[f32::NAN]), FAINTEST);
    }
}
