//! On which days a mock round is due.

use std::collections::BTreeMap;

use super::Profile;
use crate::interview::Round;
use crate::{Day, Seniority, weekday};

/// Days between two rounds: a round needs a day to read its report and one to repair what it found.
const GAP: Day = 3;
/// Rounds in the order in which they are met: what the loop decides on comes first and, by then, is
/// long enough ago to be met again in a loop of one's own choice.
fn order(seniority: Seniority) -> [Round; 6] {
    use Round::{Behaviour, Coding, Design, Domain, MlCoding, Theory};
    match seniority {
        Seniority::Senior => [Design, Behaviour, Theory, Domain, Coding, MlCoding],
        Seniority::Junior => [Coding, MlCoding, Theory, Design, Behaviour, Domain],
    }
}

/// The mock rounds of a preparation: in its second half, at most six, at least three days apart, on
/// days that have the minutes, counted back from the day before `last_useful`, which belongs to
/// reviews.
pub fn mock_days(profile: &Profile, last_useful: Day) -> BTreeMap<Day, Round> {
    let rounds = order(profile.seniority);
    let days = i64::from(profile.interview) - i64::from(profile.today);
    let first = profile.interview.saturating_sub((days / 2) as Day);
    let longest = rounds.iter().map(|round| round.minutes(profile.seniority)).max().unwrap_or(0);
    let mut chosen = Vec::new();
    let mut day = last_useful.saturating_sub(1);
    while day >= first && day >= profile.today && chosen.len() < rounds.len() {
        if profile.weekday_minutes[weekday(day)] >= longest {
            chosen.push(day);
            day -= GAP;
        } else {
            day -= 1;
        }
    }
    chosen.into_iter().rev().zip(rounds).collect()
}
