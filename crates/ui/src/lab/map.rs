//! The decision map: the plane as the network sees it, with its points. Hover, tap or the arrow
//! keys read a value; with own points they also draw.

use std::rc::Rc;

use protocol::boundary::{Data, Frame, MAP_SIDE, UNIT_MAP_SIDE};
use viz::network::{Network, UnitId};
use viz::{Theme, colour, format, heat, words};
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::drawing::{Stroke, Tool};
use super::paint::{self, Surface};
use viz::shades;

/// Properties of [`DecisionMap`].
#[derive(Properties, PartialEq)]
pub struct DecisionMapProps {
    /// The network at this step.
    pub frame: Option<Rc<Frame>>,
    /// Its points.
    pub data: Option<Rc<Data>>,
    /// The unit shown instead of the output.
    pub unit: Option<UnitId>,
    /// The network's shape.
    pub network: Rc<Network>,
    /// Colours on screen.
    pub theme: Theme,
    /// Width of the map in CSS pixels; a change paints anew.
    pub width: f64,
    /// What a click draws; `None` while the points are not the visitor's.
    pub tool: Option<Tool>,
    /// Strokes of the pencil.
    pub on_draw: Callback<Stroke>,
}

/// Steps of the keyboard's cursor, in shares of the map's half width.
const CURSOR_STEP: f32 = 0.05;

/// The decision map.
#[component]
pub fn DecisionMap(props: &DecisionMapProps) -> Html {
    let (ground, marks) = (use_node_ref(), use_node_ref());
    let cursor = use_state_eq(|| None::<(f32, f32)>);
    let by_key = use_state_eq(|| false);
    use_paint(props, &ground, &marks, by_key.then_some(*cursor).flatten());
    let extent = props.data.as_ref().map_or(1.5, |data| data.extent);
    let on_point = {
        let (cursor, by_key) = (cursor.clone(), by_key.clone());
        Callback::from(move |event: PointerEvent| {
            by_key.set(false);
            cursor.set(place_of(&event, extent));
        })
    };
    let onclick = {
        let (tool, draw) = (props.tool, props.on_draw.clone());
        Callback::from(move |event: MouseEvent| {
            if let (Some(tool), Some((x, y))) = (tool, place_of(&event, extent)) {
                draw.emit(Stroke::At(tool, x, y));
            }
        })
    };
    let onkeydown = on_key(&cursor, &by_key, extent, props);
    let onleave = {
        let cursor = cursor.clone();
        Callback::from(move |_: PointerEvent| cursor.set(None))
    };
    let what = props.unit.map_or("output".to_owned(), |unit| props.network.name(unit));
    let label = match &props.frame {
        Some(frame) => words::decision_map(&frame.map, MAP_SIDE, frame.test_accuracy),
        None => "The decision map has not been computed yet.".into(),
    };
    let keys = if props.tool.is_some() {
        "Arrow keys move a cursor; Enter draws, A and B add a point of that class, Delete erases."
    } else {
        "Arrow keys move a cursor that reads values."
    };
    html! {
        <div class="lab-map">
            <div class={classes!("lab-plane", props.tool.map(|_| "lab-plane-drawing"))}>
                <canvas ref={ground} aria-hidden="true" />
                <canvas
                    ref={marks}
                    role="application"
                    aria-roledescription="decision map"
                    aria-label={format!("{label} {keys}")}
                    tabindex="0"
                    data-testid="decision-map"
                    onpointermove={on_point.clone()}
                    onpointerdown={on_point}
                    onpointerleave={onleave}
                    {onclick}
                    {onkeydown}
                />
            </div>
            <p class="lab-readout small num" aria-live={if *by_key { "polite" } else { "off" }}>
                { cursor.map_or_else(|| resting(&what), |at| readout(props, at, &what)) }
            </p>
            { legend(props) }
        </div>
    }
}

/// Paints the plane with every frame, and points and cursor only when they change.
#[hook]
fn use_paint(
    props: &DecisionMapProps,
    ground: &NodeRef,
    marks: &NodeRef,
    cursor: Option<(f32, f32)>,
) {
    let (node, network) = (ground.clone(), props.network.clone());
    let key = (props.frame.clone(), props.unit, props.theme, props.width.to_bits());
    use_effect_with(key, move |(frame, unit, theme, _)| {
        let surface = node.cast::<HtmlCanvasElement>().and_then(|it| paint::surface(&it));
        if let (Some(surface), Some(frame)) = (surface, frame) {
            paint_plane(&surface, frame, *unit, &network, *theme);
        }
    });
    let node = marks.clone();
    let key = (props.data.clone(), cursor, props.theme, props.width.to_bits());
    use_effect_with(key, move |(data, cursor, theme, _)| {
        let surface = node.cast::<HtmlCanvasElement>().and_then(|it| paint::surface(&it));
        if let (Some(surface), Some(data)) = (surface, data) {
            surface.points(data, *theme);
            if let Some(at) = cursor {
                surface.cursor(*at, data.extent, *theme);
            }
        }
    });
}

/// The output's plane with the boundary, or a unit's.
pub fn paint_plane(
    surface: &Surface,
    frame: &Frame,
    unit: Option<UnitId>,
    network: &Network,
    theme: Theme,
) {
    let ramp = colour::plane(theme);
    let hidden = unit.and_then(|id| network.hidden_index(id)).and_then(|i| frame.unit_maps.get(i));
    match hidden {
        Some(map) => {
            let shown = shades::signed(map);
            surface.plane(&shown, UNIT_MAP_SIDE, ramp, surface.area());
        }
        None => {
            surface.plane(&frame.map, MAP_SIDE, ramp, surface.area());
            surface.boundary(&frame.map, MAP_SIDE, &paint::ink(theme).css());
        }
    }
}

fn place_of(event: &MouseEvent, extent: f32) -> Option<(f32, f32)> {
    let canvas = event.target_dyn_into::<HtmlCanvasElement>()?;
    let share = |offset: i32, length: i32| offset as f32 / length.max(1) as f32;
    let x = share(event.offset_x(), canvas.client_width()) * 2.0 - 1.0;
    let y = 1.0 - share(event.offset_y(), canvas.client_height()) * 2.0;
    (x.abs() <= 1.0 && y.abs() <= 1.0).then_some((x * extent, y * extent))
}

fn on_key(
    cursor: &UseStateHandle<Option<(f32, f32)>>,
    by_key: &UseStateHandle<bool>,
    extent: f32,
    props: &DecisionMapProps,
) -> Callback<KeyboardEvent> {
    let (cursor, by_key) = (cursor.clone(), by_key.clone());
    let (tool, draw) = (props.tool, props.on_draw.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let (x, y) = cursor.unwrap_or((0.0, 0.0));
        let step = CURSOR_STEP * extent * if event.shift_key() { 0.2 } else { 1.0 };
        let to = |x: f32, y: f32| (x.clamp(-extent, extent), y.clamp(-extent, extent));
        let stroke = |tool| Stroke::At(tool, x, y);
        match (event.key().as_str(), tool) {
            ("ArrowLeft", _) => cursor.set(Some(to(x - step, y))),
            ("ArrowRight", _) => cursor.set(Some(to(x + step, y))),
            ("ArrowUp", _) => cursor.set(Some(to(x, y + step))),
            ("ArrowDown", _) => cursor.set(Some(to(x, y - step))),
            ("Escape", _) => cursor.set(None),
            ("Enter" | " ", Some(tool)) => draw.emit(stroke(tool)),
            ("a" | "A", Some(_)) => draw.emit(stroke(Tool::A)),
            ("b" | "B", Some(_)) => draw.emit(stroke(Tool::B)),
            ("Delete" | "Backspace", Some(_)) => draw.emit(stroke(Tool::Erase)),
            _ => return,
        }
        by_key.set(true);
        event.prevent_default();
    })
}

fn resting(what: &str) -> String {
    format!("Point at the plane to read the value of the {what}.")
}

fn readout(props: &DecisionMapProps, (x, y): (f32, f32), what: &str) -> String {
    let extent = props.data.as_ref().map_or(1.5, |data| data.extent);
    let (values, side) = match (&props.frame, props.unit) {
        (None, _) => return format!("x {}, y {}", number(x), number(y)),
        (Some(frame), unit) => {
            let hidden = unit.and_then(|id| props.network.hidden_index(id));
            match hidden.and_then(|index| frame.unit_maps.get(index)) {
                Some(map) => (map, UNIT_MAP_SIDE),
                None => (&frame.map, MAP_SIDE),
            }
        }
    };
    let Some(value) = heat::value_at(values, side, extent, x, y) else {
        return resting(what);
    };
    let class = match side {
        MAP_SIDE if value >= 0.0 => ", class B",
        MAP_SIDE => ", class A",
        _ => "",
    };
    format!("x {}, y {}: {what} {}{class}", number(x), number(y), number(value))
}

fn number(value: f32) -> String {
    format::fixed(f64::from(value), 2)
}

fn legend(props: &DecisionMapProps) -> Html {
    let hidden = props.unit.and_then(|id| props.network.hidden_index(id));
    let map = hidden.and_then(|index| props.frame.as_ref()?.unit_maps.get(index));
    let (low, high) = match map {
        Some(map) => {
            let size = shades::size(map);
            (format::decimal(-f64::from(size)), format::decimal(f64::from(size)))
        }
        None => ("class A, −1".into(), "1, class B".into()),
    };
    let stops = colour::plane(props.theme).stops(45);
    html! {
        <div class="lab-legend small num">
            <span>{ low }</span>
            <svg class="lab-ramp" viewBox="0 0 90 8" preserveAspectRatio="none" aria-hidden="true">
                { for stops.iter().enumerate().map(|(i, (_, colour))| html! {
                    <rect x={(i * 2).to_string()} width="2.1" height="8" fill={colour.css()} />
                }) }
            </svg>
            <span>{ high }</span>
            <span class="lab-marks">{ marks("train", None) }{ marks("test", Some("lab-mark-test")) }</span>
        </div>
    }
}

/// The two marks of a part of the points, with its name.
fn marks(name: &str, class: Option<&'static str>) -> Html {
    html! {
        <span class="lab-keys">
            <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
                <circle class={classes!("lab-mark-a", class)} cx="6" cy="6" r="4" />
                <path class={classes!("lab-mark-b", class)} d="M21 1l5 5l-5 5l-5-5z" />
            </svg>
            { name }
        </span>
    }
}
