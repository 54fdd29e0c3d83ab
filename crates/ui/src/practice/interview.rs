//! Interview mode: the plan comes before the first run, time is counted, nothing helps, and a summary
//! says how plan and code compare.

use content::Growth;
use viz::format;

use super::{
    attempt::{Attempt, Interview, Interviewed, Plan},
    run::{Ending, Run},
};

/// Interviews that are kept.
const KEPT: usize = 10;

/// Most minutes that a link may ask for.
const LONGEST: u16 = 240;

/// Least letters of an approach.
const SHORTEST: usize = 20;

/// What can happen in an interview.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// It begins.
    Start,
    /// The plan is being written.
    Write(Plan),
    /// That is the plan: code may be run.
    Commit,
    /// It is over.
    End,
}

/// Whether a plan says enough to begin with.
pub fn is_complete(plan: &Plan) -> bool {
    plan.approach.trim().chars().count() >= SHORTEST && plan.time.is_some() && plan.space.is_some()
}

/// The minutes of an interview that an address asks for: `interview=25`.
pub fn asked(fragment: &str) -> Option<u16> {
    let minutes: u16 = fragment.strip_prefix("interview=")?.parse().ok()?;
    (1..=LONGEST).contains(&minutes).then_some(minutes)
}

/// The other way.
pub fn address(minutes: u16) -> String {
    format!("interview={}", minutes.clamp(1, LONGEST))
}

/// Begins one of that many minutes.
pub fn start(minutes: u16, now_ms: f64) -> Interview {
    Interview { started_ms: now_ms, minutes, ..Interview::default() }
}

/// Ends the one that is going on, with what came of its last run.
pub fn end(attempt: &mut Attempt, run: Option<&Run>, now_ms: f64) {
    let Some(interview) = attempt.interview.take() else { return };
    let run = run.filter(|_| interview.runs > 0);
    let verdict = run.map(Run::verdict).unwrap_or_default();
    attempt.interviews.push(Interviewed {
        started_ms: interview.started_ms,
        duration_ms: (now_ms - interview.started_ms).max(0.0),
        minutes: interview.minutes,
        plan: interview.plan,
        runs: interview.runs,
        passed: verdict.passed,
        cases: verdict.total(),
        measured: run.and_then(|run| run.fit.as_ref()).map(|fit| fit.class),
        measured_space: run.and_then(|run| run.space.as_ref()).map(|fit| fit.class),
    });
    let spare = attempt.interviews.len().saturating_sub(KEPT);
    attempt.interviews.drain(..spare);
}

/// Whether the task is done: every case passes and growth has been measured, if it is.
pub fn is_done(run: &Run) -> bool {
    run.ending == Some(Ending::Judged(judge::Status::Passed)) && !run.is_busy()
}

/// Time left, or past the end: `12:05 left`, `0:40 over`.
pub fn clock(interview: &Interview, now_ms: f64) -> String {
    let left = f64::from(interview.minutes) * 60_000.0 - (now_ms - interview.started_ms);
    match left {
        left if left >= 0.0 => format!("{} left", minutes_seconds(left)),
        left => format!("{} over", minutes_seconds(-left)),
    }
}

/// `12:05`, from milliseconds.
pub fn minutes_seconds(duration_ms: f64) -> String {
    let seconds = (duration_ms / 1000.0) as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What to take away, a sentence each.
pub fn summary(it: &Interviewed) -> Vec<String> {
    let taken = minutes_seconds(it.duration_ms);
    let is_late = it.duration_ms > f64::from(it.minutes) * 60_000.0;
    let late = if is_late { ", over time" } else { "" };
    let result = match (it.passed, it.cases) {
        (_, 0) => "Nothing was run.".into(),
        (passed, cases) if passed == cases => {
            format!("All {} pass.", format::plural(cases, "case"))
        }
        (passed, cases) => format!("{passed} of {} pass.", format::plural(cases, "case")),
    };
    let runs = format::plural(it.runs as usize, "run");
    let mut lines = vec![format!("{taken} of {} minutes{late}, {runs}. {result}", it.minutes)];
    lines.extend(it.plan.time.zip(it.measured).map(|(said, measured)| steps(said, measured)));
    lines.extend(it.plan.space.zip(it.measured_space).map(|(said, seen)| memory(said, seen)));
    lines
}

/// How what was measured stands to what was said.
enum Compared {
    Same,
    Less,
    More,
    Unlike,
}

fn compare(said: Growth, measured: Growth) -> Compared {
    match (measured.is_within(said), said.is_within(measured)) {
        (true, true) => Compared::Same,
        (true, false) => Compared::Less,
        (false, true) => Compared::More,
        (false, false) => Compared::Unlike,
    }
}

fn steps(said: Growth, measured: Growth) -> String {
    let words = match compare(said, measured) {
        Compared::Same => "as you said",
        Compared::Less => "faster than you said: say the tight bound next time",
        Compared::More => "slower than you said: find the line that costs it",
        Compared::Unlike => "which is not what you said",
    };
    format!("You said {} steps; measured are {}, {words}.", said.label(), measured.label())
}

fn memory(said: Growth, measured: Growth) -> String {
    let words = match compare(said, measured) {
        Compared::Same => "as you said",
        // Too few bytes to be seen.
        Compared::Less if said == Growth::Logarithmic => "which bytes cannot tell from log n",
        Compared::Less => "less than you said: say the tight bound next time",
        Compared::More => "more than you said: the result counts, so ask what else is kept",
        Compared::Unlike => "which is not what you said",
    };
    format!("You said {} memory; measured is {}, {words}.", said.label(), measured.label())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_for_minutes() {
        assert_eq!(asked(&address(25)), Some(25));
        assert_eq!(asked(&address(9999)), Some(LONGEST));
        for wrong in ["", "interview", "interview=", "interview=0", "interview=1e9", "interview=-5"]
        {
            assert_eq!(asked(wrong), None, "{wrong}");
        }
    }

    fn plan() -> Plan {
        Plan {
            approach: "Sort by start, then sweep once.".into(),
            time: Some(Growth::Linearithmic),
            space: Some(Growth::Linear),
        }
    }

    #[test]
    fn a_plan_needs_words_time_and_space() {
        assert!(is_complete(&plan()));
        assert!(!is_complete(&Plan { approach: "sort it          ".into(), ..plan() }));
        assert!(!is_complete(&Plan { time: None, ..plan() }));
        assert!(!is_complete(&Plan { space: None, ..plan() }));
    }

    #[test]
    fn the_clock_counts_down_and_then_up() {
        let interview = start(20, 1000.0);
        assert_eq!(clock(&interview, 1000.0), "20:00 left");
        assert_eq!(clock(&interview, 61_000.0), "19:00 left");
        assert_eq!(clock(&interview, 1000.0 + 20.0 * 60_000.0 + 5_500.0), "0:05 over");
    }

    #[test]
    fn a_summary_compares_plan_and_code() {
        let over = Interviewed {
            duration_ms: 754_000.0,
            minutes: 20,
            plan: plan(),
            runs: 2,
            passed: 9,
            cases: 9,
            measured: Some(Growth::Quadratic),
            ..Interviewed::default()
        };
        assert_eq!(
            summary(&over),
            [
                "12:34 of 20 minutes, 2 runs. All 9 cases pass.",
                "You said n log n steps; measured are n², slower than you said: find the line that costs it.",
            ]
        );
        let check = |steps: Growth, expected: &str| {
            let it = Interviewed { measured: Some(steps), ..over.clone() };
            assert!(summary(&it)[1].ends_with(expected), "{:?}", summary(&it));
        };
        check(Growth::Sum, "measured are n + m, which is not what you said.");
        check(
            Growth::SumLogarithmic,
            "(n + m) log n, slower than you said: find the line that costs it.",
        );
        check(Growth::Linearithmic, "measured are n log n, as you said.");
        let nothing = Interviewed { duration_ms: 1e7, minutes: 10, ..Interviewed::default() };
        assert_eq!(
            summary(&nothing),
            ["166:40 of 10 minutes, over time, 0 runs. Nothing was run."]
        );
    }

    #[test]
    fn a_summary_compares_memory_too() {
        let check = |said: Growth, measured: Growth, expected: &str| {
            let plan = Plan { space: Some(said), ..plan() };
            let it = Interviewed { plan, measured_space: Some(measured), ..Interviewed::default() };
            assert_eq!(summary(&it).last().map(String::as_str), Some(expected));
        };
        check(Growth::Linear, Growth::Linear, "You said n memory; measured is n, as you said.");
        check(
            Growth::Constant,
            Growth::Linear,
            "You said 1 memory; measured is n, more than you said: the result counts, so ask what else is kept.",
        );
        check(
            Growth::Linear,
            Growth::Constant,
            "You said n memory; measured is 1, less than you said: say the tight bound next time.",
        );
        check(
            Growth::Logarithmic,
            Growth::Constant,
            "You said log n memory; measured is 1, which bytes cannot tell from log n.",
        );
        check(
            Growth::SecondLinear,
            Growth::Linear,
            "You said m memory; measured is n, which is not what you said.",
        );
    }

    #[test]
    fn of_many_interviews_the_last_are_kept() {
        let mut attempt = Attempt::default();
        for number in 0..12 {
            attempt.interview = Some(start(5, f64::from(number)));
            end(&mut attempt, None, f64::from(number) + 1.0);
        }
        assert_eq!(attempt.interviews.len(), KEPT);
        assert_eq!(
            (attempt.interviews[0].started_ms, attempt.interviews[9].duration_ms),
            (2.0, 1.0)
        );
        end(&mut attempt, None, 99.0);
        assert_eq!(attempt.interviews.len(), KEPT, "nothing to end");
    }
}
