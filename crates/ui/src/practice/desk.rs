//! The desk: tools, editor, verdict.

use judge::Status;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    compare::Compare,
    editor::{Editor, Mark},
    interview_view::interview_plan,
    own_view::own_cases,
    room::panel_role,
    run::Run,
    session::{Session, now},
    state::{Action, Room},
    tools::{Tools, notices},
    verdict::VerdictPanel,
    words,
};
use crate::widget::Hide;

/// Properties of [`Desk`].
#[derive(Properties, PartialEq)]
pub struct DeskProps {
    /// The room.
    pub session: Session,
    /// Parts left out.
    pub hide: Hide,
    /// Whether the parts are behind tabs.
    pub is_narrow: bool,
    /// Whether the editor is in sight.
    pub is_code_shown: bool,
    /// Whether the verdict is in sight.
    pub is_result_shown: bool,
    /// Shows a line in the editor.
    pub show_line: Callback<u32>,
}

/// Tools, editor, verdict.
#[component]
pub fn Desk(props: &DeskProps) -> Html {
    let session = &props.session;
    let room = &session.room;
    let run_node = use_node_ref();
    let on_change = {
        let dispatcher = room.dispatcher();
        use_callback((), move |text, ()| dispatcher.dispatch(now(Action::Type(text))))
    };
    let on_leave = {
        let run_node = run_node.clone();
        use_callback((), move |(), ()| {
            if let Some(button) = run_node.cast::<HtmlElement>() {
                // Disabled during a run: then the focus stays where it is.
                let _ = button.focus();
            }
        })
    };
    let on_select = {
        let dispatcher = room.dispatcher();
        Callback::from(move |case| dispatcher.dispatch(now(Action::Select(case))))
    };
    html! {
        <section class="bench" hidden={!props.is_code_shown && !props.is_result_shown} aria-label="Your code">
            <Tools session={session.clone()} {run_node} />
            <div class="bench-notices">
                { notices(session) }
                { interview_plan(room) }
            </div>
            <div class="editor-frame" hidden={!props.is_code_shown} id="exercise-panel-1" role={panel_role(props.is_narrow)} aria-label={props.is_narrow.then_some("Code")}>
                <Editor
                    text={room.draft.text.clone()}
                    revision={room.revision}
                    marks={marks(room)}
                    label="Your code. Escape leaves the editor."
                    handle={session.editor.clone()}
                    {on_change}
                    on_run={session.run()}
                    {on_leave}
                />
            </div>
            <div class="result" hidden={!props.is_result_shown} id="exercise-panel-2" role={panel_role(props.is_narrow)} aria-label={props.is_narrow.then_some("Result")}>
                <VerdictPanel room={room.clone()} {on_select} show_line={props.show_line.clone()} />
                { own_cases(room) }
                if room.is_solved() && !props.hide.help {
                    <Compare exercise={room.exercise.clone()} own={room.draft.text.clone()} />
                }
            </div>
        </section>
    }
}

/// Lines of errors, for the case in sight or for code that could not run.
fn marks(room: &Room) -> Vec<Mark> {
    let Some(run) = room.run.as_ref().filter(|run| run.source == room.draft.text) else {
        return Vec::new();
    };
    let error = run.failure.as_ref().or_else(|| selected_error(run, room.selected));
    error
        .and_then(|error| Some(Mark { line: error.line?, message: words::errors::mark(error) }))
        .into_iter()
        .collect()
}

fn selected_error(run: &Run, selected: Option<usize>) -> Option<&protocol::python::CodeError> {
    let case = run.judged.get(selected?)?;
    (case.status == Status::Error).then_some(case.error.as_ref()).flatten()
}
