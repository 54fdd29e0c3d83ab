//! An item as a candidate meets it: the question, the task or the brief, and a place to work. No
//! hints, no answers.

use content::{Case, Item, Kind};
use study::interview::Task;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::{
    catalogue::{self, FetchError, Fetched, Whole},
    components::{Callout, Prose},
    pages::{fetch_failure, fetching},
    practice::interview_address,
    progress,
    site::Site,
};

/// Properties of [`Asked`].
#[derive(Properties, PartialEq)]
pub struct AskedProps {
    /// Which of the round, from 0.
    pub place: usize,
    /// As the loop keeps it.
    pub task: Task,
    /// Its line of the index; nothing once the site has it no longer.
    pub item: Option<Item>,
    /// What is written for it.
    pub on_answer: Callback<String>,
}

/// An item of a running round.
#[component]
pub fn Asked(props: &AskedProps) -> Html {
    let AskedProps { place, task, item, on_answer } = props;
    let whole = use_whole(item.as_ref());
    let id = format!("task-{place}");
    let oninput = on_answer
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let (label, rows) = match task.item.kind {
        Kind::Design => ("What you would say, part by part", "14"),
        Kind::Exercise => ("Your approach, and what it costs", "5"),
        _ => ("What you would say", "4"),
    };
    html! {
        <section class="panel pad stack interview-task" aria-labelledby={id.clone()} data-testid="asked" data-slug={task.item.slug.clone()}>
            <h2 class="study-part" {id}>{ format!("{}. {}", place + 1, task.title) }</h2>
            <p class="small num">{ format!("{} min", task.minutes) }</p>
            { prompt(&whole) }
            if task.item.kind == Kind::Exercise { { editor_link(task) } }
            <label class="field">{ label }
                <textarea {rows} value={task.answer.clone()} data-testid="working" {oninput} />
            </label>
        </section>
    }
}

/// All of an item; an item that is not there is missing.
#[hook]
pub fn use_whole(item: Option<&Item>) -> Fetched<Whole> {
    let item = item.cloned();
    let key = item.as_ref().map_or_else(AttrValue::default, |it| it.path.clone().into());
    catalogue::use_fetched(key, move |_| async move {
        match item {
            Some(item) => catalogue::whole(&item).await,
            None => Err(FetchError::Missing),
        }
    })
}

/// What a candidate is given to read beyond the title.
pub fn prompt(whole: &Fetched<Whole>) -> Html {
    match whole {
        None => fetching(),
        Some(Err(FetchError::Missing)) => html! {
            <Callout><p>{ "This item is not to be had: this device is offline, or the site no longer has it. Answer it from its title." }</p></Callout>
        },
        Some(Err(error)) => fetch_failure(error),
        Some(Ok(whole)) => match &**whole {
            Whole::Exercise(exercise) => html! { <Prose html={exercise.prompt_html.clone()} /> },
            Whole::Case(case) => brief(case),
            // The title is the question.
            Whole::Card(_) | Whole::Question(_) => Html::default(),
        },
    }
}

/// What the interviewer opens with, and what an answer covers.
fn brief(case: &Case) -> Html {
    let parts: Vec<&str> = case.parts.iter().map(|it| it.part.title()).collect();
    html! {
        <>
            <Prose html={case.brief_html.clone()} />
            <p class="small">{ format!("Cover: {}.", parts.join(", ").to_ascii_lowercase()) }</p>
        </>
    }
}

/// The exercise in its own interview mode, in which nothing helps.
fn editor_link(task: &Task) -> Html {
    let path = progress::path_of(Kind::Exercise, &task.item.slug);
    let href = Site::current().link(&format!("{path}#{}", interview_address(task.minutes)));
    html! {
        <div class="row">
            <a class="button" {href} target="_blank" rel="noopener" data-testid="editor-link">{ "Open the editor" }<span class="aside-text">{ " (in a new tab)" }</span></a>
            <span class="small">{ "There are no hints there; the round's clock goes on." }</span>
        </div>
    }
}
