//! Loops from a made-up pool.

mod machine;
mod picking;
mod reporting;

use content::{Domain, Item, Kind, Level, QuestionKind, Seniority};

use super::*;
use crate::Day;

const TODAY: Day = 20_458;
const MINUTE: u64 = 60_000;

fn item(kind: Kind, slug: &str, topics: &[&str], minutes: u16) -> Item {
    Item {
        kind,
        slug: slug.into(),
        title: format!("The {slug}"),
        summary: String::new(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        level: Level::Core,
        minutes,
        domain: None,
        question: None,
        path: String::new(),
    }
}

fn fresh(item: Item) -> Candidate {
    Candidate { item, last_seen: None }
}

/// Enough of everything for a whole loop.
fn pool() -> Vec<Candidate> {
    let mut pool = Vec::new();
    for i in 0..6 {
        let topics = [["graphs", "algorithms"], ["heaps", "streams"]][i % 2];
        pool.push(fresh(item(Kind::Exercise, &format!("algorithm-{i}"), &topics, 20)));
        let topics = [["transformers", "NumPy"], ["optimisation", "NumPy"]][i % 2];
        pool.push(fresh(item(Kind::Exercise, &format!("network-{i}"), &topics, 20)));
        let topics = [["language"], ["regularisation"]][i % 2];
        pool.push(fresh(item(Kind::Card, &format!("card-{i}"), &topics, 5)));
        let domain = Domain::ALL[i];
        let case = item(Kind::Design, &format!("case-{i}"), &["system design"], 45);
        pool.push(fresh(Item { domain: Some(domain), ..case }));
        for kind in QuestionKind::ALL {
            let slug = format!("question-{kind:?}-{i}").to_ascii_lowercase();
            let question = item(Kind::Behavioural, &slug, &["behaviour"], 10);
            pool.push(fresh(Item { question: Some(kind), ..question }));
        }
    }
    pool
}

fn whole() -> Setup {
    Setup::of(&Round::ALL, Seniority::Junior, Domain::Language, 7, TODAY)
}

pub(super) fn theory() -> Session {
    let setup = Setup::of(&[Round::Theory], Seniority::Junior, Domain::Language, 7, TODAY);
    Session::start(setup, &pool()).unwrap()
}
