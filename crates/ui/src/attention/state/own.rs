//! A trained model from the visitor's disk: read, refused, or in the place of the one that trains,
//! which waits aside until it is wanted again.

use std::rc::Rc;

use protocol::attention::checkpoint::{Found, Opening, Progress, Refusal};
use protocol::attention::{Config, Form, Task};
use protocol::trainer::{self, Event, Request};

use super::{Action, Phase, State};
use crate::attention::curve::Curves;
use crate::attention::view::View;

/// The visitor's checkpoint, so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    stage: Stage,
    /// How many sets of files have been opened; the number of the reader's run.
    launch: u32,
    /// How many requests there have been.
    requests: u64,
    /// Requests for the worker that reads, each with its number.
    pub outbox: Vec<(u64, Request)>,
    /// The page as it trains, while a checkpoint is in its place.
    training: Option<Rc<State>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
enum Stage {
    /// Nothing is opened.
    #[default]
    None,
    /// Files are read.
    Reading(Option<Progress>),
    /// They do not fit.
    Refused(Refusal),
    /// The model is shown.
    Open { are_heads_assumed: bool },
}

impl Own {
    /// Whether the page shows the checkpoint.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Open { .. })
    }

    /// Whether files are being read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        matches!(self.stage, Stage::Reading(_))
    }

    /// How far they are read, once the reader says.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        if let Stage::Reading(progress) = self.stage { progress } else { None }
    }

    /// Why the latest files were not opened.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        if let Stage::Refused(refusal) = &self.stage { Some(refusal) } else { None }
    }

    /// Whether the number of heads is a guess.
    #[must_use]
    pub fn are_heads_assumed(&self) -> bool {
        self.stage == Stage::Open { are_heads_assumed: true }
    }

    /// The reader that is needed, by number. What was refused holds no memory.
    #[must_use]
    pub fn reader(&self) -> Option<u32> {
        (self.is_open() || self.is_reading()).then_some(self.launch)
    }

    /// Lays a request into the reader's outbox.
    pub(super) fn send(&mut self, request: Request) {
        self.requests += 1;
        self.outbox.push((self.requests, request));
        if self.outbox.len() > super::OUTBOX {
            self.outbox.remove(0);
        }
    }
}

impl State {
    /// The page as it trains: itself, or what waits while a checkpoint is shown.
    #[must_use]
    pub fn training(&self) -> &Self {
        self.own.training.as_deref().unwrap_or(self)
    }

    /// What of an action is for the model that trains, while a checkpoint is in its place, goes there;
    /// the rest comes back.
    pub(super) fn pass_aside(&mut self, action: Action) -> Option<Action> {
        if let Some(training) = &mut self.own.training
            && matches!(action, Action::Heard(_) | Action::Died(_) | Action::Fetched(_))
        {
            Rc::make_mut(training).apply(action);
            return None;
        }
        Some(action)
    }

    pub(super) fn open_own(&mut self, opening: Opening) {
        self.leave_own();
        self.own.launch += 1;
        self.own.stage = Stage::Reading(None);
        self.own.outbox.clear();
        let config = trainer::Config::Checkpoint(opening);
        self.own.send(Request::Configure { run: self.own.launch, config });
    }

    /// Back to training, or no more reading.
    pub(super) fn leave_own(&mut self) {
        let Own { launch, requests, training, .. } = std::mem::take(&mut self.own);
        if let Some(training) = training {
            *self = Rc::unwrap_or_clone(training);
        }
        self.own = Own { launch, requests, ..Own::default() };
    }

    pub(super) fn hear_own(&mut self, event: Event) {
        if self.own.is_open() {
            return self.hear(event);
        }
        // What an earlier reader still says is not heard.
        let awaited = self.own.is_reading().then_some(self.own.launch);
        match event {
            Event::CheckpointProgress { run, progress } if awaited == Some(run) => {
                self.own.stage = Stage::Reading(Some(progress));
            }
            Event::CheckpointRefused { run, refusal } if awaited == Some(run) => {
                self.own.stage = Stage::Refused(refusal);
            }
            Event::Refused { run, reason } if awaited == Some(run) => {
                self.own.stage = Stage::Refused(Refusal { reason, shared_width: None });
            }
            Event::CheckpointPrepared { run, found } if awaited == Some(run) => {
                self.show_own(found);
            }
            _ => {}
        }
    }

    /// The worker that read it is gone, and with it the model.
    pub(super) fn own_died(&mut self, why: &str) {
        let why = why.trim_end_matches('.');
        if self.own.is_open() {
            self.leave_own();
            self.notice = Some(format!(
                "The worker that held your checkpoint ended ({why}). Open its files again to go on."
            ));
        } else if self.own.is_reading() {
            let reason = format!(
                "The worker that read it ended ({why}). Most often the device had not enough memory."
            );
            self.own.stage = Stage::Refused(Refusal { reason, shared_width: None });
        }
    }

    fn show_own(&mut self, found: Found) {
        let own = std::mem::take(&mut self.own);
        let mut training = self.clone();
        if training.phase == Phase::Training {
            training.apply(Action::Pause);
        }
        let are_heads_assumed = found.are_heads_assumed;
        let (training, stage) = (Some(Rc::new(training)), Stage::Open { are_heads_assumed });
        self.own = Own { stage, training, ..own };
        self.run = self.own.launch;
        self.phase = Phase::Paused;
        self.lanes = vec![config(&found)];
        self.lane = 0;
        self.curves = Rc::new(vec![Curves::default()]);
        self.frame = None;
        self.outbox.clear();
        (self.text, self.refusal, self.notice) = (String::new(), None, None);
        (self.back, self.head, self.cell) = (None, None, None);
        (self.view, self.stage, self.stage_cell) = (View::default(), None, None);
        self.forget_changes();
        self.forget_writing();
        self.prepared(found.model);
    }
}

/// A checkpoint as a lane; what only training needs stands at its least.
fn config(found: &Found) -> Config {
    Config {
        task: Task::Checkpoint,
        layers: found.layers,
        heads: found.heads,
        width: found.width,
        form: Form { is_tied: found.is_tied, ..Form::default() },
        batch_size: 1,
        learning_rate: 0.0,
        dropout: 0.0,
        seed: 0,
    }
}
