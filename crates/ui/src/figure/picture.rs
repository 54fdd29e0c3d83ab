//! A figure on the page: rasters on a canvas, marks as SVG above it, and what is read where somebody
//! points or the arrow keys lead.

use std::rc::Rc;

use figures::{Figure, Panel};
use viz::Theme;
use viz::figure::{Drawing, Frame, lay};
use viz::network::UnitId;
use viz::pen::pixels;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement};
use yew::prelude::*;

use super::act::Act;
use super::sight::use_shown;
use super::turn::Turn;
use super::{Hand, Touch, draw, paint};
use crate::surroundings::use_width;

/// Width that is assumed until the figure is on the page.
const FIRST_WIDTH: f64 = 420.0;

/// Properties of [`Picture`].
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// What is drawn.
    pub panel: Rc<Panel>,
    /// Colours on screen.
    pub theme: Theme,
    /// Whose panel it is and what it shows.
    pub name: AttrValue,
    /// A turned arrow sets a control.
    pub on_turn: Callback<(String, f64)>,
    /// A hand on a plane that can be drawn on.
    pub on_touch: Option<Callback<Touch>>,
    /// A unit of a network was chosen.
    pub on_unit: Option<Callback<UnitId>>,
}

/// The drawing with its reading.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let node = use_node_ref();
    let canvas = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let frame = Frame { width, height: None, theme: props.theme };
    let panel = use_shown(&node, &props.panel);
    // By identity: comparing what is drawn would take as long as laying it out.
    let drawn = (Rc::as_ptr(&panel) as usize, width.to_bits(), props.theme);
    let drawing = use_memo(drawn, |_| lay(&panel.figure, &frame));
    use_rasters(&drawing, &canvas);
    let cursor = use_state_eq(|| None::<(f64, f64)>);
    let spoken = use_state_eq(String::new);
    let reading = cursor.and_then(|at| drawing.read(&panel.figure, &frame, at));
    let read = {
        let (panel, drawing) = (panel.clone(), drawing.clone());
        move |at| drawing.read(&panel.figure, &frame, at).map(|it| it.words).unwrap_or_default()
    };
    let act = Rc::new(Act {
        drawing: drawing.clone(),
        on_touch: props.on_touch.clone(),
        on_unit: props.on_unit.clone(),
    });
    let hands = Hands::new(&cursor, &spoken, &act, read);
    let onclick = {
        let act = act.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(at) = place_in(&event, "fig-stack") {
                act.at(at, Hand::Tool);
            }
        })
    };
    let (width, height) = (pixels(drawing.scene.size.0), pixels(drawing.scene.size.1));
    let is_readable = drawing.is_readable();
    let keys = act.keys();
    html! {
        <div
            ref={node}
            class={classes!("fig-stack", act.class())}
            role={if is_readable { "application" } else { "img" }}
            aria-roledescription={is_readable.then(|| kind(&panel.figure))}
            aria-label={format!("{}{keys}", props.name)}
            tabindex={is_readable.then_some("0")}
            onpointermove={hands.point.clone()}
            onpointerdown={hands.point}
            onpointerleave={hands.leave}
            onblur={hands.blur}
            onkeydown={hands.key}
            {onclick}
        >
            if !drawing.scene.rasters.is_empty() { <canvas ref={canvas} aria-hidden="true" /> }
            <svg aria-hidden="true" {width} {height}>
                <Marks drawing={drawing.clone()} />
                { for reading.iter().map(|it| draw::marks(&it.marks)) }
            </svg>
            if !drawing.handles.is_empty() { <Turn {drawing} on_turn={props.on_turn.clone()} /> }
            <p class="aside-text" data-testid="reading" aria-live="polite">{ &*spoken }</p>
        </div>
    }
}

/// Properties of [`Marks`].
#[derive(Properties)]
struct MarksProps {
    drawing: Rc<Drawing>,
}

/// By identity, for the same reason.
impl PartialEq for MarksProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.drawing, &other.drawing)
    }
}

/// The marks of a drawing; they stay as they are while only a cursor moves above them.
#[component]
fn Marks(props: &MarksProps) -> Html {
    draw::marks(&props.drawing.scene.marks)
}

/// What sort of figure it is, to somebody who does not see it.
fn kind(figure: &Figure) -> &'static str {
    match figure {
        Figure::Lines(_) => "line chart",
        Figure::Plane(_) => "plane",
        Figure::Heat(_) => "matrix",
        Figure::Bars(_) => "bar chart",
        Figure::Tiles(_) => "pictures",
        Figure::Network(_) => "network",
        Figure::Table(_) | Figure::Text(_) => "text",
    }
}

#[hook]
fn use_rasters(drawing: &Rc<Drawing>, canvas: &NodeRef) {
    let node = canvas.clone();
    let drawing = drawing.clone();
    // By identity: comparing the rasters would cost more than painting them.
    use_effect_with(Rc::as_ptr(&drawing) as usize, move |_| {
        if let Some(canvas) = node.cast::<HtmlCanvasElement>() {
            paint::rasters(&canvas, &drawing.scene);
        }
    });
}

/// What pointer and keys do.
struct Hands {
    point: Callback<PointerEvent>,
    leave: Callback<PointerEvent>,
    blur: Callback<FocusEvent>,
    key: Callback<KeyboardEvent>,
}

impl Hands {
    /// `spoken` is what was read when a key led there. It stays while the figure changes below it:
    /// thirty values a second are nothing to listen to.
    fn new(
        cursor: &UseStateHandle<Option<(f64, f64)>>,
        spoken: &UseStateHandle<String>,
        act: &Rc<Act>,
        read: impl Fn((f64, f64)) -> String + 'static,
    ) -> Self {
        let set = || {
            let (cursor, spoken) = (cursor.clone(), spoken.clone());
            move |at: Option<(f64, f64)>, words: String| {
                spoken.set(words);
                cursor.set(at);
            }
        };
        let (pointed, left, blurred, stepped) = (set(), set(), set(), set());
        let (from, act) = (**cursor, act.clone());
        Self {
            point: Callback::from(move |event: PointerEvent| {
                pointed(place_in(&event, "fig-stack"), String::new());
            }),
            // A finger that is lifted leaves too; what it read stays until another place is tapped.
            leave: Callback::from(move |event: PointerEvent| {
                if event.pointer_type() != "touch" {
                    left(None, String::new());
                }
            }),
            blur: Callback::from(move |_| blurred(None, String::new())),
            key: Callback::from(move |event: KeyboardEvent| {
                if event.ctrl_key() || event.meta_key() || event.alt_key() {
                    return;
                }
                if event.key() == "Escape" {
                    stepped(None, String::new());
                } else if let Some(at) = from.filter(|at| act.on_key(*at, &event.key())) {
                    event.prevent_default();
                    stepped(Some(at), String::new());
                } else if let Some(at) = act.drawing.step(from, &event.key()) {
                    event.prevent_default();
                    stepped(Some(at), read(at));
                }
            }),
        }
    }
}

/// The nearest element of that class around the event's target.
pub fn element_in(event: &MouseEvent, class: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(&format!(".{class}")).ok()?
}

/// Where a pointer is in that element, in CSS pixels.
pub fn place_in(event: &MouseEvent, class: &str) -> Option<(f64, f64)> {
    let area = element_in(event, class)?.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - area.left(), f64::from(event.client_y()) - area.top()))
}
