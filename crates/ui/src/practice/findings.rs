//! What goes beyond single cases: the smallest input that fails, and remarks on the code.

use judge::{CaseVerdict, Status};
use protocol::python::Observation;
use yew::prelude::*;

use super::{
    advice,
    cases::{explanations, values},
    run::{Run, Shrunk},
    state::Room,
    words,
};
use crate::components::{Button, Callout, Emphasis};

/// Properties of [`Smallest`] and [`Remarks`].
#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
    /// A line is to be shown in the editor.
    pub show_line: Callback<u32>,
}

/// The smallest failing input, once it has been looked for.
#[component]
pub fn Smallest(props: &FindingsProps) -> Html {
    let room = &props.room;
    let Some((run, shrunk)) = room.run.as_ref().and_then(|run| Some((run, run.shrunk.as_ref()?)))
    else {
        return Html::default();
    };
    match shrunk {
        Shrunk::Smaller(found) => smaller(props, found),
        Shrunk::PassesAlone(index) => alone(room, run, *index),
    }
}

fn smaller(props: &FindingsProps, (seen, judged): &(Observation, CaseVerdict)) -> Html {
    html! {
        <section class="smallest" aria-labelledby="smallest" data-testid="smallest">
            <h3 class="small" id="smallest">{ "Smallest input found that fails like this" }</h3>
            <div class="detail">
                { values(seen, judged) }
                <div class="stack">
                    { explanations(&props.room, judged, &props.show_line) }
                    if judged.status == Status::Failed && judged.mutated.is_empty() {
                        <p class="small">{ "Go through your code with this input, line by line, on paper or with print(): which is the first value that you did not expect?" }</p>
                    }
                </div>
            </div>
        </section>
    }
}

fn alone(room: &Room, run: &Run, index: usize) -> Html {
    let name = words::case_name(&run.seen, index, room.is_solved());
    html! {
        <section class="smallest pad" data-testid="passes-alone">
            <Callout title="It fails only after other calls">
                <p>{ format!("Run alone, the case “{name}” passes. Something is left over from the calls before it: a default argument such as [], a variable outside the function, or one on the class.") }</p>
            </Callout>
        </section>
    }
}

/// Remarks on the code, below everything that decides.
#[component]
pub fn Remarks(props: &FindingsProps) -> Html {
    let run = props.room.run.as_ref().filter(|run| run.ending.is_some());
    let Some(run) = run.filter(|run| !run.remarks.is_empty()) else { return Html::default() };
    html! {
        <section class="remarks" aria-labelledby="remarks" data-testid="remarks">
            <h3 class="small" id="remarks">{ "On the code itself; this decides nothing" }</h3>
            <ul>
                { for run.remarks.iter().map(|remark| {
                    let line = remark.line;
                    let onclick = props.show_line.reform(move |_: MouseEvent| line);
                    html! {
                        <li>
                            <Button emphasis={Emphasis::Quiet} {onclick}>{ format!("Line {line}") }</Button>
                            <span>{ code_in(&advice::remark(remark)) }</span>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// Text in which what stands between backticks is code.
pub fn code_in(text: &str) -> Html {
    let parts = text.split('`').enumerate();
    parts
        .map(|(index, part)| {
            if index % 2 == 1 {
                html! { <code>{ part }</code> }
            } else {
                html! { { part } }
            }
        })
        .collect()
}
