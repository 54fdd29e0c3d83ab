//! Before a loop: level, domain, rounds and minutes, and what was done before.

use content::{Domain, Seniority};
use study::interview::{Choice, Preset, Round, Setup, Unreadable};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{HEADING, choice::use_choice, keep::Kept, place::Place, reports::Earlier, words};
use crate::{
    components::{Button, Callout, Emphasis, Segment, SelectField, Tone},
    pages::fetching,
    study::{day, level},
};

/// Properties of [`SetupPage`].
#[derive(Properties, PartialEq)]
pub struct SetupPageProps {
    /// Whether somebody was sent to one round.
    pub place: Place,
    /// Why there is no loop to go on with.
    pub kept: Kept,
    /// Why the last loop could not be started.
    pub refused: Option<String>,
    /// Starts a loop.
    pub on_start: Callback<Setup>,
}

/// The page before a loop.
#[component]
pub fn SetupPage(props: &SetupPageProps) -> Html {
    let (choice, change) = use_choice();
    // The heading is there at once: it has the focus when a loop has been thrown away.
    let body = match choice {
        None => fetching(),
        Some(choice) => html! {
            <Chosen {choice} {change} place={props.place.clone()} refused={props.refused.clone()} on_start={props.on_start.clone()} />
        },
    };
    html! {
        <>
            <h1 id={HEADING} tabindex="-1">{ "Interview" }</h1>
            <p class="muted">{ "A mock loop under the conditions of the day: a clock, no hints, notes, then your own score against what is written. It can be stopped, and a reload loses nothing." }</p>
            { damaged(&props.kept) }
            { body }
            <Earlier heading={HEADING} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ChosenProps {
    choice: Choice,
    change: Callback<Choice>,
    place: Place,
    refused: Option<String>,
    on_start: Callback<Setup>,
}

/// What is chosen, and the button that starts it.
#[component]
fn Chosen(props: &ChosenProps) -> Html {
    let ChosenProps { choice, change, .. } = props;
    let (seniority, change_level) = level::use_level();
    let said = use_state_eq(|| None::<String>);
    let begin = {
        let (said, on_start) = (said.clone(), props.on_start.clone());
        Callback::from(move |choice: Choice| match choice.setup(seniority, seed(), day::today()) {
            Ok(setup) => {
                said.set(None);
                on_start.emit(setup);
            }
            Err(refused) => said.set(Some(refused.to_string())),
        })
    };
    let start = {
        let (begin, choice) = (begin.clone(), choice.clone());
        Callback::from(move |_: MouseEvent| begin.emit(choice.clone()))
    };
    let refused = (*said).clone().or_else(|| props.refused.clone());
    html! {
        <>
            { sent(&props.place, choice, &begin) }
            <div class="panel pad stack" data-testid="setup">
                <div class="row interview-choices">
                    { level::choice(seniority, &change_level) }
                    { domain(choice, change) }
                    { presets(choice, change) }
                </div>
                <ul class="interview-choose" aria-label="Rounds">{ for Round::ALL.into_iter().map(|round| row(round, seniority, choice, change, &begin)) }</ul>
                <div class="row">
                    <Button emphasis={Emphasis::Primary} testid="start-loop" onclick={start}>{ "Start" }</Button>
                    <span class="num" role="status" data-testid="length">{ choice.said(seniority).unwrap_or_default() }</span>
                </div>
                if let Some(words) = refused {
                    <Callout tone={Tone::Bad} live=true testid="refused"><p>{ words }</p></Callout>
                }
            </div>
        </>
    }
}

/// Which of the equally fresh items are met: another choice each time.
fn seed() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

fn damaged(kept: &Kept) -> Html {
    let Kept::Unreadable(unreadable) = kept else { return Html::default() };
    let aside = match unreadable {
        Unreadable::Damaged => " What was there is put aside on this device, and an export has it.",
        Unreadable::Version(_) => "",
    };
    html! {
        <Callout tone={Tone::Bad} live=true testid="damaged">
            <p>{ unreadable.to_string() }{ aside }</p>
        </Callout>
    }
}

/// The round that a link named, one press away.
fn sent(place: &Place, choice: &Choice, begin: &Callback<Choice>) -> Html {
    let Place::Only(round) = place else { return Html::default() };
    let onclick = alone(*round, choice, begin);
    html! {
        <div class="row">
            <Button emphasis={Emphasis::Primary} testid="start-sent" {onclick}>{ format!("Start {} now", round.title().to_ascii_lowercase()) }</Button>
            <span class="small">{ "The round of your plan. Level, domain and minutes are as below." }</span>
        </div>
    }
}

fn alone(round: Round, choice: &Choice, begin: &Callback<Choice>) -> Callback<MouseEvent> {
    let choice = Choice { rounds: [round].into(), ..choice.clone() };
    begin.reform(move |_: MouseEvent| choice.clone())
}

fn domain(choice: &Choice, change: &Callback<Choice>) -> Html {
    let value = words::domain(choice.domain);
    let options = Domain::ALL.map(|it| (words::domain(it).into(), words::domain(it).into()));
    let onchange = {
        let choice = choice.clone();
        change.reform(move |value: String| Choice {
            domain: Domain::ALL
                .into_iter()
                .find(|it| words::domain(*it) == value)
                .unwrap_or(choice.domain),
            ..choice.clone()
        })
    };
    html! { <SelectField label="Domain" {value} options={options.to_vec()} {onchange} testid="domain" /> }
}

/// Rounds that are often wanted together; none is marked where others are ticked.
fn presets(choice: &Choice, change: &Callback<Choice>) -> Html {
    let is_now = |preset: &Preset| choice.with(*preset).rounds == choice.rounds;
    let value = Preset::ALL.into_iter().find(is_now).map_or("", Preset::title);
    let choices = Preset::ALL.map(|it| (it.title().into(), it.title().into())).to_vec();
    let onchange = {
        let choice = choice.clone();
        change.reform(move |title: String| {
            let preset = Preset::ALL.into_iter().find(|it| it.title() == title);
            preset.map_or_else(|| choice.clone(), |preset| choice.with(preset))
        })
    };
    html! { <Segment label="Which rounds" {value} {choices} {onchange} testid="preset" /> }
}

/// A round: whether it is in the loop, its minutes, and a way to practise it alone.
fn row(
    round: Round,
    seniority: Seniority,
    choice: &Choice,
    change: &Callback<Choice>,
    begin: &Callback<Choice>,
) -> Html {
    let is_ticked = choice.rounds.contains(&round);
    let on_tick = {
        let choice = choice.clone();
        change.reform(move |event: Event| {
            choice.ticked(round, event.target_unchecked_into::<HtmlInputElement>().checked())
        })
    };
    let on_type = {
        let choice = choice.clone();
        change.reform(move |event: InputEvent| {
            choice.timed(round, &event.target_unchecked_into::<HtmlInputElement>().value())
        })
    };
    let title = round.title();
    let refused = choice.length(round, seniority).err().filter(|_| is_ticked);
    let name = round.name();
    html! {
        <li key={name} data-testid="choose" data-round={name}>
            <label class="check"><input type="checkbox" checked={is_ticked} data-testid={format!("tick-{name}")} onchange={on_tick} />{ title }</label>
            <label class="interview-minutes small">
                <input type="text" inputmode="numeric" class="num" value={choice.typed(round, seniority)} aria-label={format!("{title}: minutes")}
                    aria-invalid={refused.is_some().then_some("true")} data-testid={format!("minutes-{name}")} oninput={on_type} />
                <span aria-hidden="true">{ "min" }</span>
            </label>
            <Button emphasis={Emphasis::Quiet} label={format!("Start alone: {title}")} testid={format!("alone-{name}")} onclick={alone(round, choice, begin)}>{ "Start alone" }</Button>
            if let Some(refused) = refused {
                <span class="field-error small" role="alert">{ refused.to_string() }</span>
            }
        </li>
    }
}
