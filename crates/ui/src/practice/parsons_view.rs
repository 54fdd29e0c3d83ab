//! The reference's lines to put in order: by dragging, by buttons, by arrow keys. Each move is said
//! aloud.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{
    attempt::Arrangement,
    parsons::{self, Checked, Edit},
    pieces::Piece,
    session::now,
    state::{Action, Room},
};
use crate::components::{Button, Callout, Emphasis, Segment, Tone};

/// Properties of [`Parsons`].
#[derive(Properties, PartialEq)]
pub struct ParsonsProps {
    /// The room.
    pub room: UseReducerHandle<Room>,
}

/// The offer after failed runs; the lines once it was taken.
#[component]
pub fn Parsons(props: &ParsonsProps) -> Html {
    let room = &props.room;
    if room.is_interview() || room.is_solved() {
        return Html::default();
    }
    let pieces = parsons::of(&room.exercise);
    let open = {
        let dispatcher = room.dispatcher();
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(now(Action::Parsons(Edit::Open)));
        })
    };
    match room.attempt.arrangement.as_ref().filter(|it| parsons::fits(it, &pieces)) {
        Some(arrangement) => {
            html! { <Lines room={room.clone()} arrangement={arrangement.clone()} /> }
        }
        None if room.are_lines_offered() => html! {
            <Callout live=true tone={Tone::Neutral} title="Stuck?" testid="parsons-offer">
                <p>{ "The reference's own lines, shuffled: putting them in order is easier than writing them, and shows how they depend on each other." }</p>
                <div class="row"><Button testid="parsons-open" onclick={open}>{ "Put its lines in order" }</Button></div>
            </Callout>
        },
        None => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct LinesProps {
    room: UseReducerHandle<Room>,
    arrangement: Arrangement,
}

#[component]
fn Lines(props: &LinesProps) -> Html {
    let pieces = use_memo(props.room.exercise.slug.clone(), |_| parsons::of(&props.room.exercise));
    let list = use_node_ref();
    let said = use_state_eq(String::new);
    let checked = use_state_eq(|| None::<Checked>);
    let dragged = use_mut_ref(|| None::<usize>);
    let arrangement = &props.arrangement;
    let edit = {
        let (dispatcher, checked, said) =
            (props.room.dispatcher(), checked.setter(), said.setter());
        let (arrangement, count) = (arrangement.clone(), pieces.len());
        Callback::from(move |edit: Edit| {
            checked.set(None);
            said.set(spoken(&arrangement, &edit, count));
            dispatcher.dispatch(now(Action::Parsons(edit)));
        })
    };
    use_focus_follows(&list, arrangement);
    let check = {
        let (arrangement, pieces, checked) = (arrangement.clone(), pieces.clone(), checked.clone());
        Callback::from(move |_: MouseEvent| {
            checked.set(Some(parsons::check(&arrangement, &pieces)))
        })
    };
    let take = {
        let dispatcher = props.room.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(now(Action::TakeLines)))
    };
    let run = {
        let dispatcher = props.room.dispatcher();
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(now(Action::TakeLines));
            dispatcher.dispatch(now(Action::Run));
        })
    };
    let indentation = if arrangement.is_indentation_chosen { "chosen" } else { "given" };
    let choose = edit.reform(|value: String| Edit::ChooseIndentation(value == "chosen"));
    let shuffle = edit.reform(|_: MouseEvent| Edit::Shuffle);
    let drag = Drag { list: list.clone(), dragged, edit: edit.clone() };
    html! {
        <section class="parsons panel" aria-labelledby="parsons-title" data-testid="parsons">
            <header class="row spread">
                <h2 class="verdict-title" id="parsons-title">{ "Put the reference in order" }</h2>
                <Segment label="Indentation" value={indentation} testid="parsons-indentation"
                    choices={vec![("given".into(), "given".into()), ("chosen".into(), "you choose".into())]} onchange={choose} />
            </header>
            <p class="small pad" id="parsons-how">{ "Drag a line by its handle. With the keyboard: arrow up and down on the handle; left and right indent, where you choose." }</p>
            <ol class="parsons-lines" ref={list} onpointerdown={drag.down(arrangement)} onpointermove={drag.shift(arrangement)}
                onpointerup={drag.up()} onpointercancel={drag.up()}>
                { for (0..pieces.len()).map(|place| line(arrangement, &pieces, place, *checked, &edit)) }
            </ol>
            <div class="row pad">
                <Button emphasis={Emphasis::Primary} testid="parsons-check" onclick={check}>{ "Check the order" }</Button>
                <Button testid="parsons-take" onclick={take} title="Your text is kept">{ "Put it in the editor" }</Button>
                if matches!(*checked, Some(Checked::Elsewhere(_))) {
                    <Button testid="parsons-run" enabled={!props.room.is_busy()} onclick={run} title="Puts it in the editor; your text is kept">{ "Run this order" }</Button>
                }
                <Button emphasis={Emphasis::Quiet} onclick={shuffle}>{ "Shuffle again" }</Button>
            </div>
            <p class="pad parsons-result" role="status" data-testid="parsons-result" data-right={checked.map(|it| (it == Checked::Same).to_string())}>
                { result(*checked) }
            </p>
            <p class="aside-text" role="status" data-testid="parsons-said">{ &*said }</p>
        </section>
    }
}

fn line(
    arrangement: &Arrangement,
    pieces: &[Piece],
    place: usize,
    checked: Option<Checked>,
    edit: &Callback<Edit>,
) -> Html {
    let (count, piece) = (pieces.len(), arrangement.order[place]);
    let level = parsons::level(arrangement, pieces, place);
    let text = pieces[piece].indented(level);
    let is_chosen = arrangement.is_indentation_chosen;
    let is_wrong =
        matches!(checked, Some(Checked::Elsewhere(it) | Checked::Indented(it)) if it == place);
    let indented = if is_chosen { format!(", indented {level}") } else { String::new() };
    let first = pieces[piece].text.lines().next().unwrap_or_default().to_owned();
    let label = format!("Move line {} of {count}{indented}: {first}", place + 1);
    let button = |words: &'static str, name: &str, edit_to: Option<Edit>| {
        let onclick = {
            let (edit, edit_to) = (edit.clone(), edit_to.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(to) = edit_to.clone() {
                    edit.emit(to);
                }
            })
        };
        let label = format!("{name}: {first}");
        html! {
            <button type="button" class="parsons-step" aria-label={label} disabled={edit_to.is_none()} {onclick}>{ words }</button>
        }
    };
    let up = (place > 0).then(|| Edit::Move(place, place - 1));
    let down = (place + 1 < count).then(|| Edit::Move(place, place + 1));
    html! {
        <li key={piece} class={classes!("parsons-line", is_wrong.then_some("wrong"))} data-testid="parsons-line" data-piece={piece.to_string()}>
            <button type="button" class="parsons-grip" aria-label={label} aria-describedby="parsons-how" data-piece={piece.to_string()}
                onkeydown={on_key(place, count, is_chosen, edit)}>{ "⠿" }</button>
            <pre><code>{ text }</code></pre>
            <span class="parsons-steps">
                if is_chosen {
                    { button("←", "Less indentation", (level > 0).then_some(Edit::Indent(place, -1))) }
                    { button("→", "More indentation", Some(Edit::Indent(place, 1))) }
                }
                { button("↑", "Move up", up) }
                { button("↓", "Move down", down) }
            </span>
            if is_wrong { <span class="aside-text">{ "Elsewhere in the reference." }</span> }
        </li>
    }
}

fn on_key(
    place: usize,
    count: usize,
    is_chosen: bool,
    edit: &Callback<Edit>,
) -> Callback<KeyboardEvent> {
    let edit = edit.clone();
    Callback::from(move |event: KeyboardEvent| {
        let wanted = match event.key().as_str() {
            "ArrowUp" => place.checked_sub(1).map(|to| Edit::Move(place, to)),
            "ArrowDown" => Some(place + 1).filter(|to| *to < count).map(|to| Edit::Move(place, to)),
            "Home" => Some(Edit::Move(place, 0)),
            "End" => Some(Edit::Move(place, count - 1)),
            "ArrowLeft" if is_chosen => Some(Edit::Indent(place, -1)),
            "ArrowRight" if is_chosen => Some(Edit::Indent(place, 1)),
            _ => return,
        };
        event.prevent_default();
        if let Some(wanted) = wanted {
            edit.emit(wanted);
        }
    })
}

/// What a screen reader hears of a change.
fn spoken(arrangement: &Arrangement, edit: &Edit, count: usize) -> String {
    match edit {
        Edit::Move(_, to) => format!("Now line {} of {count}.", to + 1),
        Edit::Indent(place, by) => {
            let level = arrangement.levels.get(*place).copied().unwrap_or_default();
            format!("Indented {}.", level.saturating_add_signed(*by))
        }
        Edit::Shuffle => "Shuffled.".into(),
        Edit::Open | Edit::ChooseIndentation(_) => String::new(),
    }
}

fn result(checked: Option<Checked>) -> Html {
    match checked {
        None => Html::default(),
        Some(Checked::Same) => {
            html! { <span class="good">{ "✓ This is the reference. Now write it yourself, from an empty editor." }</span> }
        }
        Some(Checked::Elsewhere(place)) => {
            let before = match place {
                0 => String::new(),
                1 => "Line 1 is in place. ".to_owned(),
                _ => format!("Lines 1 to {place} are in place. "),
            };
            html! { <span>{ format!("{before}The reference has something else as line {}. Lines that do not need each other can come in any order: if yours should work too, run it, and the cases decide.", place + 1) }</span> }
        }
        Some(Checked::Indented(place)) => {
            html! { <span>{ format!("Line {} is right, but belongs to another block: change its indentation.", place + 1) }</span> }
        }
    }
}

/// Moving an element takes the focus off it in some browsers: it is given back.
#[hook]
fn use_focus_follows(list: &NodeRef, arrangement: &Arrangement) {
    let focused = use_mut_ref(|| None::<String>);
    // Before the change is drawn: which handle has the focus.
    *focused.borrow_mut() = focused_piece();
    let list = list.clone();
    use_effect_with(arrangement.order.clone(), move |_| {
        let Some(piece) = focused.borrow_mut().take() else { return };
        let selector = format!(".parsons-grip[data-piece='{piece}']");
        let grip = list
            .cast::<Element>()
            .and_then(|list| list.query_selector(&selector).ok().flatten())
            .and_then(|grip| grip.dyn_into::<HtmlElement>().ok());
        if let Some(grip) = grip {
            // A handle that cannot take the focus leaves it where it is.
            let _ = grip.focus();
        }
    });
}

fn focused_piece() -> Option<String> {
    let active = gloo::utils::document().active_element()?;
    let is_grip = active.class_name() == "parsons-grip";
    is_grip.then(|| active.get_attribute("data-piece"))?
}

/// Dragging with a finger, a pen or a mouse. The list has the pointer, because it stays where it is
/// while its lines move.
#[derive(Clone)]
struct Drag {
    list: NodeRef,
    dragged: std::rc::Rc<std::cell::RefCell<Option<usize>>>,
    edit: Callback<Edit>,
}

impl Drag {
    fn down(&self, arrangement: &Arrangement) -> Callback<PointerEvent> {
        let (drag, order) = (self.clone(), arrangement.order.clone());
        Callback::from(move |event: PointerEvent| {
            let target = event.target_dyn_into::<Element>();
            let grip = target.and_then(|it| it.closest(".parsons-grip").ok().flatten());
            let piece = grip.and_then(|grip| grip.get_attribute("data-piece")?.parse().ok());
            let known = piece.filter(|piece| order.contains(piece));
            *drag.dragged.borrow_mut() = known;
            if let (Some(_), Some(list)) = (known, drag.list.cast::<Element>()) {
                // Without capture the drag ends at the list's edge; the buttons still work.
                let _ = list.set_pointer_capture(event.pointer_id());
            }
        })
    }

    fn shift(&self, arrangement: &Arrangement) -> Callback<PointerEvent> {
        let (drag, order) = (self.clone(), arrangement.order.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(piece) = *drag.dragged.borrow() else { return };
            let Some(from) = order.iter().position(|it| *it == piece) else { return };
            let to = drag.place_at(f64::from(event.client_y()), from);
            if to != from {
                drag.edit.emit(Edit::Move(from, to));
            }
        })
    }

    fn up(&self) -> Callback<PointerEvent> {
        let dragged = self.dragged.clone();
        Callback::from(move |_: PointerEvent| *dragged.borrow_mut() = None)
    }

    /// Where the line belongs while the pointer is at this height: after those whose middle is above.
    fn place_at(&self, y: f64, from: usize) -> usize {
        let Some(list) = self.list.cast::<Element>() else { return from };
        let lines = list.children();
        let middle = |place: u32| {
            let bounds = lines.item(place)?.get_bounding_client_rect();
            Some(bounds.top() + bounds.height() / 2.0)
        };
        let others = (0..lines.length()).filter(|place| *place as usize != from);
        others.filter(|place| middle(*place).is_some_and(|middle| middle < y)).count()
    }
}
