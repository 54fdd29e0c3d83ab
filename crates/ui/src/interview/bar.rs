//! The bar above a round: which one, the clock, and what can be done with it. It stays in sight, and
//! its status line says how much time is left at ten, five and one minutes and when it is up.

use std::rc::Rc;

use gloo::timers::callback::Interval;
use study::interview::{Action, Session, Stage, clock};
use yew::prelude::*;

use super::{HEADING, confirm::Confirm, keep::now_ms};
use crate::components::{Button, Emphasis};

/// Time between two looks at the clock, in milliseconds.
const LOOK_MS: u32 = 250;

/// Properties of [`Bar`].
#[derive(Properties, PartialEq)]
pub struct BarProps {
    /// The loop.
    pub session: Rc<Session>,
    /// Does something in it.
    pub act: Callback<Action>,
    /// The time is up.
    pub on_tick: Callback<u64>,
    /// Goes from the last round to the report.
    pub on_end: Callback<Action>,
}

/// The bar.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let session = &props.session;
    let now = use_now(session.stage, &props.on_tick);
    let Some(round) = session.round() else { return Html::default() };
    let left_ms = session.left_ms(now);
    let said = match session.stage {
        Stage::Running { .. } => clock::said(left_ms.unwrap_or_default(), round.minutes),
        Stage::Paused { .. } => "The clock is stopped.".into(),
        Stage::Scoring if round.is_time_up => "Time is up.".into(),
        _ => String::new(),
    };
    let title = round.round.title();
    let heading = match session.stage {
        Stage::Ready => format!("Next: {title}"),
        Stage::Running { .. } | Stage::Paused { .. } => title.to_owned(),
        Stage::Scoring => format!("Score yourself: {title}"),
        Stage::Finished => "The loop is over".into(),
    };
    let place = match session.rounds.len() {
        1 => "One round".to_owned(),
        count => format!("Round {} of {count}", session.at + 1),
    };
    html! {
        <div class="interview-round-bar" data-testid="round" data-round={round.round.name()}>
            <div class="interview-title">
                <p class="eyebrow num">{ place }</p>
                <h1 id={HEADING} tabindex="-1">{ heading }</h1>
            </div>
            <div class="interview-time">
                if let Some(left_ms) = left_ms {
                    <span class="num interview-clock" role="timer" aria-label="Time left" data-testid="clock">{ clock::shown(left_ms) }</span>
                }
                <span class="small num" role="status" data-testid="said">{ said }</span>
            </div>
            <div class="row">{ buttons(props) }</div>
        </div>
    }
}

/// The time, looked at while the clock runs.
#[hook]
fn use_now(stage: Stage, on_tick: &Callback<u64>) -> u64 {
    let now = use_state_eq(now_ms);
    let (setter, on_tick) = (now.setter(), on_tick.clone());
    use_effect_with(stage, move |stage| {
        let deadline_ms = match stage {
            Stage::Running { deadline_ms, .. } => Some(*deadline_ms),
            _ => None,
        };
        let ticking = deadline_ms.map(|deadline_ms| {
            setter.set(now_ms());
            Interval::new(LOOK_MS, move || {
                let now = now_ms();
                setter.set(now);
                if now >= deadline_ms {
                    on_tick.emit(now);
                }
            })
        });
        move || drop(ticking)
    });
    *now
}

fn buttons(props: &BarProps) -> Html {
    let act = |action: fn(u64) -> Action| props.act.reform(move |_: MouseEvent| action(now_ms()));
    match props.session.stage {
        Stage::Ready => html! {
            <Button emphasis={Emphasis::Primary} testid="begin" onclick={act(|now_ms| Action::Begin { now_ms })}>{ "Start the clock" }</Button>
        },
        Stage::Running { .. } | Stage::Paused { .. } => {
            let is_paused = matches!(props.session.stage, Stage::Paused { .. });
            let onclick = if is_paused {
                act(|now_ms| Action::Resume { now_ms })
            } else {
                act(|now_ms| Action::Pause { now_ms })
            };
            let title = props.session.round().map_or("", |it| it.round.title());
            let on_end_round = props.act.reform(|()| Action::FinishRound { now_ms: now_ms() });
            html! {
                <>
                    <Button testid="hold" {onclick}>{ if is_paused { "Go on" } else { "Pause" } }</Button>
                    <Confirm verb="End the round" what={title} sure="End it now" refuge={HEADING} testid="end-round" on_confirm={on_end_round} />
                </>
            }
        }
        Stage::Scoring if props.session.at + 1 < props.session.rounds.len() => html! {
            <Button emphasis={Emphasis::Primary} testid="next-round" onclick={act(|_| Action::Next)}>{ "Next round" }</Button>
        },
        Stage::Scoring | Stage::Finished => {
            let onclick = props.on_end.reform(|_: MouseEvent| Action::Next);
            html! { <Button emphasis={Emphasis::Primary} testid="see-report" {onclick}>{ "See the report" }</Button> }
        }
    }
}
