//! The state of a lab, what can happen to it, and the orders that follow. No side effects: orders for
//! the worker are laid into the outbox, which the session carries out.

use std::rc::Rc;

use content::Lab;
use content::lab::{Experiment, Question};
use figures::Sheet;
use protocol::lab::{Frame, Language, Prepared};
use protocol::trainer::{Event, Request};
use viz::network::UnitId;
use yew::Reducible;

use super::{
    drawing::{Drawing, Stroke},
    fragment::Shared,
    grade::{Answer, Grade, grade},
    plan::{Change, Plan},
};

mod record;
mod run;
mod tables;

use record::Record;
pub use tables::Kept;

/// What the run is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing is configured yet: storage is being asked for the last plan.
    Opening,
    /// The worker is being loaded, or prepares the lanes.
    Preparing,
    /// Stands still.
    Paused,
    /// Runs until it is paused or has gone as far as it should.
    Training,
    /// Runs up to this step: a link, or the way back after the worker was lost.
    Replaying(u64),
    /// This plan cannot be run; why, in words.
    Refused(String),
    /// The worker was lost twice at the same place and is not started again by itself.
    Lost(String),
}

/// How much happens between two pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// The lab's own stride: to watch.
    #[default]
    Slow,
    /// Twenty times as much.
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

/// A lane as a program, as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    /// In which language.
    pub language: Language,
    /// The text, once the worker has written it.
    pub text: Option<String>,
}

/// Everything that a lab shows.
#[derive(Clone, Debug)]
pub struct State {
    /// What is declared.
    pub lab: Rc<Lab>,
    /// What is run.
    pub plan: Plan,
    /// The lane whose controls are shown.
    pub lane: usize,
    /// The table in use when the visitor's own is run on: theirs, or a link's.
    pub own: Option<Rc<Sheet>>,
    /// Whether that table came with a link, and nobody here has drawn on it.
    pub is_linked: bool,
    /// Tables of the visitor's that others took the place of, the latest last.
    pub aside: Vec<Rc<Sheet>>,
    /// The pencil for points, and what it has done.
    pub drawing: Drawing,
    /// The lane and the unit whose map is shown large.
    pub unit: Option<(usize, UnitId)>,
    /// Number of the run, to tell answers to abandoned runs apart.
    pub run: u32,
    /// What the run is doing.
    pub phase: Phase,
    /// What does not change while it runs.
    pub prepared: Option<Rc<Prepared>>,
    /// The latest frame; for a moment after a change still that of the run before.
    pub frame: Option<Rc<Frame>>,
    /// Frames since step 0, thinned.
    pub record: Record,
    /// The recorded frame that is looked at; otherwise the latest.
    pub looking_at: Option<usize>,
    /// How much happens between two pictures.
    pub speed: Speed,
    /// Updates a second, while it runs at full speed.
    pub updates_per_second: f32,
    /// Something that the visitor should know.
    pub notice: Option<String>,
    /// What the visitor has predicted about this experiment.
    pub guess: Option<Answer>,
    /// A lane as a program, once asked for.
    pub program: Option<Program>,
    /// Whether the visitor has changed anything since the run was opened.
    pub is_chosen: bool,
    /// Orders, numbered.
    pub outbox: Vec<(u64, Order)>,
    /// Number of the last order.
    orders: u64,
    /// The run that the frame belongs to.
    frame_run: u32,
    /// Below full speed: the step that the worker was last told to go to.
    target: u64,
    /// The step that Step, Epoch or Rewind led to, until its frame is here: presses add up.
    awaited: Option<u64>,
    /// Step at which Train pauses by itself.
    stop_at: u64,
    /// Whether the worker is known to run once it has heard the last request.
    expects: Option<bool>,
    /// Whether to train on after a replay.
    goes_on: bool,
    /// The step at which the worker was lost, until a later one is reached.
    lost_at: Option<u64>,
    /// Actions so far.
    actions: u64,
}

/// Two states of one lab are the same if as much has happened: every component asks after every action,
/// and comparing all recorded frames would take longer than drawing one.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.actions == other.actions && Rc::ptr_eq(&self.lab, &other.lab)
    }
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A run out of a link or out of storage, with the kept tables and with what to say about it.
    Open(Shared, Kept, Option<String>),
    /// The visitor changed the plan.
    Change(Change),
    /// The visitor brought a table; it is used at once.
    Own(Rc<Sheet>),
    /// The visitor drew, erased or took back points.
    Draw(Stroke),
    /// Use the table that was set aside last.
    BringBack,
    /// Show this lane's unit large; the same again, the whole network.
    Enlarge(usize, UnitId),
    /// Controls of this lane are shown.
    Show(usize),
    /// The visitor answered the question; the experiment runs.
    Guess(Answer),
    /// Train until paused.
    Train,
    /// Stand still.
    Pause,
    /// Go at this speed from now on.
    Pace(Speed),
    /// One update.
    Step,
    /// One pass over the training data.
    Epoch,
    /// Back to the same start.
    Rewind,
    /// Look at a recorded frame; nothing for the latest.
    Look(Option<usize>),
    /// Write a lane as a program.
    Program(usize, Language),
    /// The worker said something.
    Heard(Event),
    /// The worker died; why.
    Died(String),
    /// Start a lost worker again.
    Revive,
    /// The notice has been read.
    Dismiss,
    /// Orders up to this number have been carried out.
    Sent(u64),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.actions += 1;
        match action {
            Action::Open(shared, kept, notice) => next.open(shared, kept, notice),
            Action::Change(change) => next.change(change),
            Action::Own(sheet) => {
                next.drawing.remember(next.own.as_ref());
                next.bring(sheet);
            }
            Action::Draw(stroke) => next.draw(stroke),
            Action::BringBack => next.bring_back(),
            Action::Enlarge(lane, unit) => {
                next.unit = Some((lane, unit)).filter(|chosen| next.unit != Some(*chosen));
            }
            Action::Show(lane) => next.lane = lane.min(next.plan.lanes.len() - 1),
            Action::Guess(answer) => next.guess(answer),
            Action::Train => next.train(),
            Action::Pause => next.pause(),
            Action::Pace(speed) => next.pace(speed),
            Action::Step if !self.is_running() => next.go(1),
            Action::Epoch if !self.is_running() => next.go(next.updates_an_epoch()),
            Action::Step | Action::Epoch => {}
            Action::Rewind => next.run_to(0),
            Action::Look(index) => next.look(index),
            Action::Program(lane, language) => next.ask_for_program(lane, language),
            Action::Heard(event) => next.heard(event),
            Action::Died(why) => next.died(why),
            Action::Revive => next.revive(),
            Action::Dismiss => next.notice = None,
            Action::Sent(number) => next.outbox.retain(|(order, _)| *order > number),
        }
        next.into()
    }
}

impl State {
    /// A lab before anything is known about what to run.
    pub fn new(lab: Rc<Lab>) -> Self {
        Self {
            plan: Shared::opening(&lab).plan,
            lab,
            lane: 0,
            own: None,
            is_linked: false,
            aside: Vec::new(),
            drawing: Drawing::default(),
            unit: None,
            run: 0,
            phase: Phase::Opening,
            prepared: None,
            frame: None,
            record: Record::default(),
            looking_at: None,
            speed: Speed::default(),
            updates_per_second: 0.0,
            notice: None,
            guess: None,
            program: None,
            is_chosen: false,
            outbox: Vec::new(),
            orders: 0,
            frame_run: 0,
            target: 0,
            awaited: None,
            stop_at: 0,
            expects: None,
            goes_on: false,
            lost_at: None,
            actions: 0,
        }
    }

    /// Step of this run; 0 before its first frame.
    pub fn step(&self) -> u64 {
        let own = self.frame.as_ref().filter(|_| self.frame_run == self.run);
        own.map_or(0, |frame| frame.step)
    }

    /// Step of the frame on screen: the recorded one that is looked at, otherwise this run's.
    pub fn shown_step(&self) -> u64 {
        let looked_at = self.looking_at.and_then(|index| self.record.get(index));
        looked_at.map_or_else(|| self.step(), |frame| frame.step)
    }

    /// The frame on screen: the latest, or the recorded one that is looked at.
    pub fn shown(&self) -> Option<&Rc<Frame>> {
        self.looking_at.and_then(|index| self.record.get(index)).or(self.frame.as_ref())
    }

    /// Whether the visitor's table is what is run on.
    pub fn is_own(&self) -> bool {
        self.plan.base.get("data").is_some_and(|data| data.to_string() == "own")
    }

    /// Whether the lanes are changing.
    pub fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Training | Phase::Replaying(_))
    }

    /// Whether Train, Step and Rewind do something.
    pub fn is_ready(&self) -> bool {
        self.frame.is_some() && !matches!(self.phase, Phase::Refused(_) | Phase::Lost(_))
    }

    /// Whether the run has ended by itself.
    pub fn has_ended(&self) -> bool {
        self.frame.as_ref().is_some_and(|frame| frame.has_ended)
    }

    /// The experiment that is being run, until something is changed.
    pub fn experiment(&self) -> Option<&Experiment> {
        self.lab.experiment(self.plan.experiment.as_deref()?)
    }

    /// The question about this experiment, if it asks one.
    pub fn question(&self) -> Option<(&Experiment, &Question)> {
        let experiment = self.experiment()?;
        Some((experiment, experiment.question.as_ref()?))
    }

    /// How the question came out, once the run has gone far enough.
    pub fn grade(&self) -> Option<Grade> {
        let (experiment, question) = self.question()?;
        let frame = self.frame.as_ref().filter(|_| self.frame_run == self.run)?;
        let is_over = frame.has_ended || frame.step >= experiment.steps;
        let measures = &self.prepared.as_ref()?.measures;
        if is_over { grade(experiment, question, measures, frame) } else { None }
    }

    /// Updates between two pictures; `None` at full speed.
    fn stride(&self) -> Option<u64> {
        match self.speed {
            Speed::Slow => Some(self.lab.stride),
            Speed::Fast => Some(20 * self.lab.stride),
            Speed::Full => None,
        }
    }

    /// Updates in one pass over the training data.
    pub fn updates_an_epoch(&self) -> u64 {
        self.prepared.as_ref().map_or(1, |prepared| prepared.updates_an_epoch.max(1))
    }
}

#[cfg(test)]
mod tests;
