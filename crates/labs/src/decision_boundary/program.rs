//! A lane as a program: the network as layers, which the program of any dense network is written from.

use nets::activation::Activation;
use nets::boundary::{Point, Run, Settings};
use nets::dense::{Descent, Examples, Head, Layer, Linear, Network, Start, Training};
use nets::random::Random;

use crate::lab::Language;
use crate::program::{Dense, dense_on_held_out};

/// The stream of the seed that `nets::boundary` draws the order of batches from.
const BATCHES: u64 = 4;

/// The program of a run at step 0. Points, first weights and the order of batches go into it as they
/// are, so that a visitor's own points and a leak are there as well.
pub(super) fn write(run: &Run, settings: &Settings, steps: u64, language: Language) -> String {
    let training = training(run, settings);
    let run_of = Dense {
        what: "A small network that parts points in the plane.",
        training: &training,
        steps,
        measure: "test-loss",
    };
    dense_on_held_out(&run_of, &examples(&run.data().test), language)
}

/// The same run in layers.
fn training(run: &Run, settings: &Settings) -> Training {
    let &Settings { activation, rule, learning_rate, batch_size, l1, l2, seed, .. } = settings;
    let mut layers: Vec<Box<dyn Layer>> = Vec::new();
    let mut inputs = 2;
    // The first weights are the run's, so what they would start as does not matter.
    for &units in &settings.hidden {
        layers.push(Box::new(Linear::new(inputs, units, Start::Zero)));
        layers.push(Box::new(activation));
        inputs = units;
    }
    layers.push(Box::new(Linear::new(inputs, 1, Start::Zero)));
    layers.push(Box::new(Activation::Tanh));
    let network = Network::new(2, layers, Head::Squared);
    let descent = Descent { l1, l2, ..Descent::new(rule, learning_rate, batch_size) };
    let (weights, order) = (run.weights().to_vec(), Random::new(seed, BATCHES));
    Training::new(network, weights, examples(&run.data().train), descent, order)
}

fn examples(points: &[Point]) -> Examples {
    let inputs = points.iter().flat_map(|point| [point.x, point.y]).collect();
    Examples::values(2, inputs, points.iter().map(Point::label).collect())
}

#[cfg(test)]
mod tests {
    use nets::boundary::Source;
    use nets::optimiser::Rule;

    use super::*;

    #[test]
    fn the_layers_make_the_same_run() {
        let check = |settings: Settings, steps: u64| {
            let mut run = Run::new(settings.clone()).unwrap();
            let mut layers = training(&run, &settings);
            run.advance(steps);
            (0..steps).for_each(|_| layers.update());
            for (ours, theirs) in run.weights().iter().zip(layers.weights()) {
                assert!((ours - theirs).abs() < 1e-4, "{settings:?}: {ours} against {theirs}");
            }
        };
        let usual = Settings::default;
        check(usual(), 300);
        check(Settings { hidden: vec![], batch_size: 64, ..usual() }, 100);
        let adam = Settings { rule: Rule::Adam, learning_rate: 0.01, ..usual() };
        check(Settings { activation: Activation::Relu, l2: 0.003, ..adam }, 100);
        let momentum = Settings { rule: Rule::Momentum, learning_rate: 0.03, ..usual() };
        check(Settings { activation: Activation::Sigmoid, l1: 0.001, ..momentum }, 100);
        check(Settings { activation: Activation::Linear, batch_size: 7, ..usual() }, 100);
    }

    #[test]
    fn own_points_go_into_the_program() {
        let point = |x: f32, is_positive: bool| Point { x, y: -0.625, is_positive };
        let own =
            vec![point(0.3125, true), point(1.0, true), point(2.0, false), point(3.75, false)];
        let settings = Settings { source: Source::Own(own), ..Settings::default() };
        let run = Run::new(settings.clone()).unwrap();
        for language in [Language::PyTorch, Language::Burn] {
            let text = write(&run, &settings, 10, language);
            for part in ["0.3125 -0.625", "3.75 -0.625", "test-loss"] {
                assert!(text.contains(part), "no {part:?} in\n{text}");
            }
        }
    }
}
