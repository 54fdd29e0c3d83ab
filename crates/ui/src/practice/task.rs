//! The task: what to write, hints one by one, and after solving, why it works.

use yew::prelude::*;

use super::{follow_ups::FollowUps, state::Room};
use crate::{
    components::{Button, Callout, Prose, Tone},
    pages::{capitalised, level_name},
    widget::Hide,
};

/// Properties of [`Task`].
#[derive(Properties, PartialEq)]
pub struct TaskProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
    /// Parts left out.
    pub hide: Hide,
    /// The visitor asks for a hint.
    pub on_hint: Callback<MouseEvent>,
}

/// What to write.
#[component]
pub fn Task(props: &TaskProps) -> Html {
    let exercise = &props.room.exercise;
    html! {
        <div class="stack">
            if !props.hide.header {
                { head(&props.room) }
            }
            <Prose html={exercise.prompt_html.clone()} />
            if !props.hide.help {
                { hints(props) }
            }
            if props.room.is_solved() {
                <Callout tone={Tone::Good} title="Solved">
                    <Prose html={exercise.explain_html.clone()} />
                </Callout>
                <FollowUps follow_ups={exercise.follow_ups.clone()} />
            }
        </div>
    }
}

fn head(room: &Room) -> Html {
    let exercise = &room.exercise;
    let mut parts: Vec<String> = exercise.topics.iter().map(|topic| capitalised(topic)).collect();
    parts.push(level_name(exercise.level).into());
    parts.push(format!("{} min", exercise.minutes));
    html! {
        <div class="stack tight">
            <p class="small">{ parts.join(" · ") }</p>
            <h1>{ &exercise.title }</h1>
        </div>
    }
}

fn hints(props: &TaskProps) -> Html {
    let (taken, all) = (props.room.record.hints, &props.room.exercise.hints_html);
    html! {
        <section class="stack" aria-label="Hints" aria-live="polite">
            { for all.iter().take(taken).enumerate().map(|(index, hint)| html! {
                <div class="hint" key={index} data-testid="hint-text">
                    <span class="small num">{ format!("Hint {} of {}", index + 1, all.len()) }</span>
                    <Prose html={hint.clone()} />
                </div>
            }) }
            if taken < all.len() {
                <div>
                    <Button testid="hint" onclick={props.on_hint.clone()}>
                        { format!("Hint {} of {}", taken + 1, all.len()) }
                    </Button>
                </div>
            }
        </section>
    }
}
