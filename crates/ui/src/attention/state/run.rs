//! A run's life: configured, prepared, shown, lost.

use std::rc::Rc;

use protocol::attention::{Config, Frame, Model, Plan};
use protocol::trainer::{self, Request};

use super::{Phase, State};
use crate::attention::{curve::Curves, fragment::Shared, shipped, spaces, task::needs_text};

impl State {
    pub(super) fn load(&mut self, shared: Shared, refused: &[String]) {
        self.text = shared.text.unwrap_or_default();
        self.view = shared.view;
        self.stage = shared.stage;
        self.tour = shared.tour;
        let head = shared.head.map(|(layer, head)| (layer.into(), head.into()));
        self.head = self.head_of_stage().or(head);
        self.lane = 0;
        self.notice = (!refused.is_empty()).then(|| {
            format!(
                "The link holds something unusable ({}); the default stands there instead.",
                refused.join(", ")
            )
        });
        self.configure(shared.lanes, shared.step);
    }

    /// A new run; goes to `step` once the model is there. Without a step, settings that the site has
    /// a trained state of start there, others at 0.
    pub(super) fn configure(&mut self, lanes: Vec<Config>, step: Option<u64>) {
        self.run += 1;
        self.model = None;
        self.curves = Rc::new(vec![Curves::default(); lanes.len()]);
        self.refusal = None;
        self.back = None;
        self.cell = None;
        self.forget_changes();
        self.forget_writing();
        self.stage_cell = None;
        self.wanted_step = step;
        self.lane = self.lane.min(lanes.len() - 1);
        self.lanes = lanes;
        self.keep_focus_inside();
        if step != Some(0) && self.shipped().is_some() {
            self.phase = Phase::Fetching;
        } else {
            self.prepare(None);
        }
    }

    /// The trained state that the site has for these settings: the name of its file.
    #[must_use]
    pub fn shipped(&self) -> Option<&'static str> {
        match self.lanes.as_slice() {
            [config] => shipped::name(config),
            _ => None,
        }
    }

    /// Another text to learn. Where a link waited for it, what the link says is done with it.
    pub(super) fn learn(&mut self, text: Rc<str>) {
        self.own_text = text;
        self.notice = None;
        let step = self.wanted_step.filter(|_| self.phase == Phase::Wanting);
        if self.phase != Phase::Wanting {
            self.text.clear();
        }
        self.configure(self.lanes.clone(), step);
    }

    pub(super) fn prepare(&mut self, saved: Option<Vec<u8>>) {
        self.phase = match self.wanted_step {
            Some(step) if step > 0 => Phase::Replaying(step),
            _ => Phase::Preparing,
        };
        let text = needs_text(self.config().task).then(|| self.own_text.to_string());
        if text.as_ref().is_some_and(String::is_empty) {
            self.phase = Phase::Wanting;
            return;
        }
        let plan = Plan { lanes: self.lanes.clone(), text, saved };
        self.send(Request::Configure { run: self.run, config: trainer::Config::Attention(plan) });
    }

    pub(super) fn prepared(&mut self, mut model: Model) {
        spaces::mark_model(&mut model);
        if self.text.is_empty() {
            self.text.clone_from(&model.example);
        }
        self.model = Some(Rc::new(model));
        self.look();
        match self.phase {
            Phase::Replaying(step) => self.train_to(step),
            _ => self.phase = Phase::Paused,
        }
    }

    pub(super) fn show(&mut self, mut frame: Frame) {
        self.send(Request::FrameShown { run: self.run });
        for (curves, lane) in Rc::make_mut(&mut self.curves).iter_mut().zip(&frame.lanes) {
            curves.extend(frame.step, lane);
        }
        if let Some(step) = diverged(&frame) {
            self.phase = Phase::Diverged(step);
        } else if matches!(self.phase, Phase::Replaying(step) if frame.step >= step) {
            self.phase = Phase::Paused;
        }
        if self.lost_at.is_some_and(|step| frame.step > step) {
            self.lost_at = None;
        }
        if self.back.is_some_and(|step| !frame.kept_steps.contains(&step)) {
            self.back = None;
            self.look();
        }
        if let Some(inspection) = &mut frame.inspection {
            spaces::mark_inspection(inspection);
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
    pub(super) fn died(&mut self, why: &str) {
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
        self.configure(self.lanes.clone(), Some(step));
    }
}

/// The first step at which a lane diverged, once all have.
fn diverged(frame: &Frame) -> Option<u64> {
    let steps: Option<Vec<u64>> = frame.lanes.iter().map(|lane| lane.diverged_at_step).collect();
    steps?.into_iter().min()
}
