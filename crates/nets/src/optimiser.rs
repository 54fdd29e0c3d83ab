//! Update rules on flat slices, shared by every model. Each is PyTorch's rule of that name, to within
//! rounding.

/// Which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Stochastic gradient descent.
    Sgd,
    /// Heavy ball (Polyak 1964) in PyTorch's form: v ← μv + g, w ← w − ηv.
    Momentum,
    /// Nesterov's momentum in the form of Sutskever et al. 2013, as PyTorch has it: v ← μv + g,
    /// w ← w − η(g + μv).
    Nesterov,
    /// RMSProp (Hinton 2012, lecture 6e): s ← βs + (1 − β)g², w ← w − ηg / (√s + ε).
    RmsProp,
    /// Adam (Kingma and Ba 2015, algorithm 1).
    Adam,
    /// Adam with weight decay beside the gradient instead of in it (Loshchilov and Hutter 2019).
    AdamW,
}

/// What a rule leaves open, besides the learning rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constants {
    /// μ of the two momentum rules, β₁ of Adam and AdamW.
    pub momentum: f32,
    /// β of RMSProp, β₂ of Adam and AdamW.
    pub square_decay: f32,
    /// λ of every weight and bias: w ← (1 − ηλ)w with AdamW, g ← g + λw with every other rule.
    pub weight_decay: f32,
}

impl Rule {
    /// The constants that PyTorch takes when it is not told, except that momentum is 0.9 (PyTorch's
    /// SGD has none) and that nothing decays.
    #[must_use]
    pub fn constants(self) -> Constants {
        let square_decay = if self == Self::RmsProp { 0.99 } else { 0.999 };
        Constants { momentum: 0.9, square_decay, weight_decay: 0.0 }
    }

    fn has_first_moment(self) -> bool {
        !matches!(self, Self::Sgd | Self::RmsProp)
    }

    fn has_second_moment(self) -> bool {
        matches!(self, Self::RmsProp | Self::Adam | Self::AdamW)
    }
}

/// A rule and what it remembers.
#[derive(Clone, Debug)]
pub struct Optimiser {
    rule: Rule,
    constants: Constants,
    first: Vec<f32>,
    second: Vec<f32>,
    /// β₁ᵗ and β₂ᵗ
    powers: (f64, f64),
}

const EPSILON: f32 = 1e-8;

impl Optimiser {
    /// A fresh optimiser for `count` weights.
    #[must_use]
    pub fn new(rule: Rule, count: usize) -> Self {
        Self::with(rule, rule.constants(), count)
    }

    /// The same with other constants.
    #[must_use]
    pub fn with(rule: Rule, constants: Constants, count: usize) -> Self {
        let remembered = |needed: bool| vec![0.0; if needed { count } else { 0 }];
        Self {
            rule,
            constants,
            first: remembered(rule.has_first_moment()),
            second: remembered(rule.has_second_moment()),
            powers: (1.0, 1.0),
        }
    }

    /// Moves `weights` against `gradient`, both of the length given to [`Optimiser::new`].
    pub fn update(&mut self, learning_rate: f32, weights: &mut [f32], gradient: &[f32]) {
        let decay = self.constants.weight_decay;
        if decay == 0.0 {
            self.step(learning_rate, weights, gradient, |_, g| g);
        } else if self.rule == Rule::AdamW {
            let kept = 1.0 - learning_rate * decay;
            weights.iter_mut().for_each(|w| *w *= kept);
            self.step(learning_rate, weights, gradient, |_, g| g);
        } else {
            self.step(learning_rate, weights, gradient, |w, g| g + decay * w);
        }
    }

    /// What the rule remembers of each weight's gradients: velocity or first moment, and the mean
    /// of squares. Empty where it remembers none.
    #[must_use]
    pub fn memory(&self) -> (&[f32], &[f32]) {
        (&self.first, &self.second)
    }

    /// β₁ᵗ and β₂ᵗ after t updates; with [`Optimiser::memory`], all that updates change.
    #[must_use]
    pub fn powers(&self) -> (f64, f64) {
        self.powers
    }

    /// An optimiser that goes on from this memory and these powers.
    #[must_use]
    pub fn resumed(rule: Rule, memory: (Vec<f32>, Vec<f32>), powers: (f64, f64)) -> Self {
        let (first, second) = memory;
        Self { rule, constants: rule.constants(), first, second, powers }
    }

    /// `slope` gives what the rule sees as the gradient, of weight and gradient.
    #[inline(always)]
    fn step(
        &mut self,
        learning_rate: f32,
        weights: &mut [f32],
        gradient: &[f32],
        slope: impl Fn(f32, f32) -> f32,
    ) {
        let Constants { momentum, square_decay, .. } = self.constants;
        let pairs = weights.iter_mut().zip(gradient);
        match self.rule {
            Rule::Sgd => {
                for (w, &g) in pairs {
                    *w -= learning_rate * slope(*w, g);
                }
            }
            Rule::Momentum => {
                for ((w, &g), v) in pairs.zip(&mut self.first) {
                    *v = momentum * *v + slope(*w, g);
                    *w -= learning_rate * *v;
                }
            }
            Rule::Nesterov => {
                for ((w, &g), v) in pairs.zip(&mut self.first) {
                    let g = slope(*w, g);
                    *v = momentum * *v + g;
                    *w -= learning_rate * (g + momentum * *v);
                }
            }
            Rule::RmsProp => {
                for ((w, &g), s) in pairs.zip(&mut self.second) {
                    let g = slope(*w, g);
                    *s = square_decay * *s + (1.0 - square_decay) * g * g;
                    *w -= learning_rate * g / (s.sqrt() + EPSILON);
                }
            }
            Rule::Adam | Rule::AdamW => self.adam(learning_rate, weights, gradient, slope),
        }
    }

    #[inline(always)]
    fn adam(
        &mut self,
        learning_rate: f32,
        weights: &mut [f32],
        gradient: &[f32],
        slope: impl Fn(f32, f32) -> f32,
    ) {
        let Constants { momentum, square_decay, .. } = self.constants;
        self.powers.0 *= f64::from(momentum);
        self.powers.1 *= f64::from(square_decay);
        let step = (f64::from(learning_rate) / (1.0 - self.powers.0)) as f32;
        let spread = (1.0 / (1.0 - self.powers.1).sqrt()) as f32;
        let moments = self.first.iter_mut().zip(&mut self.second);
        for ((w, &g), (m, v)) in weights.iter_mut().zip(gradient).zip(moments) {
            let g = slope(*w, g);
            *m = momentum * *m + (1.0 - momentum) * g;
            *v = square_decay * *v + (1.0 - square_decay) * g * g;
            *w -= step * *m / (v.sqrt() * spread + EPSILON);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Fixture, assert_close};

    fn after(rule: Rule, updates: usize) -> f32 {
        let mut optimiser = Optimiser::new(rule, 1);
        let mut weights = [1.0];
        for _ in 0..updates {
            let gradient = [2.0 * weights[0]];
            optimiser.update(0.1, &mut weights, &gradient);
        }
        weights[0]
    }

    #[test]
    fn two_updates_on_a_parabola_by_hand() {
        // f(w) = w², from w = 1 with η = 0.1.
        assert!((after(Rule::Sgd, 2) - 0.64).abs() < 1e-6);
        // v: 2, 0.9·2 + 1.6 = 3.4; w: 0.8, 0.46.
        assert!((after(Rule::Momentum, 2) - 0.46).abs() < 1e-6);
        // v: 2; w: 1 − 0.1·(2 + 1.8) = 0.62. v: 1.8 + 1.24 = 3.04; w: 0.62 − 0.1·(1.24 + 2.736).
        assert!((after(Rule::Nesterov, 2) - 0.222_4).abs() < 1e-6);
        // s: 0.01·4, so the first update has length η / √0.01.
        assert!((after(Rule::RmsProp, 1) - 0.0).abs() < 1e-6);
        // The first Adam update always has length η.
        assert!((after(Rule::Adam, 1) - 0.9).abs() < 1e-6);
        assert!((after(Rule::Adam, 2) - 0.800_412_2).abs() < 1e-5, "{}", after(Rule::Adam, 2));
        assert_eq!(after(Rule::AdamW, 2), after(Rule::Adam, 2));
    }

    #[test]
    fn a_hundred_updates_are_those_of_pytorch() {
        let fixture = Fixture::parse(include_str!("../../../tests/fixtures/nets_optimisers.json"));
        let (pull, noise) = (fixture.number("pull"), fixture.numbers("noise"));
        let rules = [
            ("sgd", Rule::Sgd),
            ("momentum", Rule::Momentum),
            ("nesterov", Rule::Nesterov),
            ("rmsprop", Rule::RmsProp),
            ("adam", Rule::Adam),
            ("adamw", Rule::AdamW),
        ];
        for (name, rule) in rules {
            for weight_decay in [0.0, fixture.number("weight_decay")] {
                let mut weights = fixture.numbers("weights");
                let constants = Constants { weight_decay, ..rule.constants() };
                let mut optimiser = Optimiser::with(rule, constants, weights.len());
                for noise in noise.chunks_exact(weights.len()) {
                    let gradient: Vec<f32> =
                        weights.iter().zip(noise).map(|(w, noise)| pull * w + noise).collect();
                    optimiser.update(fixture.number("learning_rate"), &mut weights, &gradient);
                }
                let part = if weight_decay == 0.0 { "without_decay" } else { "with_decay" };
                let theirs = fixture.part(part).numbers(name);
                assert_close(&format!("{name}, {part}"), &weights, &theirs, 1e-5);
            }
        }
    }
}
