//! What is really there to practise: it can be computed, compared, asked and planned.

use std::collections::BTreeSet;
use std::path::Path;

use content::authoring::{self, Library};
use content::{Answer, Domain, Item, Kind, Seniority};
use formula::Formula;
use study::answer::is_comparable;
use study::calculator::{calculate, describe, preset_inputs};
use study::interview::{Candidate, Round, Session, Setup, fits};
use study::plan::{Entry, Length, Profile, What, plan};
use study::{Day, ItemRef};

const TODAY: Day = 20_458;

fn library() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    authoring::load(&root, "/").unwrap_or_else(|problems| panic!("{problems}"))
}

fn items() -> Vec<Item> {
    library().items(|_, slug| slug.to_owned())
}

#[test]
fn every_preset_of_a_case_computes() {
    let presets: Vec<_> = library()
        .cases
        .into_iter()
        .flat_map(|case| {
            case.calculators.into_iter().map(move |preset| (case.slug.clone(), preset))
        })
        .collect();
    assert!(presets.len() >= 20);
    for (slug, preset) in presets {
        let name = describe(preset.name).name;
        if let Err(troubles) = calculate(preset.name, &preset_inputs(&preset)) {
            panic!("{slug}, {name}: {troubles:?}");
        }
    }
}

#[test]
fn every_formula_of_a_card_can_be_compared() {
    let mut formulas = 0;
    for card in library().cards {
        let Some(check) = card.check else { continue };
        let right = match &check.answer {
            Answer::Formula { formula, variables } => {
                let names: Vec<&str> = variables.iter().map(|it| it.name.as_str()).collect();
                assert!(is_comparable(&Formula::parse(formula, &names).unwrap()), "{}", card.slug);
                formulas += 1;
                formula.clone()
            }
            Answer::Number { value, .. } => value.to_string(),
        };
        let verdict = study::answer::check(&right, &check.answer);
        assert_eq!(verdict, Ok(study::answer::Verdict::Right), "{}: {right}", card.slug);
    }
    assert!(formulas >= 50, "{formulas}");
}

#[test]
fn a_whole_loop_can_be_had_in_every_domain() {
    let pool: Vec<Candidate> =
        items().into_iter().map(|item| Candidate { item, last_seen: None }).collect();
    for domain in Domain::ALL {
        for seniority in [Seniority::Junior, Seniority::Senior] {
            let setup = Setup::of(&Round::ALL, seniority, domain, 1, TODAY);
            let session = Session::start(setup, &pool).unwrap();
            assert_eq!(session.rounds.len(), Round::ALL.len());
        }
        for round in Round::ALL {
            let choice = pool.iter().filter(|it| fits(&it.item, round, domain)).count();
            assert!(choice >= 5, "{domain:?}, {round:?}: {choice} to choose from");
        }
    }
}

#[test]
fn three_weeks_of_an_hour_meet_every_kind() {
    let entries: Vec<Entry> = items()
        .into_iter()
        .map(|item| Entry {
            item: ItemRef { kind: item.kind, slug: item.slug },
            topics: item.topics,
            minutes: item.minutes,
            level: item.level,
            rows: Vec::new(),
            memory: None,
            last: None,
        })
        .collect();
    for seniority in [Seniority::Junior, Seniority::Senior] {
        let profile = Profile {
            today: TODAY,
            interview: TODAY + 21,
            weekday_minutes: [60; 7],
            done_minutes: 0,
            seniority,
            length: Length::UntilInterview,
        };
        let plan = plan(&entries, &profile).unwrap();
        let tasks = plan.days.iter().flat_map(|day| &day.tasks);
        let met: BTreeSet<Kind> = tasks
            .filter_map(|task| match &task.what {
                What::Item(item) => Some(item.kind),
                What::Mock(_) => None,
            })
            .collect();
        let wanted = [Kind::Exercise, Kind::Lab, Kind::Card, Kind::Design, Kind::Behavioural];
        assert!(wanted.iter().all(|kind| met.contains(kind)), "{seniority:?}: {met:?}");
    }
}
