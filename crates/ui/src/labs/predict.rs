//! Predict first: what to try, a question before it runs, and what came of the answer.

use yew::prelude::*;

use super::grade::{Answer, Grade, answers};
use super::plan::Change;
use super::state::{Action, State};
use crate::components::{Prose, SelectField};

/// What to try, and its question.
pub fn predict(state: &UseReducerHandle<State>) -> Html {
    if state.lab.experiments.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel pad stack tight labs-predict" aria-label="Predict, then run">
            { choose(state) }
            { question(state) }
        </section>
    }
}

fn choose(state: &UseReducerHandle<State>) -> Html {
    let own = state.plan.experiment.is_none();
    let first = own.then(|| (AttrValue::from(""), AttrValue::from("your own settings")));
    let options = state.lab.experiments.iter();
    let options = options.map(|it| (it.name.clone().into(), it.title.clone().into()));
    let options: Vec<(AttrValue, AttrValue)> = first.into_iter().chain(options).collect();
    let dispatcher = state.dispatcher();
    let onchange = Callback::from(move |name: String| {
        dispatcher.dispatch(Action::Change(Change::Take(name)));
    });
    let value = state.plan.experiment.clone().unwrap_or_default();
    html! { <SelectField label="Try this" testid="experiment" {value} {options} {onchange} /> }
}

fn question(state: &UseReducerHandle<State>) -> Html {
    let Some((experiment, question)) = state.question() else { return Html::default() };
    let grade = state.grade();
    let offered = answers(experiment, question).into_iter().map(|(answer, words)| {
        let dispatcher = state.dispatcher();
        let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Guess(answer)));
        let is_guess = state.guess == Some(answer);
        let is_right = grade.as_ref().is_some_and(|grade| grade.right == answer);
        let mark = match (&grade, is_right, is_guess) {
            (Some(_), true, _) => "✓ ",
            (Some(_), false, true) => "✗ ",
            _ => "",
        };
        html! {
            <button key={words.clone()} type="button" class={classes!("button", is_right.then_some("labs-right"))}
                aria-pressed={if is_guess { "true" } else { "false" }} disabled={grade.is_some()}
                data-testid="answer" data-right={grade.is_some().then(|| is_right.to_string())} {onclick}>
                { mark }{ words }
            </button>
        }
    });
    html! {
        <>
            <p><b>{ &question.asks }</b></p>
            <div class="row labs-answers" role="group" aria-label="Your prediction">{ for offered }</div>
            <div aria-live="polite" data-testid="grade">
                if let Some(grade) = &grade { { verdict(state, grade, &question.why_html) } }
            </div>
        </>
    }
}

fn verdict(state: &State, grade: &Grade, why_html: &str) -> Html {
    let words = match (state.guess, grade.right) {
        (Some(guess), right) if guess == right => "As you said.",
        (Some(_), _) => "Not as you said.",
        (None, Answer::None) => "None got there.",
        (None, _) => "That is how it went.",
    };
    html! {
        <>
            <p><b>{ words }</b>{ " " }{ grade.evidence.join(" ") }</p>
            <Prose html={why_html.to_owned()} />
        </>
    }
}
