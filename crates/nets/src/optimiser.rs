//! Update rules on flat slices, shared by every model.

/// Which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Stochastic gradient descent.
    Sgd,
    /// Heavy ball (Polyak 1964) in PyTorch's form: v ← 0.9 v + g, w ← w − ηv.
    Momentum,
    /// Adam (Kingma and Ba 2015, algorithm 1) with β = (0.9, 0.999), ε = 1e-8.
    Adam,
}

/// A rule and what it remembers.
#[derive(Clone, Debug)]
pub struct Optimiser {
    rule: Rule,
    first: Vec<f32>,
    second: Vec<f32>,
    /// β₁ᵗ and β₂ᵗ
    powers: (f64, f64),
}

const MOMENTUM: f32 = 0.9;
const BETA: (f32, f32) = (0.9, 0.999);
const EPSILON: f32 = 1e-8;

impl Optimiser {
    /// A fresh optimiser for `count` weights.
    pub fn new(rule: Rule, count: usize) -> Self {
        let remembered = |needed: bool| vec![0.0; if needed { count } else { 0 }];
        Self {
            rule,
            first: remembered(rule != Rule::Sgd),
            second: remembered(rule == Rule::Adam),
            powers: (1.0, 1.0),
        }
    }

    /// Moves `weights` against `gradient`, both of the length given to [`Optimiser::new`].
    pub fn update(&mut self, learning_rate: f32, weights: &mut [f32], gradient: &[f32]) {
        match self.rule {
            Rule::Sgd => {
                for (w, g) in weights.iter_mut().zip(gradient) {
                    *w -= learning_rate * g;
                }
            }
            Rule::Momentum => {
                for ((w, g), v) in weights.iter_mut().zip(gradient).zip(&mut self.first) {
                    *v = MOMENTUM * *v + g;
                    *w -= learning_rate * *v;
                }
            }
            Rule::Adam => self.adam(learning_rate, weights, gradient),
        }
    }

    fn adam(&mut self, learning_rate: f32, weights: &mut [f32], gradient: &[f32]) {
        self.powers.0 *= f64::from(BETA.0);
        self.powers.1 *= f64::from(BETA.1);
        let step = (f64::from(learning_rate) / (1.0 - self.powers.0)) as f32;
        let spread = (1.0 / (1.0 - self.powers.1).sqrt()) as f32;
        let moments = self.first.iter_mut().zip(&mut self.second);
        for ((w, &g), (m, v)) in weights.iter_mut().zip(gradient).zip(moments) {
            *m = BETA.0 * *m + (1.0 - BETA.0) * g;
            *v = BETA.1 * *v + (1.0 - BETA.1) * g * g;
            *w -= step * *m / (v.sqrt() * spread + EPSILON);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        // The first Adam update always has length η.
        assert!((after(Rule::Adam, 1) - 0.9).abs() < 1e-6);
        assert!((after(Rule::Adam, 2) - 0.800_412_2).abs() < 1e-5, "{}", after(Rule::Adam, 2));
    }
}
