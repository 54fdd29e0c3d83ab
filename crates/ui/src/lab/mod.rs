//! The decision-boundary lab: a small network trains in a worker, and its map, its units, its loss
//! and a diagnosis show how it goes.
//!
//! State and orders are in [`state`], side effects in [`session`], painting in [`paint`]; what the
//! numbers mean is said by [`diagnosis`]. Nothing here computes a weight.

pub mod config;
mod csv;
mod curves;
mod diagnosis;
mod diagram;
mod drawing;
mod fragment;
mod layers;
mod map;
mod own;
mod paint;
mod points;
mod previews;
mod results;
#[cfg(test)]
mod sample;
mod session;
mod settings;

mod share;
mod state;
mod time;

use std::rc::Rc;

use protocol::boundary::MAP_SIDE;
use viz::network::{Network, network};
use viz::table::Table;
use viz::{Theme, words};
use yew::prelude::*;

use crate::attention::surroundings::{use_colour_theme, use_width};
use crate::components::{AsTable, Button, Callout, Emphasis, Tone};
use crate::site::Site;
use crate::widget::{Hide, WidgetEvent};
use config::own_points;
use curves::LossCurves;
use diagram::Diagram;
use map::DecisionMap;
use session::use_session;
use settings::Settings;
use share::Share;
use state::{Action, Phase, State};
use time::TimeControls;

/// Properties of [`BoundaryLab`].
#[derive(Properties, PartialEq)]
pub struct BoundaryLabProps {
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

/// A small network that bends a line between two classes.
#[component]
pub fn BoundaryLab(props: &BoundaryLabProps) -> Html {
    let state = use_session(props.initial.clone(), &props.on_event);
    let theme = use_colour_theme();
    let hidden = state.config.hidden.clone();
    let net = use_memo(hidden, |hidden| network(hidden, diagram::SIZE));
    let onkeydown = on_shortcut(&state);
    html! {
        <div class="lab" {onkeydown}>
            { header(props, &state, &net, theme) }
            { notices(&state) }
            <div class={classes!("lab-stage", props.hide.controls.then_some("lab-stage-bare"))}>
                if !props.hide.controls { <Settings state={state.clone()} /> }
                <div class="lab-centre stack">
                    <section class="panel" aria-label="Network and map">
                        <TimeControls state={state.clone()} />
                        <Pictures state={state.clone()} network={net.clone()} {theme} />
                    </section>
                    if !props.hide.chart { { curves(&state) } }
                </div>
                <div class="lab-results stack">
                    { results::figures(state.frame.as_deref()) }
                    if !props.hide.diagnosis { { results::diagnosis(&state) } }
                    { results::identity(&state, net.weights()) }
                </div>
            </div>
        </div>
    }
}

fn header(
    props: &BoundaryLabProps,
    state: &UseReducerHandle<State>,
    network: &Rc<Network>,
    theme: Theme,
) -> Html {
    if props.hide.header && props.hide.share {
        return Html::default();
    }
    html! {
        <header class="lab-header">
            if !props.hide.header {
                <div class="stack tight">
                    <p class="eyebrow">{ "Lab · Classification" }</p>
                    <h1>{ "A small network bends the line" }</h1>
                </div>
            }
            if !props.hide.share {
                <Share state={state.clone()} network={network.clone()} {theme} />
            }
            if !props.hide.header {
                <Button emphasis={Emphasis::Quiet} class="lab-read" onclick={Callback::from(|_: MouseEvent| read())}>{ "Read" }</Button>
            }
        </header>
    }
}

/// Goes to the prose below the lab; from an embed, which has none, to the lab's page.
fn read() {
    let Some(window) = web_sys::window() else { return };
    let reading = window.document().and_then(|it| it.query_selector(".reading").ok().flatten());
    match reading {
        Some(reading) => reading.scroll_into_view(),
        // A browser that blocks new windows leaves the visitor where they are.
        None => {
            drop(window.open_with_url_and_target(
                &Site::current().link("labs/decision-boundary/"),
                "_blank",
            ))
        }
    }
}

fn notices(state: &UseReducerHandle<State>) -> Html {
    let act = |action: Action| {
        let dispatcher = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()))
    };
    html! {
        <div class="lab-notices" aria-live="polite">
            if let Some(notice) = &state.notice {
                <Callout testid="notice">
                    <p>{ notice }</p>
                    <div class="row"><Button emphasis={Emphasis::Quiet} onclick={act(Action::Dismiss)}>{ "Dismiss" }</Button></div>
                </Callout>
            }
            if let Phase::Lost(why) = &state.phase {
                <Callout tone={Tone::Bad} testid="lost" title="The trainer stopped twice at the same place">
                    <p>{ format!("{why} Your settings are kept.") }</p>
                    <div class="row"><Button testid="recover" onclick={act(Action::Revive)}>{ "Start it again" }</Button></div>
                </Callout>
            }
        </div>
    }
}

/// Ctrl (or Cmd) and Enter trains and pauses from everywhere in the lab.
fn on_shortcut(state: &UseReducerHandle<State>) -> Callback<KeyboardEvent> {
    let state = state.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            state.dispatch(if state.is_running() { Action::Pause } else { Action::Train });
        }
    })
}

fn curves(state: &State) -> Html {
    let latest = state.frame.as_ref().map(|frame| (frame.step, frame.train_loss, frame.test_loss));
    html! {
        <section class="panel pad stack tight" aria-label="Loss">
            <LossCurves curve={state.curve.clone()} {latest} />
        </section>
    }
}

/// Properties of [`Pictures`].
#[derive(Properties, PartialEq)]
struct PicturesProps {
    state: UseReducerHandle<State>,
    network: Rc<Network>,
    theme: Theme,
}

/// The network beside its map, and both as tables.
#[component]
fn Pictures(props: &PicturesProps) -> Html {
    let PicturesProps { state, network, theme } = props;
    let node = use_node_ref();
    let width = use_width(&node, 0.0);
    let look = {
        let dispatcher = state.dispatcher();
        Callback::from(move |unit| dispatcher.dispatch(Action::Look(unit)))
    };
    let draw = {
        let dispatcher = state.dispatcher();
        Callback::from(move |stroke| dispatcher.dispatch(Action::Draw(stroke)))
    };
    let tool = own_points(&state.config).map(|_| state.drawing.tool);
    html! {
        <div class="lab-pictures" ref={node}>
            <div class="lab-column">
                <Diagram frame={state.frame.clone()} network={network.clone()} unit={state.unit} theme={*theme} {width} on_look={look} />
                { weights_table(state, network) }
            </div>
            <div class="lab-column">
                <DecisionMap
                    frame={state.frame.clone()} data={state.data.clone()} unit={state.unit}
                    network={network.clone()} theme={*theme} {width} {tool} on_draw={draw}
                />
                { map_table(state) }
            </div>
        </div>
    }
}

fn weights_table(state: &State, network: &Rc<Network>) -> Html {
    let (shape, frame) = (network.clone(), state.frame.clone());
    let full = move || {
        let weights = frame.as_ref().map(|frame| frame.weights.as_slice());
        words::weights_table(&shape, weights.unwrap_or_default())
    };
    table(&words::weights_table(network, &[]), full)
}

fn map_table(state: &State) -> Html {
    let extent = state.data.as_ref().map_or(1.5, |data| data.extent);
    let frame = state.frame.clone();
    let full = move || {
        let map = frame.as_ref().map(|frame| frame.map.as_slice());
        words::map_table(map.unwrap_or_default(), MAP_SIDE, extent)
    };
    table(&words::map_table(&[], MAP_SIDE, extent), full)
}

/// A table behind its toggle; its rows are made only while it is open.
fn table(empty: &Table, full: impl Fn() -> Table + 'static) -> Html {
    let words = |row: Vec<String>| row.into_iter().map(AttrValue::from).collect::<Vec<_>>();
    let rows = Callback::from(move |()| full().rows.into_iter().map(words).collect());
    html! { <AsTable caption={empty.caption.clone()} columns={words(empty.headings.clone())} {rows} /> }
}
