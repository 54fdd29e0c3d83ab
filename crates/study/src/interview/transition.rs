//! What can be done in a loop, and what is refused when.

use content::{Criterion, Seniority};
use serde::{Deserialize, Serialize};

use super::refusal::Refusal;
use super::session::{MOST_TEXT, Marked, RoundRun, Session, Stage};
use super::text::plain;
use crate::rubric::{NoScore, Score};

/// What can be done. Times are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Starts the clock of the round.
    Begin {
        /// Now.
        now_ms: u64,
    },
    /// Stops the clock.
    Pause {
        /// Now.
        now_ms: u64,
    },
    /// Starts it again.
    Resume {
        /// Now.
        now_ms: u64,
    },
    /// Time goes by; ends the round when it is up.
    Tick {
        /// Now.
        now_ms: u64,
    },
    /// Replaces the notes.
    Note {
        /// All of them.
        text: String,
    },
    /// Replaces what was written for an item.
    Answer {
        /// Its place in the round.
        task: usize,
        /// All of it.
        text: String,
    },
    /// Ends the round before its time is up.
    FinishRound {
        /// Now.
        now_ms: u64,
    },
    /// Scores an item of the round that is over.
    Mark {
        /// Its place in the round.
        task: usize,
        /// By criteria or by one's own judgement.
        marks: Marks,
    },
    /// Goes on to the next round, or to the end.
    Next,
    /// Ends the loop here.
    Finish,
}

/// How an item is scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marks {
    /// Criterion by criterion.
    Rubric {
        /// The item's rubric.
        criteria: Vec<Criterion>,
        /// Which the answer meets, in order.
        met: Vec<bool>,
    },
    /// From 0 to 4.
    Own(u8),
}

impl Session {
    /// The session after an action.
    ///
    /// # Errors
    /// Why it cannot be done now; nothing has changed.
    pub fn apply(&self, action: Action) -> Result<Self, Refusal> {
        let mut next = self.clone();
        match action {
            Action::Begin { now_ms } => next.begin(now_ms)?,
            Action::Pause { now_ms } => next.pause(now_ms)?,
            Action::Resume { now_ms } => next.resume(now_ms)?,
            Action::Tick { now_ms } => next.tick(now_ms),
            Action::Note { text } => next.note(text)?,
            Action::Answer { task, text } => next.answer(task, text)?,
            Action::FinishRound { now_ms } => next.finish_round(now_ms)?,
            Action::Mark { task, marks } => next.mark(task, &marks)?,
            Action::Next => next.next()?,
            Action::Finish => next.finish()?,
        }
        Ok(next)
    }

    fn begin(&mut self, now_ms: u64) -> Result<(), Refusal> {
        match self.stage {
            Stage::Ready => {}
            Stage::Finished => return Err(Refusal::Finished),
            _ => return Err(Refusal::Begun),
        }
        let deadline_ms = now_ms.saturating_add(self.length_ms());
        self.stage = Stage::Running { deadline_ms, seen_ms: now_ms };
        Ok(())
    }

    fn pause(&mut self, now_ms: u64) -> Result<(), Refusal> {
        self.tick(now_ms);
        // The time was up before: the round is over, and that is what is shown.
        if self.stage == Stage::Scoring {
            return Ok(());
        }
        self.running()?;
        let left_ms = self.left_ms(now_ms).unwrap_or_default();
        self.stage = Stage::Paused { left_ms };
        if let Some(round) = self.rounds.get_mut(self.at) {
            round.pauses = round.pauses.saturating_add(1);
        }
        Ok(())
    }

    fn resume(&mut self, now_ms: u64) -> Result<(), Refusal> {
        let Stage::Paused { left_ms } = self.stage else { return Err(Refusal::NotPaused) };
        let deadline_ms = now_ms.saturating_add(left_ms);
        self.stage = Stage::Running { deadline_ms, seen_ms: now_ms };
        Ok(())
    }

    fn tick(&mut self, now_ms: u64) {
        let Stage::Running { deadline_ms, seen_ms } = self.stage else { return };
        let seen_ms = seen_ms.max(now_ms);
        if seen_ms >= deadline_ms {
            self.end(0, true);
        } else {
            self.stage = Stage::Running { deadline_ms, seen_ms };
        }
    }

    fn note(&mut self, text: String) -> Result<(), Refusal> {
        let round = self.writing(&text)?;
        round.notes = text;
        Ok(())
    }

    fn answer(&mut self, task: usize, text: String) -> Result<(), Refusal> {
        let round = self.writing(&text)?;
        round.tasks.get_mut(task).ok_or(Refusal::NoTask)?.answer = text;
        Ok(())
    }

    /// The round, if this text may be written in it now.
    fn writing(&mut self, text: &str) -> Result<&mut RoundRun, Refusal> {
        match self.stage {
            Stage::Running { .. } | Stage::Scoring => {}
            Stage::Ready => return Err(Refusal::NotBegun),
            Stage::Paused { .. } => return Err(Refusal::Paused),
            Stage::Finished => return Err(Refusal::Finished),
        }
        if text.chars().count() > MOST_TEXT {
            return Err(Refusal::TooLong);
        }
        self.rounds.get_mut(self.at).ok_or(Refusal::Finished)
    }

    fn finish_round(&mut self, now_ms: u64) -> Result<(), Refusal> {
        self.tick(now_ms);
        match (self.stage, self.left_ms(now_ms)) {
            (_, Some(left_ms)) => self.end(left_ms, false),
            // The time was up at this very moment.
            (Stage::Scoring, None) => {}
            (Stage::Finished, None) => return Err(Refusal::Finished),
            _ => return Err(Refusal::NotBegun),
        }
        Ok(())
    }

    fn mark(&mut self, task: usize, marks: &Marks) -> Result<(), Refusal> {
        let level = self.setup.seniority;
        let marked = marked(marks, level).map_err(Refusal::Score)?;
        let task = self.over()?.tasks.get_mut(task).ok_or(Refusal::NoTask)?;
        task.marked = Some(marked);
        Ok(())
    }

    fn next(&mut self) -> Result<(), Refusal> {
        let round = self.over()?;
        let unmarked = round.tasks.iter().filter(|task| task.marked.is_none()).count();
        if unmarked > 0 {
            return Err(Refusal::Unmarked(unmarked));
        }
        if self.at + 1 < self.rounds.len() {
            self.at += 1;
            self.stage = Stage::Ready;
        } else {
            self.stage = Stage::Finished;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Ready | Stage::Scoring => self.stage = Stage::Finished,
            Stage::Running { .. } | Stage::Paused { .. } => return Err(Refusal::RoundNotOver),
            Stage::Finished => return Err(Refusal::Finished),
        }
        Ok(())
    }

    /// The round, if it is over and the loop is not.
    fn over(&mut self) -> Result<&mut RoundRun, Refusal> {
        match self.stage {
            Stage::Scoring => self.rounds.get_mut(self.at).ok_or(Refusal::Finished),
            Stage::Ready => Err(Refusal::NotBegun),
            Stage::Running { .. } | Stage::Paused { .. } => Err(Refusal::RoundNotOver),
            Stage::Finished => Err(Refusal::Finished),
        }
    }

    fn running(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Running { .. } => Ok(()),
            Stage::Ready => Err(Refusal::NotBegun),
            Stage::Finished => Err(Refusal::Finished),
            Stage::Paused { .. } | Stage::Scoring => Err(Refusal::NotRunning),
        }
    }

    fn end(&mut self, left_ms: u64, is_time_up: bool) {
        let used_ms = self.length_ms().saturating_sub(left_ms);
        if let Some(round) = self.rounds.get_mut(self.at) {
            round.is_over = true;
            round.used_ms = used_ms;
            round.is_time_up = is_time_up;
        }
        self.stage = Stage::Scoring;
    }

    fn length_ms(&self) -> u64 {
        self.round().map_or(0, |round| u64::from(round.minutes) * 60_000)
    }
}

fn marked(marks: &Marks, level: Seniority) -> Result<Marked, NoScore> {
    match marks {
        Marks::Own(score) => {
            let score = Score::own(*score)?;
            Ok(Marked { score, met: Vec::new(), missed: Vec::new(), is_own: true })
        }
        Marks::Rubric { criteria, met } => {
            let score = Score::of(criteria, met, level)?;
            let missed = criteria.iter().zip(met).filter(|(it, met)| it.level <= level && !**met);
            let missed = missed.map(|(it, _)| plain(&it.text_html)).collect();
            Ok(Marked { score, met: met.clone(), missed, is_own: false })
        }
    }
}
