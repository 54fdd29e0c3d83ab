//! Search and filters over the list.

use content::Item;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    super::{kinds, reviews::Standing},
    filter::{Filter, STANDINGS, standing, standing_value},
};
use crate::{
    components::{Button, Emphasis, SelectField},
    pages::{LEVELS, capitalised, level, level_name, level_value, sorted},
};

/// Search and filters.
pub fn controls(items: &[&Item], filter: &Filter, wanted: &Callback<Filter>) -> Html {
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
    html! {
        <div class="filters" role="search" aria-label="Cards, cases and questions">
            <label class="field">{ "Search" }
                <input type="search" value={filter.query.clone()} autocomplete="off" spellcheck="false" data-testid="search" {oninput} />
            </label>
            <SelectField label="Kind" value={filter.kind.map_or("", kinds::value)} options={kind_options()} testid="kind"
                onchange={change(|filter, value| filter.kind = kinds::of_value(&value))} />
            <SelectField label="Topic" value={filter.topic.clone()} options={topics(items)} testid="topic"
                onchange={change(|filter, value| filter.topic = value)} />
            <SelectField label="Level" value={filter.level.map_or("", level_value)} options={levels()} testid="hardness"
                onchange={change(|filter, value| filter.level = level(&value))} />
            <SelectField label="State" value={filter.standing.map_or("", standing_value)} options={standings()} testid="standing"
                onchange={change(|filter, value| filter.standing = standing(&value))} />
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

fn kind_options() -> Options {
    let words = |kind| {
        let all = kinds::counted(kind, 2);
        let plural = all.trim_start_matches("2 ").to_owned();
        (kinds::value(kind).into(), capitalised(&plural).into())
    };
    with_any("Every kind", kinds::KINDS.into_iter().map(words))
}

fn topics(items: &[&Item]) -> Options {
    let mut topics: Vec<&String> = Vec::new();
    for topic in items.iter().flat_map(|item| &item.topics) {
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

fn standings() -> Options {
    let words = |it: Standing| {
        let words = match it {
            Standing::Due => "Due",
            Standing::Learning => "Learning",
            Standing::New => "New",
        };
        (standing_value(it).into(), words.into())
    };
    with_any("Any state", STANDINGS.into_iter().map(words))
}
