//! Home: what to go on with, how far one is, and the rooms.

use std::collections::BTreeMap;

use content::{Item, Kind};
use yew::prelude::*;

use super::{
    list::{ItemList, fetch_failure, fetching, record_of},
    order::sorted,
    pictures,
    practice::{capitalised, next::proposals},
};
use crate::{
    catalogue,
    navigation::{Link, Room},
    progress::{self, Records, Stage, use_records},
};

/// Items that the home page proposes at once.
const PROPOSED: usize = 4;

/// Topics that it counts; the list of exercises has them all.
const TOPICS_SHOWN: usize = 12;

/// The first page.
#[component]
pub fn Home() -> Html {
    let index = catalogue::use_fetched("index".into(), |_| catalogue::index());
    let records = use_records();
    let today = match (&index, &records) {
        (Some(Err(error)), _) => fetch_failure(error),
        (Some(Ok(items)), Some(records)) => today(items, records),
        _ => {
            html! { <div class="today"><section class="stack"><h1>{ "Practise machine-learning interviews" }</h1>{ fetching() }</section></div> }
        }
    };
    let items = index.and_then(Result::ok).map(|items| (*items).clone()).unwrap_or_default();
    html! {
        <div class="page">
            { today }
            <section class="stack">
                <h2>{ "Or look around" }</h2>
                <div class="rooms">
                    { room(Room::Practice, pictures::code(), "Write the code they ask for", &exercises(&items)) }
                    { room(Room::Labs, pictures::losses(), "Train it and see why it fails", "on your own processor, step by step") }
                    { room(Room::Attention, pictures::attention(), "Look inside a transformer", "it trains here, then opens up") }
                    { room(Room::Study, pictures::memory(), "Follow a plan to the day", "cards, cases and questions, each when it is due") }
                    { room(Room::Interview, pictures::rounds(), "Sit a mock loop", "timed rounds, scored by rubric, with a report") }
                </div>
            </section>
        </div>
    }
}

fn today(items: &[Item], records: &Records) -> Html {
    let proposals = proposals(items, records);
    let proposed: Vec<Item> = proposals.into_iter().take(PROPOSED).map(|it| it.item).collect();
    let is_new = items.iter().all(|item| record_of(item, records).stage() == Stage::New);
    let minutes: u32 = proposed.iter().map(|item| u32::from(item.minutes)).sum();
    let next = proposed.first().map(progress::path);
    html! {
        <div class="today">
            <section class="stack">
                <div class="stack tight">
                    <h1>{ heading(is_new, proposed.len(), minutes) }</h1>
                    <p class="muted">{ lead(is_new, proposed.is_empty()) }</p>
                </div>
                <ItemList items={proposed} records={records.clone()} />
                <div class="row">
                    if let Some(next) = next {
                        <Link to={next} class="button primary">{ if is_new { "Start" } else { "Continue" } }</Link>
                    }
                    <Link to={Room::Practice.path()} class="button">{ "Choose an exercise" }</Link>
                </div>
            </section>
            <aside class="stack" aria-label="Progress">{ solved_panel(items, records) }</aside>
        </div>
    }
}

fn heading(is_new: bool, count: usize, minutes: u32) -> String {
    match (is_new, count) {
        (_, 0) => "Everything here is solved".into(),
        (true, _) => "Practise machine-learning interviews, on this device".into(),
        (false, 1) => format!("Next: one thing, {minutes} minutes"),
        (false, _) => format!("Next: {count} things, {minutes} minutes"),
    }
}

fn lead(is_new: bool, is_done: bool) -> &'static str {
    if is_done {
        "Solve one again from an empty editor: that is what the interview will ask."
    } else if is_new {
        "Write real Python, train small models, look inside a transformer. All of it runs in this browser; nothing you do leaves it."
    } else {
        "What you have begun comes first, then the topics in which you have solved least, the easy before the hard."
    }
}

fn solved_panel(items: &[Item], records: &Records) -> Html {
    let exercises: Vec<&Item> = items.iter().filter(|item| item.kind == Kind::Exercise).collect();
    let is_solved = |item: &Item| record_of(item, records).stage() == Stage::Solved;
    let solved = exercises.iter().filter(|item| is_solved(item)).count();
    let runs: u32 = exercises.iter().map(|item| record_of(item, records).runs).sum();
    html! {
        <div class="panel pad stack">
            <div>
                <div class="days num">{ format!("{solved} of {}", exercises.len()) }</div>
                <div class="small num">{ format!("exercises solved, in {runs} runs") }</div>
            </div>
            <h2 class="small">{ "Solved by topic" }</h2>
            <div class="cover num">
                { for by_topic(&exercises, is_solved).into_iter().map(|(topic, (solved, all))| html! {
                    <div>
                        <span>{ capitalised(&topic) }</span>
                        <progress value={solved.to_string()} max={all.to_string()} aria-label={topic.clone()} />
                        <span>{ format!("{solved} of {all}") }</span>
                    </div>
                }) }
            </div>
            <p class="small">{ "Kept on this device only. " }<Link to="privacy/">{ "Take it with you" }</Link></p>
        </div>
    }
}

/// The topics with the most exercises, each with how many are solved and how many there are.
fn by_topic(
    exercises: &[&Item],
    is_solved: impl Fn(&Item) -> bool,
) -> Vec<(String, (usize, usize))> {
    let mut topics = BTreeMap::new();
    for item in exercises {
        for topic in &item.topics {
            let (solved, all) = topics.entry(topic.clone()).or_insert((0, 0));
            *solved += usize::from(is_solved(item));
            *all += 1;
        }
    }
    let topics: Vec<_> = topics.into_iter().collect();
    let mut largest_first = sorted(&topics, |(_, (_, a)), (_, (_, b))| b.cmp(a));
    largest_first.truncate(TOPICS_SHOWN);
    largest_first
}

fn exercises(items: &[Item]) -> String {
    match items.iter().filter(|item| item.kind == Kind::Exercise).count() {
        0 => "exercises in real Python and NumPy".into(),
        1 => "1 exercise in real Python and NumPy".into(),
        count => format!("{count} exercises in real Python and NumPy"),
    }
}

fn room(room: Room, picture: Html, title: &str, words: &str) -> Html {
    html! {
        <Link to={room.path()} class="room">
            <div class="panel">{ picture }</div>
            <div><h3>{ title.to_owned() }</h3><p class="small">{ words.to_owned() }</p></div>
        </Link>
    }
}

#[cfg(test)]
mod tests {
    use content::Level;

    use super::*;

    fn item(slug: &str, minutes: u16) -> Item {
        Item {
            kind: Kind::Exercise,
            slug: slug.into(),
            title: slug.into(),
            summary: String::new(),
            topics: vec!["vision".into()],
            level: Level::Core,
            minutes,
            domain: None,
            question: None,
            path: String::new(),
        }
    }

    #[test]
    fn solved_exercises_are_counted_by_topic() {
        let items = [item("long", 30), item("short", 10), item("begun", 40), item("solved", 5)];
        let refs: Vec<&Item> = items.iter().collect();
        let topics = by_topic(&refs, |item| item.slug == "solved");
        assert_eq!(topics, [("vision".to_owned(), (1, 4))]);
    }
}
