//! What cards, cases and questions have in common: what is asked next, where to see it, sources.

use content::{FollowUp, See};
use yew::prelude::*;

use super::inline;
use crate::{components::Prose, navigation::Link};

/// Questions with an answer behind each.
pub fn follow_ups(all: &[FollowUp]) -> Html {
    let pairs = all.iter().map(|it| behind(inline(&it.question_html), &it.answer_html));
    section(
        "next",
        "What an interviewer asks next",
        html! {
            <>
                <p class="small">{ "Say your answer aloud before you open the one that is written." }</p>
                { for pairs }
            </>
        },
    )
}

/// A text that opens behind its summary.
pub fn behind(summary: Html, html: &str) -> Html {
    html! {
        <details class="follow-up">
            <summary>{ summary }</summary>
            <Prose html={html.to_owned()} />
        </details>
    }
}

/// A part of a page under its heading.
pub fn section(id: &'static str, title: &'static str, body: Html) -> Html {
    html! {
        <section class="stack tight" aria-labelledby={id} data-testid={id}>
            <h2 class="study-part" {id} tabindex="-1">{ title }</h2>
            { body }
        </section>
    }
}

/// Links to where it can be seen; nothing where there is none.
pub fn see(all: &[See]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let link = |it: &See| html! { <li><Link to={it.path.clone()}>{ &it.title }</Link></li> };
    section("see", "See it", html! { <ul>{ for all.iter().map(link) }</ul> })
}

/// What the facts were checked against, behind a summary.
pub fn sources(all: &[String]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <details class="follow-up">
            <summary>{ "Sources" }</summary>
            <ul class="small study-sources">{ for all.iter().map(|it| html! { <li>{ inline(it) }</li> }) }</ul>
        </details>
    }
}
