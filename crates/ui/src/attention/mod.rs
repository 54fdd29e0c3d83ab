//! The attention room: a small transformer trains in a worker, and every head shows what it looks
//! at in the visitor's text.

mod back;
mod change;
mod controls;
mod curve;
pub mod fragment;
mod heads;
mod inside;
mod lanes;
mod legend;
mod line_chart;
mod look;
pub mod matrix;
mod own;
mod own_text;
mod part;
mod plot;
mod prompt;
mod reading;
mod report;
mod samples;
mod share;
mod shipped;
mod side;
mod spaces;
mod stage;
mod state;
mod task;
mod tour;
mod view;
mod worker;
mod write;

use viz::format;
use yew::prelude::*;

use crate::{
    components::{Button, Callout, Tone},
    widget::{Hide, WidgetEvent},
};
use back::LookBack;
use controls::{Numbers, Transport};
use lanes::Lanes;
use look::Look;
use own::{OwnBar, OwnCheckpoint, use_reader};
use own_text::OwnText;
use report::use_report;
use share::Share;
use shipped::use_shipped;
use stage::Stage;
use state::{Action, Phase, State};
use tour::TourPanel;
use worker::use_trainer;

pub use matrix::{MatrixView, MatrixViewProps};

/// Properties of [`AttentionStudio`].
#[derive(Properties, PartialEq)]
pub struct AttentionStudioProps {
    /// Parts left out.
    #[prop_or_default]
    pub hide: Hide,
    /// The address fragment to start from, without `#`.
    #[prop_or_default]
    pub initial: Option<String>,
    /// Where the widget reports to.
    #[prop_or_default]
    pub on_event: Callback<WidgetEvent>,
}

/// A small transformer that trains here and shows what it looks at.
#[component]
pub fn AttentionStudio(props: &AttentionStudioProps) -> Html {
    let initial = props.initial.clone().unwrap_or_default();
    let state = {
        let initial = initial.clone();
        use_reducer(move || {
            let (shared, refused) = fragment::read(&initial);
            State::open(shared, &refused)
        })
    };
    use_reopen(&state, initial);
    use_trainer(&state);
    use_shipped(&state);
    let on_open = use_reader(&state);
    use_report(&state, &props.on_event);
    let on_action =
        use_callback(state.dispatcher(), |action, dispatcher| dispatcher.dispatch(action));
    let look = Look::of(&state);
    html! {
        <div class={classes!("attention", state.own.is_open().then_some("is-own"))}>
            if !props.hide.header {
                <header class="attention-header">
                    <p class="eyebrow num">{ description(&state) }</p>
                    <h1>{ look.as_ref().map_or_else(|| "A transformer that trains here".into(), |look| look.headline(state.step(), state.own.is_open())) }</h1>
                </header>
            }
            <div class="attention-bar">
                if state.own.is_open() {
                    <OwnBar state={state.clone()} on_action={on_action.clone()} />
                } else {
                    <Transport state={state.clone()} on_action={on_action.clone()} />
                    <Numbers state={state.clone()} />
                    <LookBack state={state.clone()} on_action={on_action.clone()} />
                    if !props.hide.share {
                        <Share shared={state.shared()} />
                    }
                }
            </div>
            if !props.hide.controls {
                <div class="attention-aids">
                    if !state.own.is_open() {
                        <Lanes state={state.clone()} on_action={on_action.clone()} />
                        <TourPanel state={state.clone()} on_action={on_action.clone()} />
                    }
                    <OwnCheckpoint own={state.own.clone()} {on_open} on_action={on_action.clone()} />
                </div>
            }
            if task::needs_text(state.config().task) && !props.hide.controls {
                <OwnText state={state.clone()} on_action={on_action.clone()} />
            }
            { notices(&state, &on_action) }
            <Stage state={state.clone()} {look} {on_action} hide={props.hide} />
        </div>
    }
}

/// Opens another fragment when the address bar got one.
#[hook]
fn use_reopen(state: &UseReducerHandle<State>, initial: String) {
    let opened = use_mut_ref(|| initial.clone());
    let dispatcher = state.dispatcher();
    use_effect_with(initial, move |initial| {
        if *opened.borrow() != *initial {
            opened.borrow_mut().clone_from(initial);
            let (shared, refused) = fragment::read(initial);
            dispatcher.dispatch(Action::Open(shared, refused));
        }
    });
}

fn description(state: &State) -> String {
    let config = state.config();
    let task = task::words(config.task).title;
    let plural =
        |count: u8, name: &str| format!("{count} {name}{}", if count == 1 { "" } else { "s" });
    let size =
        format!("{task} · {}, {}", plural(config.layers, "layer"), plural(config.heads, "head"));
    match state.model.as_ref().and_then(|model| model.parameters.get(state.lane)) {
        Some(count) => format!("{size}, {} weights", format::count((*count).into())),
        None => size,
    }
}

fn notices(state: &State, on_action: &Callback<Action>) -> Html {
    let press = |action: Action| {
        let on_action = on_action.clone();
        Callback::from(move |_: MouseEvent| on_action.emit(action.clone()))
    };
    html! {
        <div class="attention-notices" aria-live="polite">
            if let Some(notice) = &state.notice {
                <Callout testid="notice"><p>{ notice }</p></Callout>
            }
            if let Phase::Diverged(step) = state.phase {
                <Callout tone={Tone::Bad} testid="diagnosis" title="The loss is no longer a number">
                    <p>{ diverged(step, state.config().learning_rate) }</p>
                    <Button onclick={press(Action::Rewind)}>{ "Rewind" }</Button>
                </Callout>
            }
            if let Phase::Lost(why) = &state.phase {
                <Callout tone={Tone::Bad} testid="lost" title="The worker that trains stopped">
                    <p>{ format!("{why} Your settings and text are kept.") }</p>
                    <Button testid="recover" onclick={press(Action::Recover)}>{ "Start it again" }</Button>
                </Callout>
            }
        </div>
    }
}

fn diverged(step: u64, learning_rate: f32) -> String {
    format!(
        "At step {} the loss stopped being finite: with a learning rate of {learning_rate} each \
         update overshoots further than the last. Rewind, and choose a rate ten times smaller.",
        format::count(step)
    )
}
