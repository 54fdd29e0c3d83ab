//! The list of exercises, with filters.

use std::collections::BTreeSet;

use content::{Item, Kind, Level};
use yew::prelude::*;

use super::list::{ItemList, fetch_failure, fetching, level_name, record_of};
use crate::{
    catalogue,
    components::{Button, SelectField},
    progress::{Records, Stage, use_records},
};

#[derive(Clone, Default, PartialEq)]
struct Filter {
    topic: String,
    level: String,
    is_unsolved_only: bool,
}

impl Filter {
    fn takes(&self, item: &Item, records: &Records) -> bool {
        (self.topic.is_empty() || item.topics.contains(&self.topic))
            && (self.level.is_empty() || level_name(item.level) == self.level)
            && !(self.is_unsolved_only && record_of(item, records).stage() == Stage::Solved)
    }
}

/// Every exercise.
#[component]
pub fn PracticeList() -> Html {
    let index = catalogue::use_fetched("index".into(), |_| catalogue::index());
    let records = use_records().map(|records| (*records).clone()).unwrap_or_default();
    let list = match &index {
        None => fetching(),
        Some(Err(error)) => fetch_failure(error),
        Some(Ok(items)) => {
            let exercises = items.iter().filter(|item| item.kind == Kind::Exercise);
            html! { <Filtered exercises={exercises.cloned().collect::<Vec<_>>()} {records} /> }
        }
    };
    html! {
        <div class="page stack">
            <h1>{ "Practice" }</h1>
            <p class="muted">{ "Write real Python, run it against visible and hidden cases, and see which case failed and why. It runs on this device." }</p>
            { list }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FilteredProps {
    exercises: Vec<Item>,
    records: Records,
}

#[component]
fn Filtered(props: &FilteredProps) -> Html {
    let filter = use_state_eq(Filter::default);
    let shown: Vec<Item> =
        props.exercises.iter().filter(|item| filter.takes(item, &props.records)).cloned().collect();
    let clear = {
        let filter = filter.clone();
        Callback::from(move |_| filter.set(Filter::default()))
    };
    html! {
        <>
            { filters(&props.exercises, &filter) }
            <p class="small num" role="status">{ format!("{} of {} exercises", shown.len(), props.exercises.len()) }</p>
            if shown.is_empty() {
                <div class="empty">
                    <p>{ "No exercise fits these filters." }</p>
                    <Button onclick={clear}>{ "Clear the filters" }</Button>
                </div>
            } else {
                <ItemList items={shown} records={props.records.clone()} />
            }
        </>
    }
}

fn filters(exercises: &[Item], filter: &UseStateHandle<Filter>) -> Html {
    let change = |apply: fn(&mut Filter, String)| {
        let filter = filter.clone();
        Callback::from(move |value| {
            let mut next = (*filter).clone();
            apply(&mut next, value);
            filter.set(next);
        })
    };
    let unsolved = {
        let filter = filter.clone();
        Callback::from(move |_| {
            filter.set(Filter { is_unsolved_only: !filter.is_unsolved_only, ..(*filter).clone() });
        })
    };
    html! {
        <div class="filters" role="group" aria-label="Filters">
            <SelectField label="Topic" value={filter.topic.clone()} options={topics(exercises)}
                onchange={change(|filter, value| filter.topic = value)} />
            <SelectField label="Level" value={filter.level.clone()} options={levels()}
                onchange={change(|filter, value| filter.level = value)} />
            <Button pressed={Some(filter.is_unsolved_only)} onclick={unsolved}>{ "Unsolved only" }</Button>
        </div>
    }
}

fn topics(exercises: &[Item]) -> Vec<(AttrValue, AttrValue)> {
    let topics: BTreeSet<&String> = exercises.iter().flat_map(|item| &item.topics).collect();
    let any = std::iter::once(("".into(), "Every topic".into()));
    any.chain(topics.into_iter().map(|topic| (topic.clone().into(), capitalised(topic).into())))
        .collect()
}

fn levels() -> Vec<(AttrValue, AttrValue)> {
    let names = [Level::WarmUp, Level::Core, Level::Stretch].map(level_name);
    let any = std::iter::once(("".into(), "Every level".into()));
    any.chain(names.into_iter().map(|name| (name.into(), name.into()))).collect()
}

/// With a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(topic: &str, level: Level) -> Item {
        Item {
            kind: Kind::Exercise,
            slug: topic.into(),
            title: topic.into(),
            summary: String::new(),
            topics: vec![topic.into()],
            level,
            minutes: 10,
            path: String::new(),
        }
    }

    #[test]
    fn filters_combine() {
        let filter = Filter { topic: "vision".into(), level: "Core".into(), ..Filter::default() };
        let records = Records::new();
        assert!(filter.takes(&item("vision", Level::Core), &records));
        assert!(!filter.takes(&item("vision", Level::WarmUp), &records));
        assert!(!filter.takes(&item("graphs", Level::Core), &records));
        assert!(Filter::default().takes(&item("graphs", Level::Core), &records));
    }

    #[test]
    fn names_begin_with_a_capital() {
        assert_eq!(capitalised("numpy"), "Numpy");
        assert_eq!(capitalised(""), "");
    }
}
