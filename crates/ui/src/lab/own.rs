//! The visitor's own points: a pencil for two classes, an eraser, and a table that can be typed,
//! pasted or dropped.

use viz::format;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::config::own_points;
use super::csv::{self, CsvError};
use super::drawing::{Stroke, Tool};
use super::state::{Action, State};
use crate::components::{Button, Segment};

/// Properties of [`OwnPoints`].
#[derive(Properties, PartialEq)]
pub struct OwnPointsProps {
    /// The run.
    pub state: UseReducerHandle<State>,
}

const TOOLS: [(Tool, &str, &str); 3] =
    [(Tool::A, "a", "Class A"), (Tool::B, "b", "Class B"), (Tool::Erase, "erase", "Erase")];

/// The pencil and the table of points.
#[component]
pub fn OwnPoints(props: &OwnPointsProps) -> Html {
    let state = &props.state;
    let dispatcher = state.dispatcher();
    let draw = Callback::from(move |stroke| dispatcher.dispatch(Action::Draw(stroke)));
    let points = own_points(&state.config).unwrap_or_default();
    let count = |is_b: bool| points.iter().filter(|point| point.is_positive == is_b).count();
    let tool = TOOLS.iter().find(|tool| tool.0 == state.drawing.tool).map_or("", |tool| tool.1);
    let take = draw.reform(|name: String| {
        let tool = TOOLS.iter().find(|tool| tool.1 == name);
        Stroke::Take(tool.map_or(Tool::A, |tool| tool.0))
    });
    let choices: Vec<(AttrValue, AttrValue)> =
        TOOLS.iter().map(|tool| (tool.1.into(), tool.2.into())).collect();
    html! {
        <div class="lab-own stack tight">
            <p class="small">{ "Click or tap the map to draw. By keyboard: focus the map, move with the arrow keys, press A or B." }</p>
            <Segment label="Pencil" testid="pencil" value={tool} {choices} onchange={take} />
            <div class="row">
                <Button class="lab-small" enabled={state.drawing.can_undo()} onclick={draw.reform(|_| Stroke::Undo)}>{ "Undo" }</Button>
                <Button class="lab-small" enabled={!points.is_empty()} onclick={draw.reform(|_| Stroke::Clear)}>{ "Clear" }</Button>
            </div>
            <p class="small num" aria-live="polite">
                { format!("{} of class A, {} of class B", format::count(count(false) as u64), format::count(count(true) as u64)) }
            </p>
            <Paste text={csv::write(points)} on_points={draw.reform(Stroke::Replace)} />
        </div>
    }
}

/// Properties of [`Paste`].
#[derive(Properties, PartialEq)]
struct PasteProps {
    /// The points as text.
    text: String,
    /// Points were read.
    on_points: Callback<Vec<protocol::boundary::Point>>,
}

/// Points as text: nothing is taken over until every line can be read.
#[component]
fn Paste(props: &PasteProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let errors = use_state(Vec::<CsvError>::new);
    let shown = draft.as_ref().unwrap_or(&props.text).clone();
    let read = {
        let (draft, errors, on_points) = (draft.clone(), errors.clone(), props.on_points.clone());
        Callback::from(move |text: String| match csv::parse(&text) {
            Ok(points) => {
                errors.set(Vec::new());
                draft.set(None);
                on_points.emit(points);
            }
            Err(found) => {
                draft.set(Some(text));
                errors.set(found);
            }
        })
    };
    let onclick = {
        let (text, read) = (shown.clone(), read.clone());
        Callback::from(move |_: MouseEvent| read.emit(text.clone()))
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.set(event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()));
        })
    };
    let ondrop = {
        let read = read.clone();
        Callback::from(move |event: DragEvent| {
            let files = event.data_transfer().and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                event.prevent_default();
                load(file, read.clone());
            }
        })
    };
    let onchoose = {
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
                load(file, read.clone());
            }
        })
    };
    html! {
        <details class="lab-paste">
            <summary>{ "Paste a table" }</summary>
            <div class="stack tight">
                <label class="field">
                    { "x, y, label: a line a point, or drop a file here" }
                    <textarea
                        rows="6" class="code" data-testid="csv" spellcheck="false"
                        value={shown}
                        {oninput}
                        aria-invalid={(!errors.is_empty()).then_some("true")}
                        ondragover={Callback::from(|event: DragEvent| event.prevent_default())}
                        {ondrop}
                    />
                </label>
                <div role="alert" class="field-error lab-errors" data-testid="csv-errors">
                    { for errors.iter().map(|error| html! { <p>{ error.to_string() }</p> }) }
                </div>
                <div class="row">
                    <Button class="lab-small" testid="csv-apply" {onclick}>{ "Use these points" }</Button>
                </div>
                <label class="field">{ "Or choose a file" }<input type="file" accept=".csv,.tsv,.txt,text/csv" onchange={onchoose} /></label>
            </div>
        </details>
    }
}

/// Reads a file on this device.
fn load(file: File, read: Callback<String>) {
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        read.emit(text.unwrap_or_default());
    });
}
