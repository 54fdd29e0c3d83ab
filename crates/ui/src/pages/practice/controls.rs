//! Search and filters over the list.

use content::Item;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    super::{list::level_name, order::sorted},
    capitalised,
    filter::{Filter, LEVELS, Status, TIMES, level, level_value, status},
};
use crate::components::{Button, Emphasis, SelectField};

/// Search and filters.
pub fn controls(exercises: &[Item], filter: &Filter, wanted: &Callback<Filter>) -> Html {
    let change = |apply: fn(&mut Filter, String)| {
        let (filter, wanted) = (filter.clone(), wanted.clone());
        Callback::from(move |value| {
            let mut next = filter.clone();
            apply(&mut next, value);
            wanted.emit(next);
        })
    };
    let oninput = change(|filter, value| filter.query = value)
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let minutes = filter.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
    html! {
        <div class="filters" role="search" aria-label="Exercises">
            <label class="field">{ "Search" }
                <input type="search" value={filter.query.clone()} autocomplete="off" spellcheck="false" data-testid="search" {oninput} />
            </label>
            <SelectField label="Topic" value={filter.topic.clone()} options={topics(exercises)} testid="topic"
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
    let mut topics: Vec<&String> = Vec::new();
    for topic in exercises.iter().flat_map(|item| &item.topics) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    let topics = sorted(&topics, |a, b| a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase()));
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
