//! The network as a drawing: each unit with its own map, each weight as a line. Hovering, focusing
//! or tapping a unit shows its map large.

use std::rc::Rc;

use protocol::boundary::{Frame, MAP_SIDE, UNIT_MAP_SIDE};
use viz::network::{Network, Unit, UnitId, edge_width};
use viz::{Theme, colour, format, words};
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use super::paint::{self, Surface};
use super::shades;

/// Size of the drawing in its own coordinates.
pub const SIZE: (f64, f64) = (340.0, 340.0);

/// Properties of [`Diagram`].
#[derive(Properties, PartialEq)]
pub struct DiagramProps {
    /// The network at this step.
    pub frame: Option<Rc<Frame>>,
    /// Its layout.
    pub network: Rc<Network>,
    /// The unit shown large.
    pub unit: Option<UnitId>,
    /// Colours on screen.
    pub theme: Theme,
    /// Width in CSS pixels; a change paints anew.
    pub width: f64,
    /// A unit was pointed at, or none any more.
    pub on_look: Callback<Option<UnitId>>,
}

/// The network's drawing.
#[component]
pub fn Diagram(props: &DiagramProps) -> Html {
    let canvas = use_node_ref();
    let pinned = use_state_eq(|| None::<UnitId>);
    use_paint(props, &canvas);
    {
        // Another network has other units: nothing stays pinned.
        let pinned = pinned.clone();
        use_effect_with(props.network.sizes.clone(), move |_| pinned.set(None));
    }
    let weights = props.frame.as_ref().map(|frame| frame.weights.as_slice()).unwrap_or_default();
    let focus = props.unit.unwrap_or((props.network.sizes.len() - 1, 0));
    html! {
        <div class="lab-diagram">
            <div class="lab-diagram-drawing">
                <canvas ref={canvas} aria-hidden="true" />
                <svg viewBox={format!("0 0 {} {}", SIZE.0, SIZE.1)} role="group" aria-label={words::network(&props.network, weights)}>
                    { for props.network.units.iter().map(|unit| html! {
                        <UnitSpot
                            key={format!("{:?}", unit.id)}
                            unit={unit.clone()}
                            network={props.network.clone()}
                            is_shown={props.unit == Some(unit.id)}
                            is_tab_stop={focus == unit.id}
                            pinned={*pinned}
                            on_pin={{ let pinned = pinned.clone(); Callback::from(move |id| pinned.set(id)) }}
                            on_look={props.on_look.clone()}
                        />
                    }) }
                </svg>
            </div>
            <p class="lab-readout small num">{ caption(props) }</p>
        </div>
    }
}

#[hook]
fn use_paint(props: &DiagramProps, canvas: &NodeRef) {
    let (node, network) = (canvas.clone(), props.network.clone());
    let key = (props.frame.clone(), network.sizes.clone(), props.theme, props.width.to_bits());
    use_effect_with(key, move |(frame, _, theme, _)| {
        let surface = node.cast::<HtmlCanvasElement>().and_then(|it| paint::surface(&it));
        if let Some(surface) = surface {
            surface.scale_to(SIZE.0);
            draw(&surface, &network, frame.as_deref(), *theme);
        }
    });
}

fn draw(surface: &Surface, network: &Network, frame: Option<&Frame>, theme: Theme) {
    let weights = frame.map(|frame| frame.weights.as_slice()).unwrap_or_default();
    let is_of_this_shape = weights.len() == network.weights();
    let inks = [-1.0, 1.0].map(|sign| colour::diverging(theme).signed(sign).css());
    surface.opacity(0.8);
    for edge in &network.edges {
        let weight = if is_of_this_shape { weights[edge.weight] } else { 0.0 };
        let ink = &inks[usize::from(weight >= 0.0)];
        surface.link(edge.start, edge.end, ink, edge_width(weight));
    }
    surface.opacity(1.0);
    let (paper, line) = (paint::paper(theme).css(), paint::ink(theme).css());
    for unit in &network.units {
        let side = network.unit;
        surface.square((unit.x, unit.y), side, &paper, &line);
        let Some(frame) = frame.filter(|_| is_of_this_shape) else { continue };
        let area = (unit.x - side / 2.0 + 0.5, unit.y - side / 2.0 + 0.5, side - 1.0, side - 1.0);
        let ramp = colour::plane(theme);
        match network.hidden_index(unit.id) {
            Some(index) => {
                let map = frame.unit_maps.get(index).map(|map| shades::signed(map));
                surface.plane(&map.unwrap_or_default(), UNIT_MAP_SIDE, ramp, area);
            }
            None if unit.id.0 > 0 => surface.plane(&frame.map, MAP_SIDE, ramp, area),
            None => {}
        }
    }
}

/// What is known about the unit in view: its incoming weights.
fn caption(props: &DiagramProps) -> String {
    let weights = props.frame.as_ref().map(|frame| frame.weights.as_slice()).unwrap_or_default();
    let Some(id) = props.unit.filter(|id| id.0 > 0) else {
        return "Line width is a weight's size, colour its sign. Point at a unit.".into();
    };
    let incoming = props.network.incoming(id, weights);
    let name = |from: UnitId| match from {
        (0, 0) => "x".to_owned(),
        (0, _) => "y".to_owned(),
        (_, index) => format!("unit {}", index + 1),
    };
    let parts: Vec<String> = incoming
        .iter()
        .map(|(from, weight)| format!("{} {}", name(*from), format::fixed(f64::from(*weight), 2)))
        .collect();
    let what = props.network.name(id);
    format!("{}{}: weights {}", what[..1].to_ascii_uppercase(), &what[1..], parts.join(", "))
}

/// Properties of [`UnitSpot`].
#[derive(Properties, PartialEq)]
struct UnitSpotProps {
    unit: Unit,
    network: Rc<Network>,
    is_shown: bool,
    is_tab_stop: bool,
    pinned: Option<UnitId>,
    on_pin: Callback<Option<UnitId>>,
    on_look: Callback<Option<UnitId>>,
}

/// A unit's invisible button above the canvas; inputs only carry their letter.
#[component]
fn UnitSpot(props: &UnitSpotProps) -> Html {
    let Unit { id, x, y } = props.unit;
    let side = props.network.unit;
    if id.0 == 0 {
        let letter = if id.1 == 0 { "x" } else { "y" };
        return html! {
            <text class="lab-input" x={x.to_string()} y={(y + 4.0).to_string()} text-anchor="middle">{ letter }</text>
        };
    }
    let look = |shown: Option<UnitId>| {
        let on_look = props.on_look.clone();
        move || on_look.emit(shown)
    };
    let (enter, leave, focused) = (look(Some(id)), look(props.pinned), look(Some(id)));
    let onclick = {
        let (on_pin, on_look) = (props.on_pin.clone(), props.on_look.clone());
        let next = (props.pinned != Some(id)).then_some(id);
        Callback::from(move |_: MouseEvent| {
            on_pin.emit(next);
            on_look.emit(next);
        })
    };
    let press = onclick.clone();
    let onkeydown = {
        let network = props.network.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" | " " => {
                event.prevent_default();
                if let Ok(click) = MouseEvent::new("click") {
                    press.emit(click);
                }
            }
            key => {
                if let Some(next) = neighbour(&network, id, key) {
                    event.prevent_default();
                    focus(&event, &network, next);
                }
            }
        })
    };
    let half = side / 2.0 + 3.0;
    html! {
        <rect
            class={classes!("lab-unit", props.is_shown.then_some("lab-unit-shown"))}
            x={(x - half).to_string()} y={(y - half).to_string()}
            width={(2.0 * half).to_string()} height={(2.0 * half).to_string()} rx="4"
            role="button"
            tabindex={if props.is_tab_stop { "0" } else { "-1" }}
            aria-label={format!("{}: show its map", props.network.name(id))}
            aria-pressed={if props.pinned == Some(id) { "true" } else { "false" }}
            onpointerenter={Callback::from(move |_: PointerEvent| enter())}
            onpointerleave={Callback::from(move |_: PointerEvent| leave())}
            onfocus={Callback::from(move |_: FocusEvent| focused())}
            {onclick}
            {onkeydown}
        />
    }
}

/// The unit that an arrow key leads to: up and down in the layer, left and right between layers.
fn neighbour(network: &Network, (layer, index): UnitId, key: &str) -> Option<UnitId> {
    let in_layer = |layer: usize| (layer, index.min(network.sizes[layer] - 1));
    match key {
        "ArrowUp" if index > 0 => Some((layer, index - 1)),
        "ArrowDown" if index + 1 < network.sizes[layer] => Some((layer, index + 1)),
        "ArrowLeft" if layer > 1 => Some(in_layer(layer - 1)),
        "ArrowRight" if layer + 1 < network.sizes.len() => Some(in_layer(layer + 1)),
        _ => None,
    }
}

/// Moves the focus to a unit's button; buttons stand in the order of the units.
fn focus(event: &KeyboardEvent, network: &Network, id: UnitId) {
    let place = network.units.iter().position(|unit| unit.id == id);
    let target = event.target_dyn_into::<web_sys::Element>();
    let sibling = target
        .and_then(|it| it.parent_element())
        .zip(place)
        .and_then(|(all, place)| all.children().item(u32::try_from(place).ok()?));
    if let Some(sibling) = sibling {
        // SVG elements have the same `focus` as HTML ones.
        let _ = sibling.unchecked_ref::<HtmlElement>().focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use viz::network::network;

    #[test]
    fn arrows_walk_through_the_network() {
        let net = network(&[3, 2], SIZE);
        assert_eq!(neighbour(&net, (1, 2), "ArrowRight"), Some((2, 1)));
        assert_eq!(neighbour(&net, (2, 0), "ArrowLeft"), Some((1, 0)));
        assert_eq!(neighbour(&net, (1, 0), "ArrowLeft"), None);
        assert_eq!(neighbour(&net, (1, 2), "ArrowDown"), None);
        assert_eq!(neighbour(&net, (3, 0), "ArrowRight"), None);
        assert_eq!(neighbour(&net, (1, 0), "x"), None);
    }
}
