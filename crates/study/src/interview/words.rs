//! Words for levels, domains, scores and times, on the page and in what is taken away.

use content::{Domain, Seniority};
use figures::format::plural;

use super::report::RoundReport;
use crate::rubric::Score;

/// What a level is called.
#[must_use]
pub fn level(seniority: Seniority) -> &'static str {
    match seniority {
        Seniority::Junior => "Junior or mid",
        Seniority::Senior => "Senior or staff",
    }
}

/// What a domain is called.
#[must_use]
pub fn domain(domain: Domain) -> &'static str {
    match domain {
        Domain::Language => "Language",
        Domain::Vision => "Vision",
        Domain::Audio => "Audio",
        Domain::Health => "Health time-series",
        Domain::Recommendation => "Recommendation",
        Domain::Infrastructure => "Infrastructure",
    }
}

/// `7 of 12 points`, with what goes beyond the level.
#[must_use]
pub fn points(score: Score) -> String {
    if score.possible == 0 {
        return "no points yet".into();
    }
    let extra = match score.extra {
        0 => String::new(),
        extra => format!(", {extra} beyond the level"),
    };
    format!("{} of {}{extra}", score.points, plural(score.possible as usize, "point"))
}

/// `12:05 of 45 min, time up, 1 pause`.
#[must_use]
pub fn time(round: &RoundReport) -> String {
    let (minutes, seconds) = (round.used_seconds / 60, round.used_seconds % 60);
    let mut said = format!("{minutes}:{seconds:02} of {} min", round.minutes);
    if round.is_time_up {
        said.push_str(", time up");
    }
    if round.pauses > 0 {
        said.push_str(&format!(", {}", plural(round.pauses as usize, "pause")));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_told() {
        let score = |points, possible, extra| Score { points, possible, extra };
        assert_eq!(points(score(0, 0, 0)), "no points yet");
        assert_eq!(points(score(1, 1, 0)), "1 of 1 point");
        assert_eq!(points(score(7, 12, 2)), "7 of 12 points, 2 beyond the level");
    }
}
