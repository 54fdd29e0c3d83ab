//! The labs: one frame around every experiment. What a lab is comes as data: its declaration (controls,
//! what to try) from the site, its measures, figures and findings from the worker.
//!
//! What is run is a [`plan`]; state and orders are in [`state`], side effects in [`session`]. Nothing
//! here knows what any lab computes.

mod charts;
mod columns;
mod controls;
mod drawing;
mod findings;
pub(crate) mod focus;
mod fragment;
mod grade;
mod lanes;
mod layers;
mod own;
mod pad;
mod pencil;
mod plan;
mod points;
mod predict;
#[cfg(test)]
mod sample;
mod session;
mod share;
mod stage;
mod state;
mod table;
mod time;

use std::rc::Rc;

use content::Lab;
use yew::prelude::*;

use crate::catalogue;
use crate::components::{Button, Callout, Emphasis, Tone};
use crate::pages::{fetch_failure, fetching};
use crate::site::Site;
use crate::surroundings::use_colour_theme;
use crate::widget::{Hide, WidgetEvent};
use controls::Controls;
use session::use_session;
use share::Share;
use state::{Action, Phase, State};

/// Properties of [`LabRoom`].
#[derive(Properties, PartialEq)]
pub struct LabRoomProps {
    /// Which lab.
    pub slug: AttrValue,
    /// Parts left out.
    #[prop_or_default]
    pub hide: Hide,
    /// The address fragment to start from, without `#`.
    #[prop_or_default]
    pub initial: Option<String>,
    /// Where the widget reports to.
    #[prop_or_default]
    pub on_event: Callback<WidgetEvent>,
    /// Whether it opens with a question and what was run last, not with one plain lane: on the lab's
    /// own page, not in somebody's text.
    #[prop_or_default]
    pub is_page: bool,
}

/// A lab, from its declaration on.
#[component]
pub fn LabRoom(props: &LabRoomProps) -> Html {
    let lab =
        catalogue::use_fetched(
            props.slug.clone(),
            |slug| async move { catalogue::lab(&slug).await },
        );
    let on_event = props.on_event.clone();
    let failure = lab.as_ref().and_then(|lab| lab.as_ref().err().map(ToString::to_string));
    use_effect_with(failure, move |failure| {
        if let Some(failure) = failure {
            on_event.emit(WidgetEvent::Error(failure.clone()));
        }
    });
    match lab {
        None => html! { <div class="page">{ fetching() }</div> },
        Some(Err(error)) => html! { <div class="page">{ fetch_failure(&error) }</div> },
        Some(Ok(lab)) => html! {
            <Opened key={lab.slug.clone()} lab={lab.clone()} hide={props.hide} initial={props.initial.clone()} on_event={props.on_event.clone()} is_page={props.is_page} />
        },
    }
}

#[derive(Properties, PartialEq)]
struct OpenedProps {
    lab: Rc<Lab>,
    hide: Hide,
    initial: Option<String>,
    on_event: Callback<WidgetEvent>,
    is_page: bool,
}

#[component]
fn Opened(props: &OpenedProps) -> Html {
    let state = use_session(&props.lab, props.initial.clone(), props.is_page, &props.on_event);
    let theme = use_colour_theme();
    let hide = props.hide;
    // A page of somebody's text has room for the run, what came of it, and one figure.
    let is_brief = use_state_eq(|| !props.is_page);
    let class = classes!("lab", "labs", is_brief.then_some("labs-brief"));
    let bare = (hide.controls || *is_brief).then_some("lab-stage-bare");
    html! {
        <div {class} onkeydown={on_shortcut(&state)}>
            if !(hide.header && hide.share) {
                <header class="lab-header">
                    if !hide.header {
                        <div class="stack tight">
                            <p class="eyebrow">{ format!("Lab · {}", props.lab.area) }</p>
                            <h1>{ &props.lab.title }</h1>
                        </div>
                    }
                    if !hide.share { <Share state={state.clone()} {theme} /> }
                    if !hide.header { { read(&props.lab) } }
                </header>
            }
            { notices(&state) }
            <div class={classes!("lab-stage", bare)}>
                if !hide.controls { <Controls state={state.clone()} /> }
                <div class="lab-centre stack">
                    if !hide.help { { predict::predict(&state) } }
                    <section class="panel" aria-label="Run">
                        { time::time(&state) }
                        if !hide.controls { <lanes::Tabs state={state.clone()} /> }
                    </section>
                    { stage::panels(&state, theme) }
                    if !hide.chart { { stage::curves(&state, theme) } }
                </div>
                <div class="lab-results stack">
                    { lanes::results(&state) }
                    if !hide.diagnosis { { findings::diagnosis(&state) } }
                    { lanes::identity(&state) }
                </div>
            </div>
            if !props.is_page { { more(&is_brief, hide) } }
        </div>
    }
}

/// Shows what a frame leaves out at first, or leaves it out again.
fn more(is_brief: &UseStateHandle<bool>, hide: Hide) -> Html {
    let words = match (**is_brief, hide.controls) {
        (true, true) => "Show every figure",
        (true, false) => "Show settings and every figure",
        (false, _) => "Show less",
    };
    let onclick = {
        let is_brief = is_brief.clone();
        Callback::from(move |_: MouseEvent| is_brief.set(!*is_brief))
    };
    html! { <div class="row"><Button testid="more" {onclick}>{ words }</Button></div> }
}

/// Goes to the prose below the lab; from an embed, which has none, to the lab's page.
fn read(lab: &Rc<Lab>) -> Html {
    let slug = lab.slug.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let reading = gloo::utils::document().query_selector(".reading").ok().flatten();
        match reading {
            Some(reading) => reading.scroll_into_view(),
            // A browser that blocks new windows leaves the visitor where they are.
            None => {
                let page = Site::current().link(&format!("labs/{slug}/"));
                drop(gloo::utils::window().open_with_url_and_target(&page, "_blank"));
            }
        }
    });
    html! { <Button emphasis={Emphasis::Quiet} class="lab-read" {onclick}>{ "Read" }</Button> }
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
