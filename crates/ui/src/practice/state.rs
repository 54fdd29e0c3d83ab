//! The practice room's state: what was typed, what is kept, how the engine is, the last run.

use std::rc::Rc;

use content::Exercise;
use judge::Status;
use protocol::python::Event;
use yew::Reducible;

mod action;
mod draft;
mod help;

pub use action::{Action, At};
pub use draft::{Draft, Kept, Origin, Saving};

use super::{
    attempt::Attempt,
    earlier::LastRun,
    own,
    run::{Ending, Run},
};
use crate::{progress::Record, worker::python::PythonStatus};

/// The room.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// What is practised.
    pub exercise: Rc<Exercise>,
    /// The text and what is kept beside it.
    pub draft: Draft,
    /// Grows when the text changes by other means than typing: the editor takes it over then.
    pub revision: u32,
    /// Whether it is on the device.
    pub saving: Saving,
    /// Grows with each change that has to be written.
    pub writes: u32,
    /// What the visitor has done with this exercise.
    pub record: Record,
    /// Lines in order, interviews.
    pub attempt: Attempt,
    /// How Python is.
    pub engine: PythonStatus,
    /// The last run.
    pub run: Option<Run>,
    /// When the run ended that is shown, if that was before the page was opened.
    pub earlier_ms: Option<f64>,
    /// The case whose details are shown.
    pub selected: Option<usize>,
    /// Number of the next job.
    pub next_id: u32,
    /// Grows with each run; a new one shows the verdict on a phone.
    pub runs: u32,
    /// Minutes of an interview that a link asked for: it begins once the present text has a place.
    pub asked_minutes: Option<u16>,
    /// Whether an interview has ended since the page was opened: its summary is in sight then.
    pub is_debriefing: bool,
}

impl Room {
    /// The room as it opens. `now_ms` is the time of opening.
    pub fn open(exercise: Rc<Exercise>, draft: Option<Draft>, record: Record, now_ms: f64) -> Self {
        let saving = if draft.is_some() { Saving::Saved } else { Saving::Untouched };
        let draft =
            draft.unwrap_or_else(|| Draft { text: exercise.starter.clone(), ..Draft::default() });
        Self {
            exercise,
            draft,
            revision: 0,
            saving,
            writes: 0,
            record: Record { opened_ms: now_ms, ..record },
            attempt: Attempt::default(),
            engine: PythonStatus::Off,
            run: None,
            earlier_ms: None,
            selected: None,
            next_id: 1,
            runs: 0,
            asked_minutes: None,
            is_debriefing: false,
        }
    }

    /// The room with its lines and interviews, and with the verdict that was shown when it was left;
    /// in an interview only if it is of that interview.
    pub fn with_earlier(mut self, attempt: Attempt, last: Option<LastRun>) -> Self {
        self.attempt = attempt;
        let since_ms = self.attempt.interview.as_ref().map_or(0.0, |it| it.started_ms);
        if let Some(last) = last.filter(|last| last.ran_ms >= since_ms) {
            self.earlier_ms = Some(last.ran_ms);
            self.selected = last.selected;
            self.run = Some(last.restore(&self.exercise));
        }
        self
    }

    /// Whether a run is under way.
    pub fn is_busy(&self) -> bool {
        self.run.as_ref().is_some_and(Run::is_busy)
    }

    /// Whether the verdict is still open: only then is there something to wait for.
    pub fn is_checking(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.ending.is_none())
    }

    /// Whether the exercise has been solved, now or before, so that nothing of it need be hidden. In
    /// an interview it is as new.
    pub fn is_solved(&self) -> bool {
        self.record.solved_ms.is_some() && !self.is_interview()
    }

    fn replace_text(&mut self, text: String) {
        self.draft.text = text;
        self.revision += 1;
        self.write();
    }

    fn write(&mut self) {
        self.saving = Saving::Pending;
        self.writes += 1;
    }

    fn reset(&mut self) {
        let starter = self.exercise.starter.clone();
        if self.draft.text != starter {
            self.keep_text();
            self.replace_text(starter);
        }
    }

    fn keep_text(&mut self) {
        let text = self.draft.text.clone();
        // A text of another tab is worth more than one that Undo brings back.
        self.draft.kept.get_or_insert(Kept { text, origin: Origin::Reset });
    }

    /// Offers the other text, and writes nothing: it is on the device, and stays there until
    /// something is typed here; then it is written beside this one. Own cases are short: the other
    /// tab's are taken over.
    fn typed_elsewhere(&mut self, Draft { text, own, .. }: Draft) {
        self.draft.own = own;
        if text != self.draft.text {
            self.draft.kept = Some(Kept { text, origin: Origin::Tab });
        } else if self.draft.kept.as_ref().is_some_and(|kept| kept.origin == Origin::Tab) {
            self.draft.kept = None;
        }
    }

    fn start(&mut self) {
        let mut run = Run::new(self.next_id, self.draft.text.clone());
        run.own = own::written(&self.draft.own);
        self.run = Some(run);
        self.next_id += 1;
        self.runs += 1;
        self.earlier_ms = None;
        self.selected = None;
        self.record.runs += 1;
        if let Some(interview) = &mut self.attempt.interview {
            interview.runs += 1;
        }
    }

    fn hear(&mut self, event: Event, now_ms: f64) {
        let exercise = Rc::clone(&self.exercise);
        let Some(run) = &mut self.run else { return };
        let was_open = run.ending.is_none();
        run.hear(event, &exercise, &mut self.next_id);
        if let (true, Some(ending)) = (was_open, run.ending) {
            self.finish(ending, now_ms);
        }
        self.note_growth();
        self.end_interview_when_done(now_ms);
    }

    /// The best growth counts only for code that is right. Classes of two variables have no order:
    /// there the one that meets the target counts, else the last.
    fn note_growth(&mut self) {
        let Some(run) = &self.run else { return };
        let is_right = run.ending == Some(Ending::Judged(Status::Passed));
        let (true, Some(fit), Some(target)) = (is_right, &run.fit, &self.exercise.growth) else {
            return;
        };
        let best = &mut self.record.best_growth;
        *best = Some(match *best {
            Some(before) if target.second.is_none() => before.min(fit.class),
            Some(before) if before == target.class => before,
            _ => fit.class,
        });
    }

    fn finish(&mut self, ending: Ending, now_ms: f64) {
        let Some(run) = &self.run else { return };
        let verdict = run.verdict();
        self.record.passed = verdict.passed;
        self.record.cases = verdict.total();
        self.selected = judge::smallest_failing(&run.seen, judge::rules(&self.exercise));
        let is_passed = ending == Ending::Judged(Status::Passed);
        let was_solved = self.record.solved_ms.is_some();
        if is_passed && !was_solved {
            self.record.solved_ms = Some(now_ms);
            self.record.solved_runs = self.record.runs;
        } else if is_passed {
            self.record.solved_again_ms = Some(now_ms);
        } else if !was_solved {
            self.record.failed_runs += 1;
        }
    }

    fn end(&mut self, ending: Ending) {
        if let Some(run) = &mut self.run {
            run.end(ending);
            self.selected = judge::smallest_failing(&run.seen, judge::rules(&self.exercise));
        }
    }

    fn engine(&mut self, status: PythonStatus) {
        if matches!(status, PythonStatus::Dead { .. }) && self.is_busy() {
            self.end(Ending::Lost);
        }
        self.engine = status;
    }
}

impl Reducible for Room {
    type Action = At;

    fn reduce(self: Rc<Self>, At(now_ms, action): At) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Type(text) => {
                next.draft.text = text;
                next.write();
            }
            Action::Kept(done) => next.saving = if done { Saving::Saved } else { Saving::Failed },
            Action::TypedElsewhere(draft) => next.typed_elsewhere(draft),
            Action::Own(edit) => {
                own::apply(&mut next.draft.own, edit);
                next.write();
            }
            Action::Reset => next.reset(),
            Action::TakeKept => {
                if let Some(kept) = next.draft.kept.take() {
                    next.replace_text(kept.text);
                }
            }
            Action::DropKept => {
                next.draft.kept = None;
                next.write();
            }
            Action::Run if next.is_checking() || !next.may_run() => {}
            Action::Run => next.start(),
            Action::Stop => {
                next.end(Ending::Stopped);
                next.end_interview_when_done(now_ms);
            }
            Action::Engine(status) => next.engine(status),
            Action::Hear(event) => next.hear(*event, now_ms),
            Action::Select(case) => next.selected = Some(case),
            Action::Hint => next.hint(),
            Action::Parsons(edit) => next.arrange(edit),
            Action::TakeLines => next.take_lines(),
            Action::Note(notes) => next.record.notes = notes,
            Action::Interview(step) => next.interview(step, now_ms),
        }
        next.begin_asked(now_ms);
        next.into()
    }
}

#[cfg(test)]
mod tests;
