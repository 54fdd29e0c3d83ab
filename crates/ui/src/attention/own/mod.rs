//! The visitor's own checkpoint: a panel that takes its files, says how far they are read and why they
//! are not opened; and the bar above a model that was.

mod files;
mod reader;

use protocol::attention::checkpoint::{Opening, Refusal};
use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

use super::state::{Action, Own, State};
use crate::bytes;
use crate::components::{Button, Callout, Emphasis, Progress, Tone};
use files::Choice;
pub use reader::{Handed, use_reader};

/// Why nothing trains, and what becomes of the files.
const ONLY_LOOKED_AT: &str = "A checkpoint is looked into, changed and written with, not trained: that would take its optimiser's state and the memory of several such models. It stays in this tab: a reload forgets it, and no link holds any of it.";

/// Properties of [`OwnCheckpoint`].
#[derive(Properties, PartialEq)]
pub struct OwnCheckpointProps {
    /// What the page shows.
    pub own: Own,
    /// Files are to be opened.
    pub on_open: Callback<Handed>,
    /// What the visitor did.
    pub on_action: Callback<Action>,
}

/// The files of a checkpoint, chosen or dropped, together or one after the other.
#[component]
pub fn OwnCheckpoint(props: &OwnCheckpointProps) -> Html {
    let choice = use_state(Choice::<File>::default);
    let open = {
        let on_open = props.on_open.clone();
        Callback::from(move |(choice, heads): (Choice<File>, Option<u16>)| {
            if let Some(files) = choice.files() {
                let has_config = choice.has_config();
                on_open.emit(Handed { opening: Opening { has_config, heads }, files });
            }
        })
    };
    let take = {
        let (choice, open) = (choice.clone(), open.clone());
        Callback::from(move |files: Vec<File>| {
            let mut next = (*choice).clone();
            next.others.clear();
            let count = files.len();
            files.into_iter().for_each(|file| next.add(&file.name(), file));
            choice.set(next.clone());
            // Dropped words, or files that are not needed, do not read everything again.
            if next.others.len() < count {
                open.emit((next, None));
            }
        })
    };
    let onchange = take.reform(|event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let files = listed(field.files());
        // So that a file of the same name can be chosen again once it has been mended.
        field.set_value("");
        files
    });
    let ondrop = take.reform(|event: DragEvent| {
        event.prevent_default();
        listed(event.data_transfer().and_then(|data| data.files()))
    });
    let on_heads = {
        let choice = choice.clone();
        open.reform(move |heads: u16| ((*choice).clone(), Some(heads)))
    };
    html! {
        <details class="attention-tour" data-testid="own-model-open">
            <summary>{ "Open your own checkpoint" }</summary>
            <section class="own-model" aria-label="Your own checkpoint" data-testid="own-model" {ondrop}
                ondragover={Callback::from(|event: DragEvent| event.prevent_default())}>
                <h2>{ "A GPT-2 from your disk" }</h2>
                <p>
                    { "As Hugging Face saves it: " }<code>{ "model.safetensors" }</code>{ ", " }<code>{ "vocab.json" }</code>{ " and " }<code>{ "merges.txt" }</code>
                    { "; " }<code>{ "config.json" }</code>{ " as well, if you have it, says how many heads there are. Nothing is uploaded: a worker of this page reads the files where they are." }
                </p>
                <label class="field">
                    { "The files: choose them together or drop them here" }
                    <input type="file" multiple=true accept=".safetensors,.json,.txt" data-testid="own-model-files" {onchange} />
                </label>
                <p class="small" role="status" data-testid="own-model-status">{ status(&choice, props.own.is_open()) }</p>
                { outcome(props, &on_heads) }
            </section>
        </details>
    }
}

fn listed(list: Option<FileList>) -> Vec<File> {
    list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect()
}

/// What was chosen and what is missing, or that it is open.
fn status(choice: &Choice<File>, is_open: bool) -> String {
    let chosen = choice.chosen();
    let mut words = match (chosen.is_empty(), choice.missing().as_slice()) {
        (true, _) => "No files yet.".to_owned(),
        (false, []) if is_open => format!("Open: {}.", chosen.join(", ")),
        (false, []) => format!("Chosen: {}.", chosen.join(", ")),
        (false, missing) => {
            format!("Chosen: {}. Still missing: {}.", chosen.join(", "), missing.join(", "))
        }
    };
    if !choice.others.is_empty() {
        words += &format!(" Not needed: {}.", choice.others.join(", "));
    }
    words
}

/// How the reading goes, or how it ended.
fn outcome(props: &OwnCheckpointProps, on_heads: &Callback<u16>) -> Html {
    match &props.own {
        own if own.is_reading() => {
            let progress = own.progress();
            let (done, all) = progress.map_or((0, 0), |it| (it.done_bytes, it.all_bytes));
            html! {
                <div class="row" data-testid="own-model-progress" data-done={done.to_string()}>
                    <Progress label="Your checkpoint" value={done as f64} total={all as f64} shown={reading(own)} />
                    <Button testid="own-model-cancel" onclick={props.on_action.reform(|_| Action::LeaveOwn)}>{ "Cancel" }</Button>
                </div>
            }
        }
        own => own.refusal().map_or_else(Html::default, |it| refused(it, on_heads)),
    }
}

fn reading(own: &Own) -> String {
    match own.progress() {
        Some(progress)
            if progress.memory_bytes > 0 && progress.done_bytes == progress.all_bytes =>
        {
            "Putting the model together".into()
        }
        Some(progress) if progress.memory_bytes > 0 => format!(
            "{}; {} in memory",
            bytes::share_in_words(progress.done_bytes, progress.all_bytes),
            bytes::in_words(progress.memory_bytes)
        ),
        Some(_) => "Checking names, shapes and tokens".into(),
        None => "Loading the reader".into(),
    }
}

fn refused(refusal: &Refusal, on_heads: &Callback<u16>) -> Html {
    html! {
        <Callout tone={Tone::Bad} live=true testid="own-model-refused" title="This checkpoint is not opened">
            <p>{ &refusal.reason }</p>
            if let Some(width) = refusal.shared_width {
                <p>{ "Its config.json says it as n_head: choose that file, too. Or say how many there are:" }</p>
                <div class="row">{ for heads_of(width).into_iter().map(|heads| html! {
                    <Button key={heads} testid={format!("own-model-heads-{heads}")}
                        label={format!("{heads} heads a layer")}
                        onclick={on_heads.reform(move |_| heads)}>{ heads.to_string() }</Button>
                }) }</div>
            }
        </Callout>
    }
}

/// Numbers of heads that share a width evenly, as far as models have them.
fn heads_of(width: u32) -> Vec<u16> {
    (1..=32_u16).filter(|&heads| width.is_multiple_of(heads.into())).collect()
}

/// Properties of [`OwnBar`].
#[derive(Properties, PartialEq)]
pub struct OwnBarProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// What the visitor pressed.
    pub on_action: Callback<Action>,
}

/// What stands in the place of the buttons that train.
#[component]
pub fn OwnBar(props: &OwnBarProps) -> Html {
    html! {
        <div class="own-model-bar" data-testid="own-model-bar">
            <p class="small">{ ONLY_LOOKED_AT }</p>
            if props.state.own.are_heads_assumed() {
                <p class="small">{ "No config.json was among the files: heads are taken to be 64 wide, as in every GPT-2 that OpenAI published. If that is wrong, so is every head shown." }</p>
            }
            <Button testid="own-model-leave" emphasis={Emphasis::Primary}
                onclick={props.on_action.reform(|_| Action::LeaveOwn)}>{ "Back to training" }</Button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::heads_of;

    #[test]
    fn heads_share_the_width_evenly() {
        assert_eq!(heads_of(32), [1, 2, 4, 8, 16, 32]);
        assert_eq!(heads_of(48), [1, 2, 3, 4, 6, 8, 12, 16, 24]);
        assert_eq!(heads_of(7), [1, 7]);
    }
}
