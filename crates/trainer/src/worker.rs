//! The loop: a slice of training or reading, a look at the messages, a frame when the page is ready
//! for one.

use std::{cell::RefCell, rc::Rc};

use protocol::attention::{Look, Order};
use protocol::trainer::{Config, Event, Request};

use crate::pace::{Pace, SLICE_MS};
use crate::scope::{Files, Scope, Turns};
use crate::session::{Going, Open, Opened, Opening, Session};

/// The worker's state: at most one run.
pub struct Worker {
    scope: Scope,
    open: Open,
    turns: Option<Turns>,
    job: Option<Job>,
    /// A session on its way, and its run.
    opening: Option<(u32, Box<dyn Opening>)>,
}

struct Job {
    run: u32,
    session: Box<dyn Session>,
    pace: Pace,
    /// `None` while paused, otherwise the step to stop at.
    until: Option<u64>,
    /// Whether a text is being continued.
    is_writing: bool,
    /// The latest look that was asked for and has not been taken. A large model takes a second for
    /// one: of those that a typing visitor asks for meanwhile, the last counts.
    wanted_look: Option<Look>,
}

impl Worker {
    /// Starts listening, and says that it does.
    pub fn start(scope: Scope, open: Open, engine: &str) {
        let worker = Self { scope: scope.clone(), open, turns: None, job: None, opening: None };
        let worker = Rc::new(RefCell::new(worker));
        let turning = Rc::clone(&worker);
        worker.borrow_mut().turns = Turns::new(move || turning.borrow_mut().turn());
        scope.listen(move |request| {
            // A message that cannot be read is answered by no event: the page notices versions
            // that differ when it cannot read `Ready`.
            if let Ok((request, files)) = request {
                worker.borrow_mut().hear(request, files);
            }
        });
        scope.emit(&Event::Ready { engine: engine.into() });
    }

    fn hear(&mut self, request: Request, files: Files) {
        match request {
            Request::Configure { run, config } => self.configure(run, config, files),
            Request::Start { run } => self.run_until(run, u64::MAX),
            Request::Pause { run } => self.pause(run),
            Request::RunTo { run, step } => self.run_to(run, step),
            Request::FrameShown { run } => {
                if let Some(job) = self.job_of(run) {
                    job.pace.frame_shown();
                }
            }
            Request::Look { run, look } => self.look(run, look),
            Request::Write { run, order } => self.write(run, order),
            Request::Adjust { run, lanes } => {
                let scope = self.scope.clone();
                if let Some(job) = self.job_of(run) {
                    job.session.adjust(lanes);
                    if job.until.is_none() {
                        job.send_frame(&scope);
                    }
                }
            }
            Request::Program { run, lane, language } => {
                let scope = self.scope.clone();
                if let Some(job) = self.job_of(run) {
                    let text = job.session.program(usize::from(lane), language);
                    scope.emit(&Event::LabProgram { run, language, text });
                }
            }
        }
    }

    /// The job of this run; a request for an abandoned run finds none.
    fn job_of(&mut self, run: u32) -> Option<&mut Job> {
        self.job.as_mut().filter(|job| job.run == run)
    }

    fn configure(&mut self, run: u32, config: Config, files: Files) {
        let clock = self.scope.clone();
        self.opening = None;
        match (self.open)(config, files, Box::new(move || clock.now_ms())) {
            Err(reason) => self.scope.emit(&Event::Refused { run, reason }),
            Ok(opened) => self.opened(run, opened),
        }
    }

    fn opened(&mut self, run: u32, opened: Opened) {
        match opened {
            Opened::Ready(session) => {
                self.scope.emit(&session.prepared(run));
                let mut job = Job::new(run, session, self.scope.now_ms());
                job.send_frame(&self.scope);
                self.job = Some(job);
            }
            Opened::Underway(opening) => {
                let progress = opening.progress();
                self.scope.emit(&Event::CheckpointProgress { run, progress });
                self.opening = Some((run, opening));
                self.ask_for_a_turn();
            }
        }
    }

    fn open_on(&mut self) {
        let Some((run, opening)) = self.opening.take() else { return };
        match opening.go_on() {
            Err(refusal) => self.scope.emit(&Event::CheckpointRefused { run, refusal }),
            Ok(opened) => self.opened(run, opened),
        }
    }

    fn run_until(&mut self, run: u32, step: u64) {
        let now_ms = self.scope.now_ms();
        let Some(job) = self.job.as_mut().filter(|job| job.run == run) else { return };
        let was_paused = job.until.is_none();
        if job.session.has_ended() || job.session.step() >= step {
            job.until = None;
            job.send_frame(&self.scope);
            return;
        }
        job.until = Some(step);
        if was_paused {
            job.pace.resume(now_ms, job.session.step());
        }
        self.ask_for_a_turn();
    }

    fn pause(&mut self, run: u32) {
        let scope = self.scope.clone();
        if let Some(job) = self.job_of(run) {
            job.until = None;
            job.send_frame(&scope);
        }
    }

    fn run_to(&mut self, run: u32, step: u64) {
        let now_ms = self.scope.now_ms();
        if let Some(job) = self.job_of(run) {
            if step < job.session.step() {
                job.session.rewind();
                job.pace.resume(now_ms, 0);
            }
            self.run_until(run, step);
        }
    }

    fn write(&mut self, run: u32, order: Order) {
        let scope = self.scope.clone();
        let Some(job) = self.job_of(run) else { return };
        let number = order.number;
        match job.session.write(order) {
            Err(reason) => scope.emit(&Event::WriteRefused { run, number, reason }),
            Ok(()) => {
                job.is_writing = true;
                self.ask_for_a_turn();
            }
        }
    }

    fn look(&mut self, run: u32, look: Look) {
        if let Some(job) = self.job_of(run) {
            job.wanted_look = Some(look);
            self.ask_for_a_turn();
        }
    }

    fn ask_for_a_turn(&self) {
        if let Some(turns) = &self.turns {
            turns.ask();
        }
    }

    fn turn(&mut self) {
        self.open_on();
        let Some(job) = self.job.as_mut() else { return };
        job.take_look(&self.scope);
        if job.is_writing {
            job.write_on(&self.scope);
        }
        if let Some(until) = job.until {
            job.train_on(&self.scope, until);
        }
        if job.until.is_some() || job.is_writing {
            self.ask_for_a_turn();
        }
    }
}

impl Job {
    fn new(run: u32, session: Box<dyn Session>, now_ms: f64) -> Self {
        let pace = Pace::new(now_ms);
        Self { run, session, pace, until: None, is_writing: false, wanted_look: None }
    }

    fn take_look(&mut self, scope: &Scope) {
        let Some(look) = self.wanted_look.take() else { return };
        match self.session.look(look) {
            Err(reason) => scope.emit(&Event::TextRefused { run: self.run, reason }),
            Ok(()) if self.until.is_none() => self.send_frame(scope),
            Ok(()) => {}
        }
    }

    fn train_on(&mut self, scope: &Scope, until: u64) {
        self.train_a_slice(scope, until);
        if self.session.has_ended() || self.session.step() >= until {
            self.until = None;
            self.send_frame(scope);
        } else if self.pace.may_send(scope.now_ms()) {
            self.send_frame(scope);
        }
    }

    fn train_a_slice(&mut self, scope: &Scope, until: u64) {
        let start_ms = scope.now_ms();
        let mut now_ms = start_ms;
        while now_ms - start_ms < SLICE_MS {
            let left = until.saturating_sub(self.session.step());
            if left == 0 || self.session.has_ended() {
                return;
            }
            self.session.advance(self.pace.chunk().min(left));
            let before_ms = now_ms;
            now_ms = scope.now_ms();
            self.pace.chunk_took(now_ms - before_ms);
        }
    }

    fn write_on(&mut self, scope: &Scope) {
        match self.session.write_on() {
            Some(written) => scope.emit(&Event::Written { run: self.run, written }),
            None => self.is_writing = false,
        }
    }

    fn send_frame(&mut self, scope: &Scope) {
        let running = self.until.is_some();
        let speed = self.pace.frame_sent(scope.now_ms(), self.session.step());
        let updates_per_second = if running { speed } else { 0.0 };
        scope.emit(&self.session.frame(self.run, Going { running, updates_per_second }));
    }
}
