//! The attention page's state, what can happen to it, and the requests that follow. No side
//! effects: requests for the worker are laid into the outbox, which the component sends.

use std::rc::Rc;

use protocol::{
    attention::{Config, Frame, Model},
    trainer::{self, Event, Request},
};
use yew::Reducible;

mod action;

use super::{curve::Curves, fragment::Shared};
pub use action::{Action, Phase};

/// Everything that the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is trained.
    pub config: Config,
    /// Number of the run, to tell answers to abandoned runs apart.
    pub run: u32,
    /// What the run is doing.
    pub phase: Phase,
    /// The model, once it is built.
    pub model: Option<Rc<Model>>,
    /// The latest frame.
    pub frame: Option<Rc<Frame>>,
    /// Loss and accuracy so far.
    pub curves: Rc<Curves>,
    /// What the visitor typed.
    pub text: String,
    /// Why the typed text cannot be looked at.
    pub refusal: Option<String>,
    /// Layer and head in focus, from 0; `None` follows the head that is easiest to read.
    pub head: Option<(usize, usize)>,
    /// Query and key in focus, from 0; `None` follows the last query's strongest key.
    pub cell: Option<(usize, usize)>,
    /// Something that the visitor should know.
    pub notice: Option<String>,
    /// Requests for the worker, each with its number.
    pub outbox: Vec<(u64, Request)>,
    /// Whether the worker was lost before on the way to this step.
    lost_at: Option<u64>,
}

/// Requests kept for the component; far more than can gather between two renders.
const OUTBOX: usize = 32;

impl State {
    /// The state that a link, or no link, opens with. Its first request is already in the outbox.
    #[must_use]
    pub fn open(shared: Shared, refused: &[String]) -> Self {
        let mut state = Self {
            config: shared.config.clone(),
            run: 0,
            phase: Phase::Preparing,
            model: None,
            frame: None,
            curves: Rc::default(),
            text: String::new(),
            refusal: None,
            head: None,
            cell: None,
            notice: None,
            outbox: Vec::new(),
            lost_at: None,
        };
        state.load(shared, refused);
        state
    }

    /// What a link to this run says.
    #[must_use]
    pub fn shared(&self) -> Shared {
        let (layer, head) = self.head.unwrap_or_default();
        Shared {
            config: self.config.clone(),
            step: self.step(),
            text: (!self.text.is_empty()).then(|| self.text.clone()),
            head: self.head.map(|_| (layer as u8, head as u8)),
        }
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

    fn load(&mut self, shared: Shared, refused: &[String]) {
        self.text = shared.text.unwrap_or_default();
        self.head = shared.head.map(|(layer, head)| (layer.into(), head.into()));
        self.notice = (!refused.is_empty()).then(|| {
            format!(
                "The link holds something unusable ({}); the default stands there instead.",
                refused.join(", ")
            )
        });
        self.configure(shared.config, shared.step);
    }

    fn send(&mut self, request: Request) {
        let number = self.outbox.last().map_or(1, |(number, _)| number + 1);
        self.outbox.push((number, request));
        if self.outbox.len() > OUTBOX {
            self.outbox.remove(0);
        }
    }

    /// A new run; trains to `step` once the model is there.
    fn configure(&mut self, config: Config, step: u64) {
        self.run += 1;
        self.phase = if step > 0 { Phase::Replaying(step) } else { Phase::Preparing };
        self.model = None;
        self.curves = Rc::default();
        self.cell = None;
        self.refusal = None;
        let fits = |(layer, head): &(usize, usize)| {
            *layer < config.layers.into() && *head < config.heads.into()
        };
        self.head = self.head.filter(fits);
        let request_config = trainer::Config::Attention(config.clone());
        self.config = config;
        self.send(Request::Configure { run: self.run, config: request_config });
    }

    fn train_to(&mut self, step: u64) {
        self.phase = Phase::Replaying(step);
        self.send(Request::RunTo { run: self.run, step });
    }

    fn type_text(&mut self, text: String) {
        self.text = text;
        self.refusal = None;
        self.cell = None;
        self.send(Request::Inspect { run: self.run, text: self.text.clone() });
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::AttentionPrepared { run, model } if run == self.run => self.prepared(model),
            Event::AttentionFrame { run, frame, .. } if run == self.run => self.show(*frame),
            Event::TextRefused { run, reason } if run == self.run => self.refusal = Some(reason),
            Event::Refused { run, reason } if run == self.run => {
                self.phase = Phase::Paused;
                self.notice = Some(reason);
            }
            _ => {}
        }
    }

    fn prepared(&mut self, model: Model) {
        if self.text.is_empty() {
            self.text.clone_from(&model.example);
        }
        self.model = Some(Rc::new(model));
        self.send(Request::Inspect { run: self.run, text: self.text.clone() });
        match self.phase {
            Phase::Replaying(step) => self.train_to(step),
            _ => self.phase = Phase::Paused,
        }
    }

    fn show(&mut self, mut frame: Frame) {
        self.send(Request::FrameShown { run: self.run });
        Rc::make_mut(&mut self.curves).extend(&frame);
        if let Some(step) = frame.diverged_at_step {
            self.phase = Phase::Diverged(step);
        } else if matches!(self.phase, Phase::Replaying(step) if frame.step >= step) {
            self.phase = Phase::Paused;
        }
        if self.lost_at.is_some_and(|step| frame.step > step) {
            self.lost_at = None;
        }
        match &frame.inspection {
            Some(inspection) if inspection.text == self.text => self.refusal = None,
            Some(_) => {}
            // A frame without a look at the text must not blank the matrix.
            None => frame.inspection = self.frame.as_ref().and_then(|old| old.inspection.clone()),
        }
        self.frame = Some(Rc::new(frame));
    }

    /// The first loss on the way to a step is mended at once; a second one is left to the visitor.
    fn died(&mut self, why: &str) {
        let step = match self.phase {
            Phase::Replaying(step) => step,
            _ => self.step(),
        };
        if self.lost_at.is_some() {
            self.phase = Phase::Lost(why.to_owned());
            return;
        }
        self.lost_at = Some(step);
        self.notice = Some(format!(
            "The worker that trains ended ({}). It was started again and trains back to step {step}: \
             the same seed gives the same weights.",
            why.trim_end_matches('.')
        ));
        self.configure(self.config.clone(), step);
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Heard(event) => self.hear(event),
            Action::Died(why) => self.died(&why),
            Action::Configure(config) => {
                if config.task != self.config.task {
                    self.text.clear();
                }
                self.notice = None;
                self.configure(config, 0);
            }
            Action::Open(shared, refused) => self.load(shared, &refused),
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
                self.configure(self.config.clone(), step);
            }
            Action::Type(text) => self.type_text(text),
            Action::FocusHead(layer, head) => self.head = Some((layer, head)),
            Action::FocusCell(query, key) => self.cell = Some((query, key)),
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
