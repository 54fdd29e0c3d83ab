//! One press of Run, as a state machine without effects: first the cases, then, if some fail, the
//! recorded mistakes on the failing ones, or, if all pass, the growth of steps. Each stage is one or
//! more jobs for the Python worker; [`Run::job`] says which is wanted now.

use content::Exercise;
use judge::{CaseVerdict, GrowthFit, Status, Verdict, case_verdict};
use protocol::python::{
    CodeError, Entry, EntryKind, Event, GrowthPoint, Job, Observation, Purpose, Stream,
};

/// Characters of output that are kept; more would only slow the page down.
const OUTPUT_LIMIT: usize = 20_000;

/// Where a run is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The cases are being run.
    Checking,
    /// A recorded mistake, by index, is being run on the failing cases.
    Recognising(usize),
    /// Steps are being counted.
    Measuring,
    /// Nothing is wanted any more.
    Done,
}

/// How a run's cases ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All cases ran: see the verdict.
    Judged(Status),
    /// The code could not run at all.
    Broken,
    /// The visitor stopped it.
    Stopped,
    /// The worker died.
    Lost,
}

impl Ending {
    /// As in `data-status`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Judged(status) => status.label(),
            Self::Broken | Self::Lost => "error",
            Self::Stopped => "stopped",
        }
    }
}

/// One press of Run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Number of the present job; answers to others are not for this run.
    pub id: u32,
    /// The code as it was when Run was pressed.
    pub source: String,
    /// Where it is.
    pub stage: Stage,
    /// How the cases ended, once they have.
    pub ending: Option<Ending>,
    /// What was seen, case by case.
    pub seen: Vec<Observation>,
    /// The same, judged.
    pub judged: Vec<CaseVerdict>,
    /// What was printed.
    pub output: Vec<(Stream, String)>,
    /// Why the code could not run.
    pub failure: Option<CodeError>,
    /// Time in the visitor's code.
    pub duration_ms: f64,
    /// The recorded mistake that explains the failing cases.
    pub mistake: Option<usize>,
    /// Counted steps.
    pub growth: Vec<GrowthPoint>,
    /// The class that fits them.
    pub fit: Option<GrowthFit>,
    mistaken: Vec<(usize, Vec<Observation>)>,
}

impl Run {
    /// A fresh run of `source`.
    pub fn new(id: u32, source: String) -> Self {
        Self {
            id,
            source,
            stage: Stage::Checking,
            ending: None,
            seen: Vec::new(),
            judged: Vec::new(),
            output: Vec::new(),
            failure: None,
            duration_ms: 0.0,
            mistake: None,
            growth: Vec::new(),
            fit: None,
            mistaken: Vec::new(),
        }
    }

    /// Whether the visitor's code is being run.
    pub fn is_busy(&self) -> bool {
        self.stage != Stage::Done
    }

    /// How many cases ended how.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.judged)
    }

    /// The job that is wanted now.
    pub fn job(&self, exercise: &Exercise) -> Option<Job> {
        let (source, purpose) = match self.stage {
            Stage::Checking => (&self.source, Purpose::Check { only: None }),
            Stage::Recognising(index) => {
                let failing = self.failing().map(|seen| seen.name.clone()).collect();
                (&exercise.mistakes.get(index)?.source, Purpose::Check { only: Some(failing) })
            }
            Stage::Measuring => {
                let sizes = exercise.growth.as_ref()?.sizes.clone();
                (&self.source, Purpose::Growth { sizes })
            }
            Stage::Done => return None,
        };
        Some(Job {
            source: source.clone(),
            cases: exercise.cases.clone(),
            reference: exercise.solutions.first().map(|it| it.source.clone()).unwrap_or_default(),
            entry: entry(exercise),
            purpose,
            seed: exercise.seed,
            step_budget: exercise.step_budget,
        })
    }

    /// Takes in what the worker says; `next_id` numbers the job of a new stage.
    pub fn hear(&mut self, event: Event, exercise: &Exercise, next_id: &mut u32) {
        match event {
            Event::Output { id, stream, text } if id == self.id => self.print(stream, text),
            Event::Case { id, case } if id == self.id => self.observe(case, exercise),
            Event::Growth { id, point } if id == self.id => self.growth.push(point),
            Event::Finished { id, duration_ms } if id == self.id => {
                if self.stage == Stage::Checking {
                    self.duration_ms = duration_ms;
                    self.ending = Some(Ending::Judged(self.verdict().status()));
                }
                self.advance(exercise, next_id);
            }
            Event::Failed { id, error } if id == self.id => {
                if self.stage == Stage::Checking {
                    self.failure = Some(error);
                    self.ending = Some(Ending::Broken);
                }
                self.advance(exercise, next_id);
            }
            _ => {}
        }
    }

    /// Ends the run before its time. What has been judged stays judged.
    pub fn end(&mut self, ending: Ending) {
        self.ending.get_or_insert(ending);
        self.stage = Stage::Done;
    }

    fn print(&mut self, stream: Stream, text: String) {
        // Mistakes and growth runs print too; that is not the visitor's output.
        if self.stage != Stage::Checking {
            return;
        }
        let room = OUTPUT_LIMIT.saturating_sub(self.output.iter().map(|(_, it)| it.len()).sum());
        let kept: String = text.chars().take(room).collect();
        match self.output.last_mut() {
            _ if kept.is_empty() => {}
            Some((last, so_far)) if *last == stream => so_far.push_str(&kept),
            _ => self.output.push((stream, kept)),
        }
    }

    fn observe(&mut self, case: Observation, exercise: &Exercise) {
        match self.stage {
            Stage::Checking => {
                self.judged.push(case_verdict(&case, exercise.tolerance));
                self.seen.push(case);
            }
            Stage::Recognising(index) => match self.mistaken.last_mut() {
                Some((last, seen)) if *last == index => seen.push(case),
                _ => self.mistaken.push((index, vec![case])),
            },
            Stage::Measuring | Stage::Done => {}
        }
    }

    fn advance(&mut self, exercise: &Exercise, next_id: &mut u32) {
        self.stage = match self.stage {
            Stage::Checking => self.after_checking(exercise),
            Stage::Recognising(index) => self.after_mistake(index, exercise),
            Stage::Measuring => {
                self.fit = judge::fit(&self.growth);
                Stage::Done
            }
            Stage::Done => Stage::Done,
        };
        if self.stage != Stage::Done {
            self.id = *next_id;
            *next_id += 1;
        }
    }

    fn after_checking(&self, exercise: &Exercise) -> Stage {
        match self.ending {
            Some(Ending::Judged(Status::Passed)) if exercise.growth.is_some() => Stage::Measuring,
            Some(Ending::Judged(Status::Failed | Status::Error))
                if !exercise.mistakes.is_empty() && self.failing().next().is_some() =>
            {
                Stage::Recognising(0)
            }
            _ => Stage::Done,
        }
    }

    fn after_mistake(&mut self, index: usize, exercise: &Exercise) -> Stage {
        let failing: Vec<Observation> = self.failing().cloned().collect();
        self.mistake = judge::recognise(&failing, &self.mistaken, exercise.tolerance);
        if self.mistake.is_none() && index + 1 < exercise.mistakes.len() {
            Stage::Recognising(index + 1)
        } else {
            Stage::Done
        }
    }

    fn failing(&self) -> impl Iterator<Item = &Observation> {
        let cases = self.seen.iter().zip(&self.judged);
        cases.filter(|(_, judged)| judged.status != Status::Passed).map(|(seen, _)| seen)
    }
}

fn entry(exercise: &Exercise) -> Entry {
    let kind = match exercise.entry.kind {
        content::EntryKind::Function => EntryKind::Function,
        content::EntryKind::Class => EntryKind::Class,
    };
    Entry { name: exercise.entry.name.clone(), kind }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
