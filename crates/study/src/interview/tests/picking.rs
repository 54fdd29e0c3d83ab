//! Which items a loop asks.

use std::collections::BTreeSet;

use super::*;
use crate::ItemRef;

fn items(session: &Session) -> Vec<ItemRef> {
    session.rounds.iter().flat_map(|round| &round.tasks).map(|task| task.item.clone()).collect()
}

#[test]
fn a_whole_loop_asks_nothing_twice_and_fits_its_minutes() {
    for seed in 0..50 {
        let session = Session::start(Setup { seed, ..whole() }, &pool()).unwrap();
        assert_eq!(session.rounds.len(), 9);
        let all = items(&session);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        for round in &session.rounds {
            let minutes: u16 = round.tasks.iter().map(|task| task.minutes).sum();
            assert!(minutes <= round.minutes && !round.tasks.is_empty(), "{:?}", round.round);
            for task in &round.tasks {
                let pool = pool();
                let candidate =
                    pool.iter().find(|candidate| candidate.item.slug == task.item.slug).unwrap();
                assert!(fits(&candidate.item, round.round, Domain::Language), "{:?}", task.item);
            }
        }
    }
}

#[test]
fn a_seed_decides_and_the_order_of_the_pool_does_not() {
    let start =
        |seed, pool: &[Candidate]| items(&Session::start(Setup { seed, ..whole() }, pool).unwrap());
    let mut reversed = pool();
    reversed.reverse();
    assert_eq!(start(3, &pool()), start(3, &reversed));
    let others = (0..10).filter(|seed| start(*seed, &pool()) != start(3, &pool())).count();
    assert!(others >= 8);
}

#[test]
fn unseen_items_come_first_then_those_seen_longest_ago() {
    let card = |slug: &str, last_seen| Candidate {
        last_seen,
        ..fresh(item(Kind::Card, slug, &["language"], 15))
    };
    let pool = [
        card("yesterday", Some(TODAY - 1)),
        card("last-month", Some(TODAY - 30)),
        card("never", None),
        card("last-week", Some(TODAY - 7)),
    ];
    for seed in 0..20 {
        let setup = Setup::of(&[Round::Theory], Seniority::Junior, Domain::Language, seed, TODAY);
        let session = Session::start(setup, &pool).unwrap();
        let slugs: Vec<String> = items(&session).into_iter().map(|item| item.slug).collect();
        assert_eq!(slugs, ["never", "last-month", "last-week"]);
    }
}

#[test]
fn a_round_with_few_items_chooses_before_one_with_many() {
    // The only case of the domain is also a case for the design round.
    let case = |slug: &str, domain| {
        let case = item(Kind::Design, slug, &["system design"], 45);
        fresh(Item { domain: Some(domain), ..case })
    };
    let pool = [case("a", Domain::Audio), case("b", Domain::Vision), case("c", Domain::Health)];
    for seed in 0..20 {
        let rounds = [Round::Design, Round::Domain];
        let setup = Setup::of(&rounds, Seniority::Junior, Domain::Audio, seed, TODAY);
        let session = Session::start(setup, &pool).unwrap();
        assert_eq!(session.rounds[1].tasks[0].item.slug, "a");
        assert_ne!(session.rounds[0].tasks[0].item.slug, "a");
    }
}

#[test]
fn topics_do_not_repeat_while_others_are_left() {
    let pool: Vec<Candidate> = ["a", "b", "c", "d", "e", "f"]
        .iter()
        .enumerate()
        .map(|(i, slug)| fresh(item(Kind::Card, slug, &[["x"], ["y"], ["z"]][i / 2], 15)))
        .collect();
    for seed in 0..20 {
        let setup = Setup::of(&[Round::Theory], Seniority::Junior, Domain::Language, seed, TODAY);
        let session = Session::start(setup, &pool).unwrap();
        let topics: BTreeSet<&String> =
            session.rounds[0].tasks.iter().flat_map(|task| &task.topics).collect();
        assert_eq!(topics.len(), 3);
    }
}

#[test]
fn what_cannot_be_started_says_why() {
    let check = |setup: Setup, pool: &[Candidate], words: &str| {
        let refused = Session::start(setup, pool).unwrap_err().to_string();
        assert!(refused.contains(words), "{refused}");
    };
    check(whole(), &[], "no item is left that fits");
    check(Setup { rounds: Vec::new(), ..whole() }, &pool(), "1 to 12 rounds, not 0");
    let short = RoundLength { round: Round::Coding, minutes: 4 };
    check(Setup { rounds: vec![short], ..whole() }, &pool(), "Coding: a round takes 5 to 120");
    let tight = RoundLength { round: Round::Design, minutes: 30 };
    let words = "System design: no item is left that fits 30 minutes. Make the round longer";
    check(Setup { rounds: vec![tight], ..whole() }, &pool(), words);
    let many = vec![RoundLength { round: Round::Theory, minutes: 45 }; 13];
    check(Setup { rounds: many, ..whole() }, &pool(), "not 13");
}

#[test]
fn every_round_can_be_had_alone() {
    for seniority in [Seniority::Junior, Seniority::Senior] {
        for domain in Domain::ALL {
            for round in Round::ALL {
                let setup = Setup::of(&[round], seniority, domain, 1, TODAY);
                assert_eq!(Session::start(setup, &pool()).unwrap().rounds.len(), 1);
            }
        }
    }
}
