//! Numbers on an even grid around 0: whole multiples of a scale, symmetric, so that 0 stays 0.

/// How a weight is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// 32 bits, as trained.
    Float,
    /// Whole numbers from −127 to 127.
    Int8,
    /// Whole numbers from −7 to 7.
    Int4,
}

/// What shares a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All weights of a layer.
    Tensor,
    /// The weights of one unit.
    Channel,
}

impl Precision {
    /// The largest whole number; `None` for floats.
    #[must_use]
    pub fn top(self) -> Option<i8> {
        match self {
            Self::Float => None,
            Self::Int8 => Some(127),
            Self::Int4 => Some(7),
        }
    }

    /// Bits of one weight.
    #[must_use]
    pub fn bits(self) -> usize {
        match self {
            Self::Float => 32,
            Self::Int8 => 8,
            Self::Int4 => 4,
        }
    }
}

/// A grid: `scale` times every whole number from −`top` to `top`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Distance of two neighbours.
    pub scale: f32,
    /// Whole numbers on each side of 0.
    pub top: i8,
}

impl Grid {
    /// The finest grid that reaches the largest of `values`.
    #[must_use]
    pub fn over(values: &[f32], top: i8) -> Self {
        let largest = values.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
        // A scale of 0, or one so small that its inverse overflows, would make NaN of 0 / 0.
        Self { scale: (largest / f32::from(top)).max(f32::MIN_POSITIVE), top }
    }

    /// The nearest whole number; half way, the even one.
    #[must_use]
    pub fn whole(self, value: f32) -> i8 {
        let top = f32::from(self.top);
        (value / self.scale).round_ties_even().clamp(-top, top) as i8
    }

    /// What a whole number stands for.
    #[must_use]
    pub fn value(self, whole: i8) -> f32 {
        f32::from(whole) * self.scale
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_moves_by_more_than_half_a_step(
            values in prop::collection::vec(-1e3_f32..1e3, 1..40),
            is_narrow in any::<bool>(),
        ) {
            let top = if is_narrow { 7 } else { 127 };
            let grid = Grid::over(&values, top);
            for &value in &values {
                let moved = (grid.value(grid.whole(value)) - value).abs();
                // Half a step, and the rounding of a division and a product.
                let rounding = 4.0 * f32::EPSILON * value.abs();
                prop_assert!(moved <= 0.5 * grid.scale + rounding, "{value}: {moved}, {grid:?}");
            }
        }

        #[test]
        fn what_is_on_the_grid_stays(whole in -127_i8..=127, scale in 1e-6_f32..1e3) {
            let grid = Grid { scale, top: 127 };
            prop_assert_eq!(grid.whole(grid.value(whole)), whole);
        }
    }

    #[test]
    fn nothing_but_zeros_has_a_grid_too() {
        let grid = Grid::over(&[0.0, -0.0], 7);
        assert_eq!((grid.whole(0.0), grid.value(0)), (0, 0.0));
        assert!(grid.scale > 0.0);
    }

    #[test]
    fn the_largest_weight_is_kept_exactly_and_small_ones_vanish() {
        let grid = Grid::over(&[0.7, -0.04, 0.06, 0.15], 7);
        let stored = [0.7, -0.04, 0.06, 0.15].map(|value| grid.whole(value));
        assert_eq!(stored, [7, 0, 1, 2]);
    }
}
