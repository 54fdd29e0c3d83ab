//! The verdict: how many cases pass, which do not and why, what was printed, how steps grow.

use yew::prelude::*;

use super::{
    cases::{CaseChips, CaseDetail},
    findings::{Remarks, Smallest},
    growth::GrowthPanel,
    output::Output,
    picture::OutputPicture,
    run::{Ending, Run},
    state::Room,
    words,
};
use crate::{
    components::{Button, Callout, Emphasis, Tone},
    dates,
    worker::python::PythonStatus,
};

/// Properties of [`VerdictPanel`].
#[derive(Properties, PartialEq)]
pub struct VerdictPanelProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
    /// Another case is to be shown.
    pub on_select: Callback<usize>,
    /// A line is to be shown in the editor.
    pub show_line: Callback<u32>,
}

/// The verdict.
#[component]
pub fn VerdictPanel(props: &VerdictPanelProps) -> Html {
    let Some(run) = &props.room.run else {
        return html! {
            <div class="verdict panel waiting" data-testid="verdict">
                <p class="muted">{ "Run your code, and see here which cases pass." }</p>
            </div>
        };
    };
    let status = run.ending.map(Ending::label);
    html! {
        <div class="verdict panel" data-testid="verdict" data-status={status} aria-busy={run.is_busy().to_string()}>
            { head(run, &props.room.engine) }
            { earlier(&props.room, run) }
            { broken(props, run) }
            <CaseChips room={props.room.clone()} on_select={props.on_select.clone()} />
            <CaseDetail room={props.room.clone()} show_line={props.show_line.clone()} />
            <Smallest room={props.room.clone()} show_line={props.show_line.clone()} />
            <OutputPicture room={props.room.clone()} />
            <Output printed={run.output.clone()} />
            <GrowthPanel room={props.room.clone()} />
            <Remarks room={props.room.clone()} show_line={props.show_line.clone()} />
        </div>
    }
}

fn head(run: &Run, engine: &PythonStatus) -> Html {
    let is_ready = matches!(engine, PythonStatus::Ready { .. });
    html! {
        <header>
            <h2 class="verdict-title" role="status">{ words::headline(run, is_ready) }</h2>
            if run.ending.is_some() && run.duration_ms > 0.0 {
                <span class="small num">{ format!("{} ms", run.duration_ms.ceil()) }</span>
            }
            if let Some(activity) = words::activity(&run.stage) {
                <span class="small" role="status">{ format!("{activity}…") }</span>
            }
            if let Some(hidden) = words::hidden(run) {
                <span class="small num end">{ hidden }</span>
            }
        </header>
    }
}

/// Says that the verdict is not of today's run, and whether it is of today's text.
fn earlier(room: &Room, run: &Run) -> Html {
    let Some(ran_ms) = room.earlier_ms else { return Html::default() };
    let of = if run.source == room.draft.text { "this text" } else { "an earlier text" };
    let words = format!("From your run of {of}, {}.", dates::day_and_time(ran_ms));
    html! { <p class="small pad earlier" data-testid="earlier">{ words }</p> }
}

/// Why there are no cases to look at, or not all of them.
fn broken(props: &VerdictPanelProps, run: &Run) -> Html {
    let budget = props.room.exercise.step_budget;
    match (run.ending, &run.failure) {
        (Some(Ending::Broken), Some(error)) => html! {
            <div class="pad">
                <Callout tone={Tone::Bad} title={words::errors::title(error).to_owned()}>
                    <p>{ words::errors::sentence(error, budget) }</p>
                    { line_button(error.line, &props.show_line) }
                </Callout>
            </div>
        },
        (Some(Ending::Stopped), _) => {
            note("You stopped the run. Python is ready for the next one in a moment.")
        }
        (Some(Ending::Lost), _) => note(
            "Python's worker ended while your code ran; a fresh one is being started. Your text is as it was. Run it again.",
        ),
        _ => Html::default(),
    }
}

fn note(words: &'static str) -> Html {
    html! { <p class="pad muted">{ words }</p> }
}

/// Leads to a line of the editor.
pub fn line_button(line: Option<u32>, show_line: &Callback<u32>) -> Html {
    let Some(line) = line else { return Html::default() };
    let onclick = show_line.reform(move |_: MouseEvent| line);
    html! {
        <div class="row">
            <Button emphasis={Emphasis::Quiet} {onclick}>{ format!("Go to line {line}") }</Button>
        </div>
    }
}
