//! The paper: boxes that are dragged, tapped and reached by keyboard, and the arrows between them.

use study::diagram::{Action, Arrow, Diagram, LINE, MARGIN, Node, STEP, WIDTH, route};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::state::{Board, Happening, Target};

/// Room that is left for another box, in pixels.
const ROOM: i32 = 3 * STEP;
/// Height of an empty paper, in pixels.
const LEAST: i32 = 12 * STEP;

/// Id of a box's element.
pub fn element_id(id: u32) -> String {
    format!("diagram-box-{id}")
}

/// The paper.
pub fn paper(board: &UseReducerHandle<Board>) -> Html {
    let diagram = board.shown();
    let (width, height) = diagram.size();
    let (width, height) = (width + ROOM, (height + ROOM).max(LEAST));
    let is_aiming = board.arrow_from.is_some();
    let dispatcher = board.dispatcher();
    let send = Callback::from(move |it| dispatcher.dispatch(it));
    let lines = diagram.arrows.iter().filter_map(|it| line(&diagram, it, &send));
    let sayings = diagram.arrows.iter().filter_map(|it| saying(&diagram, it));
    html! {
        <div class="diagram-frame" role="application" aria-label="The paper" aria-describedby="diagram-keys">
            <svg class={classes!("diagram", is_aiming.then_some("diagram-aiming"))} data-testid="diagram-paper"
                width={width.to_string()} height={height.to_string()}
                ondblclick={on_paper(&send, true)} onclick={on_paper(&send, false)}
                onpointermove={moved(board, &send)} onpointerup={let_go(&send, true)} onpointercancel={let_go(&send, false)}>
                <g aria-hidden="true">{ for lines }</g>
                { for diagram.boxes.iter().map(|it| node(it, board, &diagram, &send)) }
                <g class="diagram-sayings" aria-hidden="true">{ for sayings }</g>
            </svg>
        </div>
    }
}

fn line(diagram: &Diagram, arrow: &Arrow, send: &Callback<Happening>) -> Option<Html> {
    let way = route(diagram, arrow)?;
    let ((x1, y1), (x2, y2)) = (way.from, way.neck);
    let path = format!("M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}");
    let corners = way.head.map(|(x, y)| format!("{x:.1},{y:.1}")).join(" ");
    let from = arrow.from;
    let onclick = send.reform(move |event: MouseEvent| {
        event.stop_propagation();
        Happening::Focus(Target::Box(from))
    });
    Some(html! {
        <g key={format!("{}-{}", arrow.from, arrow.to)} class="diagram-arrow" {onclick}>
            <path class="diagram-reach" d={path.clone()} />
            <path d={path} />
            <polygon points={corners} />
        </g>
    })
}

fn saying(diagram: &Diagram, arrow: &Arrow) -> Option<Html> {
    let said = arrow.label.trim();
    let (x, y) = route(diagram, arrow).filter(|_| !said.is_empty())?.middle;
    let key = format!("{}-{}", arrow.from, arrow.to);
    Some(
        html! { <text {key} x={format!("{x:.1}")} y={format!("{:.1}", y + 5.0)}>{ said.to_owned() }</text> },
    )
}

fn node(node: &Node, board: &Board, diagram: &Diagram, send: &Callback<Happening>) -> Html {
    let (x, y, width, height) = node.area();
    let id = node.id;
    let is_chosen = board.chosen == Some(id);
    let class = classes!(
        "diagram-box",
        is_chosen.then_some("diagram-chosen"),
        (board.arrow_from == Some(id)).then_some("diagram-from"),
        board.drag.is_some_and(|it| it.id == id).then_some("diagram-held"),
    );
    html! {
        <g key={id} id={element_id(id)} {class} role="button" tabindex="0" data-testid="diagram-box" data-box={id.to_string()}
            aria-label={label(node, diagram)} aria-pressed={if is_chosen { "true" } else { "false" }}
            onfocus={send.reform(move |_| Happening::Reach(id))}
            onpointerdown={grabbed(id, board.arrow_from.is_some(), send)} onkeydown={keyed(node, board, send)}>
            <rect x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} rx="6" />
            { for node.lines().into_iter().map(|(line, (x, y))| html! {
                <text x={x.to_string()} y={y.to_string()} aria-hidden="true">{ line }</text>
            }) }
        </g>
    }
}

/// The box's name and where its arrows go.
fn label(node: &Node, diagram: &Diagram) -> String {
    let to: Vec<String> = diagram
        .arrows
        .iter()
        .filter(|it| it.from == node.id)
        .map(|it| diagram.called(it.to))
        .collect();
    match to.is_empty() {
        true => node.name(),
        false => format!("{}, points to {}", node.name(), to.join(", ")),
    }
}

fn grabbed(id: u32, is_aiming: bool, send: &Callback<Happening>) -> Callback<PointerEvent> {
    let send = send.clone();
    Callback::from(move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if is_aiming {
            // Else the browser's own focus would choose the box that the arrow points to.
            event.prevent_default();
        }
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(node) = target.and_then(|it| it.closest(".diagram-box").ok().flatten()) {
            // Without capture the box stops where the pointer leaves it.
            let _ = node.set_pointer_capture(event.pointer_id());
        }
        send.emit(Happening::Grab(id, (event.client_x(), event.client_y())));
    })
}

fn moved(board: &Board, send: &Callback<Happening>) -> Callback<PointerEvent> {
    let send = board.drag.is_some().then(|| send.clone());
    Callback::from(move |event: PointerEvent| {
        if let Some(send) = &send {
            send.emit(Happening::Drag((event.client_x(), event.client_y())));
        }
    })
}

fn let_go(send: &Callback<Happening>, is_meant: bool) -> Callback<PointerEvent> {
    send.reform(move |_| Happening::Drop(is_meant))
}

/// A tap on the paper lets go of what was chosen; two add a box there.
fn on_paper(send: &Callback<Happening>, is_double: bool) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
            return;
        };
        // Only the bare paper: a box and an arrow have their own answer.
        if target.tag_name() != "svg" {
            return;
        }
        if !is_double {
            send.emit(Happening::Leave);
            return;
        }
        let area = target.get_bounding_client_rect();
        let place = |at: i32, start: f64, half: i32| {
            let from_edge = f64::from(at) - start - f64::from(MARGIN + half);
            (from_edge / f64::from(STEP)).round() as i32
        };
        let x = place(event.client_x(), area.left(), WIDTH / 2);
        let y = place(event.client_y(), area.top(), LINE);
        send.emit(Happening::Edit(Action::Add((x, y))));
    })
}

/// Keys of a box: arrow keys move it, or choose where an arrow points.
fn keyed(node: &Node, board: &Board, send: &Callback<Happening>) -> Callback<KeyboardEvent> {
    let (id, at, is_aiming) = (node.id, (node.x, node.y), board.arrow_from.is_some());
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let step = match event.key().as_str() {
            "ArrowLeft" => Some((-1, 0)),
            "ArrowRight" => Some((1, 0)),
            "ArrowUp" => Some((0, -1)),
            "ArrowDown" => Some((0, 1)),
            _ => None,
        };
        let happening = match (event.key().as_str(), step) {
            (_, Some((x, y))) if is_aiming => Happening::AimOn(id, x + y),
            (_, Some((x, y))) => {
                let to = (at.0 + x as i32, at.1 + y as i32);
                Happening::Edit(Action::Move(id, to))
            }
            ("Enter" | " ", _) if is_aiming => Happening::Hit(id),
            ("Enter" | " ", _) => Happening::Focus(Target::Name),
            ("a" | "A", _) => Happening::Aim(id),
            ("Delete" | "Backspace", _) => Happening::Edit(Action::Delete(id)),
            ("Escape", _) if is_aiming => Happening::Leave,
            _ => return,
        };
        event.prevent_default();
        send.emit(happening);
    })
}
