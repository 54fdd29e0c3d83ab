//! The lab's state, what can happen to it, and the orders that follow. No side effects: orders for
//! the worker are laid into the outbox, which the session carries out.

use std::rc::Rc;

use protocol::boundary::{Config, Data, Frame};
use protocol::trainer::{Event, Request};
use viz::network::UnitId;
use viz::words::Losses;
use yew::Reducible;

use super::config::{Change, opening};
use super::drawing::{Drawing, Stroke};
use super::fragment::Shared;

mod run;

/// What the run is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing is configured yet: storage is being asked for the last configuration.
    Opening,
    /// The worker is being loaded, or makes data and network.
    Preparing,
    /// Stands still.
    Paused,
    /// Trains until paused.
    Training,
    /// Trains up to this step: a link, or the way back after the worker was lost.
    Replaying(u64),
    /// This configuration cannot be trained; why, in words.
    Refused(String),
    /// The worker was lost twice at the same place and is not started again by itself.
    Lost(String),
}

/// How much is trained between two pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// An epoch a picture: to watch.
    #[default]
    Slow,
    /// Twenty epochs a picture.
    Fast,
    /// As fast as the worker can, 30 pictures a second at most.
    Full,
}

/// What the session does next.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// End the worker and start another one.
    Restart,
    /// Send this.
    Send(Request),
}

/// Everything that the lab shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is trained.
    pub config: Config,
    /// Number of the run, to tell answers to abandoned runs apart.
    pub run: u32,
    /// What the run is doing.
    pub phase: Phase,
    /// Training and test points.
    pub data: Option<Rc<Data>>,
    /// The latest frame; for a moment after a change still that of the run before.
    pub frame: Option<Rc<Frame>>,
    /// The loss curves since step 0, thinned.
    pub curve: Rc<Vec<Losses>>,
    /// How much is trained between two pictures.
    pub speed: Speed,
    /// Something that the visitor should know.
    pub notice: Option<String>,
    /// The unit whose map is shown large; `None` is the output.
    pub unit: Option<UnitId>,
    /// The pencil for own points, and what it has done.
    pub drawing: Drawing,
    /// Whether the visitor has changed a setting since the run was opened.
    pub is_chosen: bool,
    /// Orders, numbered.
    pub outbox: Vec<(u64, Order)>,
    /// Number of the last order.
    orders: u64,
    /// The run that the frame belongs to.
    frame_run: u32,
    /// Below full speed: the step that the worker was last told to train to.
    target: u64,
    /// Whether the worker is known to run once it has heard the last request.
    expects: Option<bool>,
    /// Whether to train on after a replay.
    goes_on: bool,
    /// The step at which the worker was lost, until a later one is reached.
    lost_at: Option<u64>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A run out of a link or out of storage, with what to say about it.
    Open(Shared, Option<String>),
    /// The visitor changed a setting.
    Change(Change),
    /// The visitor drew, erased or pasted points.
    Draw(Stroke),
    /// Train until paused.
    Train,
    /// Stand still.
    Pause,
    /// Train at this speed from now on.
    Pace(Speed),
    /// One update.
    Step,
    /// One pass over the training points.
    Epoch,
    /// Back to the same initialisation.
    Rewind,
    /// The worker said something.
    Heard(Event),
    /// The worker died; why.
    Died(String),
    /// Start a lost worker again.
    Revive,
    /// Show a unit's map large, or the output's.
    Look(Option<UnitId>),
    /// The notice has been read.
    Dismiss,
    /// Orders up to this number have been carried out.
    Sent(u64),
}

impl Default for State {
    fn default() -> Self {
        Self {
            config: opening(),
            run: 0,
            phase: Phase::Opening,
            data: None,
            frame: None,
            curve: Rc::default(),
            speed: Speed::default(),
            notice: None,
            unit: None,
            drawing: Drawing::default(),
            is_chosen: false,
            outbox: Vec::new(),
            orders: 0,
            frame_run: 0,
            target: 0,
            expects: None,
            goes_on: false,
            lost_at: None,
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Open(shared, notice) => next.open(shared, notice),
            Action::Change(change) => next.change(change),
            Action::Draw(stroke) => {
                if let Some(data) = next.drawing.apply(&self.config, self.data.as_deref(), stroke) {
                    next.change(Change::Data(data));
                }
            }
            Action::Train => next.train(),
            Action::Pause => next.pause(),
            Action::Pace(speed) => next.pace(speed),
            Action::Step if !self.is_running() => next.run_to(next.step() + 1),
            Action::Epoch if !self.is_running() => {
                next.run_to(next.step() + next.updates_an_epoch());
            }
            Action::Step | Action::Epoch => {}
            Action::Rewind => next.run_to(0),
            Action::Heard(event) => next.heard(event),
            Action::Died(why) => next.died(why),
            Action::Revive => next.revive(),
            Action::Look(unit) => next.unit = unit,
            Action::Dismiss => next.notice = None,
            Action::Sent(number) => next.outbox.retain(|(order, _)| *order > number),
        }
        next.into()
    }
}

impl State {
    /// Step of this run; 0 before its first frame.
    pub fn step(&self) -> u64 {
        let own = self.frame.as_ref().filter(|_| self.frame_run == self.run);
        own.map_or(0, |frame| frame.step)
    }

    /// Whether the network is changing.
    pub fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Training | Phase::Replaying(_))
    }

    /// Whether Train, Step and Rewind do something.
    pub fn is_ready(&self) -> bool {
        self.frame.is_some() && !matches!(self.phase, Phase::Refused(_) | Phase::Lost(_))
    }

    /// Whether the run has ended by itself.
    pub fn has_diverged(&self) -> bool {
        self.frame.as_ref().is_some_and(|frame| frame.diverged_at_step.is_some())
    }

    /// Updates between two pictures; `None` at full speed.
    fn stride(&self) -> Option<u64> {
        match self.speed {
            Speed::Slow => Some(self.updates_an_epoch()),
            Speed::Fast => Some(20 * self.updates_an_epoch()),
            Speed::Full => None,
        }
    }

    /// Updates in one pass over the training points.
    pub fn updates_an_epoch(&self) -> u64 {
        let points = self.data.as_ref().map_or(1, |data| data.train.len());
        points.div_ceil(usize::from(self.config.batch_size.max(1))).max(1) as u64
    }
}

#[cfg(test)]
mod tests;
