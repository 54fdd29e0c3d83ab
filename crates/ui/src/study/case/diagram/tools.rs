//! What can be done to the chosen box, by buttons and fields: everything that a finger on the paper
//! can do.

use study::diagram::{Action, Arrow, Diagram, LONGEST_LABEL, LONGEST_SAYING, Node};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::{Board, Happening, Target};
use crate::components::{Button, Emphasis, SelectField};

/// Id of the field for the name.
pub const NAME: &str = "diagram-name";

/// Steps to each side, with the sign and the word of their button.
const STEPS: [(&str, &str, (i32, i32)); 4] = [
    ("←", "Move left", (-2, 0)),
    ("→", "Move right", (2, 0)),
    ("↑", "Move up", (0, -2)),
    ("↓", "Move down", (0, 2)),
];

/// The tools of the chosen box; a sentence while none is.
pub fn tools(board: &Board, send: &Callback<Happening>) -> Html {
    let diagram = board.history.now();
    let Some(node) = board.chosen.and_then(|id| diagram.node(id)) else {
        return match diagram.boxes.is_empty() {
            true => Html::default(),
            false => html! {
                <p class="small">{ "Choose a box to name it, move it, or draw an arrow from it." }</p>
            },
        };
    };
    let id = node.id;
    let arrows = diagram.arrows.iter().filter(|it| it.from == id);
    html! {
        <div class="panel pad stack tight" role="group" aria-label={format!("Box: {}", node.name())} data-testid="diagram-tools">
            <div class="diagram-fields">
                { name(node, send) }
                { target(node, diagram, send) }
            </div>
            <div class="row">
                if board.arrow_from.is_some() {
                    <Button testid="diagram-leave" onclick={send.reform(|_| Happening::Leave)}>{ "Leave the arrow" }</Button>
                } else {
                    <Button testid="diagram-aim" onclick={send.reform(move |_| Happening::Aim(id))}>{ "Draw an arrow" }</Button>
                }
                { for STEPS.map(|(sign, word, by)| step(node, sign, word, by, send)) }
                <Button emphasis={Emphasis::Quiet} testid="diagram-delete" onclick={send.reform(move |_| Happening::Edit(Action::Delete(id)))}>{ "Delete the box" }</Button>
            </div>
            <ul class="diagram-arrows">{ for arrows.map(|it| arrow(it, diagram, send)) }</ul>
        </div>
    }
}

fn name(node: &Node, send: &Callback<Happening>) -> Html {
    let id = node.id;
    let oninput = send.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Happening::Edit(Action::Rename(id, text))
    });
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | "Escape") && !event.is_composing() {
                event.prevent_default();
                send.emit(Happening::Focus(Target::Box(id)));
            }
        })
    };
    html! {
        <label class="field">
            { "Name of the box" }
            <input id={NAME} type="text" autocomplete="off" maxlength={LONGEST_LABEL.to_string()} value={node.label.clone()}
                placeholder={node.name()} data-testid="diagram-name" {oninput} {onkeydown} />
        </label>
    }
}

/// A list of the boxes that an arrow can still point to.
fn target(node: &Node, diagram: &Diagram, send: &Callback<Happening>) -> Html {
    let from = node.id;
    let others = diagram.boxes.iter().filter(|it| diagram.takes(from, it.id));
    let others = others.map(|it| (it.id.to_string().into(), it.name().into()));
    let options: Vec<(AttrValue, AttrValue)> =
        std::iter::once(("".into(), "Choose a box".into())).chain(others).collect();
    if options.len() == 1 {
        return Html::default();
    }
    let onchange = {
        let send = send.clone();
        Callback::from(move |chosen: String| {
            if let Ok(to) = chosen.parse() {
                send.emit(Happening::Edit(Action::Connect(from, to)));
            }
        })
    };
    // Another list once an arrow is drawn: what was chosen from it is no longer in it.
    let key = format!("{from}-{}", options.len());
    html! { <SelectField {key} label="Arrow to" value="" {options} {onchange} testid="diagram-to" /> }
}

fn step(
    node: &Node,
    sign: &'static str,
    word: &'static str,
    (x, y): (i32, i32),
    send: &Callback<Happening>,
) -> Html {
    let (id, to) = (node.id, (node.x + x, node.y + y));
    let onclick = send.reform(move |_| Happening::Edit(Action::Move(id, to)));
    html! { <Button class="icon-only" label={word} title={word} {onclick}>{ sign }</Button> }
}

/// An arrow of the chosen box: what goes along it, and a button that removes it.
fn arrow(arrow: &Arrow, diagram: &Diagram, send: &Callback<Happening>) -> Html {
    let (from, to) = (arrow.from, arrow.to);
    let name = diagram.called(to);
    let oninput = send.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Happening::Edit(Action::Say(from, to, text))
    });
    let remove = send.reform(move |_| Happening::Edit(Action::Disconnect(from, to)));
    html! {
        <li key={to}>
            <label class="field">
                { format!("Along the arrow to {name}") }
                <input type="text" autocomplete="off" maxlength={LONGEST_SAYING.to_string()} value={arrow.label.clone()}
                    placeholder="nothing" data-testid="diagram-saying" {oninput} />
            </label>
            <Button emphasis={Emphasis::Quiet} label={format!("Remove the arrow to {name}")} onclick={remove}>{ "Remove" }</Button>
        </li>
    }
}
