//! The last run as it is kept on the device, so that a reload finds the verdict as it was.
//!
//! What was seen is kept, not what was made of it: the verdict is judged afresh. Values of passing
//! cases are left out first when the record would grow large.

use content::Exercise;
use judge::{CaseVerdict, Status, case_verdict};
use protocol::{
    python::{CodeError, GrowthPoint, Observation, Origin, Outcome, OwnCase, Remark, Stream},
    value::Value,
};
use serde::{Deserialize, Serialize};

use super::{
    output::Printed,
    run::{Ending, Run, Shrunk, Stage},
};

/// Bytes that the values of a run may take, and the longest program that is kept with one.
const LIMIT_BYTES: usize = 24_000;

/// Characters of printed text that are kept.
const OUTPUT_LIMIT: usize = 2_000;

/// A run that has ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LastRun {
    /// When, in milliseconds since 1970.
    pub ran_ms: f64,
    /// The case in focus.
    pub selected: Option<usize>,
    source: String,
    how: How,
    cases: Vec<KeptCase>,
    output: Vec<(Stream, String)>,
    #[serde(default)]
    is_output_cut: bool,
    failure: Option<CodeError>,
    duration_ms: f64,
    mistake: Option<String>,
    growth: Vec<GrowthPoint>,
    own: Vec<OwnCase>,
    refused: Vec<(String, String)>,
    remarks: Vec<Remark>,
    shrunk: Option<KeptShrunk>,
}

/// What the search for a smaller failing input found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KeptShrunk {
    Smaller(Box<Observation>),
    PassesAlone(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum How {
    Judged,
    Broken,
    Stopped,
    Lost,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KeptCase {
    Whole(Box<Observation>),
    Outline { name: String, hidden: bool, status: String, steps: u64 },
}

impl LastRun {
    /// What to keep of a run whose verdict is there; `None` for one that is still open, or whose
    /// program is too long to be kept twice.
    pub fn of(
        run: &Run,
        selected: Option<usize>,
        exercise: &Exercise,
        now_ms: f64,
    ) -> Option<Self> {
        let how = match run.ending? {
            Ending::Judged(_) => How::Judged,
            Ending::Broken => How::Broken,
            Ending::Stopped => How::Stopped,
            Ending::Lost => How::Lost,
        };
        if run.source.len() > LIMIT_BYTES {
            return None;
        }
        let printed = run.output.within(OUTPUT_LIMIT);
        let mistake = run.mistake.and_then(|index| exercise.mistakes.get(index));
        Some(Self {
            ran_ms: now_ms,
            selected,
            source: run.source.clone(),
            how,
            cases: keep_cases(run, selected),
            output: printed.pieces,
            is_output_cut: printed.is_cut,
            failure: run.failure.clone(),
            duration_ms: run.duration_ms,
            mistake: mistake.map(|it| it.name.clone()),
            growth: run.growth.clone(),
            own: run.own.clone(),
            refused: run.refused.clone(),
            remarks: run.remarks.clone(),
            shrunk: run.shrunk.as_ref().map(|shrunk| match shrunk {
                Shrunk::Smaller(smaller) => KeptShrunk::Smaller(Box::new(smaller.0.clone())),
                Shrunk::PassesAlone(index) => KeptShrunk::PassesAlone(*index),
            }),
        })
    }

    /// The run again, judged by the exercise as it is now.
    pub fn restore(self, exercise: &Exercise) -> Run {
        let mut run = Run::new(0, self.source);
        run.stage = Stage::Done;
        for (index, case) in self.cases.into_iter().enumerate() {
            if matches!(case, KeptCase::Outline { .. }) {
                run.without_values.insert(index);
            }
            let (seen, judged) = case.restore(exercise);
            run.seen.push(seen);
            run.judged.push(judged);
        }
        run.ending = Some(match self.how {
            How::Judged => Ending::Judged(run.verdict().status()),
            How::Broken => Ending::Broken,
            How::Stopped => Ending::Stopped,
            How::Lost => Ending::Lost,
        });
        // A cause explains all wrong values, so all of them have to be there.
        let is_right = |index: &usize| run.judged[*index].status == Status::Passed;
        if self.how == How::Judged && run.without_values.iter().all(is_right) {
            run.cause = judge::cause(&run.seen, judge::rules(exercise));
        }
        run.output = Printed { pieces: self.output, is_cut: self.is_output_cut };
        run.failure = self.failure;
        run.duration_ms = self.duration_ms;
        run.mistake = self
            .mistake
            .and_then(|name| exercise.mistakes.iter().position(|mistake| mistake.name == name));
        run.fit = judge::fit(&self.growth);
        run.space = judge::fit_space(&self.growth);
        run.growth = self.growth;
        run.own = self.own;
        run.refused = self.refused;
        run.remarks = self.remarks;
        run.shrunk = self.shrunk.map(|shrunk| match shrunk {
            KeptShrunk::Smaller(seen) => {
                let judged = case_verdict(&seen, judge::rules(exercise));
                Shrunk::Smaller(Box::new((*seen, judged)))
            }
            KeptShrunk::PassesAlone(index) => Shrunk::PassesAlone(index),
        });
        run
    }
}

impl KeptCase {
    fn restore(self, exercise: &Exercise) -> (Observation, CaseVerdict) {
        let (name, hidden, status, steps) = match self {
            Self::Whole(seen) => {
                let judged = case_verdict(&seen, judge::rules(exercise));
                return (*seen, judged);
            }
            Self::Outline { name, hidden, status, steps } => (name, hidden, status, steps),
        };
        let all = [Status::Passed, Status::Failed, Status::Error];
        let status = all.into_iter().find(|it| it.label() == status).unwrap_or(Status::Failed);
        // Never shown: the page says that the values are not kept.
        let outcome = Outcome::Returned { value: Value::None };
        let seen = Observation {
            name,
            hidden,
            input: Vec::new(),
            origin: Origin::Listed,
            expected: Value::None,
            stated: None,
            outcome,
            mutated: Vec::new(),
            steps,
        };
        let judged = CaseVerdict { status, ..case_verdict(&seen, judge::rules(exercise)) };
        (seen, judged)
    }
}

/// Every case in its order; whole ones as long as there is room: the one in focus first, then those
/// that do not pass, then the others.
fn keep_cases(run: &Run, selected: Option<usize>) -> Vec<KeptCase> {
    let mut order: Vec<usize> = (0..run.seen.len()).collect();
    order.sort_by_key(|index| {
        (Some(*index) != selected, run.judged[*index].status == Status::Passed)
    });
    let mut cases: Vec<KeptCase> = run.judged.iter().map(outline).collect();
    let mut room = LIMIT_BYTES;
    for index in order.into_iter().filter(|index| !run.without_values.contains(index)) {
        let whole = KeptCase::Whole(Box::new(run.seen[index].clone()));
        let length = serde_json::to_string(&whole).map_or(usize::MAX, |text| text.len());
        if length <= room {
            room -= length;
            cases[index] = whole;
        }
    }
    cases
}

fn outline(judged: &CaseVerdict) -> KeptCase {
    KeptCase::Outline {
        name: judged.name.clone(),
        hidden: judged.hidden,
        status: judged.status.label().into(),
        steps: judged.steps,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::sample::{exercise, growth_point, observation};

    fn run(cases: Vec<Observation>) -> Run {
        let mut run = Run::new(1, "mine".into());
        run.stage = Stage::Done;
        for seen in cases {
            run.judged.push(case_verdict(&seen, judge::rules(&exercise())));
            run.seen.push(seen);
        }
        run.ending = Some(Ending::Judged(run.verdict().status()));
        run
    }

    /// Through the text that is stored.
    fn reloaded(run: &Run, selected: Option<usize>) -> Run {
        let kept = LastRun::of(run, selected, &exercise(), 5.0).unwrap();
        let text = serde_json::to_string(&kept).unwrap();
        serde_json::from_str::<LastRun>(&text).unwrap().restore(&exercise())
    }

    #[test]
    fn a_run_comes_back_as_it_was() {
        let mut before = run(vec![observation("a", 2, 2), observation("b", 6, 9)]);
        before.mistake = Some(0);
        before.output.add(Stream::Stdout, "hello", 4);
        let smaller = observation("b", 6, 9);
        let judged = case_verdict(&smaller, judge::rules(&exercise()));
        before.shrunk = Some(Shrunk::Smaller(Box::new((smaller, judged))));
        let mut after = reloaded(&before, Some(1));
        after.id = before.id;
        assert_eq!(after, before);
    }

    #[test]
    fn the_usual_cause_is_named_again() {
        let wrong = [("a", 3), ("b", 6), ("c", 8)];
        let before = run(wrong.map(|(name, right)| observation(name, right, right + 1)).to_vec());
        let cause = judge::cause(&before.seen, judge::rules(&exercise()));
        assert_eq!(cause, Some(judge::Cause::OffByOne(1)));
        assert_eq!(reloaded(&before, None).cause, cause);
        let mut shortened = before;
        shortened.seen[2].input = vec![("n".into(), "1".repeat(LIMIT_BYTES))];
        assert_eq!(reloaded(&shortened, None).cause, None, "one of its values is not there");
    }

    #[test]
    fn measured_growth_is_fitted_again() {
        let mut before = run(vec![observation("a", 2, 2)]);
        before.growth = [1, 2, 4].map(growth_point).to_vec();
        assert_eq!(reloaded(&before, None).fit.unwrap().class, content::Growth::Constant);
    }

    #[test]
    fn of_a_large_run_the_case_in_focus_stays_whole() {
        let long = |name: &str, got| {
            let mut seen = observation(name, 6, got);
            seen.input = vec![("n".into(), "1".repeat(LIMIT_BYTES - 1_000))];
            seen
        };
        let before = run(vec![long("a", 6), long("b", 9), long("c", 9)]);
        let after = reloaded(&before, Some(2));
        assert_eq!(after.without_values.iter().copied().collect::<Vec<_>>(), [0, 1]);
        assert_eq!(after.seen[2], before.seen[2]);
        let status = |run: &Run| run.judged.iter().map(|it| it.status).collect::<Vec<_>>();
        assert_eq!(status(&after), status(&before));
        assert_eq!(after.ending, before.ending);
    }

    #[test]
    fn an_open_run_and_an_endless_program_are_not_kept() {
        let open = Run::new(1, "mine".into());
        assert_eq!(LastRun::of(&open, None, &exercise(), 5.0), None);
        let mut long = run(vec![observation("a", 2, 2)]);
        long.source = " ".repeat(LIMIT_BYTES + 1);
        assert_eq!(LastRun::of(&long, None, &exercise(), 5.0), None);
    }
}
