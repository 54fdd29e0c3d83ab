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

/// Where to look next if nothing is known of the cause.
pub const GO_THROUGH: &str = "Go through your code with this input, line by line, on paper or with print(): which is the first value that you did not expect?";

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
        Shrunk::Smaller(found) => {
            let shown = room.selected.and_then(|index| run.judged.get(index));
            smaller(props, found, heading(shown, &found.1))
        }
        Shrunk::PassesAlone(index) => alone(room, run, *index),
    }
}

/// What the smallest input has to do with the case that is shown above it.
fn heading(shown: Option<&CaseVerdict>, smallest: &CaseVerdict) -> &'static str {
    fn raised(case: &CaseVerdict) -> Option<&str> {
        case.error.as_ref().map(|error| error.name.as_str())
    }
    match shown.filter(|shown| shown.status != Status::Passed) {
        None => "Smallest input found that fails",
        Some(shown) if raised(shown) == raised(smallest) => {
            "Smallest input found that fails like this"
        }
        Some(_) => "Smallest input found that fails, in another way",
    }
}

fn smaller(
    props: &FindingsProps,
    (seen, judged): &(Observation, CaseVerdict),
    heading: &'static str,
) -> Html {
    html! {
        <section class="smallest" aria-labelledby="smallest" data-testid="smallest">
            <h3 class="small" id="smallest">{ heading }</h3>
            <div class="detail">
                { values(seen, judged) }
                <div class="stack">
                    { explanations(&props.room, (seen, judged), &props.show_line) }
                    if judged.status == Status::Failed && judged.mutated.is_empty() {
                        <p class="small">{ GO_THROUGH }</p>
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

#[cfg(test)]
mod tests {
    use protocol::python::{CodeError, ErrorKind, Outcome};

    use super::*;
    use crate::practice::sample::{exercise, observation};

    #[test]
    fn only_what_fails_alike_is_called_so() {
        let judged = |seen| judge::case_verdict(&seen, judge::rules(&exercise()));
        let wrong = judged(observation("a", 1, 2));
        let raised = |name: &str| {
            let (name, message) = (name.into(), String::new());
            let kind = ErrorKind::Exception;
            let error = CodeError { kind, name, message, line: None, column: None, frames: vec![] };
            judged(Observation { outcome: Outcome::Raised { error }, ..observation("a", 1, 2) })
        };
        let check = |shown: &CaseVerdict, smallest: &CaseVerdict, ending: &str| {
            let told = heading(Some(shown), smallest);
            assert_eq!(told.strip_prefix("Smallest input found that fails"), Some(ending));
        };
        check(&wrong, &judged(observation("b", 4, 7)), " like this");
        check(&raised("KeyError"), &raised("KeyError"), " like this");
        check(&raised("KeyError"), &raised("IndexError"), ", in another way");
        check(&wrong, &raised("KeyError"), ", in another way");
        check(&judged(observation("b", 4, 4)), &wrong, "");
    }
}
