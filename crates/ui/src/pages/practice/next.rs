//! What to do next, and why: what was begun, then the topic with the least solved; easy before
//! hard, short before long.

use content::{Item, Kind, Level};

use super::super::{list::record_of, order::sorted};
use crate::progress::{Record, Records, Stage};

/// An exercise and the reason to do it now.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The exercise.
    pub item: Item,
    /// Why this one, in a sentence or two.
    pub why: String,
}

/// How a topic goes.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    solved: usize,
    all: usize,
    /// Runs that failed and hints that were taken.
    trouble: usize,
}

/// Proposals, the best first; each exercise that is not solved at most once.
pub fn proposals(items: &[Item], records: &Records) -> Vec<Proposal> {
    let exercises: Vec<(&Item, Record)> = items
        .iter()
        .filter(|item| item.kind == Kind::Exercise)
        .map(|item| (item, record_of(item, records)))
        .collect();
    let open: Vec<(&Item, &Record)> = exercises
        .iter()
        .filter(|(_, record)| record.stage() != Stage::Solved)
        .map(|(item, record)| (*item, record))
        .collect();
    let key = |item: &Item| (item.level, item.minutes);
    let open = sorted(&open, |(a, _), (b, _)| key(a).cmp(&key(b)).then(a.slug.cmp(&b.slug)));
    let mut chosen: Vec<Proposal> = begun(&open).into_iter().collect();
    if exercises.iter().all(|(_, record)| record.solved_ms.is_none()) {
        chosen.extend(open.iter().map(|(item, _)| first(item)));
    } else {
        chosen.extend(by_topic(&exercises, &open));
    }
    let mut once: Vec<Proposal> = Vec::with_capacity(chosen.len());
    for proposal in chosen {
        if once.iter().all(|other| other.item.slug != proposal.item.slug) {
            once.push(proposal);
        }
    }
    once
}

/// What was run last and is not solved.
fn begun(open: &[(&Item, &Record)]) -> Option<Proposal> {
    let run = open.iter().filter(|(_, record)| record.runs > 0);
    let (item, record) = run.max_by(|a, b| a.1.opened_ms.total_cmp(&b.1.opened_ms))?;
    let why = match (record.passed, record.cases) {
        (_, 0) => "You began this one. Finish it while you still know what you had in mind.".into(),
        (passed, cases) => format!(
            "You began this one, and {passed} of {cases} cases pass. Finish it while you still know what you had in mind."
        ),
    };
    Some(Proposal { item: (*item).clone(), why })
}

fn first(item: &Item) -> Proposal {
    let level = match item.level {
        Level::WarmUp => "A warm-up",
        Level::Core => "The shortest of phone-screen size",
        Level::Stretch => "The shortest of those that are left",
    };
    let why = format!("{level} to begin with: {} minutes.", item.minutes);
    Proposal { item: item.clone(), why }
}

/// The easiest of each topic, the weakest topic first; then the second easiest of each.
fn by_topic(exercises: &[(&Item, Record)], open: &[(&Item, &Record)]) -> Vec<Proposal> {
    let topics = sorted(&standings(exercises), |(_, a), (_, b)| {
        let share = |it: &Standing| it.solved as f64 / it.all as f64;
        share(a).total_cmp(&share(b)).then(b.trouble.cmp(&a.trouble)).then(b.all.cmp(&a.all))
    });
    let easiest = |topic: &str, round: usize| {
        let mut fitting = open.iter().filter(|(item, _)| item.topics.iter().any(|it| it == topic));
        fitting.nth(round).map(|(item, _)| *item)
    };
    let rounds = 0..open.len();
    let of_round = |round: usize| {
        topics
            .iter()
            .filter_map(move |(topic, standing)| Some((*topic, *standing, easiest(topic, round)?)))
    };
    rounds
        .flat_map(of_round)
        .map(|(topic, standing, item)| Proposal {
            item: item.clone(),
            why: why(topic, standing, item),
        })
        .collect()
}

/// How each topic goes, in the order of names.
fn standings<'a>(exercises: &'a [(&Item, Record)]) -> Vec<(&'a str, Standing)> {
    let mut topics: Vec<(&str, Standing)> = Vec::new();
    for (item, record) in exercises {
        for topic in &item.topics {
            let place = topics.iter().position(|(name, _)| name == topic).unwrap_or_else(|| {
                topics.push((topic, Standing::default()));
                topics.len() - 1
            });
            let standing = &mut topics[place].1;
            standing.all += 1;
            standing.solved += usize::from(record.stage() == Stage::Solved);
            standing.trouble += record.failed_runs as usize + record.hints;
        }
    }
    sorted(&topics, |a, b| a.0.cmp(b.0))
}

fn why(topic: &str, standing: Standing, item: &Item) -> String {
    let Standing { solved, all, .. } = standing;
    let place = match solved {
        0 => format!("Nothing of {all} solved yet under “{topic}”"),
        _ => format!(
            "Under “{topic}” {solved} of {all} are solved, which is where you stand weakest"
        ),
    };
    format!("{place}. Of what is left there this is the easiest: {} minutes.", item.minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(slug: &str, topic: &str, level: Level, minutes: u16) -> Item {
        Item {
            kind: Kind::Exercise,
            slug: slug.into(),
            title: slug.into(),
            summary: String::new(),
            topics: vec![topic.into()],
            level,
            minutes,
            domain: None,
            question: None,
            path: String::new(),
        }
    }

    fn items() -> Vec<Item> {
        vec![
            item("long", "graphs", Level::Core, 40),
            item("short", "graphs", Level::Core, 20),
            item("hard", "vision", Level::Stretch, 10),
            item("easy", "vision", Level::WarmUp, 10),
            item("other", "vision", Level::Core, 15),
        ]
    }

    fn solved() -> Record {
        Record { opened_ms: 1.0, runs: 1, solved_ms: Some(1.0), ..Record::default() }
    }

    fn order(records: &[(&str, Record)]) -> Vec<String> {
        let key = |slug: &str| format!("exercise/{slug}");
        let records = records.iter().map(|(slug, it)| (key(slug), it.clone())).collect();
        proposals(&items(), &records).into_iter().map(|it| it.item.slug).collect()
    }

    #[test]
    fn a_newcomer_begins_with_the_easy_and_short() {
        assert_eq!(order(&[]), ["easy", "other", "short", "long", "hard"]);
        let why = &proposals(&items(), &Records::new())[0].why;
        assert_eq!(why, "A warm-up to begin with: 10 minutes.");
    }

    #[test]
    fn the_weakest_topic_comes_first_and_topics_alternate() {
        assert_eq!(order(&[("easy", solved())]), ["short", "other", "long", "hard"]);
        let records = Records::from([("exercise/easy".to_owned(), solved())]);
        let why = &proposals(&items(), &records)[1].why;
        assert!(why.starts_with("Under “vision” 1 of 3 are solved"), "{why}");
    }

    #[test]
    fn trouble_decides_between_equals() {
        let hard_won = Record { failed_runs: 4, ..solved() };
        let mut two = items();
        two.retain(|item| item.slug != "other");
        let records = Records::from([
            ("exercise/easy".to_owned(), hard_won),
            ("exercise/short".to_owned(), solved()),
        ]);
        assert_eq!(proposals(&two, &records)[0].item.slug, "hard");
    }

    #[test]
    fn what_was_begun_last_is_finished_first() {
        let begun = |opened_ms, passed| Record {
            opened_ms,
            runs: 2,
            passed,
            cases: 9,
            ..Record::default()
        };
        let records = [("easy", solved()), ("long", begun(5.0, 7)), ("hard", begun(3.0, 1))];
        assert_eq!(order(&records)[0], "long");
    }

    #[test]
    fn nothing_is_left_when_all_are_solved() {
        let all = ["long", "short", "hard", "easy", "other"].map(|slug| (slug, solved()));
        assert_eq!(order(&all), Vec::<String>::new());
    }
}
