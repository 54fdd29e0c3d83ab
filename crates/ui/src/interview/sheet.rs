//! What somebody reads who conducts a round: each item with its answer, what to ask next, and the
//! rubric with empty boxes. For a second screen or paper; nothing on it is kept.

use std::rc::Rc;

use content::{Criterion, Item, Seniority};
use study::interview::Sheet;
use yew::prelude::*;

use super::{
    HEADING,
    answer::{answer, criteria, follow_ups},
    ask::{prompt, use_whole},
    marks::about,
    report::print_button,
    words,
};
use crate::{
    catalogue::{self, Whole},
    pages::{fetch_failure, fetching},
    study::inline,
};

/// Properties of [`SheetPage`].
#[derive(Properties, PartialEq)]
pub struct SheetPageProps {
    /// What is asked.
    pub sheet: Sheet,
}

/// The sheet.
#[component]
pub fn SheetPage(props: &SheetPageProps) -> Html {
    let sheet = &props.sheet;
    let items = catalogue::use_fetched("sheet".into(), |_| catalogue::everything());
    let items = match items {
        None => return fetching(),
        Some(Err(error)) => return fetch_failure(&error),
        Some(Ok(items)) => items,
    };
    let one = |(place, wanted): (usize, &study::ItemRef)| {
        let item = items.iter().find(|it| it.kind == wanted.kind && it.slug == wanted.slug);
        html! { <SheetItem key={place} {place} slug={wanted.slug.clone()} item={item.cloned().map(Rc::new)} level={sheet.seniority} /> }
    };
    html! {
        <article class="stack interview-sheet" data-testid="sheet">
            <p class="eyebrow">{ "Interviewer's sheet" }</p>
            <h1 id={HEADING} tabindex="-1">{ format!("{}, {} min", sheet.round.title(), sheet.minutes) }</h1>
            <p>{ format!("{} level. Ask, listen, follow up; do not teach before the time is up. Tick what the candidate says without your help.", words::level(sheet.seniority)) }</p>
            <div class="row no-print">{ print_button() }</div>
            { for sheet.items.iter().enumerate().map(one) }
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct SheetItemProps {
    place: usize,
    slug: String,
    item: Option<Rc<Item>>,
    level: Seniority,
}

#[component]
fn SheetItem(props: &SheetItemProps) -> Html {
    let SheetItemProps { place, slug, item, level } = props;
    let whole = use_whole(item.as_deref());
    let title = item.as_ref().map_or_else(|| slug.clone(), |it| it.title.clone());
    let rest = match &whole {
        Some(Ok(whole)) => html! {
            <>
                <h3>{ "A strong answer" }</h3>
                <div class="stack interview-answer">{ answer(whole) }</div>
                { follow_ups(whole) }
                { rubric(whole, *level) }
            </>
        },
        _ => Html::default(),
    };
    html! {
        <section class="stack interview-sheet-item" data-testid="sheet-item" data-slug={slug.clone()}>
            <h2>{ format!("{}. {title}", place + 1) }</h2>
            { prompt(&whole) }
            { rest }
        </section>
    }
}

/// The rubric for the level, or the five judgements, with a box before each.
fn rubric(whole: &Whole, level: Seniority) -> Html {
    let line =
        |text: Html| html! { <li><span class="interview-box" aria-hidden="true" />{ text }</li> };
    let all = criteria(whole);
    let lines: Vec<Html> = if all.is_empty() {
        let judged = words::JUDGEMENTS.iter().enumerate();
        judged.map(|(score, words)| line(html! { format!("{score} {words}") })).collect()
    } else {
        let asked = all.iter().filter(|it| it.level <= level);
        let words = |it: &Criterion| {
            html! { <span>{ inline(&it.text_html) }<span class="small num">{ format!(" {}", about(it)) }</span></span> }
        };
        asked.map(|it| line(words(it))).collect()
    };
    html! {
        <>
            <h3>{ "Score" }</h3>
            <ul class="study-rubric interview-boxes" data-testid="sheet-rubric">{ for lines }</ul>
        </>
    }
}
