//! Sessions of the decision-boundary lab: wire types to `nets` and back.

use nets::activation::Activation;
use nets::boundary::{Engine, Leak, Point, Run, Settings, Snapshot, Source};
use nets::optimiser::Rule;
use protocol::boundary as wire;
use protocol::trainer::Event;

use crate::session::{Going, Session};

/// A dense network in training.
pub struct BoundarySession {
    run: Run,
}

impl BoundarySession {
    /// Prepares data and weights.
    ///
    /// # Errors
    /// Which setting is out of its range.
    pub fn open(config: wire::Config) -> Result<Self, String> {
        let run = Run::new(settings(config)).map_err(|invalid| invalid.0)?;
        Ok(Self { run })
    }
}

impl Session for BoundarySession {
    fn prepared(&self, run: u32) -> Event {
        let data = self.run.data();
        let points = |points: &[Point]| points.iter().map(point_to_wire).collect();
        let data = wire::Data {
            train: points(&data.train),
            test: points(&data.test),
            extent: data.extent,
        };
        Event::BoundaryPrepared { run, data }
    }

    fn advance(&mut self, updates: u64) {
        self.run.advance(updates);
    }

    fn step(&self) -> u64 {
        self.run.step_count()
    }

    fn has_ended(&self) -> bool {
        self.run.diverged_at_step().is_some()
    }

    fn rewind(&mut self) {
        self.run.rewind();
    }

    fn frame(&mut self, run: u32, going: Going) -> Event {
        let frame = Box::new(frame(self.run.snapshot(), going.updates_per_second));
        Event::BoundaryFrame { run, running: going.running, frame }
    }
}

fn settings(config: wire::Config) -> Settings {
    Settings {
        source: source(config.data),
        noise: config.noise,
        leak: Leak::None,
        test_share: config.test_share,
        hidden: config.hidden.into_iter().map(usize::from).collect(),
        activation: match config.activation {
            wire::Activation::Tanh => Activation::Tanh,
            wire::Activation::Relu => Activation::Relu,
            wire::Activation::Sigmoid => Activation::Sigmoid,
            wire::Activation::Linear => Activation::Linear,
        },
        rule: match config.optimiser {
            wire::Optimiser::Sgd => Rule::Sgd,
            wire::Optimiser::Momentum => Rule::Momentum,
            wire::Optimiser::Adam => Rule::Adam,
        },
        learning_rate: config.learning_rate,
        batch_size: usize::from(config.batch_size),
        l1: config.l1,
        l2: config.l2,
        seed: config.seed,
        engine: match config.engine {
            wire::Engine::Slices => Engine::Slices,
            wire::Engine::Burn => Engine::Burn,
        },
    }
}

fn source(data: wire::DataSource) -> Source {
    match data {
        wire::DataSource::Moons => Source::Moons,
        wire::DataSource::Circles => Source::Circles,
        wire::DataSource::Xor => Source::Xor,
        wire::DataSource::Spiral => Source::Spiral,
        wire::DataSource::Blobs => Source::Blobs,
        wire::DataSource::Checkerboard => Source::Checkerboard,
        wire::DataSource::Own(points) => Source::Own(
            points
                .iter()
                .map(|point| Point { x: point.x, y: point.y, is_positive: point.is_positive })
                .collect(),
        ),
    }
}

fn point_to_wire(point: &Point) -> wire::Point {
    wire::Point { x: point.x, y: point.y, is_positive: point.is_positive }
}

fn frame(snapshot: Snapshot, updates_per_second: f32) -> wire::Frame {
    wire::Frame {
        step: snapshot.step,
        epoch: snapshot.epoch,
        train_loss: snapshot.train.loss,
        test_loss: snapshot.test.loss,
        train_accuracy: snapshot.train.accuracy,
        test_accuracy: snapshot.test.accuracy,
        updates_per_second,
        history: snapshot
            .history
            .iter()
            .map(|p| wire::LossPoint { step: p.step, train: p.train, test: p.test })
            .collect(),
        map: snapshot.map,
        unit_maps: snapshot.unit_maps,
        weights: snapshot.weights,
        weights_hash: snapshot.weights_hash,
        gradient_norms: snapshot.gradient_norms,
        dead_shares: snapshot.dead_shares,
        diverged_at_step: snapshot.diverged_at_step,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> wire::Config {
        wire::Config {
            data: wire::DataSource::Moons,
            noise: 0.1,
            test_share: 0.5,
            hidden: vec![8, 4],
            activation: wire::Activation::Tanh,
            optimiser: wire::Optimiser::Sgd,
            learning_rate: 0.1,
            batch_size: 10,
            l1: 0.0,
            l2: 0.0,
            seed: 7,
            engine: wire::Engine::Slices,
        }
    }

    #[test]
    fn the_wire_default_is_the_default_of_nets() {
        assert_eq!(settings(config()), Settings::default());
    }

    #[test]
    fn a_frame_carries_step_rate_and_pictures() {
        let mut session = BoundarySession::open(config()).unwrap();
        session.advance(100);
        let going = Going { running: true, updates_per_second: 5.0 };
        let Event::BoundaryFrame { run: 3, running: true, frame } = session.frame(3, going) else {
            panic!("no boundary frame");
        };
        assert_eq!((frame.step, frame.updates_per_second), (100, 5.0));
        assert_eq!(frame.map.len(), wire::MAP_SIDE * wire::MAP_SIDE);
        assert_eq!(frame.unit_maps[11].len(), wire::UNIT_MAP_SIDE * wire::UNIT_MAP_SIDE);
    }

    #[test]
    fn a_bad_setting_is_refused_in_words() {
        let bad = wire::Config { learning_rate: 0.0, ..config() };
        let reason = BoundarySession::open(bad).err().unwrap_or_default();
        assert!(reason.contains("learning rate"), "{reason}");
    }
}
