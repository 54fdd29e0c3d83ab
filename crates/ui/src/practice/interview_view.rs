//! Interview mode on the page: the clock, the plan before the first run, the summary.

use content::Growth;
use gloo::timers::callback::Interval;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    attempt::{Interview, Interviewed, Plan},
    interview::{Step, clock, is_complete, summary},
    session::now,
    state::{Action, Room},
};
use crate::{
    components::{Button, Callout, Emphasis, SelectField, Tone},
    dates,
};

fn steps(room: &UseReducerHandle<Room>) -> Callback<Step> {
    let dispatcher = room.dispatcher();
    Callback::from(move |step| dispatcher.dispatch(now(Action::Interview(step))))
}

/// The clock and the way out; nothing outside of an interview.
pub fn interview_bar(room: &UseReducerHandle<Room>) -> Html {
    let end = steps(room).reform(|_: MouseEvent| Step::End);
    let Some(interview) = room.attempt.interview.clone() else { return waiting(room, end) };
    html! {
        <div class="panel pad row spread interview-bar" data-testid="interview">
            <strong>{ "Interview" }</strong>
            <Clock {interview} />
            <Button testid="interview-end" onclick={end}>{ "End the interview" }</Button>
        </div>
    }
}

/// A link asks for an interview that cannot begin yet.
fn waiting(room: &Room, end: Callback<MouseEvent>) -> Html {
    if room.asked_minutes.is_none() {
        return Html::default();
    }
    html! {
        <div class="panel pad stack interview-bar" data-testid="interview-waiting" role="status">
            <p><strong>{ "Interview. " }</strong>{ "It begins once you have decided what becomes of the kept text, over the editor." }</p>
            <div><Button testid="interview-end" onclick={end}>{ "No interview" }</Button></div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ClockProps {
    interview: Interview,
}

/// Counts by itself, so that nothing else is drawn anew each second.
#[component]
fn Clock(props: &ClockProps) -> Html {
    let now_ms = use_state_eq(js_sys::Date::now);
    {
        let setter = now_ms.setter();
        use_effect_with((), move |()| {
            let ticking = Interval::new(1000, move || setter.set(js_sys::Date::now()));
            move || drop(ticking)
        });
    }
    html! {
        <span class="num" role="timer" data-testid="interview-clock">{ clock(&props.interview, *now_ms) }</span>
    }
}

/// What a candidate says before coding; afterwards, what they said.
pub fn interview_plan(room: &UseReducerHandle<Room>) -> Html {
    let Some(interview) = &room.attempt.interview else { return Html::default() };
    if interview.is_planned {
        return html! { <p class="small plan-said">{ said(&interview.plan) }</p> };
    }
    let plan = interview.plan.clone();
    let steps = steps(room);
    let write = |apply: fn(&mut Plan, String)| {
        let (plan, steps) = (plan.clone(), steps.clone());
        Callback::from(move |value| {
            let mut next = plan.clone();
            apply(&mut next, value);
            steps.emit(Step::Write(next));
        })
    };
    let oninput = write(|plan, text| plan.approach = text)
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let commit = steps.reform(|_: MouseEvent| Step::Commit);
    html! {
        <section class="panel pad plan" aria-label="Plan" data-testid="plan">
            <p>{ format!("Before the first run, say what you will do, as you would aloud. Run opens when approach, time and space are there.{}", variables(room)) }</p>
            <label class="field plan-approach">{ "Approach: what you will do, and why it is right" }
                <textarea rows="3" value={plan.approach.clone()} data-testid="approach" {oninput} />
            </label>
            <SelectField label="Time" value={class_value(plan.time)} options={classes(room)} testid="plan-time"
                onchange={write(|plan, value| plan.time = class(&value))} />
            <SelectField label="Extra space" value={class_value(plan.space)} options={classes(room)} testid="plan-space"
                onchange={write(|plan, value| plan.space = class(&value))} />
            <Button emphasis={Emphasis::Primary} testid="commit-plan" enabled={is_complete(&plan)} onclick={commit}>{ "This is my plan" }</Button>
        </section>
    }
}

fn said(plan: &Plan) -> String {
    let label = |class: Option<Growth>| class.map_or("?", Growth::label);
    format!(
        "Your plan: {} Time {}, space {}.",
        plan.approach.trim(),
        label(plan.time),
        label(plan.space)
    )
}

fn class_value(class: Option<Growth>) -> &'static str {
    class.map_or("", Growth::label)
}

fn class(value: &str) -> Option<Growth> {
    Growth::ALL.into_iter().chain(Growth::TWO).find(|class| class.label() == value)
}

fn classes(room: &Room) -> Vec<(AttrValue, AttrValue)> {
    let has_two = room.exercise.growth.as_ref().is_some_and(|target| target.second.is_some());
    let classes = if has_two { Growth::TWO.to_vec() } else { Growth::ALL.to_vec() };
    let choose = std::iter::once((AttrValue::from(""), AttrValue::from("Choose")));
    choose.chain(classes.iter().map(|it| (it.label().into(), it.label().into()))).collect()
}

/// What n (and m) count, where growth is measured.
fn variables(room: &Room) -> String {
    match room.exercise.growth.as_ref().map(|target| (&target.variable, &target.second)) {
        None => String::new(),
        Some((first, None)) => format!(" n counts {first}."),
        Some((first, Some(second))) => format!(" n counts {first}, m {second}."),
    }
}

/// What came of the interview that has just ended.
pub fn debriefing(room: &UseReducerHandle<Room>) -> Html {
    let last = room.attempt.interviews.last().filter(|_| room.is_debriefing);
    let Some(last) = last else { return Html::default() };
    html! {
        <Callout tone={Tone::Neutral} live=true title="The interview is over" testid="interview-summary">
            { lines(last) }
        </Callout>
    }
}

/// Earlier interviews, when asked for.
pub fn interviews(room: &UseReducerHandle<Room>) -> Html {
    let interviews = &room.attempt.interviews;
    let title = match interviews.len() {
        0 => return Html::default(),
        1 => "1 interview".to_owned(),
        count => format!("{count} interviews"),
    };
    html! {
        <details class="follow-up" data-testid="interviews">
            <summary>{ title }</summary>
            <ul>{ for interviews.iter().rev().map(|it| html! {
                <li class="small"><strong>{ dates::day_and_time(it.started_ms) }</strong>{ lines(it) }</li>
            }) }</ul>
        </details>
    }
}

fn lines(interview: &Interviewed) -> Html {
    let plan = Some(said(&interview.plan)).filter(|_| !interview.plan.approach.trim().is_empty());
    html! {
        <>{ for summary(interview).into_iter().chain(plan).map(|line| html! { <p>{ line }</p> }) }</>
    }
}
