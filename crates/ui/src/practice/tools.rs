//! The row over the editor: what is saved, how Python is, Reset, Stop, Run.

use protocol::python::Stage;
use yew::prelude::*;

use super::{
    session::Session,
    state::{Action, Kept, Origin, Saving},
};
use crate::{
    bytes,
    components::{Button, Callout, Emphasis, Progress, Tone},
    worker::python::{PythonStatus, download_bytes},
};

/// Properties of [`Tools`].
#[derive(Properties, PartialEq)]
pub struct ToolsProps {
    /// The room.
    pub session: Session,
    /// The Run button, which takes the focus when the editor is left.
    pub run_node: NodeRef,
}

/// The row over the editor.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let session = &props.session;
    let (is_busy, is_checking) = (session.room.is_busy(), session.room.is_checking());
    let run = session.run().reform(|_: MouseEvent| ());
    let stop = session.stop().reform(|_: MouseEvent| ());
    html! {
        <div class="tools">
            <span class="tag">{ "solution.py" }</span>
            <span class="small" role="status">{ saving_words(session.room.saving) }</span>
            <div class="end">
                { engine(session) }
                <Button emphasis={Emphasis::Quiet} testid="reset" enabled={!is_checking} onclick={session.action(Action::Reset)}
                    title="Back to the starter; your text is kept">{ "Reset" }</Button>
                <Button testid="stop" enabled={is_busy} onclick={stop}>{ "Stop" }</Button>
                <Button emphasis={Emphasis::Primary} testid="run" enabled={!is_checking && session.room.may_run()} onclick={run} node={props.run_node.clone()}>
                    { "Run" }<kbd aria-hidden="true">{ run_keys() }</kbd>
                </Button>
            </div>
        </div>
    }
}

/// As on the visitor's own keyboard.
fn run_keys() -> &'static str {
    let platform = web_sys::window().and_then(|window| window.navigator().platform().ok());
    if platform.is_some_and(|name| name.starts_with("Mac")) { "⌘ ↵" } else { "Ctrl ↵" }
}

fn saving_words(saving: Saving) -> &'static str {
    match saving {
        Saving::Untouched => "",
        Saving::Pending => "saving…",
        Saving::Saved => "saved on this device",
        Saving::Failed => "not saved: copy it before you go",
    }
}

fn engine(session: &Session) -> Html {
    match &session.room.engine {
        PythonStatus::Off => {
            let size = bytes::in_words(download_bytes());
            let start = session.start_engine().reform(|_: MouseEvent| ());
            html! {
                <Button emphasis={Emphasis::Quiet} onclick={start} title="Runs on this device; downloaded once">
                    { format!("Load Python ({size}, once)") }
                </Button>
            }
        }
        PythonStatus::Starting { stage: Stage::Download, loaded_bytes, total_bytes } => {
            let cancel = session.cancel_engine().reform(|_: MouseEvent| ());
            html! {
                <>
                    <Progress label="Downloading Python" value={*loaded_bytes as f64} total={*total_bytes as f64}
                        shown={bytes::share_in_words(*loaded_bytes, *total_bytes)} />
                    <Button emphasis={Emphasis::Quiet} onclick={cancel} label="Cancel the download of Python">{ "Cancel" }</Button>
                </>
            }
        }
        PythonStatus::Starting { .. } => {
            html! { <span class="small" role="status">{ "Python is starting…" }</span> }
        }
        PythonStatus::Ready { python, .. } => {
            html! { <span class="small num" data-testid="python-ready">{ format!("Python {} · ready", minor(python)) }</span> }
        }
        PythonStatus::Dead { .. } => {
            html! { <span class="small bad">{ "Python has stopped" }</span> }
        }
    }
}

/// `3.14.0` as `3.14`.
fn minor(version: &str) -> String {
    version.splitn(3, '.').take(2).collect::<Vec<_>>().join(".")
}

/// What the visitor should know before going on: a dead engine, a kept text.
pub fn notices(session: &Session) -> Html {
    html! {
        <>
            if let Some(message) = super::session::death(&session.room) {
                { dead(session, message) }
            }
            if let Some(kept) = &session.room.draft.kept {
                { offer(session, kept) }
            }
        </>
    }
}

fn dead(session: &Session, message: &str) -> Html {
    let start = session.start_engine().reform(|_: MouseEvent| ());
    html! {
        <Callout tone={Tone::Bad} live=true title="Python has stopped">
            <p>{ format!("{message} Nothing you typed is lost. If it keeps failing, check the connection and the room left on this device.") }</p>
            <div class="row"><Button onclick={start}>{ "Start Python again" }</Button></div>
        </Callout>
    }
}

fn offer(session: &Session, kept: &Kept) -> Html {
    let (words, take, leave) = match kept.origin {
        Origin::Tab => (
            "Another tab has a different text for this exercise.",
            "Take that text",
            "Keep this one",
        ),
        Origin::Reset => ("Your text from before the reset is kept.", "Bring it back", "Dismiss"),
    };
    html! {
        <Callout live=true>
            <div class="row">
                <span>{ words }</span>
                <Button testid="take-kept" onclick={session.action(Action::TakeKept)}>{ take }</Button>
                <Button emphasis={Emphasis::Quiet} onclick={session.action(Action::DropKept)}>{ leave }</Button>
            </div>
        </Callout>
    }
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn versions_are_shortened() {
        assert_eq!(minor("3.14.0"), "3.14");
        assert_eq!(minor("3.14"), "3.14");
    }
}
