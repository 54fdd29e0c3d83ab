//! How a run goes: what each action orders, and what the worker's answers change.

use std::rc::Rc;

use protocol::boundary::Frame;
use protocol::trainer::{self, Event, Request};

use super::{Order, Phase, Speed, State};
use crate::lab::config::{Change, changed, is_trainable};
use crate::lab::drawing::Drawing;
use crate::lab::fragment::Shared;

/// Points kept of the loss curves.
const CURVE_POINTS: usize = 600;

impl State {
    pub(super) fn send(&mut self, request: Request) {
        self.order(Order::Send(request));
    }

    pub(super) fn order(&mut self, order: Order) {
        self.orders += 1;
        self.outbox.push((self.orders, order));
    }

    pub(super) fn open(&mut self, shared: Shared, notice: Option<String>) {
        self.notice = notice;
        self.unit = None;
        self.drawing = Drawing::default();
        self.is_chosen = false;
        self.config = shared.config;
        self.configure(shared.step, false);
    }

    pub(super) fn change(&mut self, change: Change) {
        let config = changed(self.config.clone(), change);
        if config != self.config || matches!(self.phase, Phase::Refused(_)) {
            if config.hidden != self.config.hidden {
                self.unit = None;
            }
            self.config = config;
            self.is_chosen = true;
            self.notice = None;
            let goes_on = self.phase == Phase::Training && !self.has_diverged();
            self.configure(0, goes_on);
        }
    }

    /// Begins a new run of the present configuration, trains it up to `step`, and on if asked.
    pub(super) fn configure(&mut self, step: u64, goes_on: bool) {
        self.run += 1;
        self.target = 0;
        self.expects = None;
        self.goes_on = false;
        if !is_trainable(&self.config) {
            self.without_run();
            return;
        }
        let (run, config) = (self.run, trainer::Config::Boundary(self.config.clone()));
        self.send(Request::Configure { run, config });
        self.phase = Phase::Preparing;
        if step > 0 {
            self.send(Request::RunTo { run, step });
            self.phase = Phase::Replaying(step);
            self.goes_on = goes_on;
        } else if goes_on {
            self.train();
        }
    }

    /// Own points that are too few yet: they are shown, and nothing runs. The old run is paused so
    /// that the worker rests.
    pub(super) fn without_run(&mut self) {
        let run = self.run - 1;
        self.send(Request::Pause { run });
        self.data = Some(Rc::new(self.drawing.preview(&self.config)));
        self.frame = None;
        self.curve = Rc::default();
        let reason = "Each class needs at least two points: one to train on, one to test with.";
        self.phase = Phase::Refused(reason.into());
    }

    pub(super) fn train(&mut self) {
        if !matches!(self.phase, Phase::Preparing | Phase::Paused) || self.has_diverged() {
            return;
        }
        self.phase = Phase::Training;
        self.go_on();
    }

    /// Tells the worker to train: for ever, or to the next picture. A picture's target is counted
    /// from the last frame, which is where the worker stands still.
    fn go_on(&mut self) {
        let run = self.run;
        match self.stride() {
            None => {
                self.expects = Some(true);
                self.send(Request::Start { run });
            }
            Some(stride) => {
                self.target = self.step() + stride;
                self.send(Request::RunTo { run, step: self.target });
            }
        }
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
            self.phase = Phase::Paused;
            self.send(Request::Pause { run: self.run });
        }
    }

    pub(super) fn run_to(&mut self, step: u64) {
        if !self.is_ready() || (step > 0 && self.has_diverged()) {
            return;
        }
        self.expects = Some(false);
        self.goes_on = false;
        self.phase = Phase::Paused;
        self.send(Request::RunTo { run: self.run, step });
    }

    pub(super) fn heard(&mut self, event: Event) {
        match event {
            Event::BoundaryPrepared { run, data } if run == self.run => {
                self.data = Some(Rc::new(data));
            }
            Event::BoundaryFrame { run, running, frame } if run == self.run => {
                self.advance(running, *frame);
            }
            Event::Refused { run, reason } if run == self.run => {
                self.phase = Phase::Refused(reason);
            }
            _ => {}
        }
    }

    pub(super) fn advance(&mut self, running: bool, frame: Frame) {
        self.send(Request::FrameShown { run: self.run });
        self.extend_curve(&frame);
        if self.lost_at.is_some_and(|step| frame.step > step) {
            self.lost_at = None;
        }
        let has_ended = frame.diverged_at_step.is_some();
        let step = frame.step;
        self.frame = Some(Rc::new(frame));
        self.frame_run = self.run;
        if self.expects.is_some_and(|expected| expected != running) && !has_ended {
            return;
        }
        self.expects = None;
        if self.phase == Phase::Training && !running && !has_ended && self.stride().is_some() {
            if step >= self.target {
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

    pub(super) fn extend_curve(&mut self, frame: &Frame) {
        let curve = Rc::make_mut(&mut self.curve);
        let is_anew = self.frame_run != self.run;
        if is_anew || curve.last().is_some_and(|last| last.0 > frame.step) {
            curve.clear();
        }
        if curve.is_empty() && frame.step == 0 {
            curve.push((0, frame.train_loss, frame.test_loss));
        }
        let last = curve.last().map_or(0, |last| last.0 + 1);
        let new = frame.history.iter().filter(|point| point.step >= last);
        curve.extend(new.map(|point| (point.step, point.train, point.test)));
        viz::chart::thin(curve, CURVE_POINTS);
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
            viz::format::count(replay)
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

/// A sentence without its capital and its full stop.
fn inside_a_sentence(why: &str) -> String {
    let mut letters = why.trim_end_matches('.').chars();
    letters.next().into_iter().map(|first| first.to_ascii_lowercase()).chain(letters).collect()
}
