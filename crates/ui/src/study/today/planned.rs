//! The plan of this visitor: made anew whenever something was rated or said otherwise.

use std::rc::Rc;

use content::{Item, Kind, syllabus::Section};
use study::{
    Day, Seniority,
    plan::{Plan, Profile, Reason, Refused, Task, TopicCoverage, What, coverage, plan},
};
use yew::prelude::*;

use super::{
    super::{
        day, level,
        reviews::{AllReviews, use_all_reviews},
    },
    entries::{done_today, entries},
    profile::{Said, use_said},
};
use crate::{
    catalogue::{self, FetchError},
    pages::capitalised,
    progress::{Records, use_records},
};

/// Everything that the plan is shown with.
#[derive(Clone, PartialEq)]
pub struct Planned {
    /// Everything there is on the site.
    pub items: Rc<Vec<Item>>,
    /// The rows that items cover.
    syllabus: Rc<Vec<Section>>,
    /// What was rated.
    pub reviews: Rc<AllReviews>,
    /// Date and minutes, as the visitor said.
    pub said: Said,
    /// Which loop.
    pub level: Seniority,
    /// The day it is.
    pub today: Day,
    /// What was done today.
    pub done: Vec<Item>,
    /// How much of each topic is known.
    pub coverage: Rc<Vec<TopicCoverage>>,
    /// The days; or why there are none.
    pub plan: Result<Rc<Plan>, Refused>,
}

/// How to change what the plan is made from.
#[derive(Clone, PartialEq)]
pub struct Change {
    /// Date and minutes.
    pub said: Callback<Said>,
    /// Which loop.
    pub level: Callback<Seniority>,
    /// Something was rated on this page.
    pub reload: Callback<()>,
}

/// The plan. `None` until everything is there.
#[hook]
pub fn use_planned() -> (Option<Result<Planned, FetchError>>, Change) {
    let shelf = catalogue::use_fetched("shelf".into(), |_| async {
        let items = catalogue::everything().await?;
        // Without the syllabus a plan is still a plan.
        let syllabus = catalogue::syllabus().await.unwrap_or_default();
        Ok((Rc::new(items), Rc::new(syllabus)))
    });
    let (reviews, reload) = use_all_reviews();
    let records = use_records();
    let (said, change_said) = use_said();
    let (level, change_level) = level::use_level();
    let change = Change { said: change_said, level: change_level, reload };
    let made = use_memo(
        (shelf, reviews, records, said, level, day::today()),
        |(shelf, reviews, records, said, level, today)| {
            let shelf = match shelf.as_ref()? {
                Ok(shelf) => shelf,
                Err(error) => return Some(Err(error.clone())),
            };
            let (items, syllabus) = (**shelf).clone();
            let (reviews, records) = (reviews.clone()?, records.as_ref()?);
            Some(Ok(planned(items, syllabus, reviews, records, said.clone()?, *level, *today)))
        },
    );
    ((*made).clone(), change)
}

fn planned(
    items: Rc<Vec<Item>>,
    syllabus: Rc<Vec<Section>>,
    reviews: Rc<AllReviews>,
    records: &Records,
    said: Said,
    level: Seniority,
    today: Day,
) -> Planned {
    let done = done_today(&items, &reviews, records, today, day::of_ms);
    let entries = entries(&items, &syllabus, &reviews, records, day::of_ms);
    let coverage = Rc::new(coverage(&entries, today));
    let done_minutes = done.iter().fold(0_u16, |sum, item| sum.saturating_add(item.minutes));
    let profile = Profile { done_minutes, ..said.profile(today, level) };
    let plan = plan(&entries, &profile).map(Rc::new);
    Planned { items, syllabus, reviews, said, level, today, done, coverage, plan }
}

impl Planned {
    /// What is left to do today.
    pub fn tasks(&self) -> Vec<Task> {
        let Ok(plan) = &self.plan else { return Vec::new() };
        plan.days.first().map(|today| today.tasks.clone()).unwrap_or_default()
    }

    /// The item of a task, unless it is a mock round.
    pub fn item(&self, task: &Task) -> Option<&Item> {
        let What::Item(what) = &task.what else { return None };
        self.items.iter().find(|it| it.kind == what.kind && it.slug == what.slug)
    }

    /// Why something is planned, in a sentence.
    pub fn why(&self, reason: &Reason) -> String {
        let words = match reason {
            Reason::NewRow { row } => {
                let mut rows = self.syllabus.iter().flat_map(|section| &section.rows);
                match rows.find(|it| it.id == *row) {
                    Some(row) => format!("new: opens “{}” of the syllabus", row.words),
                    None => reason.to_string(),
                }
            }
            _ => reason.to_string(),
        };
        capitalised(&words)
    }

    /// Items that are due for longer than today.
    pub fn overdue(&self) -> usize {
        let memories = self.reviews.values().filter_map(super::super::reviews::Reviews::memory);
        memories.filter(|memory| memory.due < self.today).count()
    }
}

/// Whether a visitor marks an item as done by hand: nothing else tells that a lab was used.
pub fn is_marked_by_hand(kind: Kind) -> bool {
    matches!(kind, Kind::Lab | Kind::Attention)
}

#[cfg(test)]
mod tests {
    use study::{ItemRef, interview::Round};

    use super::*;

    fn task(minutes: u16) -> Task {
        let what = What::Item(ItemRef { kind: Kind::Card, slug: minutes.to_string() });
        Task { what, minutes, reason: Reason::Failed }
    }

    #[test]
    fn reasons_name_the_row() {
        let row =
            content::syllabus::Row { id: "trie".into(), words: "tries".into(), items: Vec::new() };
        let planned = Planned {
            items: Rc::default(),
            syllabus: Rc::new(vec![Section { title: "S".into(), rows: vec![row] }]),
            reviews: Rc::default(),
            said: Said::default(),
            level: Seniority::Junior,
            today: 100,
            done: Vec::new(),
            coverage: Rc::default(),
            plan: Err(Refused::InterviewPassed),
        };
        let why = |row: &str| planned.why(&Reason::NewRow { row: row.into() });
        assert_eq!(why("trie"), "New: opens “tries” of the syllabus");
        assert!(why("other").starts_with("New: a row"));
        assert!(planned.tasks().is_empty());
        let mock = Task { what: What::Mock(Round::Theory), ..task(45) };
        assert_eq!(planned.item(&mock), None);
    }
}
