//! Sessions of the attention page: lanes that learn side by side, looks inside, texts that are
//! continued; wire types to `nets` and back.

use std::rc::Rc;
use std::sync::Arc;

use nets::boundary::Invalid;
use nets::reading::{Changes, Trace, Weights};
use nets::transformer::{
    Corpus, Form, Placement, Positions, ProgressPoint, Rewriting, Run, Sample, Settings, Snapshot,
    Task,
};
use protocol::attention as wire;
use protocol::trainer::Event;

mod cell;
pub(crate) mod look;
pub(crate) mod writing;

use crate::session::{Clock, Going, Session};
use look::{Sight, lens_of};
use writing::Writing;

/// Tokens of a vocabulary of byte pairs.
const PAIRS_VOCABULARY: usize = 256;

/// Most lanes.
const LANES: usize = 3;

/// Transformers in training.
pub struct AttentionSession {
    lanes: Vec<Lane>,
    /// What is looked at, and its tokens.
    look: Option<(wire::Look, Vec<u32>)>,
    writing: Option<Writing>,
    now_ms: Clock,
}

/// A run, and what it wrote when its accuracy was last measured.
struct Lane {
    run: Run,
    samples: Option<(u64, Vec<wire::Sample>)>,
}

impl AttentionSession {
    /// Prepares data and weights of every lane. `now_ms` is the clock that tokens are timed by.
    ///
    /// # Errors
    /// Which setting is out of its range, or why the saved state is not one of these settings.
    pub fn open(plan: &wire::Plan, now_ms: Clock) -> Result<Self, String> {
        let count = plan.lanes.len();
        if !(1..=LANES).contains(&count) {
            return Err(format!("1 to {LANES} lanes fit, not {count}."));
        }
        let task = task(plan.lanes[0].task, plan.text.as_deref())?;
        let mut saved = plan.saved.as_deref();
        let lanes = plan.lanes.iter().map(|config| match saved.take() {
            Some(saved) => Run::restore(settings(config, task.clone()), saved),
            None => Run::new(settings(config, task.clone())),
        });
        let lanes = lanes.collect::<Result<Vec<Run>, _>>().map_err(|invalid| invalid.0)?;
        let lanes = lanes.into_iter().map(|run| Lane { run, samples: None }).collect();
        Ok(Self { lanes, look: None, writing: None, now_ms })
    }

    fn task(&self) -> &Task {
        &self.lanes[0].run.settings().task
    }

    fn lane(&self, lane: u8) -> Result<&Run, String> {
        let found = self.lanes.get(usize::from(lane)).map(|lane| &lane.run);
        found.ok_or_else(|| format!("There is no lane {}.", lane + 1))
    }

    fn runs(&self) -> impl Iterator<Item = &Run> {
        self.lanes.iter().map(|lane| &lane.run)
    }

    fn tokens(&self, text: &str) -> Result<Vec<u32>, String> {
        Ok(self.task().encode(text)?.into_iter().map(|token| token as u32).collect())
    }

    /// What is seen now; why nothing is.
    fn inspection(&self) -> Result<Option<wire::Inspection>, String> {
        let Some((look, tokens)) = &self.look else { return Ok(None) };
        let run = self.lane(look.lane)?;
        let (step, weights) = weights_of(run, look.step)?;
        let changes = look::changes(&look.changes);
        let swapped = look::swapped(tokens, &look.changes);
        let read = |tokens: &[u32], changes: &Changes| {
            Trace::of(&weights, tokens, changes).map_err(|invalid| invalid.0)
        };
        let trace = read(&swapped, &changes)?;
        let has_changes = look.changes != wire::look::Changes::default();
        let unchanged = if has_changes { Some(read(tokens, &Changes::default())?) } else { None };
        let vocabulary = self.task().vocabulary();
        let sight = Sight {
            look,
            step,
            weights: &weights,
            trace: &trace,
            unchanged: unchanged.as_ref().map(Trace::next),
            lens: lens_of(&weights, &trace, &vocabulary),
            spelling: &vocabulary,
        };
        Ok(Some(sight.inspection()))
    }
}

/// The weights of this step, if they are kept; otherwise the present ones.
fn weights_of(run: &Run, step: Option<u64>) -> Result<(u64, Weights), String> {
    match step.and_then(|step| Some((step, run.weights_after(step)?))) {
        Some(earlier) => Ok(earlier),
        None => Ok((run.step_count(), run.weights().map_err(|invalid| invalid.0)?)),
    }
}

impl Session for AttentionSession {
    fn prepared(&self, run: u32) -> Event {
        let task = self.task();
        let model = wire::Model {
            parameters: self.runs().map(|run| run.parameter_count() as u32).collect(),
            context: task.context() as u16,
            most_tokens: task.context() as u16,
            vocabulary: task.vocabulary(),
            end: task.end().map(|token| token as u32),
            example: task.example().into(),
        };
        Event::AttentionPrepared { run, model }
    }

    fn advance(&mut self, updates: u64) {
        for lane in &mut self.lanes {
            lane.run.advance(updates);
        }
    }

    fn step(&self) -> u64 {
        self.runs().map(Run::step_count).max().unwrap_or_default()
    }

    fn has_ended(&self) -> bool {
        self.runs().all(|run| run.diverged_at_step().is_some())
    }

    fn rewind(&mut self) {
        self.lanes.iter_mut().for_each(|lane| lane.run.rewind());
    }

    fn frame(&mut self, run: u32, going: Going) -> Event {
        let tokens_seen: u64 = self.runs().map(Run::tokens_seen).sum();
        let tokens_an_update = tokens_seen as f32 / self.step().max(1) as f32;
        let frame = wire::Frame {
            step: self.step(),
            tokens_per_second: going.updates_per_second * tokens_an_update,
            kept_steps: self.lanes[0].run.kept_steps().to_vec(),
            // A look that has become impossible shows nothing; the page keeps the last one.
            inspection: self.inspection().unwrap_or_default(),
            lanes: self.lanes.iter_mut().map(|lane| lane.frame(!going.running)).collect(),
        };
        Event::AttentionFrame { run, running: going.running, frame: Box::new(frame) }
    }

    fn look(&mut self, look: wire::Look) -> Result<(), String> {
        let tokens = self.tokens(&look.text)?;
        self.lane(look.lane)?;
        let before = self.look.replace((look, tokens));
        self.inspection().map(drop).inspect_err(|_| self.look = before)
    }

    fn write(&mut self, order: wire::Order) -> Result<(), String> {
        self.writing = None;
        if order.tokens > 0 {
            let (tokens, run) = (self.tokens(&order.text)?, self.lane(order.lane)?);
            let (vocabulary, end) = (self.task().vocabulary(), self.task().end());
            let end = end.map(|token| token as u32);
            let (_, weights) = weights_of(run, None)?;
            self.writing =
                Some(Writing::new(order, Rc::new(weights), tokens, Rc::new(vocabulary), end)?);
        }
        Ok(())
    }

    fn write_on(&mut self) -> Option<wire::Written> {
        let written = self.writing.as_mut()?.next(&*self.now_ms);
        if written.ending.is_some() {
            self.writing = None;
        }
        Some(written)
    }
}

impl Lane {
    fn frame(&mut self, exact: bool) -> wire::LaneFrame {
        let snapshot: Snapshot = self.run.snapshot(exact);
        let step = snapshot.accuracy_step;
        if self.samples.as_ref().is_none_or(|samples| samples.0 != step) {
            self.samples = Some((step, self.run.samples().into_iter().map(sample).collect()));
        }
        let point =
            |point: &ProgressPoint| wire::ProgressPoint { step: point.step, loss: point.loss };
        wire::LaneFrame {
            loss: snapshot.loss,
            accuracy: snapshot.accuracy,
            accuracy_step: step,
            samples: self.samples.iter().flat_map(|samples| samples.1.clone()).collect(),
            history: snapshot.history.iter().map(point).collect(),
            weights_hash: snapshot.weights_hash,
            diverged_at_step: snapshot.diverged_at_step,
        }
    }
}

fn sample(sample: Sample) -> wire::Sample {
    let Sample { given, written, expected } = sample;
    wire::Sample { given, written, expected }
}

/// What all lanes learn.
fn task(task: wire::Task, text: Option<&str>) -> Result<Task, String> {
    let own = |corpus: fn(&str) -> Result<Corpus, Invalid>| {
        let text = text.ok_or("There is no text to learn yet: paste one.")?;
        Ok::<_, String>(Task::Own(Arc::new(corpus(text).map_err(|invalid| invalid.0)?)))
    };
    Ok(match task {
        wire::Task::Copy => Task::Rewrite(Rewriting::Copy),
        wire::Task::Reverse => Task::Rewrite(Rewriting::Reverse),
        wire::Task::Sort => Task::Rewrite(Rewriting::Sort),
        wire::Task::Repeat => Task::Repeat,
        wire::Task::Brackets => Task::Brackets,
        wire::Task::Addition => Task::Addition,
        wire::Task::NextLetter => Task::NextLetter,
        wire::Task::Characters => own(Corpus::characters)?,
        wire::Task::Pairs => own(|text| Corpus::pairs(text, PAIRS_VOCABULARY))?,
        wire::Task::Checkpoint => return Err("A checkpoint learns nothing here.".into()),
    })
}

fn settings(config: &wire::Config, task: Task) -> Settings {
    Settings {
        task,
        layers: usize::from(config.layers),
        heads: usize::from(config.heads),
        width: usize::from(config.width),
        form: form(config.form),
        batch_size: usize::from(config.batch_size),
        learning_rate: config.learning_rate,
        dropout: config.dropout,
        seed: config.seed,
    }
}

fn form(form: wire::Form) -> Form {
    Form {
        positions: match form.positions {
            wire::Positions::Learned => Positions::Learned,
            wire::Positions::Sinusoidal => Positions::Sinusoidal,
            wire::Positions::Rotary => Positions::Rotary,
            wire::Positions::Distance => Positions::Distance,
            wire::Positions::None => Positions::None,
        },
        norm: match form.norm {
            wire::Norm::Before => Placement::Before,
            wire::Norm::After => Placement::After,
        },
        has_mlp: form.has_mlp,
        is_tied: form.is_tied,
        has_residual: form.has_residual,
    }
}

#[cfg(test)]
mod tests;
