//! Search and filters over the list.

use std::collections::BTreeSet;

use content::Item;
use yew::prelude::*;

use super::{
    super::list::level_name,
    capitalised,
    filter::{Filter, LEVELS, Status, TIMES, level, level_value, status},
};
use crate::components::{Button, Emphasis, SearchField, SelectField};

/// Properties of [`Controls`].
#[derive(Properties, PartialEq)]
pub struct ControlsProps {
    /// What can be filtered.
    pub exercises: Vec<Item>,
    /// What is wanted now.
    pub filter: Filter,
    /// Something else is wanted.
    pub change: Callback<Filter>,
}

/// Search and filters.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let filter = &props.filter;
    let change = |apply: fn(&mut Filter, String)| {
        let (filter, change) = (filter.clone(), props.change.clone());
        Callback::from(move |value| {
            let mut next = filter.clone();
            apply(&mut next, value);
            change.emit(next);
        })
    };
    let minutes = filter.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
    html! {
        <div class="filters" role="search" aria-label="Exercises">
            <SearchField label="Search" value={filter.query.clone()} testid="search"
                oninput={change(|filter, value| filter.query = value)} />
            <SelectField label="Topic" value={filter.topic.clone()} options={topics(&props.exercises)} testid="topic"
                onchange={change(|filter, value| filter.topic = value)} />
            <SelectField label="Level" value={filter.level.map_or("", level_value)} options={levels()} testid="level"
                onchange={change(|filter, value| filter.level = level(&value))} />
            <SelectField label="Time" value={minutes} options={times()} testid="time"
                onchange={change(|filter, value| filter.minutes = value.parse().ok())} />
            <SelectField label="Status" value={filter.status.map_or("", Status::name)} options={statuses()} testid="status"
                onchange={change(|filter, value| filter.status = status(&value))} />
        </div>
    }
}

/// Wants everything again; nothing while everything is wanted.
pub fn clear_button(filter: &Filter, change: &Callback<Filter>) -> Html {
    if *filter == Filter::default() {
        return Html::default();
    }
    let onclick = change.reform(|_: MouseEvent| Filter::default());
    html! {
        <Button emphasis={Emphasis::Quiet} testid="clear-filters" {onclick}>{ "Clear the filters" }</Button>
    }
}

type Options = Vec<(AttrValue, AttrValue)>;

fn with_any(words: &'static str, rest: impl Iterator<Item = (AttrValue, AttrValue)>) -> Options {
    std::iter::once(("".into(), words.into())).chain(rest).collect()
}

fn topics(exercises: &[Item]) -> Options {
    let topics: BTreeSet<&String> = exercises.iter().flat_map(|item| &item.topics).collect();
    let mut topics: Vec<&String> = topics.into_iter().collect();
    topics.sort_by_key(|topic| topic.to_lowercase());
    let words = |topic: &String| (topic.clone().into(), capitalised(topic).into());
    with_any("Every topic", topics.into_iter().map(words))
}

fn levels() -> Options {
    let words = |level| (level_value(level).into(), level_name(level).into());
    with_any("Every level", LEVELS.into_iter().map(words))
}

fn times() -> Options {
    let words = |minutes: u16| (minutes.to_string().into(), format!("Up to {minutes} min").into());
    with_any("Any time", TIMES.into_iter().map(words))
}

fn statuses() -> Options {
    let words = |status: Status| {
        let words = match status {
            Status::Unsolved => "Not solved",
            Status::New => "Not opened",
            Status::Begun => "Begun",
            Status::Solved => "Solved",
        };
        (status.name().into(), words.into())
    };
    with_any("Any status", Status::ALL.into_iter().map(words))
}
