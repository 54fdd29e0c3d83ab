//! The task: what to write, help where there is to be help, and after solving, why it works.

use yew::prelude::*;

use super::{
    follow_ups::follow_ups,
    interview::Step,
    interview_view::{debriefing, interview_bar, interviews},
    notes::notes,
    parsons_view::Parsons,
    session::now,
    state::{Action, Room},
};
use crate::{
    components::{Button, Callout, Emphasis, Prose, Tone},
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
    let room = &props.room;
    let exercise = &room.exercise;
    let is_noting = use_state_eq(|| false);
    let note = {
        let is_noting = is_noting.clone();
        Callback::from(move |_: MouseEvent| is_noting.set(!*is_noting))
    };
    let interview = {
        let dispatcher = room.dispatcher();
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(now(Action::Interview(Step::Start)));
        })
    };
    let is_quiet = room.is_interview();
    html! {
        <div class="stack">
            { interview_bar(room) }
            { debriefing(room) }
            if !props.hide.header {
                { head(room) }
            }
            <Prose html={exercise.prompt_html.clone()} />
            if !props.hide.help && !is_quiet {
                { hints(props) }
                <Parsons room={room.clone()} />
                <div class="row">
                    { hint_button(props) }
                    <Button emphasis={Emphasis::Quiet} pressed={Some(*is_noting)} testid="note" onclick={note}>
                        { if room.record.notes.trim().is_empty() { "My notes" } else { "My notes ·" } }
                    </Button>
                    <Button emphasis={Emphasis::Quiet} testid="interview-start" enabled={room.may_interview()} onclick={interview}
                        title={interview_title(room)}>{ "Interview mode" }</Button>
                </div>
                if *is_noting {
                    { notes(room) }
                }
                { interviews(room) }
            }
            if room.is_solved() {
                <Callout tone={Tone::Good} title="Solved">
                    <Prose html={exercise.explain_html.clone()} />
                </Callout>
                { follow_ups(&exercise.follow_ups) }
            }
        </div>
    }
}

fn interview_title(room: &Room) -> &'static str {
    if room.draft.kept.is_some() && !room.may_interview() {
        "Decide first what becomes of the kept text, over the editor"
    } else {
        "A clock, no help, and a plan before the first run; your text is kept"
    }
}

fn head(room: &Room) -> Html {
    let exercise = &room.exercise;
    let mut parts: Vec<String> = exercise.topics.iter().map(|topic| capitalised(topic)).collect();
    if !room.is_interview() {
        parts.push(level_name(exercise.level).into());
    }
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
        </section>
    }
}

fn hint_button(props: &TaskProps) -> Html {
    let (taken, all) = (props.room.record.hints, props.room.exercise.hints_html.len());
    if taken >= all {
        return Html::default();
    }
    html! {
        <Button testid="hint" onclick={props.on_hint.clone()}>{ format!("Hint {} of {all}", taken + 1) }</Button>
    }
}
