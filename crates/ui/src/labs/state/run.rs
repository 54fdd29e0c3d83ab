//! How a run goes: what each action orders, and what the worker's answers change.

use std::rc::Rc;

use figures::Figure;
use protocol::lab::{Config, Frame, Language};
use protocol::trainer::{self, Event, Request};
use viz::{format, network::UnitId};

use super::super::{
    fragment::Shared,
    grade::Answer,
    plan::{Change, Plan},
};
use super::{Kept, Order, Phase, Program, Speed, State};

impl State {
    fn send(&mut self, request: Request) {
        self.order(Order::Send(request));
    }

    fn order(&mut self, order: Order) {
        self.orders += 1;
        self.outbox.push((self.orders, order));
    }

    pub(super) fn open(&mut self, shared: Shared, kept: Kept, notice: Option<String>) {
        self.notice = notice;
        self.open_tables(shared.own, kept);
        self.is_chosen = false;
        self.take(shared.plan);
        self.configure(shared.step, false);
    }

    pub(super) fn change(&mut self, change: Change) {
        let taken = matches!(change, Change::Take(_));
        let added = matches!(change, Change::Add(_));
        let plan = self.plan.clone().changed(&self.lab, change);
        if plan == self.plan && !taken {
            return;
        }
        let is_live = plan.lanes.len() == self.plan.lanes.len() && self.differs_live(&plan);
        let goes_on = self.phase == Phase::Training && !self.has_ended() && !taken;
        self.is_chosen = true;
        if is_live {
            self.plan = plan;
            let (run, lanes) = (self.run, self.plan.all());
            self.send(Request::Adjust { run, lanes });
            return;
        }
        self.notice = None;
        self.take(plan);
        if added {
            self.lane = self.plan.lanes.len() - 1;
        }
        self.configure(0, goes_on);
    }

    /// Whether another plan differs in live controls only.
    fn differs_live(&self, plan: &Plan) -> bool {
        let is_same = |lane: usize| {
            let (now, next) = (self.plan.settings(lane), plan.settings(lane));
            let still = self.lab.controls.iter().filter(|control| !control.is_live);
            still.into_iter().all(|control| now.get(&control.name) == next.get(&control.name))
        };
        *plan != self.plan && (0..plan.lanes.len()).all(is_same)
    }

    pub(super) fn take(&mut self, plan: Plan) {
        if plan.experiment != self.plan.experiment {
            self.guess = None;
        }
        if plan.experiment != self.plan.experiment || plan.lanes.len() != self.plan.lanes.len() {
            self.unit = None;
        }
        self.lane = self.lane.min(plan.lanes.len() - 1);
        self.plan = plan;
    }

    pub(super) fn guess(&mut self, answer: Answer) {
        self.guess = Some(answer);
        if self.grade().is_none() {
            self.train();
        }
    }

    /// Begins a new run of the present plan, goes up to `step`, and on if asked.
    pub(super) fn configure(&mut self, step: u64, goes_on: bool) {
        self.run += 1;
        self.target = 0;
        self.awaited = None;
        self.stop_at = 0;
        self.expects = None;
        self.goes_on = false;
        self.looking_at = None;
        self.program = None;
        let run = self.run;
        let own = self.own.as_deref().cloned();
        let config = Config { slug: self.lab.slug.clone(), lanes: self.plan.all(), own };
        self.send(Request::Configure { run, config: trainer::Config::Lab(config) });
        self.phase = Phase::Preparing;
        if step > 0 {
            self.send(Request::RunTo { run, step });
            self.phase = Phase::Replaying(step);
            self.goes_on = goes_on;
        } else if goes_on {
            self.train();
        }
    }

    pub(super) fn train(&mut self) {
        if !matches!(self.phase, Phase::Preparing | Phase::Paused) {
            return;
        }
        if self.has_ended() && self.frame_run == self.run {
            return;
        }
        let far = self.experiment().map_or(self.lab.steps, |it| it.steps);
        let step = self.step();
        self.stop_at = if step < far { far } else { (step / self.lab.steps + 1) * self.lab.steps };
        self.looking_at = None;
        self.awaited = None;
        self.phase = Phase::Training;
        self.go_on();
    }

    /// Tells the worker to train up to the next picture, or as far as Train goes. A picture's target
    /// is counted from the last frame, which is where the worker stands still.
    fn go_on(&mut self) {
        let run = self.run;
        let step = match self.stride() {
            None => self.stop_at,
            Some(stride) => (self.step() + stride).min(self.stop_at),
        };
        self.target = step;
        self.expects = self.stride().is_none().then_some(true);
        self.send(Request::RunTo { run, step });
    }

    /// Changes the speed. A running worker is paused first: where it stands now is not known, and a
    /// target behind it would rewind it.
    pub(super) fn pace(&mut self, speed: Speed) {
        let was_training = self.phase == Phase::Training && speed != self.speed;
        self.speed = speed;
        if was_training {
            self.pause();
            self.goes_on = true;
        }
    }

    pub(super) fn pause(&mut self) {
        if self.is_running() {
            self.expects = Some(false);
            self.goes_on = false;
            self.awaited = None;
            self.phase = Phase::Paused;
            self.send(Request::Pause { run: self.run });
        }
    }

    /// So many updates more than were asked for so far, seen or not; while looking back, more than the
    /// step on screen.
    pub(super) fn go(&mut self, updates: u64) {
        let awaited = self.awaited.filter(|_| self.looking_at.is_none());
        self.run_to(awaited.unwrap_or(self.shown_step()) + updates);
    }

    pub(super) fn run_to(&mut self, step: u64) {
        if !self.is_ready() || (step > self.step() && self.has_ended()) {
            return;
        }
        self.expects = Some(false);
        self.goes_on = false;
        self.looking_at = None;
        self.phase = Phase::Paused;
        self.awaited = Some(step);
        self.send(Request::RunTo { run: self.run, step });
    }

    /// Looking at the last recorded frame is looking at the run.
    pub(super) fn look(&mut self, index: Option<usize>) {
        self.looking_at = index.filter(|index| index + 1 < self.record.len());
        if self.looking_at.is_some() {
            self.pause();
        }
    }

    pub(super) fn ask_for_program(&mut self, lane: usize, language: Language) {
        self.program = Some(Program { language, text: None });
        self.send(Request::Program { run: self.run, lane: lane as u8, language });
    }

    pub(super) fn heard(&mut self, event: Event) {
        match event {
            Event::LabPrepared { run, prepared } if run == self.run => {
                self.prepared = Some(Rc::new(prepared));
            }
            Event::LabFrame { run, running, updates_per_second, frame } if run == self.run => {
                self.updates_per_second = updates_per_second;
                self.advance(running, *frame);
            }
            Event::LabProgram { run, language, text } if run == self.run => {
                self.program = text.map(|text| Program { language, text: Some(text) });
            }
            Event::Refused { run, reason } if run == self.run => {
                self.phase = Phase::Refused(reason);
                // What ran before goes on until it is told otherwise.
                self.send(Request::Pause { run: self.frame_run });
                self.frame = None;
                self.record.clear();
            }
            _ => {}
        }
    }

    fn advance(&mut self, running: bool, frame: Frame) {
        self.send(Request::FrameShown { run: self.run });
        if self.lost_at.is_some_and(|step| frame.step > step) {
            self.lost_at = None;
        }
        if self.frame_run != self.run {
            self.record.clear();
        }
        let (step, has_ended) = (frame.step, frame.has_ended);
        self.awaited = self.awaited.filter(|awaited| *awaited != step && !has_ended);
        self.unit = self.unit.filter(|(lane, unit)| has_unit(&frame, *lane, *unit));
        let frame = Rc::new(frame);
        self.record.push(&frame);
        self.frame = Some(frame);
        self.frame_run = self.run;
        if self.expects.is_some_and(|expected| expected != running)
            && !has_ended
            && step < self.target
        {
            return;
        }
        self.expects = None;
        if self.phase == Phase::Training && !running && !has_ended {
            if step >= self.stop_at {
                self.phase = Phase::Paused;
            } else if step >= self.target {
                self.go_on();
            }
            return;
        }
        self.phase = match self.phase {
            _ if has_ended => Phase::Paused,
            Phase::Replaying(target) if step < target => Phase::Replaying(target),
            _ if running => Phase::Training,
            _ => Phase::Paused,
        };
        if self.phase == Phase::Paused && self.goes_on && !has_ended {
            self.goes_on = false;
            self.train();
        }
    }

    pub(super) fn died(&mut self, why: String) {
        let step = self.step();
        if self.lost_at == Some(step) {
            self.phase = Phase::Lost(why);
            return;
        }
        self.lost_at = Some(step);
        let replay = match self.phase {
            Phase::Replaying(target) => target,
            _ => step,
        };
        let goes_on = self.phase == Phase::Training || self.goes_on;
        self.notice = Some(format!(
            "The trainer stopped ({}). It was started again and goes back to step {}.",
            inside_a_sentence(&why),
            format::count(replay)
        ));
        self.order(Order::Restart);
        self.configure(replay, goes_on);
    }

    pub(super) fn revive(&mut self) {
        let step = self.step();
        self.lost_at = None;
        self.notice = None;
        self.order(Order::Restart);
        self.configure(step, false);
    }
}

/// Whether a lane's network, if it shows one, has this hidden unit.
fn has_unit(frame: &Frame, lane: usize, (layer, unit): UnitId) -> bool {
    let panels = frame.lanes.get(lane).map_or(&[][..], |lane| &lane.panels);
    let network = panels.iter().find_map(|panel| match &panel.figure {
        Figure::Network(net) if net.shown_in.is_some() => Some(net),
        _ => None,
    });
    network.is_none_or(|net| {
        let hidden = &net.sizes[..net.sizes.len().saturating_sub(1)];
        layer > 0 && hidden.get(layer).is_some_and(|units| unit < usize::from(*units))
    })
}

/// A sentence without its capital and its full stop.
fn inside_a_sentence(why: &str) -> String {
    let mut letters = why.trim_end_matches('.').chars();
    letters.next().into_iter().map(|first| first.to_ascii_lowercase()).chain(letters).collect()
}
