//! The guided tour: ten steps from why attention to why several heads, each with the model at hand set
//! up for it, and with what an interviewer asks about it. Nothing happens unasked.

mod many_parts;
mod one_head;
mod step;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::state::{Action, State};
use crate::components::{Button, Emphasis, SelectField};
use step::Step;

/// Properties of [`TourPanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct TourProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// What the page is asked to do.
    pub on_action: Callback<Action>,
}

/// The tour, behind a line that opens it, at the step where it was left.
#[component]
pub fn TourPanel(props: &TourProps) -> Html {
    let left_at = use_mut_ref(|| 0);
    let TourProps { state, on_action } = props.clone();
    let open = state.tour.is_some();
    let ontoggle = {
        let on_action = on_action.clone();
        let now = state.tour;
        Callback::from(move |event: Event| {
            let is_open = event.target_unchecked_into::<HtmlDetailsElement>().open();
            if is_open != now.is_some() {
                if let Some(now) = now {
                    *left_at.borrow_mut() = now;
                }
                on_action.emit(Action::ShowTour(is_open.then(|| *left_at.borrow())));
            }
        })
    };
    html! {
        <details class="attention-tour" data-testid="tour-open" {open} {ontoggle}>
            <summary>{ "Guided tour in ten steps" }</summary>
            if let Some(at) = state.tour {
                <Tour {state} {on_action} {at} />
            }
        </details>
    }
}

/// Properties of [`Tour`].
#[derive(Clone, Properties, PartialEq)]
struct OpenTourProps {
    state: UseReducerHandle<State>,
    on_action: Callback<Action>,
    /// Which step, from 0.
    at: u8,
}

/// One step at a time.
#[component]
fn Tour(props: &OpenTourProps) -> Html {
    let go = |to: usize| {
        let on_action = props.on_action.clone();
        Callback::from(move |_: MouseEvent| on_action.emit(Action::ShowTour(Some(to as u8))))
    };
    let choose = {
        let on_action = props.on_action.clone();
        Callback::from(move |to: String| {
            on_action.emit(Action::ShowTour(Some(to.parse().unwrap_or_default())));
        })
    };
    let (at, last) = (usize::from(props.at), steps().count() - 1);
    let Some(step) = steps().nth(at) else { return Html::default() };
    let options: Vec<(AttrValue, AttrValue)> = steps()
        .enumerate()
        .map(|(at, step)| (at.to_string().into(), format!("{}. {}", at + 1, step.title).into()))
        .collect();
    html! {
        <section class="tour" aria-label="Guided tour" data-testid="tour">
            <SelectField label={format!("Tour: step {} of {}", at + 1, last + 1)} value={at.to_string()} {options} onchange={choose} testid="tour-step" />
            <div class="tour-step">
                <h2 aria-live="polite">{ step.title }</h2>
                { for step.text.iter().map(|text| html! { <p>{ *text }</p> }) }
                <p><b>{ "Look at " }</b>{ step.look_at }</p>
            </div>
            <div class="row">
                <Button emphasis={Emphasis::Primary} onclick={show(props, step)} testid="tour-show">{ "Show me" }</Button>
                <Button enabled={at > 0} onclick={go(at.saturating_sub(1))} testid="tour-back">{ "Back" }</Button>
                <Button enabled={at < last} onclick={go(at + 1)} testid="tour-next">{ "Next" }</Button>
            </div>
            { asked(step, at) }
        </section>
    }
}

fn steps() -> impl Iterator<Item = &'static Step> {
    const FIRST: &[Step] = &one_head::STEPS;
    const SECOND: &[Step] = &many_parts::STEPS;
    FIRST.iter().chain(SECOND)
}

fn show(props: &OpenTourProps, step: &'static Step) -> Callback<MouseEvent> {
    let (state, on_action) = (props.state.clone(), props.on_action.clone());
    Callback::from(move |_| {
        step.setup.actions(&state).into_iter().for_each(|action| on_action.emit(action));
    })
}

/// What an interviewer asks; the answer is hidden until it is wanted, and closed again at each step.
fn asked(step: &Step, at: usize) -> Html {
    html! {
        <div class="tour-asked" key={at}>
            <p><b>{ "They ask: " }</b>{ step.question }</p>
            <details>
                <summary>{ "Show an answer" }</summary>
                <p>{ step.answer }</p>
                <p><b>{ "A weak answer: " }</b>{ step.weak }</p>
                <p><b>{ "They ask next: " }</b>{ step.next.0 }{ " " }{ step.next.1 }</p>
                <p class="small">{ "Sources: " }{ step.sources.join("; ") }{ "." }</p>
            </details>
        </div>
    }
}

#[cfg(test)]
mod tests;
