//! A file for every item, found through the index.

use std::fs;

use content::card::Card;
use content::{Level, Question, QuestionKind};
use tempfile::TempDir;

use super::*;

fn library() -> Library {
    let card = Card {
        slug: "order".into(),
        question: "Why?".into(),
        summary: "Because.".into(),
        level: Level::Core,
        topics: vec!["transformers".into()],
        minutes: 4,
        say_html: "<p>Say this.</p>".into(),
        show_html: String::new(),
        steps: Vec::new(),
        weak: Vec::new(),
        follow_ups: Vec::new(),
        check: None,
        see: Vec::new(),
        sources_html: Vec::new(),
    };
    let question = Question {
        slug: "faster".into(),
        question: "When?".into(),
        summary: "A number.".into(),
        kind: QuestionKind::Story,
        level: Level::Core,
        topics: Vec::new(),
        minutes: 5,
        asked_html: String::new(),
        strong_html: String::new(),
        trap_html: String::new(),
        follow_ups: Vec::new(),
        rubric: Vec::new(),
        sources_html: Vec::new(),
    };
    Library {
        exercises: Vec::new(),
        labs: Vec::new(),
        attention: Vec::new(),
        cards: vec![card],
        cases: Vec::new(),
        questions: vec![question],
        pages: Vec::new(),
        tracks: Vec::new(),
        syllabus: Vec::new(),
        drill: Vec::new(),
    }
}

#[test]
fn the_index_leads_to_a_hashed_file_of_each_item() {
    let folder = TempDir::new().unwrap();
    let library = library();
    let mut paths = add_items(&library, &Assets::new(folder.path(), "/")).unwrap();
    let items = library.items(|kind, slug| paths.remove(&(kind, slug.to_owned())).unwrap());
    assert!(paths.is_empty(), "{paths:?}");
    let [card, question] = items.as_slice() else { panic!("{items:?}") };
    assert!(card.path.starts_with("content/cards/order-"), "{}", card.path);
    assert!(question.path.starts_with("content/questions/faster-"), "{}", question.path);
    let text = fs::read_to_string(folder.path().join(&card.path)).unwrap();
    assert_eq!(serde_json::from_str::<Card>(&text).unwrap(), library.cards[0]);
}

#[test]
fn the_index_is_whole_under_its_name_and_in_halves_for_pages() {
    let folder = TempDir::new().unwrap();
    let mut assets = Assets::new(folder.path(), "/notes/");
    let mut items = library().items(|_, _| String::new());
    let lab = Item { kind: Kind::Lab, slug: "line".into(), ..items[0].clone() };
    items.insert(0, lab);
    add_index(&mut assets, &items).unwrap();
    let slugs = |path: &str| -> Vec<String> {
        let text = fs::read_to_string(folder.path().join(path)).unwrap();
        let items: Vec<Item> = serde_json::from_str(&text).unwrap();
        items.into_iter().map(|item| item.slug).collect()
    };
    assert_eq!(slugs("content/index.json"), ["line", "order", "faster"]);
    let half = |name: &str| {
        let address = assets.address(name).unwrap().strip_prefix("/notes/").unwrap();
        slugs(address)
    };
    assert_eq!(half("content/rooms.json"), ["line"]);
    assert_eq!(half("content/study.json"), ["order", "faster"]);
}
