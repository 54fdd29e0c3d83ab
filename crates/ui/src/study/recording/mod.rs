//! An answer that is recorded, as sound or with a picture: kept on this device like what is typed,
//! played back, held against the words of the notes.

mod capture;
mod take;
mod takes;
mod trouble;

use std::{cell::Cell, rc::Rc};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Interval,
};
use js_sys::Reflect;
use study::recording::{LONGEST_MS, clock};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlMediaElement;
use yew::prelude::*;

use super::focus::{use_focus, use_focus_if_lost};
use crate::components::Button;
use capture::{Capture, Recorded, obstacle};
use take::TakeView;
use takes::{Takes, bring_back, keep, use_takes};
use trouble::Trouble;

/// Properties of [`Recorder`].
#[derive(Properties, PartialEq)]
pub struct RecorderProps {
    /// Below which name takes are kept: `study/` and the slug of a question.
    pub place: AttrValue,
    /// What files are called.
    pub file: AttrValue,
    /// Words of the notes beside it.
    pub noted: u32,
}

/// Whether something is being recorded.
#[derive(Clone, Default)]
enum Phase {
    #[default]
    Idle,
    /// The browser asks the visitor.
    Asking,
    /// It goes on.
    Recording(Rc<Capture>),
}

impl Phase {
    fn name(&self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Asking => "asking",
            Self::Recording(_) => "recording",
        }
    }

    fn capture(&self) -> Option<&Rc<Capture>> {
        match self {
            Self::Recording(capture) => Some(capture),
            _ => None,
        }
    }
}

/// Buttons that record, and the takes.
#[component]
pub fn Recorder(props: &RecorderProps) -> Html {
    let takes = use_takes(&props.place);
    let phase = use_state(Phase::default);
    let trouble = use_state_eq(obstacle);
    let elapsed = use_elapsed(phase.capture());
    let attempt = use_attempt();
    use_focus_if_lost(phase.name(), if phase.capture().is_some() { STOP } else { RECORD });
    let deleted = takes.deleted.as_ref().map(|it| it.key.clone());
    use_focus(deleted.clone(), if deleted.is_some() { UNDO } else { RECORD });
    let start = |is_video| start(is_video, (&props.place, &takes), &phase, &trouble, &attempt);
    let said = match (&*phase, &*trouble) {
        (Phase::Asking, _) => "Your browser asks whether this page may record.".to_owned(),
        (Phase::Recording(_), _) => String::new(),
        (Phase::Idle, Some(trouble)) => trouble.to_string(),
        (Phase::Idle, None) => takes.said.clone(),
    };
    html! {
        <div class="stack tight recording" data-testid="recorder" data-phase={phase.name()}>
            <p class="small">{ "A recording stays on this device, with your notes. Microphone and camera are asked for when you press Record, and let go of when you stop. Ten minutes are the longest take." }</p>
            { buttons(&phase, elapsed, start, &attempt, obstacle().is_none()) }
            <p role="status" class="recording-said" data-testid="recording-said">{ said }</p>
            if let Some(kept) = takes.deleted.clone() {
                <div class="row"><button type="button" class="button" id={UNDO} data-testid="undo-delete" onclick={undo(kept, &takes)}>{ "Bring the deleted take back" }</button></div>
            }
            <ul class="recording-takes" aria-label="Takes">
                { for takes.all.iter().map(|kept| html! {
                    <TakeView key={kept.key.clone()} kept={kept.clone()} noted={props.noted} file={props.file.clone()} takes={takes.dispatcher()} />
                }) }
            </ul>
        </div>
    }
}

/// Ids of what takes the focus from what is gone.
const RECORD: &str = "recording-start";
const STOP: &str = "recording-stop";
const UNDO: &str = "recording-undo";

fn buttons(
    phase: &UseStateHandle<Phase>,
    elapsed: f64,
    start: impl Fn(bool) -> Callback<MouseEvent>,
    attempt: &Rc<Cell<u32>>,
    is_possible: bool,
) -> Html {
    if let Some(capture) = phase.capture() {
        let stop = {
            let capture = Rc::clone(capture);
            Callback::from(move |_: MouseEvent| capture.stop())
        };
        return html! {
            <div class="row" key="recording">
                <button type="button" id={STOP} class="button primary" data-testid="record-stop" onclick={stop}>{ "Stop" }</button>
                <span class="recording-light" aria-hidden="true"></span>
                <span class="num" role="timer" aria-label="Recorded" data-testid="recorded">{ format!("{} of {}", clock(elapsed), clock(LONGEST_MS)) }</span>
                <Sight capture={Seen(Rc::clone(capture))} />
            </div>
        };
    }
    let cancel = {
        let (attempt, phase) = (Rc::clone(attempt), phase.clone());
        Callback::from(move |_: MouseEvent| {
            attempt.set(attempt.get() + 1);
            phase.set(Phase::Idle);
        })
    };
    html! {
        <div class="row" key="idle">
            <button type="button" id={RECORD} class="button" disabled={!is_possible} data-testid="record-audio" onclick={start(false)}>{ "Record audio" }</button>
            <Button enabled={is_possible} testid="record-video" onclick={start(true)}>{ "Record video" }</Button>
            if matches!(**phase, Phase::Asking) { <Button testid="record-cancel" onclick={cancel}>{ "Do not record" }</Button> }
        </div>
    }
}

fn start(
    is_video: bool,
    (place, takes): (&AttrValue, &UseReducerHandle<Takes>),
    phase: &UseStateHandle<Phase>,
    trouble: &UseStateHandle<Option<Trouble>>,
    attempt: &Rc<Cell<u32>>,
) -> Callback<MouseEvent> {
    let (place, takes, attempt) = (place.clone(), takes.dispatcher(), Rc::clone(attempt));
    let (phase, trouble) = (phase.clone(), trouble.setter());
    Callback::from(move |_| {
        if !matches!(*phase, Phase::Idle) {
            return;
        }
        attempt.set(attempt.get() + 1);
        let is_wanted = {
            let (attempt, mine) = (Rc::clone(&attempt), attempt.get());
            move || attempt.get() == mine
        };
        let done = {
            let (place, takes, phase) = (place.clone(), takes.clone(), phase.setter());
            Callback::from(move |recorded: Recorded| {
                phase.set(Phase::Idle);
                let (place, takes) = (place.clone(), takes.clone());
                spawn_local(async move { keep(&place, recorded, &takes).await });
            })
        };
        let (phase, trouble) = (phase.setter(), trouble.clone());
        phase.set(Phase::Asking);
        trouble.set(None);
        spawn_local(async move {
            match Capture::start(is_video, &is_wanted, done).await {
                Ok(Some(capture)) => phase.set(Phase::Recording(Rc::new(capture))),
                Err(why) if is_wanted() => {
                    trouble.set(Some(why));
                    phase.set(Phase::Idle);
                }
                _ => {}
            }
        });
    })
}

fn undo(kept: takes::Kept, takes: &UseReducerHandle<Takes>) -> Callback<MouseEvent> {
    let takes = takes.dispatcher();
    Callback::from(move |_| {
        let (kept, takes) = (kept.clone(), takes.clone());
        spawn_local(async move { bring_back(kept, &takes).await });
    })
}

/// Counts attempts, so that one that was given up, or whose page was left, is let go of.
#[hook]
fn use_attempt() -> Rc<Cell<u32>> {
    let attempt = use_memo((), |()| Rc::new(Cell::new(0_u32)));
    let mine = Rc::clone(&attempt);
    use_effect_with((), move |()| move || mine.set(mine.get() + 1));
    Rc::clone(&attempt)
}

/// How long it has been going on, in milliseconds. It ends after the longest take and when the page
/// is left; leaving is asked about first, since the last words would be lost.
#[hook]
fn use_elapsed(capture: Option<&Rc<Capture>>) -> f64 {
    let elapsed = use_state_eq(|| 0.0);
    let setter = elapsed.setter();
    use_effect_with(capture.cloned().map(Seen), move |seen| {
        let held = seen.as_ref().and_then(|Seen(capture)| {
            setter.set(0.0);
            let (timed, left) = (Rc::clone(capture), Rc::clone(capture));
            let clock = Interval::new(250, move || {
                let now = js_sys::Date::now() - timed.at_ms;
                setter.set(now.max(0.0));
                if now >= LONGEST_MS {
                    timed.stop();
                }
            });
            let window = web_sys::window()?;
            let on_leave = EventListener::new(&window, "pagehide", move |_| left.stop());
            let options = EventListenerOptions::enable_prevent_default();
            let before =
                EventListener::new_with_options(&window, "beforeunload", options, |event| {
                    event.prevent_default();
                    // Older browsers ask only where this is set.
                    let _ = Reflect::set(event, &"returnValue".into(), &true.into());
                });
            Some((clock, on_leave, before))
        });
        let seen = seen.clone();
        move || {
            drop(held);
            // What hears of its end holds on to it: it does not end by being forgotten.
            if let Some(Seen(capture)) = seen {
                capture.stop();
            }
        }
    });
    *elapsed
}

/// A recording, equal to itself only.
#[derive(Clone)]
struct Seen(Rc<Capture>);

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Properties of [`Sight`].
#[derive(Properties, PartialEq)]
struct SightProps {
    capture: Seen,
}

/// What the camera sees, without sound; nothing where there is only sound.
#[component]
fn Sight(props: &SightProps) -> Html {
    let node = use_node_ref();
    let stream = props.capture.0.stream().clone();
    let has_picture = stream.get_video_tracks().length() > 0;
    {
        let node = node.clone();
        use_effect_with(props.capture.clone(), move |_| {
            if let Some(player) = node.cast::<HtmlMediaElement>() {
                player.set_muted(true);
                player.set_src_object(Some(&stream));
                if let Ok(playing) = player.play() {
                    spawn_local(async move {
                        drop(wasm_bindgen_futures::JsFuture::from(playing).await)
                    });
                }
            }
        });
    }
    if !has_picture {
        return Html::default();
    }
    html! { <video ref={node} class="recording-sight" playsinline=true aria-label="What the camera sees" /> }
}
