//! Dropout (Srivastava et al. 2014), inverted: in training each number is 0 with a chance of `rate` and
//! divided by 1 − `rate` otherwise, so that its mean stays.

use burn::tensor::{Tensor, TensorData};

use crate::random::Random;

/// What is dropped, and the draws that decide it.
#[derive(Clone, Debug)]
pub struct Dropout {
    rate: f32,
    random: Random,
}

impl Dropout {
    /// Drops with a chance of `rate`, from 0 to below 1.
    pub fn new(rate: f32, random: Random) -> Self {
        Self { rate, random }
    }

    /// The draws that are still to come.
    pub fn random(&self) -> &Random {
        &self.random
    }

    /// Takes these draws from now on.
    pub fn go_on_with(&mut self, random: Random) {
        self.random = random;
    }

    /// `x` with some of its numbers dropped: one draw a number, row by row, dropped where it is below
    /// the rate. A rate of 0 draws nothing.
    pub fn apply(&mut self, x: Tensor<2>) -> Tensor<2> {
        if self.rate == 0.0 {
            return x;
        }
        let kept = 1.0 / (1.0 - self.rate);
        let shape = x.dims();
        let draw = |_| if self.random.unit() < self.rate { 0.0 } else { kept };
        let factors: Vec<f32> = (0..shape[0] * shape[1]).map(draw).collect();
        let factors = Tensor::from_data(TensorData::new(factors, shape), &x.device());
        x * factors
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device;

    fn ones() -> Tensor<2> {
        let ones = TensorData::new(vec![1.0_f32; 20_000], [200, 100]);
        Tensor::from_data(ones, &device::training()).require_grad()
    }

    fn numbers(tensor: Tensor<2>) -> Vec<f32> {
        tensor.into_data().try_to_vec().unwrap()
    }

    #[test]
    fn the_mean_stays_and_as_many_are_zero_as_is_said() {
        for rate in [0.1_f32, 0.3, 0.5] {
            let answers = numbers(Dropout::new(rate, Random::new(1, 0)).apply(ones()));
            let zeros = answers.iter().filter(|answer| **answer == 0.0).count() as f32 / 20_000.0;
            // Three deviations of 20,000 draws.
            let spread = 3.0 * (rate * (1.0 - rate) / 20_000.0).sqrt();
            assert!((zeros - rate).abs() < spread, "{zeros} of them at a rate of {rate}");
            let mean = answers.iter().sum::<f32>() / 20_000.0;
            assert!((mean - 1.0).abs() < spread / (1.0 - rate), "{mean} at a rate of {rate}");
        }
    }

    #[test]
    fn slopes_pass_where_numbers_did() {
        let x = ones();
        let answers = Dropout::new(0.4, Random::new(1, 0)).apply(x.clone());
        let slopes = x.grad(&answers.clone().sum().backward()).unwrap();
        // Of ones, the answers are the factors.
        assert_eq!(numbers(slopes), numbers(answers));
    }

    #[test]
    fn every_pass_draws_anew_but_a_rate_of_zero_draws_nothing() {
        let mut dropout = Dropout::new(0.5, Random::new(1, 0));
        assert_ne!(numbers(dropout.apply(ones())), numbers(dropout.apply(ones())));
        let mut none = Dropout::new(0.0, Random::new(1, 0));
        assert_eq!(numbers(none.apply(ones())), vec![1.0; 20_000]);
        assert_eq!(none.random.parts(), Random::new(1, 0).parts());
    }
}
