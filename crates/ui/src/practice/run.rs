//! One press of Run, as a state machine without effects: first the cases, then, if some fail, the
//! recorded mistakes on the failing ones and the search for a smaller failing input, or, if all
//! pass, the growth of steps. Each stage is one or
//! more jobs for the Python worker; [`Run::job`] says which is wanted now.

use std::collections::BTreeSet;

use content::Exercise;
use judge::{CaseVerdict, Cause, GrowthFit, Status, Verdict, case_verdict};
use protocol::python::{
    CodeError, Entry, EntryKind, Event, GrowthPoint, Job, Observation, OwnCase, Purpose, Remark,
};

use super::output::Printed;

/// Characters of output that are kept; more would only slow the page down.
const OUTPUT_LIMIT: usize = 20_000;

/// Where a run is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The cases are being run.
    Checking,
    /// A recorded mistake, by index, is being run on the failing cases.
    Recognising(usize),
    /// A failing case, by index, is being made smaller.
    Shrinking(usize),
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

/// What the search for a smaller failing input found.
#[derive(Clone, Debug, PartialEq)]
pub enum Shrunk {
    /// An input that fails in the same way, and how that was judged.
    Smaller(Box<(Observation, CaseVerdict)>),
    /// Alone, the case of this index passes: it fails only after other calls.
    PassesAlone(usize),
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
    pub output: Printed,
    /// The learner's own cases, as they were when Run was pressed.
    pub own: Vec<OwnCase>,
    /// Own cases that make no case: name and reason.
    pub refused: Vec<(String, String)>,
    /// On how the code is written.
    pub remarks: Vec<Remark>,
    /// What the search for a smaller failing input found.
    pub shrunk: Option<Shrunk>,
    /// Why the code could not run.
    pub failure: Option<CodeError>,
    /// Time in the visitor's code.
    pub duration_ms: f64,
    /// The recorded mistake that explains the failing cases.
    pub mistake: Option<usize>,
    /// The usual cause that explains all wrong numbers.
    pub cause: Option<Cause>,
    /// Counted steps.
    pub growth: Vec<GrowthPoint>,
    /// The class that fits them.
    pub fit: Option<GrowthFit>,
    /// The class that fits the memory beyond the input.
    pub space: Option<GrowthFit>,
    /// Cases whose values were not kept over a reload.
    pub without_values: BTreeSet<usize>,
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
            output: Printed::default(),
            own: Vec::new(),
            refused: Vec::new(),
            remarks: Vec::new(),
            shrunk: None,
            failure: None,
            duration_ms: 0.0,
            mistake: None,
            cause: None,
            growth: Vec::new(),
            fit: None,
            space: None,
            without_values: BTreeSet::new(),
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
            Stage::Shrinking(index) => {
                let case = self.seen.get(index)?.name.clone();
                (&self.source, Purpose::Shrink { case, rules: judge::rules(exercise) })
            }
            Stage::Measuring => {
                let sizes = &exercise.growth.as_ref()?.sizes;
                let sizes = sizes.iter().map(|size| size.numbers()).collect();
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
            own: self.own.clone(),
        })
    }

    /// Takes in what the worker says; `next_id` numbers the job of a new stage.
    pub fn hear(&mut self, event: Event, exercise: &Exercise, next_id: &mut u32) {
        match event {
            // Mistakes and growth runs print too; that is not the visitor's output.
            Event::Output { id, stream, text }
                if id == self.id && self.stage == Stage::Checking =>
            {
                self.output.add(stream, &text, OUTPUT_LIMIT);
            }
            Event::Case { id, case } if id == self.id => self.observe(case, exercise),
            Event::Growth { id, point } if id == self.id => self.growth.push(point),
            Event::Remarks { id, remarks } if id == self.id && self.stage == Stage::Checking => {
                self.remarks = remarks;
            }
            Event::Refused { id, name, message }
                if id == self.id && self.stage == Stage::Checking =>
            {
                self.refused.push((name, message));
            }
            Event::Shrunk { id, case, .. } if id == self.id => self.shrink(case, exercise),
            Event::Finished { id, duration_ms } if id == self.id => {
                if self.stage == Stage::Checking {
                    self.duration_ms = duration_ms;
                    self.ending = Some(Ending::Judged(self.verdict().status()));
                    self.cause = judge::cause(&self.seen, judge::rules(exercise));
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

    fn observe(&mut self, case: Observation, exercise: &Exercise) {
        match self.stage {
            Stage::Checking => {
                self.judged.push(case_verdict(&case, judge::rules(exercise)));
                self.seen.push(case);
            }
            Stage::Recognising(index) => match self.mistaken.last_mut() {
                Some((last, seen)) if *last == index => seen.push(case),
                _ => self.mistaken.push((index, vec![case])),
            },
            Stage::Shrinking(_) | Stage::Measuring | Stage::Done => {}
        }
    }

    /// Takes in the smaller input, if it is worth a look: a visible case that could not be made
    /// smaller is on the screen already.
    fn shrink(&mut self, case: Option<Observation>, exercise: &Exercise) {
        let Stage::Shrinking(index) = self.stage else { return };
        let Some(case) = case else {
            self.shrunk = Some(Shrunk::PassesAlone(index));
            return;
        };
        let judged = case_verdict(&case, judge::rules(exercise));
        let is_new = self.seen.get(index).is_some_and(|it| it.hidden || it.input != case.input);
        if is_new && judged.status != Status::Passed {
            self.shrunk = Some(Shrunk::Smaller(Box::new((case, judged))));
        }
    }

    fn advance(&mut self, exercise: &Exercise, next_id: &mut u32) {
        self.stage = match self.stage {
            Stage::Checking => self.after_checking(exercise),
            Stage::Recognising(index) => self.after_mistake(index, exercise),
            Stage::Shrinking(_) => Stage::Done,
            Stage::Measuring => {
                self.fit = judge::fit(&self.growth);
                self.space = judge::fit_space(&self.growth);
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
            Some(Ending::Judged(Status::Failed | Status::Error)) => self.to_shrinking(exercise),
            _ => Stage::Done,
        }
    }

    fn after_mistake(&mut self, index: usize, exercise: &Exercise) -> Stage {
        let failing: Vec<Observation> = self.failing().cloned().collect();
        self.mistake = judge::recognise(&failing, &self.mistaken, judge::rules(exercise));
        if self.mistake.is_none() && index + 1 < exercise.mistakes.len() {
            Stage::Recognising(index + 1)
        } else {
            self.to_shrinking(exercise)
        }
    }

    fn to_shrinking(&self, exercise: &Exercise) -> Stage {
        let case = judge::to_shrink(&self.seen, judge::rules(exercise));
        case.map_or(Stage::Done, Stage::Shrinking)
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
