//! A network on its way down: batches drawn, gradient taken, weights moved, one update after the
//! other.

use super::batch::{Batch, Examples};
use super::layer::{Mode, Part};
use super::network::Network;
use crate::boundary::Batches;
use crate::optimiser::{Constants, Optimiser, Rule};
use crate::random::Random;
use crate::schedule::Schedule;

/// How weights are moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Descent {
    /// The rule.
    pub rule: Rule,
    /// Its constants.
    pub constants: Constants,
    /// η where the schedule's factor is 1.
    pub learning_rate: f32,
    /// Its factor by step.
    pub schedule: Schedule,
    /// Examples an update sees; the last batch of an epoch may be smaller.
    pub batch_size: usize,
    /// Coefficient of Σ|w| in the loss that is descended; biases and scales are left out.
    pub l1: f32,
    /// Coefficient of ½Σw², likewise.
    pub l2: f32,
}

impl Descent {
    /// A rule with its usual constants, at a constant rate, without penalties.
    #[must_use]
    pub fn new(rule: Rule, learning_rate: f32, batch_size: usize) -> Self {
        let (constants, schedule) = (rule.constants(), Schedule::Constant);
        Self { rule, constants, learning_rate, schedule, batch_size, l1: 0.0, l2: 0.0 }
    }
}

/// Everything that updates change, and what they need for it.
#[derive(Clone, Debug)]
pub struct Training {
    network: Network,
    examples: Examples,
    descent: Descent,
    parts: Vec<Part>,
    weights: Vec<f32>,
    before: Vec<f32>,
    gradient: Vec<f32>,
    optimiser: Optimiser,
    batches: Batches,
    batch: Batch,
    step: u64,
    loss: f32,
}

impl Training {
    /// At step 0, with these first weights; `order` decides which examples come when.
    #[must_use]
    pub fn new(
        network: Network,
        weights: Vec<f32>,
        examples: Examples,
        descent: Descent,
        order: Random,
    ) -> Self {
        let size = descent.batch_size.clamp(1, examples.len().max(1));
        Self {
            parts: network.parts(),
            gradient: vec![0.0; weights.len()],
            before: weights.clone(),
            optimiser: Optimiser::with(descent.rule, descent.constants, weights.len()),
            batches: Batches::new(examples.len(), size, order),
            batch: Batch::new(&examples, size),
            step: 0,
            loss: f32::NAN,
            network,
            examples,
            descent,
            weights,
        }
    }

    /// One update.
    pub fn update(&mut self) {
        self.batch.fill(&self.examples, self.batches.draw());
        self.network.forward(&self.weights, &self.batch, Mode::Training);
        self.loss = self.network.loss(&self.batch);
        self.network.backward(&self.weights, &self.batch, &mut self.gradient);
        self.penalise();
        self.before.copy_from_slice(&self.weights);
        let rate = self.learning_rate();
        self.optimiser.update(rate, &mut self.weights, &self.gradient);
        self.step += 1;
    }

    /// Adds the slopes of l1·Σ|w| + l2·½Σw² to the gradient.
    fn penalise(&mut self) {
        let Descent { l1, l2, .. } = self.descent;
        if l1 == 0.0 && l2 == 0.0 {
            return;
        }
        for range in self.parts.iter().map(|part| part.penalised.clone()) {
            for (slope, &w) in self.gradient[range.clone()].iter_mut().zip(&self.weights[range]) {
                let sign = if w == 0.0 { 0.0 } else { w.signum() };
                *slope += l1 * sign + l2 * w;
            }
        }
    }

    /// The rate of the next update.
    #[must_use]
    pub fn learning_rate(&self) -> f32 {
        self.descent.learning_rate * self.descent.schedule.factor(self.step)
    }

    /// Whether the latest batch's loss or a weight is no finite number.
    #[must_use]
    pub fn has_diverged(&self) -> bool {
        // 0 · w is 0 for every finite w, and NaN for the others: one sum looks at all of them.
        let not_finite: f32 = self.weights.iter().map(|w| 0.0 * w).sum();
        self.step > 0 && !self.loss.is_finite() || not_finite != 0.0
    }

    /// Answers for other examples than those that are trained on; the loss and the share of right
    /// answers. Leaves the batch's own gradient as it is.
    pub fn examine(&mut self, batch: &Batch) -> (f32, f32) {
        self.network.forward(&self.weights, batch, Mode::Inference);
        (self.network.loss(batch), self.network.accuracy(batch))
    }

    /// The network, as the latest forward pass has left it.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What is trained on.
    #[must_use]
    pub fn examples(&self) -> &Examples {
        &self.examples
    }

    /// How weights are moved.
    #[must_use]
    pub fn descent(&self) -> &Descent {
        &self.descent
    }

    /// Where each layer's weights lie.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The weights now.
    #[must_use]
    pub fn weights(&self) -> &[f32] {
        &self.weights
    }

    /// The weights, for what a lab does to them beside the descent.
    pub fn weights_mut(&mut self) -> &mut [f32] {
        &mut self.weights
    }

    /// Goes back to earlier weights, as if there had been no update since.
    pub fn restore(&mut self, weights: &[f32]) {
        self.weights.copy_from_slice(weights);
        self.before.copy_from_slice(weights);
    }

    /// The weights before the latest update.
    #[must_use]
    pub fn weights_before(&self) -> &[f32] {
        &self.before
    }

    /// The gradient of the latest update, penalties included.
    #[must_use]
    pub fn gradient(&self) -> &[f32] {
        &self.gradient
    }

    /// The optimiser with what it remembers.
    #[must_use]
    pub fn optimiser(&self) -> &Optimiser {
        &self.optimiser
    }

    /// What the order of examples is drawn from, as it is now.
    #[must_use]
    pub fn order(&self) -> &Random {
        self.batches.random()
    }

    /// Updates so far.
    #[must_use]
    pub fn step(&self) -> u64 {
        self.step
    }

    /// Mean loss of the latest batch before its update, without penalties.
    #[must_use]
    pub fn loss(&self) -> f32 {
        self.loss
    }

    /// Updates in one pass over the examples.
    #[must_use]
    pub fn updates_an_epoch(&self) -> u64 {
        self.examples.len().div_ceil(self.descent.batch_size.max(1)).max(1) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::Activation;
    use crate::dense::{Head, Linear, Start, layers};

    fn training(descent: Descent) -> Training {
        let mut random = Random::new(3, 0);
        let inputs: Vec<f32> = (0..80).map(|_| random.normal()).collect();
        let labels: Vec<u8> =
            inputs.chunks_exact(2).map(|it| u8::from(it[0] * it[1] > 0.0)).collect();
        let layers = layers![
            Linear::new(2, 12, Start::XavierUniform),
            Activation::Tanh,
            Linear::new(12, 2, Start::XavierUniform),
        ];
        let network = Network::new(2, layers, Head::Softmax);
        let weights = network.start(&mut random);
        let examples = Examples::classes(2, inputs, &labels, 2);
        Training::new(network, weights, examples, descent, Random::new(3, 1))
    }

    #[test]
    fn it_learns_and_the_same_again() {
        let mut first = training(Descent::new(Rule::Adam, 0.02, 16));
        let mut second = first.clone();
        let all = Batch::of(first.examples());
        for _ in 0..400 {
            first.update();
            second.update();
            second.examine(&all);
        }
        let (loss, accuracy) = first.examine(&all);
        assert!(loss < 0.15 && accuracy > 0.95, "{loss}, {accuracy}");
        assert_eq!(first.weights(), second.weights(), "looking changes nothing");
        assert_eq!((first.step(), first.updates_an_epoch()), (400, 3));
    }

    #[test]
    fn a_penalty_shrinks_weights_and_leaves_biases() {
        let descent = Descent { l1: 0.05, ..Descent::new(Rule::Sgd, 0.1, 40) };
        let mut trained = training(descent);
        (0..500).for_each(|_| trained.update());
        let part = trained.parts()[0].clone();
        let small = |range: std::ops::Range<usize>| {
            trained.weights()[range].iter().filter(|w| w.abs() < 0.01).count()
        };
        assert!(small(part.penalised.clone()) >= 16, "{:?}", trained.weights());
        let plain = training(Descent { l2: 0.3, ..descent });
        assert_eq!(plain.learning_rate(), 0.1);
    }

    #[test]
    fn a_rate_that_is_far_too_high_is_noticed() {
        let descent = Descent::new(Rule::Sgd, 3e38, 40);
        let mut trained = training(descent);
        assert!(!trained.has_diverged());
        (0..5).for_each(|_| trained.update());
        assert!(trained.has_diverged());
    }
}
