//! A plan by week: how much of it is new, what comes again, and what it is about.

use std::collections::BTreeMap;

use super::{Plan, Reason, What};
use crate::interview::Round;
use crate::{Day, ItemRef};

/// Seven days of a plan, or what is left of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Week {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Minutes that go into what is new.
    pub new_minutes: u32,
    /// Minutes that go into reviews.
    pub review_minutes: u32,
    /// Mock rounds.
    pub mocks: Vec<Round>,
    /// What it is about, with the minutes of each topic, most first. An item counts for each of its
    /// topics.
    pub topics: Vec<(String, u32)>,
}

impl Week {
    /// Minutes of everything but mock rounds.
    #[must_use]
    pub fn study_minutes(&self) -> u32 {
        self.new_minutes + self.review_minutes
    }
}

/// The weeks of a plan, counted from its first day. `topics_of` says what an item is about.
#[must_use]
pub fn weeks<'a>(plan: &Plan, topics_of: impl Fn(&ItemRef) -> &'a [String]) -> Vec<Week> {
    let week = |days: &[super::DayPlan]| {
        let mut week = Week {
            first: days.first().map_or(0, |day| day.day),
            last: days.last().map_or(0, |day| day.day),
            ..Week::default()
        };
        let mut topics: BTreeMap<&str, u32> = BTreeMap::new();
        for task in days.iter().flat_map(|day| &day.tasks) {
            let minutes = u32::from(task.minutes);
            match &task.what {
                What::Mock(round) => week.mocks.push(*round),
                What::Item(item) => {
                    let is_new = is_new(&task.reason);
                    *(if is_new { &mut week.new_minutes } else { &mut week.review_minutes }) +=
                        minutes;
                    for topic in topics_of(item) {
                        *topics.entry(topic).or_default() += minutes;
                    }
                }
            }
        }
        week.topics = topics.into_iter().map(|(topic, it)| (topic.to_owned(), it)).collect();
        // Equal ones stay in the order of the alphabet.
        week.topics.sort_by_key(|(_, minutes)| std::cmp::Reverse(*minutes));
        week
    };
    plan.days.chunks(7).map(week).collect()
}

fn is_new(reason: &Reason) -> bool {
    matches!(reason, Reason::New { .. } | Reason::NewRow { .. } | Reason::NewTopic { .. })
}

#[cfg(test)]
mod tests {
    use content::Kind;

    use super::super::{DayPlan, Task};
    use super::*;

    #[test]
    fn days_are_added_up_by_week() {
        let item = |slug: &str| What::Item(ItemRef { kind: Kind::Card, slug: slug.into() });
        let new = Reason::New { topic: "a".into() };
        let task = |what, minutes, reason| Task { what, minutes, reason };
        let day = |day: Day| DayPlan {
            day,
            minutes: 60,
            tasks: match day {
                2 => vec![task(item("a"), 20, new.clone()), task(item("b"), 5, Reason::Failed)],
                7 => vec![task(What::Mock(Round::Theory), 45, Reason::Mock { days_before: 1 })],
                _ => Vec::new(),
            },
        };
        let plan = Plan { days: (0..9).map(day).collect(), ..Plan::default() };
        let (a, b) = (["x".to_owned(), "y".to_owned()], ["y".to_owned()]);
        let weeks = weeks(&plan, |item| if item.slug == "a" { &a } else { &b });
        let expect = Week {
            first: 0,
            last: 6,
            new_minutes: 20,
            review_minutes: 5,
            mocks: Vec::new(),
            topics: vec![("y".into(), 25), ("x".into(), 20)],
        };
        assert_eq!(weeks[0], expect);
        assert_eq!((weeks[1].first, weeks[1].last, weeks[1].study_minutes()), (7, 8, 0));
        assert_eq!(weeks[1].mocks, [Round::Theory]);
    }
}
