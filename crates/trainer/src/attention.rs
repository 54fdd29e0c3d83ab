//! Sessions of the attention page: wire types to `nets` and back.

use nets::transformer::{ProgressPoint, Run, Settings, Snapshot, Task};
use protocol::attention as wire;
use protocol::trainer::Event;

use crate::session::{Going, Session};

/// A transformer in training.
pub struct AttentionSession {
    run: Run,
    /// What the visitor typed, and its tokens.
    text: Option<(String, Vec<i32>)>,
}

impl AttentionSession {
    /// Prepares data and weights.
    ///
    /// # Errors
    /// Which setting is out of its range.
    pub fn open(config: wire::Config) -> Result<Self, String> {
        let run = Run::new(settings(&config)).map_err(|invalid| invalid.0)?;
        Ok(Self { run, text: None })
    }

    fn task(&self) -> Task {
        self.run.settings().task
    }

    fn inspection(&self) -> Option<wire::Inspection> {
        let (text, tokens) = self.text.as_ref()?;
        let seen = self.run.inspect(tokens);
        let vocabulary = self.task().vocabulary();
        let Settings { layers, heads, .. } = *self.run.settings();
        Some(wire::Inspection {
            text: text.clone(),
            tokens: tokens.iter().map(|&token| vocabulary[token as usize].clone()).collect(),
            layers: layers as u8,
            heads: heads as u8,
            weights: seen.weights,
            scores: seen.scores,
            next: seen.next,
        })
    }
}

impl Session for AttentionSession {
    fn prepared(&self, run: u32) -> Event {
        let task = self.task();
        let model = wire::Model {
            parameters: self.run.parameter_count() as u32,
            context: task.context() as u16,
            vocabulary: task.vocabulary(),
            example: task.example().into(),
        };
        Event::AttentionPrepared { run, model }
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
        let tokens_an_update = self.run.tokens_seen() as f32 / self.run.step_count().max(1) as f32;
        let snapshot = self.run.snapshot(!going.running);
        let speed = going.updates_per_second * tokens_an_update;
        let frame = Box::new(frame(snapshot, speed, self.inspection()));
        Event::AttentionFrame { run, running: going.running, frame }
    }

    fn inspect(&mut self, text: String) -> Result<(), String> {
        let tokens = self.task().encode(&text)?;
        self.text = Some((text, tokens));
        Ok(())
    }
}

fn settings(config: &wire::Config) -> Settings {
    Settings {
        task: match config.task {
            wire::Task::Reverse => Task::Reverse,
            wire::Task::NextLetter => Task::NextLetter,
        },
        layers: usize::from(config.layers),
        heads: usize::from(config.heads),
        width: usize::from(config.width),
        batch_size: usize::from(config.batch_size),
        learning_rate: config.learning_rate,
        seed: config.seed,
    }
}

fn frame(
    snapshot: Snapshot,
    tokens_per_second: f32,
    inspection: Option<wire::Inspection>,
) -> wire::Frame {
    let point = |p: &ProgressPoint| wire::ProgressPoint { step: p.step, loss: p.loss };
    wire::Frame {
        step: snapshot.step,
        loss: snapshot.loss,
        accuracy: snapshot.accuracy,
        accuracy_step: snapshot.accuracy_step,
        history: snapshot.history.iter().map(point).collect(),
        tokens_per_second,
        weights_hash: snapshot.weights_hash,
        inspection,
        diverged_at_step: snapshot.diverged_at_step,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: wire::Config = wire::Config {
        task: wire::Task::Reverse,
        layers: 2,
        heads: 4,
        width: 32,
        batch_size: 16,
        learning_rate: 0.003,
        seed: 7,
    };

    fn frame_of(session: &mut AttentionSession, running: bool) -> wire::Frame {
        let going = Going { running, updates_per_second: 10.0 };
        match session.frame(1, going) {
            Event::AttentionFrame { frame, .. } => *frame,
            other => panic!("no attention frame: {other:?}"),
        }
    }

    #[test]
    fn the_wire_default_is_the_default_of_nets() {
        assert_eq!(settings(&CONFIG), Settings::default());
    }

    #[test]
    fn a_text_is_looked_at_in_this_and_every_later_frame() {
        let mut session = AttentionSession::open(CONFIG).unwrap();
        assert_eq!(frame_of(&mut session, false).inspection, None);
        session.inspect("Cat>".into()).unwrap();
        session.advance(1);
        let frame = frame_of(&mut session, true);
        let seen = frame.inspection.unwrap();
        assert_eq!((seen.text.as_str(), seen.tokens.concat().as_str()), ("Cat>", "cat>"));
        assert_eq!((seen.weights.len(), seen.next.len()), (2 * 4 * 4 * 4, 28));
        assert!(frame.tokens_per_second > 16.0 * 10.0 * 10.0);
    }

    #[test]
    fn a_text_that_does_not_fit_is_refused_and_the_last_one_stays() {
        let mut session = AttentionSession::open(CONFIG).unwrap();
        session.inspect("cat".into()).unwrap();
        assert!(session.inspect("c4t".into()).is_err_and(|reason| reason.contains('4')));
        assert_eq!(frame_of(&mut session, false).inspection.unwrap().text, "cat");
    }
}
