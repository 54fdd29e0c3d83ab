//! The attention page's state, what can happen to it, and the requests that follow. No side
//! effects: requests for the worker are laid into the outbox, which the component sends.

use std::rc::Rc;

use protocol::{
    attention::{
        Config, Frame, LaneFrame, Look, Model,
        look::{Changes, Part},
    },
    trainer::{Event, Request},
};
use yew::Reducible;

mod action;
mod changes;
mod focus;
mod lanes;
mod own;
mod run;
mod writing;

use super::{curve::Curves, fragment::Shared, part, spaces, view::View};
pub use action::{Action, Phase};
pub use own::Own;
pub use writing::Writing;

/// Everything that the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is trained, side by side.
    pub lanes: Vec<Config>,
    /// The lane in focus.
    pub lane: usize,
    /// Number of the run, to tell answers to abandoned runs apart.
    pub run: u32,
    /// What the run is doing.
    pub phase: Phase,
    /// The model, once it is built.
    pub model: Option<Rc<Model>>,
    /// The latest frame.
    pub frame: Option<Rc<Frame>>,
    /// Loss and accuracy so far, of each lane.
    pub curves: Rc<Vec<Curves>>,
    /// The visitor's text to learn, where that is the task.
    pub own_text: Rc<str>,
    /// What the visitor typed.
    pub text: String,
    /// Why the typed text cannot be looked at.
    pub refusal: Option<String>,
    /// An earlier step whose weights are looked at; otherwise the present ones.
    pub back: Option<u64>,
    /// Layer and head in focus, from 0; `None` follows the head that is easiest to read.
    pub head: Option<(usize, usize)>,
    /// Query and key in focus, from 0; `None` follows the last query's strongest key.
    pub cell: Option<(usize, usize)>,
    /// What is shown below the text.
    pub view: View,
    /// The stage shown in numbers.
    pub stage: Option<Part>,
    /// The cell of that stage in focus.
    pub stage_cell: Option<(u32, u32)>,
    /// Interventions.
    pub changes: Changes,
    /// What they were before each of them, the latest last.
    pub past_changes: Vec<Changes>,
    /// Step of the tour that is open, from 0.
    pub tour: Option<u8>,
    /// The text that is continued.
    pub writing: Option<Rc<Writing>>,
    /// The latest one that was written with the other setting of the cache, to compare costs.
    pub other_writing: Option<Rc<Writing>>,
    /// Something that the visitor should know.
    pub notice: Option<String>,
    /// Requests for the worker that trains, each with its number.
    pub outbox: Vec<(u64, Request)>,
    /// A trained model from the visitor's disk.
    pub own: Own,
    /// Where to train to, as soon as the run is configured.
    wanted_step: Option<u64>,
    /// Whether the worker was lost before on the way to this step.
    lost_at: Option<u64>,
}

/// Requests kept for the component; far more than can gather between two renders.
const OUTBOX: usize = 32;

impl State {
    /// The state that a link, or no link, opens with.
    #[must_use]
    pub fn open(shared: Shared, refused: &[String]) -> Self {
        let mut state = Self {
            lanes: shared.lanes.clone(),
            lane: 0,
            run: 0,
            phase: Phase::Preparing,
            model: None,
            frame: None,
            curves: Rc::default(),
            own_text: Rc::from(""),
            text: String::new(),
            refusal: None,
            back: None,
            head: None,
            cell: None,
            view: View::default(),
            stage: None,
            stage_cell: None,
            changes: Changes::default(),
            past_changes: Vec::new(),
            tour: None,
            writing: None,
            other_writing: None,
            notice: None,
            outbox: Vec::new(),
            own: Own::default(),
            wanted_step: None,
            lost_at: None,
        };
        state.load(shared, refused);
        state
    }

    /// What a link to this run says; of a checkpoint it says nothing.
    #[must_use]
    pub fn shared(&self) -> Shared {
        if self.own.is_open() {
            return self.training().shared();
        }
        let (layer, head) = self.head.unwrap_or_default();
        Shared {
            lanes: self.lanes.clone(),
            step: Some(self.step()),
            text: (!self.text.is_empty()).then(|| self.text.clone()),
            head: self.head.map(|_| (layer as u8, head as u8)),
            view: self.view,
            stage: self
                .stage
                .filter(|stage| self.view == View::Inside && part::exists(*stage, &self.lanes[0])),
            tour: self.tour,
        }
    }

    /// The settings of the lane in focus.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.lanes[self.lane]
    }

    /// The lane in focus, at the present step.
    #[must_use]
    pub fn lane_frame(&self) -> Option<&LaneFrame> {
        self.frame.as_ref()?.lanes.get(self.lane)
    }

    /// Updates so far.
    #[must_use]
    pub fn step(&self) -> u64 {
        self.frame.as_ref().map_or(0, |frame| frame.step)
    }

    /// Whether steps are being made.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Training | Phase::Replaying(_))
    }

    fn send(&mut self, request: Request) {
        if self.own.is_open() {
            return self.own.send(request);
        }
        let number = self.outbox.last().map_or(1, |(number, _)| number + 1);
        self.outbox.push((number, request));
        if self.outbox.len() > OUTBOX {
            self.outbox.remove(0);
        }
    }

    fn train_to(&mut self, step: u64) {
        self.phase = Phase::Replaying(step);
        self.send(Request::RunTo { run: self.run, step });
    }

    fn type_text(&mut self, text: String) {
        self.text = text;
        self.refusal = None;
        self.cell = None;
        self.stage_cell = None;
        self.forget_changes();
        self.look();
    }

    /// Asks for a look at what is in focus now.
    fn look(&mut self) {
        let look = Look {
            lane: self.lane as u8,
            text: self.text.clone(),
            step: self.back,
            changes: self.changes.clone(),
            open: self.stage,
            cell: self.stage_cell,
        };
        self.send(Request::Look { run: self.run, look });
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::AttentionPrepared { run, model } if run == self.run => self.prepared(model),
            Event::AttentionFrame { run, frame, .. } if run == self.run => self.show(*frame),
            Event::TextRefused { run, reason } if run == self.run => self.refusal = Some(reason),
            Event::Written { run, mut written } if run == self.run => {
                spaces::mark_written(&mut written);
                if let Some(writing) = &mut self.writing {
                    Rc::make_mut(writing).hear(written);
                }
            }
            Event::WriteRefused { run, number, reason } if run == self.run => {
                self.writing_refused(number, reason);
            }
            Event::Refused { run, reason } if run == self.run => {
                self.phase = Phase::Paused;
                self.notice = Some(reason);
            }
            _ => {}
        }
    }

    fn apply(&mut self, action: Action) {
        let Some(action) = self.pass_aside(action) else { return };
        match action {
            Action::Heard(event) => self.hear(event),
            Action::HeardOwn(event) => self.hear_own(event),
            Action::OwnDied(why) => self.own_died(&why),
            Action::OpenOwn(opening) => self.open_own(opening),
            Action::LeaveOwn => self.leave_own(),
            Action::Died(why) => self.died(&why),
            Action::Fetched(saved) => {
                if self.phase == Phase::Fetching {
                    self.prepare(saved);
                }
            }
            Action::Configure(config) => self.change_lane(config),
            Action::Compare(lanes) => self.compare(lanes),
            Action::AddLane => self.add_lane(),
            Action::RemoveLane(lane) => self.remove_lane(lane),
            Action::ShowLane(lane) => self.show_lane(lane),
            Action::Open(shared, refused) => {
                self.leave_own();
                self.load(shared, &refused);
            }
            Action::Train => {
                self.notice = None;
                self.phase = Phase::Training;
                self.send(Request::Start { run: self.run });
            }
            Action::Pause => {
                self.phase = Phase::Paused;
                self.send(Request::Pause { run: self.run });
            }
            Action::StepOnce => self.train_to(self.step() + 1),
            Action::Rewind => {
                self.notice = None;
                self.phase = Phase::Paused;
                self.send(Request::RunTo { run: self.run, step: 0 });
            }
            Action::Recover => {
                self.notice = None;
                let step = self.lost_at.take().unwrap_or_default();
                self.configure(self.lanes.clone(), Some(step));
            }
            Action::Own(text) => self.learn(text),
            Action::Type(text) => self.type_text(text),
            Action::LookBack(step) => {
                self.back = step;
                self.look();
            }
            Action::FocusHead(layer, head) => self.focus_head(layer, head),
            Action::FocusCell(query, key) => self.cell = Some((query, key)),
            Action::ShowView(view) => self.show_view(view),
            Action::ShowStage(stage) => self.show_stage(stage),
            Action::ShowCell(row, column) => {
                self.stage_cell = Some((row, column));
                self.look();
            }
            Action::Change(changes) => self.change(changes),
            Action::UndoChange => self.undo_change(),
            Action::ShowTour(step) => self.tour = step,
            Action::Write(order) => self.write(order),
            Action::StopWriting => self.stop_writing(),
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        state.apply(action);
        Rc::new(state)
    }
}

#[cfg(test)]
pub(super) mod tests;
