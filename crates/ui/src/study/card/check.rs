//! A question of a card whose answer can be typed: a number or a formula, judged by its value.

use content::{
    Answer,
    card::{Check, Variable},
};
use formula::FUNCTIONS;
use study::answer::Verdict as Judgement;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::{
    inline,
    words::{Action, Own},
};
use crate::components::{Button, Callout, Emphasis, Tone};

/// Under which name the answer is kept.
const FIELD: &str = "check";

/// Properties of [`TypedCheck`].
#[derive(Properties, PartialEq)]
pub struct TypedCheckProps {
    /// What is asked, and what is right.
    pub check: Check,
    /// What was typed on this page: the answer is kept with it.
    pub own: UseReducerHandle<Own>,
}

/// What is said of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Verdict {
    tone: Tone,
    title: &'static str,
    words: String,
}

/// The question, a field, and what comes of what is typed there.
#[component]
pub fn TypedCheck(props: &TypedCheckProps) -> Html {
    let typed = props.own.words.text(FIELD).to_owned();
    let verdict = use_state_eq(|| None::<Verdict>);
    let is_given_up = use_state_eq(|| false);
    let oninput = {
        let (dispatcher, verdict) = (props.own.dispatcher(), verdict.clone());
        Callback::from(move |event: InputEvent| {
            verdict.set(None);
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatcher.dispatch(Action::Write(FIELD.into(), text));
        })
    };
    let onsubmit = {
        let (typed, verdict, answer) = (typed.clone(), verdict.clone(), props.check.answer.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            verdict.set(Some(judged(&typed, &answer)));
        })
    };
    let give_up = {
        let is_given_up = is_given_up.clone();
        Callback::from(move |_: MouseEvent| is_given_up.set(true))
    };
    let may_give_up = verdict.as_ref().is_some_and(|it| it.tone != Tone::Good) && !*is_given_up;
    html! {
        <form class="panel pad stack tight" aria-labelledby="check" data-testid="check" {onsubmit}>
            <h2 class="study-part" id="check">{ "Work it out" }</h2>
            <p>{ inline(&props.check.ask_html) }</p>
            { allowed(&props.check.answer) }
            <div class="study-answer">
                <label class="field">{ label(&props.check.answer) }
                    <input type="text" value={typed} autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="240" data-testid="answer" {oninput} />
                </label>
                <button type="submit" class="button" data-testid="judge">{ "Check" }</button>
            </div>
            <div aria-live="polite" class="stack tight" data-testid="answer-verdict">
                if let Some(verdict) = &*verdict {
                    <Callout tone={verdict.tone} title={verdict.title}><p>{ &verdict.words }</p></Callout>
                }
                if may_give_up {
                    <div><Button emphasis={Emphasis::Quiet} testid="give-up" onclick={give_up}>{ "Show what is right" }</Button></div>
                }
                if *is_given_up { <p>{ "Right is " }<code>{ right(&props.check.answer) }</code>{ "." }</p> }
            </div>
        </form>
    }
}

fn label(answer: &Answer) -> String {
    match answer {
        Answer::Number { unit, .. } if unit.is_empty() => "Your number".into(),
        Answer::Number { unit, .. } => format!("Your number, in {unit}"),
        Answer::Formula { .. } => "Your formula".into(),
    }
}

/// What may stand in a formula.
fn allowed(answer: &Answer) -> Html {
    let Answer::Formula { variables, .. } = answer else { return Html::default() };
    let named =
        |it: &Variable| html! { <li><code>{ &it.name }</code>{ format!(": {}", it.meaning) }</li> };
    html! {
        <>
            <ul class="small study-variables">{ for variables.iter().map(named) }</ul>
            <p class="small">{ format!("Write products with *, powers with ^. There are {}.", functions()) }</p>
        </>
    }
}

fn functions() -> String {
    FUNCTIONS.map(|(name, _)| name).join(", ")
}

fn right(answer: &Answer) -> String {
    match answer {
        Answer::Number { value, unit, .. } => format!("{value} {unit}").trim().to_owned(),
        Answer::Formula { formula, .. } => formula.clone(),
    }
}

fn judged(typed: &str, answer: &Answer) -> Verdict {
    match study::answer::check(typed, answer) {
        Err(refused) => Verdict {
            tone: Tone::Caution,
            title: "This cannot be read",
            words: format!("Look {refused}."),
        },
        Ok(judgement) => match answer {
            Answer::Number { tolerance, .. } => of_number(judgement, *tolerance),
            Answer::Formula { .. } => of_formula(judgement == Judgement::Right),
        },
    }
}

fn of_number(verdict: Judgement, tolerance: f64) -> Verdict {
    match verdict {
        Judgement::Right => Verdict {
            tone: Tone::Good,
            title: "Right",
            words: format!("Within {} % of the exact value.", percent(tolerance)),
        },
        Judgement::PowerOfTen(power) => Verdict {
            tone: Tone::Bad,
            title: "A power of ten off",
            words: format!(
                "The digits are right, but yours is {} by a factor of 10^{}: look at the units.",
                if power > 0 { "too large" } else { "too small" },
                power.abs()
            ),
        },
        Judgement::Wrong => Verdict {
            tone: Tone::Bad,
            title: "Not yet",
            words: "Another number. Write down each factor with its unit, then multiply again."
                .into(),
        },
    }
}

fn of_formula(is_right: bool) -> Verdict {
    if is_right {
        let words = "It gives the same values, however it is written.".into();
        Verdict { tone: Tone::Good, title: "Right", words }
    } else {
        let words = "It can be read, and it gives other values. Put small numbers in, such as 1 and 2, and count by hand.";
        Verdict { tone: Tone::Bad, title: "Not yet", words: words.into() }
    }
}

/// A share in percent, without digits that say nothing.
fn percent(share: f64) -> String {
    let text = format!("{:.3}", share * 100.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formula() -> Answer {
        let variable = |name: &str| Variable { name: name.into(), meaning: "m".into() };
        Answer::Formula { formula: "n^2*d".into(), variables: vec![variable("d"), variable("n")] }
    }

    fn number() -> Answer {
        Answer::Number { value: 16_800.0, tolerance: 0.01, unit: "B".into() }
    }

    #[test]
    fn answers_are_judged_by_their_value() {
        let check = |typed: &str, answer: &Answer, title: &str| {
            assert_eq!(judged(typed, answer).title, title, "{typed}");
        };
        check("d*n*n", &formula(), "Right");
        check("n*d", &formula(), "Not yet");
        check("n d", &formula(), "This cannot be read");
        check("16.8e3 B", &number(), "Right");
        check("16.8", &number(), "A power of ten off");
        check("17", &number(), "Not yet");
        check("", &number(), "This cannot be read");
    }

    #[test]
    fn shares_are_short() {
        assert_eq!(percent(0.01), "1");
        assert_eq!(percent(0.005), "0.5");
        assert_eq!(percent(0.1), "10");
    }
}
