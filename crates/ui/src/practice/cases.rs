//! The cases: a chip each, and the details of the one in focus.

use judge::{CaseVerdict, Cause, Difference, Status, show};
use protocol::python::{CodeError, Observation, Outcome};
use yew::prelude::*;

use super::{
    advice,
    findings::{GO_THROUGH, code_in},
    run::Run,
    state::Room,
    verdict::line_button,
    words::{self, errors, short},
};
use crate::components::{Callout, Prose, Tone};

/// Properties of [`CaseChips`].
#[derive(Properties, PartialEq)]
pub struct CaseChipsProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
    /// Another case is to be shown.
    pub on_select: Callback<usize>,
}

/// A chip a case. Many hidden cases are one line with a count, which opens; the one in focus stays
/// in sight.
#[component]
pub fn CaseChips(props: &CaseChipsProps) -> Html {
    let open = use_state_eq(|| false);
    let Some(run) = props.room.run.as_ref().filter(|run| !run.judged.is_empty()) else {
        return Html::default();
    };
    let (folded, shown) = fold(run, props.room.selected);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class="cases" role="group" aria-label="Cases">
            { for shown.iter().map(|index| chip(props, run, *index)) }
            if !folded.is_empty() {
                <button key="more" type="button" class="case more" aria-expanded={open.to_string()} aria-controls="folded-cases"
                    data-testid="more-cases" onclick={toggle}>
                    { folded_words(run, &folded, &shown) }
                </button>
                <div key="folded" class="cases folded" id="folded-cases" hidden={!*open}>
                    { for folded.iter().map(|index| chip(props, run, *index)) }
                </div>
            }
        </div>
    }
}

fn folded_words(run: &Run, folded: &[usize], shown: &[usize]) -> String {
    let statuses: Vec<Status> = folded.iter().map(|index| run.judged[*index].status).collect();
    words::folded(&statuses, shown.iter().any(|index| run.judged[*index].hidden))
}

/// Hidden cases up to this many are shown one by one.
const FEW: usize = 4;

/// The cases that are folded away, and those in sight.
fn fold(run: &Run, selected: Option<usize>) -> (Vec<usize>, Vec<usize>) {
    let hidden = run.judged.iter().filter(|case| case.hidden).count();
    (0..run.judged.len())
        .partition(|index| hidden > FEW && run.judged[*index].hidden && Some(*index) != selected)
}

fn chip(props: &CaseChipsProps, run: &Run, index: usize) -> Html {
    let status = run.judged[index].status;
    let (mark, words) = match status {
        Status::Passed => ("✓", "passes"),
        Status::Failed => ("✕", "fails"),
        Status::Error => ("!", "raises an error"),
    };
    let name = words::case_name(&run.seen, index, props.room.is_solved());
    let pressed = if props.room.selected == Some(index) { "true" } else { "false" };
    let onclick = props.on_select.reform(move |_: MouseEvent| index);
    html! {
        <button key={index} type="button" class={classes!("case", status.label())} aria-pressed={pressed}
            data-testid="case" data-status={status.label()} {onclick}>
            <i aria-hidden="true">{ mark }</i>{ name }
            <span class="aside-text">{ format!(" {words}") }</span>
        </button>
    }
}

/// Properties of [`CaseDetail`].
#[derive(Properties, PartialEq)]
pub struct CaseDetailProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
    /// A line is to be shown in the editor.
    pub show_line: Callback<u32>,
}

/// The case in focus: input, expected, yours, and why.
#[component]
pub fn CaseDetail(props: &CaseDetailProps) -> Html {
    let room = &props.room;
    let shown = room.run.as_ref().and_then(|run| {
        let index = room.selected?;
        Some((index, run, run.seen.get(index)?, run.judged.get(index)?))
    });
    let Some((index, run, seen, judged)) = shown else { return Html::default() };
    let is_masked = seen.hidden && !room.is_solved();
    // An interviewer does not say what went wrong.
    let failed = judged.status != Status::Passed && !room.is_interview();
    let known = run.mistake.filter(|_| failed);
    let is_wrong = failed && judged.status == Status::Failed;
    let cause = run.cause.filter(|_| known.is_none() && is_wrong);
    let has_remarks = known.is_some()
        || cause.is_some()
        || judged.doubt.is_some()
        || judged.error.is_some()
        || !judged.mutated.is_empty();
    let has_values = !is_masked && !run.without_values.contains(&index);
    let goes_through = is_wrong && !has_remarks && has_values && is_left_alone(run);
    let is_wide = !has_remarks && !goes_through;
    html! {
        <div class={classes!("detail", is_wide.then_some("wide"))}>
            if run.without_values.contains(&index) {
                <p class="in-words muted">{ "Its values are not kept over a reload. Run the code to see them again." }</p>
            } else if is_masked {
                { masked(seen, judged) }
            } else {
                { values(seen, judged) }
            }
            <div class="stack" hidden={is_wide}>
                if goes_through { <p class="small">{ GO_THROUGH }</p> }
                { for known.map(|index| mistake(room, index)) }
                { for cause.map(looks_like) }
                { for judged.doubt.as_ref().map(doubt) }
                { explanations(room, (seen, judged), &props.show_line) }
            </div>
        </div>
    }
}

/// Whether nothing else on the screen says where to look next: no smaller input, and none to come.
fn is_left_alone(run: &Run) -> bool {
    !run.is_busy() && run.shrunk.is_none()
}

/// Why a case fails, as far as the code itself says so.
pub fn explanations(
    room: &Room,
    (seen, judged): (&Observation, &CaseVerdict),
    show_line: &Callback<u32>,
) -> Html {
    html! {
        <>
            if let Some(error) = &judged.error {
                { raised(room, error, seen, show_line) }
            }
            if !judged.mutated.is_empty() {
                { mutated(&judged.mutated) }
            }
        </>
    }
}

/// Input, expected and got, and where they differ.
pub fn values(seen: &Observation, judged: &CaseVerdict) -> Html {
    let yours = match &seen.outcome {
        Outcome::Returned { value } => short(&show(value)),
        Outcome::Raised { error } => errors::title(error).to_owned(),
    };
    let wrong = (judged.status != Status::Passed).then_some("bad");
    html! {
        <dl class="values">
            <dt>{ "input" }</dt>
            <dd>{ for seen.input.iter().map(|(name, value)| html! { <div>{ input_line(name, value) }</div> }) }</dd>
            <dt>{ "expected" }</dt><dd>{ short(&show(&seen.expected)) }</dd>
            if let Some(stated) = seen.stated.as_ref().filter(|_| judged.doubt.is_some()) {
                <dt>{ "you said" }</dt><dd>{ short(&show(stated)) }</dd>
            }
            <dt>{ "yours" }</dt><dd class={classes!(wrong)}>{ yours }</dd>
            if let Some(difference) = &judged.difference {
                <dt>{ "difference" }</dt><dd class="in-words">{ words::difference(difference) }{ words::call(seen, difference) }</dd>
            }
            <dt>{ "steps" }</dt><dd class="num">{ viz::format::count(judged.steps) }</dd>
        </dl>
    }
}

fn input_line(name: &str, value: &str) -> String {
    if name.is_empty() {
        return short(value);
    }
    // Further lines of an array stand below its first.
    let indent = " ".repeat(name.chars().count() + " = ".len());
    format!("{name} = {}", short(value).replace('\n', &format!("\n{indent}")))
}

/// What a hidden case tells: not its input, but in which way it fails.
fn masked(seen: &Observation, judged: &CaseVerdict) -> Html {
    let how = match (&seen.outcome, judged.status) {
        (_, Status::Passed) => "It passes.",
        (Outcome::Raised { .. }, _) => "Your code raises an error on it.",
        _ => "Your code gives another value than expected.",
    };
    html! {
        <dl class="values">
            <dt>{ "input" }</dt><dd class="in-words muted">{ "hidden until you have solved the exercise" }</dd>
            <dt>{ "yours" }</dt><dd class="in-words">{ how }</dd>
        </dl>
    }
}

fn mistake(room: &Room, index: usize) -> Html {
    let Some(mistake) = room.exercise.mistakes.get(index) else { return Html::default() };
    html! {
        <Callout tone={Tone::Bad} live=true title={mistake.title.clone()} testid="mistake">
            <Prose html={mistake.message_html.clone()} />
        </Callout>
    }
}

/// A usual cause that explains all wrong numbers.
fn looks_like(cause: Cause) -> Html {
    let (title, words) = advice::cause(cause);
    html! {
        <Callout tone={Tone::Bad} title={format!("Looks like: {title}")} testid="cause">
            <p>{ code_in(&words) }</p>
        </Callout>
    }
}

/// The learner expects something else than the reference gives.
fn doubt(difference: &Difference) -> Html {
    let difference = words::difference(difference);
    html! {
        <Callout title="You expected something else" testid="doubt">
            <p>{ format!("Your case is judged by what the reference gives. What you wrote down differs from that: {difference} Read the task once more before you change your code.") }</p>
        </Callout>
    }
}

fn raised(room: &Room, error: &CodeError, seen: &Observation, show_line: &Callback<u32>) -> Html {
    let called_as = errors::called_as(error, &room.exercise.entry.name, seen);
    html! {
        <Callout tone={Tone::Bad} title={errors::title(error).to_owned()}>
            <p>{ errors::sentence(error, room.exercise.step_budget) }</p>
            if let Some(call) = called_as {
                <p>{ "The cases call it as " }<code>{ call }</code>{ "." }</p>
            }
            if error.frames.len() > 1 {
                <ol class="frames small">
                    { for errors::frames(&error.frames).into_iter().map(|(frame, is_many)| html! {
                        <li>
                            { format!("line {} in ", frame.line) }<code>{ &frame.function }</code>
                            if is_many { { ", again and again" } }
                        </li>
                    }) }
                </ol>
            }
            { line_button(error.line, show_line) }
        </Callout>
    }
}

fn mutated(names: &[String]) -> Html {
    let names = names.join(", ");
    html! {
        <Callout title="Your code changed its input">
            <p>{ format!("After the call, {names} was not what the caller had passed. Work on a copy: the caller may need it again.") }</p>
        </Callout>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::sample::{exercise, observation};

    #[test]
    fn the_rows_of_an_array_stand_below_each_other() {
        let array = "array([[1, 2],\n       [3, 4]])";
        let lines = input_line("ab", array);
        assert_eq!(lines, "ab = array([[1, 2],\n            [3, 4]])");
        assert_eq!(input_line("", "put('a', 1)"), "put('a', 1)");
    }

    #[test]
    fn advice_waits_for_what_the_run_may_still_find() {
        let mut run = Run::new(1, String::new());
        assert!(!is_left_alone(&run));
        run.end(super::super::run::Ending::Stopped);
        assert!(is_left_alone(&run));
        run.shrunk = Some(super::super::run::Shrunk::PassesAlone(0));
        assert!(!is_left_alone(&run));
    }

    #[test]
    fn many_hidden_cases_are_folded_but_not_the_one_in_focus() {
        let mut run = Run::new(1, String::new());
        for index in 0..7 {
            let mut seen = observation("a", 1, 1);
            seen.hidden = index > 0;
            run.judged.push(judge::case_verdict(&seen, judge::rules(&exercise())));
            run.seen.push(seen);
        }
        assert_eq!(fold(&run, Some(3)), (vec![1, 2, 4, 5, 6], vec![0, 3]));
        run.judged.truncate(5);
        assert_eq!(fold(&run, None), (vec![], vec![0, 1, 2, 3, 4]));
    }
}
