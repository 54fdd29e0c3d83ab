//! The only source of randomness: PCG32, so that a seed means the same run everywhere.

/// PCG-XSH-RR 64/32 (O'Neill 2014, "PCG: A Family of Simple Fast Space-Efficient Statistically
/// Good Algorithms for Random Number Generation").
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
    increment: u64,
}

const MULTIPLIER: u64 = 6_364_136_223_846_793_005;

impl Random {
    /// A generator for `seed`; different `stream`s of one seed are independent of each other, so
    /// that, for example, the data do not change when the network has one layer more.
    pub fn new(seed: u32, stream: u64) -> Self {
        let mut random = Self { state: 0, increment: (stream << 1) | 1 };
        random.next_u32();
        random.state = random.state.wrapping_add(u64::from(seed));
        random.next_u32();
        random
    }

    /// State and increment: all there is to a generator, for those who write it down in another
    /// language.
    #[must_use]
    pub fn parts(&self) -> (u64, u64) {
        (self.state, self.increment)
    }

    /// The same stream where its state is this.
    #[must_use]
    pub fn at(&self, state: u64) -> Self {
        Self { state, ..*self }
    }

    /// 32 uniform bits.
    pub fn next_u32(&mut self) -> u32 {
        let old = self.state;
        self.state = old.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
        let mixed = (((old >> 18) ^ old) >> 27) as u32;
        mixed.rotate_right((old >> 59) as u32)
    }

    /// Uniform in `0..bound` (0 when `bound` is 0); the bias of the multiply-and-shift is below
    /// `bound / 2^32`.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u64::from(self.next_u32()) * bound as u64) >> 32) as usize
    }

    /// Uniform in `[0, 1)`, with 24 bits.
    pub fn unit(&mut self) -> f32 {
        (self.next_u32() >> 8) as f32 / 16_777_216.0
    }

    /// Uniform in `[low, high)`.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// Standard normal (Box and Muller 1958; the second value of each pair is thrown away).
    pub fn normal(&mut self) -> f32 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - f64::from(self.unit())));
        let angle = core::f64::consts::TAU * f64::from(self.unit());
        (radius * libm::cos(angle)) as f32
    }

    /// Puts `items` in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn reproduces_the_reference_implementation() {
        // First outputs of pcg32_demo with seed 42, stream 54 (pcg-c-basic).
        let mut random = Random::new(42, 54);
        let first: Vec<u32> = (0..6).map(|_| random.next_u32()).collect();
        assert_eq!(
            first,
            [0xa15c_02b7, 0x7b47_f409, 0xba1d_3330, 0x83d2_f293, 0xbfa4_784b, 0xcbed_606e]
        );
    }

    #[test]
    fn goes_on_from_a_state() {
        let mut random = Random::new(1, 2);
        random.next_u32();
        let mut other = Random::new(5, 2).at(random.parts().0);
        assert_eq!(other.next_u32(), random.next_u32());
    }

    #[test]
    fn normal_has_the_moments_of_a_normal() {
        let mut random = Random::new(1, 0);
        let draws: Vec<f64> = (0..100_000).map(|_| f64::from(random.normal())).collect();
        let moment = |k: i32| draws.iter().map(|x| x.powi(k)).sum::<f64>() / draws.len() as f64;
        assert!(moment(1).abs() < 0.01, "mean {}", moment(1));
        assert!((moment(2) - 1.0).abs() < 0.02, "variance {}", moment(2));
        assert!((moment(4) - 3.0).abs() < 0.1, "fourth moment {}", moment(4));
    }

    #[test]
    fn bounds_hold_and_every_value_occurs() {
        let mut random = Random::new(3, 0);
        let mut seen = [0; 7];
        for _ in 0..7000 {
            seen[random.below(7)] += 1;
            assert!((-2.0..3.0).contains(&random.between(-2.0, 3.0)));
        }
        assert!(seen.iter().all(|&count| (850..1150).contains(&count)), "{seen:?}");
    }

    #[test]
    fn a_shuffle_keeps_every_item() {
        let mut items: Vec<usize> = (0..100).collect();
        Random::new(5, 0).shuffle(&mut items);
        assert_ne!(items, (0..100).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..100).collect::<Vec<_>>());
    }
}
