//! What is written about an item: what a strong answer says, and what an interviewer asks next.

use content::{Card, Case, Criterion, Exercise, FollowUp, Question};
use yew::prelude::*;

use crate::{
    catalogue::{Studied, Whole},
    components::Prose,
    study::inline,
};

/// The criteria of an item's rubric; none where one's own judgement counts.
pub fn criteria(whole: &Whole) -> &[Criterion] {
    match whole {
        Whole::Studied(Studied::Case(case)) => &case.rubric,
        Whole::Studied(Studied::Question(question)) => &question.rubric,
        Whole::Studied(Studied::Card(_)) | Whole::Exercise(_) => &[],
    }
}

/// The answer.
pub fn answer(whole: &Whole) -> Html {
    match whole {
        Whole::Exercise(exercise) => solution(exercise),
        Whole::Studied(Studied::Card(card)) => derivation(card),
        Whole::Studied(Studied::Case(case)) => parts(case),
        Whole::Studied(Studied::Question(question)) => strong(question),
    }
}

/// What is asked next, each with its answer.
pub fn follow_ups(whole: &Whole) -> Html {
    let all: &[FollowUp] = match whole {
        Whole::Exercise(exercise) => &exercise.follow_ups,
        Whole::Studied(Studied::Card(card)) => &card.follow_ups,
        Whole::Studied(Studied::Question(question)) => &question.follow_ups,
        Whole::Studied(Studied::Case(case)) => return prompts(case),
    };
    if all.is_empty() {
        return Html::default();
    }
    let one = |it: &FollowUp| {
        html! { <li><strong>{ inline(&it.question_html) }</strong><Prose html={it.answer_html.clone()} /></li> }
    };
    html! {
        <>
            <h3>{ "Ask next" }</h3>
            <ul>{ for all.iter().map(one) }</ul>
        </>
    }
}

/// A case has its questions part by part; what they lead to is in its answer.
fn prompts(case: &Case) -> Html {
    let part = |it: &content::case::PartText| {
        let prompts = it.prompts_html.iter().map(|it| html! { <li>{ inline(it) }</li> });
        html! { <li><strong>{ it.part.title() }</strong><ul>{ for prompts }</ul></li> }
    };
    html! {
        <>
            <h3>{ "Ask next" }</h3>
            <ul>{ for case.parts.iter().map(part) }</ul>
        </>
    }
}

fn solution(exercise: &Exercise) -> Html {
    html! {
        <>
            if let Some(reference) = exercise.solutions.first() {
                <pre class="interview-code" tabindex="0" role="region" aria-label="Reference solution"><code>{ reference.source.clone() }</code></pre>
            }
            <Prose html={exercise.explain_html.clone()} />
        </>
    }
}

fn derivation(card: &Card) -> Html {
    html! {
        <>
            <div class="study-say"><Prose html={card.say_html.clone()} /></div>
            if !card.show_html.is_empty() { <Prose html={card.show_html.clone()} /> }
            <ol class="study-steps">
                { for card.steps.iter().map(|step| html! {
                    <li class="stack tight"><h3>{ inline(&step.heading_html) }</h3><Prose html={step.body_html.clone()} /></li>
                }) }
            </ol>
        </>
    }
}

fn parts(case: &Case) -> Html {
    let part = |it: &content::case::PartText| {
        html! {
            <section class="stack tight">
                <h3>{ it.part.title() }</h3>
                <Prose html={it.answer_html.clone()} />
                <p class="small">{ "It fails when" }</p>
                <ul>{ for it.fails_html.iter().map(|it| html! { <li>{ inline(it) }</li> }) }</ul>
            </section>
        }
    };
    html! { { for case.parts.iter().map(part) } }
}

fn strong(question: &Question) -> Html {
    html! {
        <>
            <h3>{ "What is really asked" }</h3>
            <Prose html={question.asked_html.clone()} />
            <h3>{ "A strong answer" }</h3>
            <Prose html={question.strong_html.clone()} />
            <h3>{ "The trap" }</h3>
            <Prose html={question.trap_html.clone()} />
        </>
    }
}
