//! A card, a case or a question, from its address on.

use content::{Kind, Level};
use yew::prelude::*;

use super::{card::CardPage, case::CasePage, kinds, question::QuestionPage};
use crate::{
    catalogue::{self, Studied},
    components::{Callout, Tone},
    navigation::{self, Link},
    pages::{fetching, level_name},
    widget::{OnWidgetEvent, WidgetEvent},
};

/// Properties of [`StudyItem`].
#[derive(Properties, PartialEq)]
pub struct StudyItemProps {
    /// Which one.
    pub slug: AttrValue,
    /// Where the widget reports to.
    #[prop_or_default]
    pub on_event: OnWidgetEvent,
}

/// A card, a case or a question.
#[component]
pub fn StudyItem(props: &StudyItemProps) -> Html {
    let fetched = catalogue::use_fetched(props.slug.clone(), |slug| async move {
        catalogue::studied(&slug).await
    });
    let outcome = fetched.as_ref().map(|it| it.as_ref().map(|_| ()).map_err(ToString::to_string));
    let on_event = props.on_event.clone();
    use_effect_with(outcome, move |outcome| match outcome {
        Some(Ok(())) => on_event.emit(WidgetEvent::Ready),
        Some(Err(why)) => on_event.emit(WidgetEvent::Error(why.clone())),
        None => {}
    });
    match fetched {
        None => html! { <div class="page">{ fetching() }</div> },
        Some(Err(error)) => html! {
            <div class="page stack">
                <h1>{ "This is not in the study room" }</h1>
                <Callout tone={Tone::Bad} live=true><p>{ error.to_string() }</p></Callout>
                <div><Link to="study/" class="button">{ "Everything to study" }</Link></div>
            </div>
        },
        Some(Ok(studied)) => {
            navigation::set_title(&format!("{} · Warmstart", title(&studied)));
            let key = props.slug.to_string();
            html! { <article {key} class="page stack study">{ page(&studied) }</article> }
        }
    }
}

fn title(studied: &Studied) -> &str {
    match studied {
        Studied::Card(card) => &card.question,
        Studied::Case(case) => &case.title,
        Studied::Question(question) => &question.question,
    }
}

fn page(studied: &Studied) -> Html {
    match studied {
        Studied::Card(card) => html! { <CardPage card={card.clone()} /> },
        Studied::Case(case) => html! { <CasePage case={case.clone()} /> },
        Studied::Question(question) => html! { <QuestionPage question={question.clone()} /> },
    }
}

/// The heading of a page, with what it is and how long it takes.
pub fn header(kind: Kind, title: &str, level: Level, minutes: u16, topics: &[String]) -> Html {
    let about = format!("{} · {} · {minutes} min", kinds::name(kind), level_name(level));
    html! {
        <header class="stack tight">
            <p class="eyebrow num"><Link to="study/">{ "Study" }</Link>{ format!(" · {about} · {}", topics.join(", ")) }</p>
            <h1>{ title.to_owned() }</h1>
        </header>
    }
}
