//! Which page of the room is open: the choice, a loop at one of its stages, a report, or the
//! interviewer's sheet.

use std::rc::Rc;

use study::interview::{Action, Candidate, Session, Setup, Stage, Unreadable};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    HEADING,
    bar::Bar,
    finish::finish,
    focus_on,
    keep::{Act, Kept, Running, now_ms, use_running},
    place::Place,
    pool::use_pool,
    ready::Ready,
    report::ReportPage,
    round::RoundView,
    score::Scoring,
    setup::SetupPage,
    sheet::SheetPage,
};
use crate::{
    address::use_fragment,
    components::{Button, Callout, Tone},
    navigation,
    pages::{fetch_failure, fetching},
    study::focus::use_focus,
};

/// The room.
#[component]
pub fn InterviewRoom() -> Html {
    let (place, go) = use_fragment(Place::parse, Place::write);
    let is_arrival = use_arrival(&place);
    use_effect_with((), |()| navigation::set_title("Interview · Warmstart"));
    let body = match place {
        Place::Sheet(sheet) => html! { <SheetPage {sheet} /> },
        Place::Report(id) => {
            html! { <ReportPage key={id.clone()} id={id.clone()} {is_arrival} {go} /> }
        }
        Place::Torn => torn(&go),
        Place::Loop | Place::Only(_) => html! { <Loop {place} {is_arrival} {go} /> },
    };
    html! { <div class="page stack interview-room">{ body }</div> }
}

fn torn(go: &Callback<Place>) -> Html {
    let leave = go.reform(|_: MouseEvent| Place::Loop);
    html! {
        <>
            <h1 id={HEADING} tabindex="-1">{ "This link leads nowhere" }</h1>
            <p>{ "It is no sheet, no round and no report; perhaps a part of it was cut off. Nothing on this device has changed." }</p>
            <div class="row"><Button testid="leave" onclick={leave}>{ "Go to the interview room" }</Button></div>
        </>
    }
}

/// Whether one comes from another page of the room, and so begins at this page's heading.
#[hook]
fn use_arrival(place: &Place) -> bool {
    let seen = use_mut_ref(|| (place.clone(), false));
    let mut seen = seen.borrow_mut();
    if seen.0 != *place {
        *seen = (place.clone(), true);
    }
    seen.1
}

#[derive(Properties, PartialEq)]
struct LoopProps {
    place: Place,
    is_arrival: bool,
    go: Callback<Place>,
}

/// Waits for what is kept and for what may be asked.
#[component]
fn Loop(props: &LoopProps) -> Html {
    let running = use_running();
    let pool = use_pool();
    let pool = match (running.session(), pool) {
        (_, Some(Ok(pool))) => pool,
        // A clock that runs is shown without its items rather than not at all.
        (Some(_), Some(Err(_))) => Rc::default(),
        (None, Some(Err(error))) => return fetch_failure(&error),
        (_, None) => return fetching(),
    };
    if running.kept == Kept::Reading {
        return fetching();
    }
    let LoopProps { place, is_arrival, go } = props;
    html! { <Stages {running} {pool} place={place.clone()} is_arrival={*is_arrival} go={go.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct StagesProps {
    running: UseReducerHandle<Running>,
    pool: Rc<Vec<Candidate>>,
    place: Place,
    is_arrival: bool,
    go: Callback<Place>,
}

/// What has a heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Choosing,
    Ready(usize),
    Going(usize),
    Scoring(usize),
    Over,
}

fn step(session: Option<&Rc<Session>>) -> Step {
    match session.map(|it| (it.at, it.stage)) {
        None => Step::Choosing,
        Some((at, Stage::Ready)) => Step::Ready(at),
        Some((at, Stage::Running { .. } | Stage::Paused { .. })) => Step::Going(at),
        Some((at, Stage::Scoring)) => Step::Scoring(at),
        Some((_, Stage::Finished)) => Step::Over,
    }
}

#[component]
fn Stages(props: &StagesProps) -> Html {
    let StagesProps { running, pool, place, is_arrival, go } = props;
    use_focus(step(running.session()), HEADING);
    {
        let is_arrival = *is_arrival;
        use_effect_with((), move |()| {
            if is_arrival {
                focus_on(HEADING);
            }
        });
    }
    let on_end = use_end(running, pool, go);
    let Some(session) = running.session() else {
        return html! {
            <SetupPage place={place.clone()} kept={running.kept.clone()} refused={running.refused.clone()} on_start={start(running, pool, go)} />
        };
    };
    let act = {
        let dispatcher = running.dispatcher();
        Callback::from(move |action: Action| dispatcher.dispatch(Act::Do(action, now_ms())))
    };
    let on_tick = {
        let dispatcher = running.dispatcher();
        Callback::from(move |now_ms: u64| dispatcher.dispatch(Act::Tick(now_ms)))
    };
    let on_leave = {
        let dispatcher = running.dispatcher();
        Callback::from(move |()| dispatcher.dispatch(Act::Leave))
    };
    let session = Rc::clone(session);
    let body = match session.stage {
        Stage::Ready => {
            html! { <Ready session={session.clone()} on_end={on_end.clone()} {on_leave} /> }
        }
        Stage::Running { .. } | Stage::Paused { .. } => {
            html! { <RoundView session={session.clone()} pool={pool.clone()} act={act.clone()} /> }
        }
        Stage::Scoring => {
            html! { <Scoring session={session.clone()} pool={pool.clone()} act={act.clone()} on_end={on_end.clone()} /> }
        }
        Stage::Finished => Html::default(),
    };
    html! {
        <>
            <Bar {session} {act} {on_tick} {on_end} />
            if let Some(words) = &running.refused {
                <Callout tone={Tone::Bad} live=true testid="refused"><p>{ words.clone() }</p></Callout>
            }
            { body }
        </>
    }
}

/// Starts the loop that was chosen, or says why it cannot be started.
fn start(
    running: &UseReducerHandle<Running>,
    pool: &Rc<Vec<Candidate>>,
    go: &Callback<Place>,
) -> Callback<Setup> {
    let (dispatcher, pool, go) = (running.dispatcher(), Rc::clone(pool), go.clone());
    if let Kept::Unreadable(newer @ Unreadable::Version(_)) = &running.kept {
        let words = newer.to_string();
        return Callback::from(move |_| dispatcher.dispatch(Act::Refuse(words.clone())));
    }
    Callback::from(move |setup: Setup| match Session::start(setup, &pool) {
        Ok(session) => {
            dispatcher.dispatch(Act::Start(session));
            go.emit(Place::Loop);
        }
        Err(refused) => dispatcher.dispatch(Act::Refuse(refused.to_string())),
    })
}

/// Ends the loop by an action (the last round's `Next`, or `Finish`), keeps its report and opens it.
#[hook]
fn use_end(
    running: &UseReducerHandle<Running>,
    pool: &Rc<Vec<Candidate>>,
    go: &Callback<Place>,
) -> Callback<Action> {
    let is_ending = use_mut_ref(|| false);
    let (running, pool, go) = (running.clone(), Rc::clone(pool), go.clone());
    Callback::from(move |action: Action| {
        let Some(session) = running.session() else { return };
        // A loop that is over already only waits for its report.
        let over = match session.stage {
            Stage::Finished => Ok((**session).clone()),
            _ => session.apply(action),
        };
        let over = match over {
            Ok(over) => over,
            Err(refusal) => return running.dispatch(Act::Refuse(refusal.to_string())),
        };
        if is_ending.replace(true) {
            return;
        }
        let (dispatcher, pool, go) = (running.dispatcher(), Rc::clone(&pool), go.clone());
        let is_ending = is_ending.clone();
        spawn_local(async move {
            let id = finish(&over, &pool).await;
            dispatcher.dispatch(Act::Leave);
            is_ending.replace(false);
            go.emit(Place::Report(id));
        });
    })
}
