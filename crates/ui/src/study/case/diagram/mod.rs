//! A diagram on a case's page: boxes and arrows, drawn by finger, mouse or keyboard, kept with the
//! case's words, taken along as a picture.

mod canvas;
mod state;
mod tools;

use std::{collections::VecDeque, rc::Rc};

use study::diagram::{Action, parse, said, table, to_svg};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};
use yew::prelude::*;

use super::super::words::{self, Own};
use crate::{
    components::{AsTable, Button, Emphasis},
    save,
};
use state::{Board, Happening, Target};

/// Name of the field that the diagram is kept in.
const FIELD: &str = "diagram";
/// Id of the button that adds a box.
const ADD: &str = "diagram-add";

/// Properties of [`DiagramEditor`].
#[derive(Properties, PartialEq)]
pub struct DiagramEditorProps {
    /// Part of the case's address: the picture's file is called after it.
    pub slug: AttrValue,
    /// The case's title, for the picture.
    pub title: AttrValue,
    /// What the visitor has typed and drawn on this page.
    pub own: UseReducerHandle<Own>,
}

/// The diagram and its tools.
#[component]
pub fn DiagramEditor(props: &DiagramEditorProps) -> Html {
    let board = use_reducer_eq(Board::default);
    use_kept(&board, &props.own);
    use_focus(board.focus);
    let dispatcher = board.dispatcher();
    let send = Callback::from(move |it| dispatcher.dispatch(it));
    let diagram = board.history.now();
    let rows = {
        let rows = table(diagram);
        Callback::from(move |()| {
            rows.iter().map(|row| row.clone().map(AttrValue::from).to_vec()).collect()
        })
    };
    html! {
        <div class="stack tight diagram-editor" onkeydown={shortcuts(&send)} data-testid="diagram" data-boxes={diagram.boxes.len().to_string()}>
            { bar(&board, props, &send) }
            if diagram.boxes.is_empty() { { beginning(&send, props.own.is_read) } }
            { canvas::paper(&board) }
            <p class="small diagram-said" role="status" data-testid="diagram-said">{ &board.said }</p>
            { tools::tools(&board, &send) }
            <p class="small" id="diagram-keys">
                { "Keys on a box: arrow keys move it, Enter names it, A draws an arrow, Delete removes it, Ctrl+Z takes back." }
            </p>
            if !diagram.boxes.is_empty() {
                <p class="aside-text" data-testid="diagram-words">{ said(diagram) }</p>
                <AsTable caption="The diagram: what points where" columns={["from", "what goes along", "to"].map(AttrValue::from).to_vec()} {rows} />
            }
        </div>
    }
}

/// What an empty paper offers.
fn beginning(send: &Callback<Happening>, is_read: bool) -> Html {
    html! {
        <div class="row">
            <p>{ "Draw what talks to what: one box a part, one arrow for what goes between two." }</p>
            <Button testid="diagram-start" enabled={is_read} onclick={send.reform(|_| Happening::Edit(Action::Start))}>{ "Start from the usual parts" }</Button>
        </div>
    }
}

fn bar(board: &Board, props: &DiagramEditorProps, send: &Callback<Happening>) -> Html {
    let is_drawn = !board.history.now().boxes.is_empty();
    let press = |it: Happening| send.reform(move |_: MouseEvent| it.clone());
    let picture = Rc::new((board.history.now().clone(), props.title.clone(), props.slug.clone()));
    let save = |kind: &'static str| {
        let picture = Rc::clone(&picture);
        Callback::from(move |_: MouseEvent| {
            let (diagram, title, slug) = &*picture;
            let (svg, name) = (to_svg(diagram, title), format!("{slug}-diagram.{kind}"));
            match kind {
                "svg" => save::save_text(&name, "image/svg+xml", &svg),
                _ => save::save_svg_as_png(name, &svg),
            }
        })
    };
    html! {
        <div class="row diagram-bar">
            <button type="button" id={ADD} class="button" disabled={!props.own.is_read} data-testid="diagram-add" onclick={press(Happening::Add)}>{ "Add a box" }</button>
            <Button testid="diagram-undo" enabled={board.history.can_undo()} onclick={press(Happening::Undo)}>{ "Undo" }</Button>
            <Button testid="diagram-redo" enabled={board.history.can_redo()} onclick={press(Happening::Redo)}>{ "Redo" }</Button>
            if is_drawn {
                <Button emphasis={Emphasis::Quiet} testid="diagram-svg" onclick={save("svg")}>{ "Save as SVG" }</Button>
                <Button emphasis={Emphasis::Quiet} testid="diagram-png" onclick={save("png")}>{ "Save as PNG" }</Button>
                <Button emphasis={Emphasis::Quiet} testid="diagram-clear" onclick={press(Happening::Edit(Action::Clear))}>{ "Clear" }</Button>
            }
        </div>
    }
}

/// Ctrl+Z and its like, except in a field, which has its own.
fn shortcuts(send: &Callback<Happening>) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let is_field =
            target.is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "SELECT"));
        if is_field || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        let happening = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Happening::Undo,
            ("z", true) | ("y", false) => Happening::Redo,
            _ => return,
        };
        event.prevent_default();
        send.emit(happening);
    })
}

/// What this editor and the page's words have told each other.
#[derive(Default)]
struct Told {
    /// The latest text, from either.
    latest: String,
    /// Texts that were written and have not come back yet: letters are typed faster than that.
    on_their_way: VecDeque<String>,
}

impl Told {
    /// Whether a text comes from elsewhere: from the device or another tab.
    fn is_news(&mut self, text: &str) -> bool {
        if let Some(place) = self.on_their_way.iter().position(|it| it == text) {
            self.on_their_way.drain(..=place);
            return false;
        }
        text != self.latest
    }
}

/// The diagram is read from the page's words and written there as it changes.
#[hook]
fn use_kept(board: &UseReducerHandle<Board>, own: &UseReducerHandle<Own>) {
    let told = use_mut_ref(Told::default);
    {
        let (board, told) = (board.dispatcher(), Rc::clone(&told));
        use_effect_with(own.words.text(FIELD).to_owned(), move |text| {
            let is_news = told.borrow_mut().is_news(text);
            if is_news {
                told.borrow_mut().latest.clone_from(text);
                board.dispatch(Happening::Read(parse(text)));
            }
        });
    }
    let (board, own) = (board.clone(), own.dispatcher());
    use_effect_with(board.edits, move |edits| {
        let diagram = board.history.now();
        let text = if diagram.boxes.is_empty() { String::new() } else { diagram.print() };
        let mut told = told.borrow_mut();
        if *edits > 0 && text != told.latest {
            told.latest.clone_from(&text);
            told.on_their_way.push_back(text.clone());
            own.dispatch(words::Action::Write(FIELD.into(), text));
        }
    });
}

#[hook]
fn use_focus(focus: Option<(Target, u32)>) {
    use_effect_with(focus, |focus| {
        let Some((target, _)) = focus else { return };
        let id = match target {
            Target::Box(id) => canvas::element_id(*id),
            Target::Name => tools::NAME.to_owned(),
            Target::Add => ADD.to_owned(),
        };
        let element = gloo::utils::document().get_element_by_id(&id);
        // What cannot take the focus is still in sight.
        if let Some(element) = element.as_ref().and_then(|it| it.dyn_ref::<SvgElement>()) {
            let _ = element.focus();
        } else if let Some(element) = element.as_ref().and_then(|it| it.dyn_ref::<HtmlElement>()) {
            let _ = element.focus();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::Told;

    #[test]
    fn what_comes_back_late_is_no_news() {
        let mut told = Told::default();
        for text in ["M", "Mi", "Mic"] {
            told.latest = text.into();
            told.on_their_way.push_back(text.into());
        }
        // The second was skipped; the third has not come back.
        assert!(!told.is_news("M"));
        assert!(!told.is_news("Mic"));
        assert!(told.on_their_way.is_empty());
        assert!(!told.is_news("Mic"));
        assert!(told.is_news("from another tab"));
    }
}
