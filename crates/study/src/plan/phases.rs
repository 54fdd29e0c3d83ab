//! How a preparation begins, goes on and ends: what is new first, then the topics that were not met
//! yet, then reviews.

use super::Profile;
use crate::Day;

/// Days that are kept for reviews: one a week of preparation, at most so many.
const MOST_CLOSING: i64 = 5;

/// Whether reviews come before what is new: what is met for the first time in the last days is neither
/// repeated nor settled by the interview.
pub fn is_closing(profile: &Profile, day: Day) -> bool {
    let (before, whole) = (to_interview(profile, day), to_interview(profile, profile.today));
    before <= (whole / 7).min(MOST_CLOSING)
}

/// Whether a topic that was not met yet comes before the shares of kinds: from a third of the way on,
/// so that none is missing because its kind has a small share.
pub fn is_catching_up(profile: &Profile, day: Day) -> bool {
    let whole = to_interview(profile, profile.today);
    3 * (whole - to_interview(profile, day)) >= whole
}

fn to_interview(profile: &Profile, day: Day) -> i64 {
    i64::from(profile.interview) - i64::from(day)
}

#[cfg(test)]
mod tests {
    use content::Seniority;

    use super::super::Length;
    use super::*;

    fn phases(days: Day) -> (Vec<Day>, Vec<Day>) {
        let profile = Profile {
            today: 100,
            interview: 100 + days,
            weekday_minutes: [60; 7],
            done_minutes: 0,
            seniority: Seniority::Junior,
            length: Length::UntilInterview,
        };
        let all = || 0..days;
        (
            all().filter(|day| is_catching_up(&profile, 100 + day)).collect(),
            all().filter(|day| is_closing(&profile, 100 + day)).collect(),
        )
    }

    #[test]
    fn a_preparation_catches_up_and_then_closes() {
        assert_eq!(phases(6), ((2..6).collect(), vec![]));
        assert_eq!(phases(28), ((10..28).collect(), vec![24, 25, 26, 27]));
        assert_eq!(phases(84).1, (79..84).collect::<Vec<_>>());
    }
}
