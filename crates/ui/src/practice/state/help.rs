//! What helps, and what happens where nothing may: hints, the reference's lines, interviews.

use super::{
    super::{
        interview::{self, Step},
        parsons,
    },
    Room,
};

/// Failed runs after which the reference's lines are offered.
const LINES_AFTER: u32 = 2;

impl Room {
    /// Whether an interview is going on, or waits to begin: then nothing helps.
    pub fn is_interview(&self) -> bool {
        self.attempt.interview.is_some() || self.asked_minutes.is_some()
    }

    /// The room with the interview that a link asks for. One that is going on goes on.
    pub fn with_asked(mut self, minutes: Option<u16>, now_ms: f64) -> Self {
        self.asked_minutes = minutes.filter(|_| self.attempt.interview.is_none());
        self.begin_asked(now_ms);
        self
    }

    pub(super) fn begin_asked(&mut self, now_ms: f64) {
        if self.asked_minutes.is_some() {
            self.interview(Step::Start, now_ms);
        }
    }

    /// Whether code may be run: in an interview the plan comes first.
    pub fn may_run(&self) -> bool {
        self.attempt.interview.as_ref().is_none_or(|interview| interview.is_planned)
    }

    /// Whether an interview may begin: it needs the place where the present text is kept.
    pub fn may_interview(&self) -> bool {
        self.attempt.interview.is_none()
            && !self.is_busy()
            && (self.draft.kept.is_none() || self.draft.text == self.exercise.starter)
    }

    /// Whether the reference's lines are offered.
    pub fn are_lines_offered(&self) -> bool {
        !self.is_interview()
            && self.record.solved_ms.is_none()
            && self.record.failed_runs >= LINES_AFTER
            && self.attempt.arrangement.is_none()
    }

    pub(super) fn hint(&mut self) {
        if !self.is_interview() {
            let all = self.exercise.hints_html.len();
            self.record.hints = (self.record.hints + 1).min(all);
        }
    }

    pub(super) fn arrange(&mut self, edit: parsons::Edit) {
        let pieces = parsons::of(&self.exercise);
        let kept = self.attempt.arrangement.take();
        let next = parsons::apply(kept, edit, &pieces, self.exercise.seed);
        self.attempt.arrangement = Some(next);
        self.record.lines = true;
    }

    pub(super) fn take_lines(&mut self) {
        let pieces = parsons::of(&self.exercise);
        let fitting = self.attempt.arrangement.as_ref().filter(|it| parsons::fits(it, &pieces));
        if let Some(program) = fitting.map(|it| parsons::program(it, &pieces)) {
            self.keep_text();
            self.replace_text(program);
        }
    }

    pub(super) fn interview(&mut self, step: Step, now_ms: f64) {
        match step {
            Step::Start if self.may_interview() => {
                let minutes = self.asked_minutes.take().unwrap_or(self.exercise.minutes);
                self.attempt.interview = Some(interview::start(minutes, now_ms));
                self.run = None;
                self.earlier_ms = None;
                self.selected = None;
                self.is_debriefing = false;
                self.reset();
            }
            Step::Start => {}
            Step::Write(plan) => {
                let open = self.attempt.interview.as_mut().filter(|it| !it.is_planned);
                if let Some(interview) = open {
                    interview.plan = plan;
                }
            }
            Step::Commit => {
                if let Some(interview) = &mut self.attempt.interview {
                    interview.is_planned |= interview::is_complete(&interview.plan);
                }
            }
            Step::End => {
                self.asked_minutes = None;
                self.is_debriefing = self.attempt.interview.is_some();
                interview::end(&mut self.attempt, self.run.as_ref(), now_ms);
            }
        }
    }

    /// An interview ends by itself when its task is done.
    pub(super) fn end_interview_when_done(&mut self, now_ms: f64) {
        if self.attempt.interview.is_some() && self.run.as_ref().is_some_and(interview::is_done) {
            self.interview(Step::End, now_ms);
        }
    }
}
