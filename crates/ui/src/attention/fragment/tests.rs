//! Links of the attention page: what they carry, and what is refused.

use protocol::attention::{Norm, Task, look::Kind};

use super::*;

#[test]
fn a_link_carries_everything_over() {
    let first = Config {
        task: Task::NextLetter,
        layers: 3,
        heads: 8,
        width: 64,
        form: Form {
            positions: Positions::Rotary,
            norm: Norm::After,
            has_mlp: false,
            is_tied: true,
            has_residual: false,
        },
        batch_size: 5,
        learning_rate: 0.0123,
        dropout: 0.1,
        seed: u32::MAX,
    };
    let second = Config { form: Form::default(), ..first.clone() };
    let shared = Shared {
        lanes: vec![first.clone(), second, first],
        step: Some(1234),
        text: Some("magnet>t&n=g #%".into()),
        head: Some((2, 7)),
        view: View::Inside,
        stage: Some(Part { kind: Kind::Shares, layer: 2, head: 7 }),
        tour: Some(9),
    };
    assert_eq!(read(&write(&shared)), (shared, vec![]));
}

#[test]
fn an_empty_fragment_is_the_default() {
    assert_eq!(read("#"), (Shared::default(), vec![]));
}

fn check_refused(fragment: &str, expect: &[&str]) {
    let (shared, refused) = read(fragment);
    assert_eq!(refused, expect, "{fragment}");
    assert_eq!(shared, Shared::default(), "{fragment}");
}

#[test]
fn what_cannot_be_used_is_named_and_replaced() {
    check_refused("task=translate", &["task"]);
    check_refused("layers=0", &["layers"]);
    check_refused("layers=5&heads=9", &["layers", "heads"]);
    check_refused("width=8", &["width"]);
    check_refused("width=999", &["width"]);
    check_refused("positions=best", &["positions"]);
    check_refused("norm=", &["norm"]);
    check_refused("mlp=maybe", &["mlp"]);
    check_refused("tied=1", &["tied"]);
    check_refused("residual=0", &["residual"]);
    check_refused("tour=0", &["tour"]);
    check_refused("tour=11", &["tour"]);
    check_refused("rate=NaN", &["rate"]);
    check_refused("rate=0", &["rate"]);
    check_refused("dropout=0.6", &["dropout"]);
    check_refused("dropout=NaN", &["dropout"]);
    check_refused("rate=inf", &["rate"]);
    check_refused("seed=-1", &["seed"]);
    check_refused("step=99999999999999999999", &["step"]);
    check_refused("head=9.9", &["head"]);
    check_refused("head=3.1", &["head"]);
    check_refused("view=outside", &["view"]);
    check_refused("stage=query", &["stage"]);
    check_refused("stage=query.1", &["stage"]);
    check_refused("stage=query.3.1", &["stage"]);
    check_refused("stage=tokens.1", &["stage"]);
    check_refused("stage=soul.1.1", &["stage"]);
    check_refused("text=", &["text"]);
    check_refused(&format!("text={}", "a".repeat(65)), &["text"]);
}

#[test]
fn heads_must_divide_the_width() {
    let (shared, refused) = read("width=16&heads=3");
    assert_eq!(refused, ["heads"]);
    assert_eq!((shared.lanes[0].width, shared.lanes[0].heads), (32, 4));
}

#[test]
fn other_lanes_are_checked_like_the_first() {
    let (shared, refused) =
        read("heads=2&c.positions=none&b.layers=7&b.seed=9&b.heads=5&b.task=sort");
    assert_eq!(refused, ["b.layers", "b.heads"]);
    let heads: Vec<u8> = shared.lanes.iter().map(|lane| lane.heads).collect();
    assert_eq!((heads, shared.lanes[1].seed), (vec![2, 4, 2], 9));
    assert!(shared.lanes.iter().all(|lane| lane.task == Task::Reverse));
    assert_eq!(shared.lanes[2].form.positions, Positions::None);
}

#[test]
fn turns_need_pairs() {
    let (shared, refused) = read("width=18&heads=6&positions=rotary");
    assert_eq!(refused, ["positions"]);
    assert_eq!((shared.lanes[0].heads, shared.lanes[0].form), (6, Form::default()));
}

#[test]
fn fields_of_others_are_passed_over() {
    assert_eq!(read("item=attention&theme=dark"), (Shared::default(), vec![]));
}

/// What a link of this page may set, beside a lane's fields.
const PAGE: [&str; 5] = ["step", "head", "view", "stage", "text"];

#[test]
fn links_of_the_content_set_what_they_name() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    let library = content::authoring::load(&root, "/").expect("the content is in order");
    let see = library.cards.iter().flat_map(|card| &card.see);
    let see = see.chain(library.cases.iter().flat_map(|case| &case.see));
    let mut links: Vec<(&str, &str)> = see
        .filter_map(|it| Some((it.path.as_str(), it.path.strip_prefix("attention/#")?)))
        .collect();
    let prose = library.prose().map(|page| (page.slug.as_str(), page.body_html.as_str()));
    let prose = prose.chain(library.exercises.iter().map(|it| (&*it.slug, &*it.explain_html)));
    for (place, html) in prose {
        let found = html.split("/attention/#").skip(1).filter_map(|rest| rest.split('"').next());
        links.extend(found.map(|fragment| (place, fragment)));
    }
    assert!(links.len() > 20, "{} links", links.len());
    let known: Vec<&str> =
        fields(&default_config()).iter().map(|field| field.0).chain(PAGE).collect();
    for (place, fragment) in links.iter().filter(|(_, fragment)| fragment.contains('=')) {
        let fragment = fragment.replace("&amp;", "&");
        assert_eq!(read(&fragment).1, Vec::<String>::new(), "{place}: #{fragment}");
        for (name, _) in form_urlencoded::parse(fragment.as_bytes()) {
            let name = name.trim_start_matches("b.").trim_start_matches("c.").to_owned();
            assert!(known.contains(&name.as_str()), "{place}: #{fragment} sets {name}");
        }
    }
}
