//! Arrows that are turned by hand: with a pointer, a finger, or as a slider with the arrow keys.

use std::rc::Rc;

use viz::figure::{Drawing, Handle};
use viz::pen::pixels;
use yew::prelude::*;

use super::picture::{element_in, place_in};

/// Degrees by arrow key, with Shift, and by page key.
const STEPS: (f64, f64, f64) = (5.0, 1.0, 45.0);

/// Properties of [`Turn`].
#[derive(Properties, PartialEq)]
pub struct TurnProps {
    /// The drawing with its handles.
    pub drawing: Rc<Drawing>,
    /// Name and angle in degrees.
    pub on_turn: Callback<(String, f64)>,
}

/// A handle on each arrow that can be turned.
#[component]
pub fn Turn(props: &TurnProps) -> Html {
    let (width, height) = props.drawing.scene.size;
    html! {
        <svg class="fig-turns" width={pixels(width)} height={pixels(height)}>
            { for props.drawing.handles.iter().enumerate().map(|(index, handle)| knob(props, index, handle)) }
        </svg>
    }
}

fn knob(props: &TurnProps, index: usize, handle: &Handle) -> Html {
    let degrees = handle.degrees.round();
    let name = if handle.name.is_empty() { "Direction" } else { &handle.name };
    html! {
        <g
            key={index}
            class="fig-turn"
            role="slider"
            tabindex="0"
            aria-label={format!("{name}, angle in degrees")}
            aria-valuemin="-180"
            aria-valuemax="180"
            aria-valuenow={degrees.to_string()}
            aria-valuetext={format!("{degrees} degrees")}
            data-testid="turn"
            onpointerdown={Callback::from(hold)}
            onpointermove={on_move(props, handle)}
            onkeydown={on_key(props, handle)}
        >
            <circle class="fig-turn-reach" cx={pixels(handle.at.0)} cy={pixels(handle.at.1)} r="16" />
            <circle cx={pixels(handle.at.0)} cy={pixels(handle.at.1)} r="8" />
        </g>
    }
}

/// From here on the pointer's moves come to the handle, wherever the pointer is.
fn hold(event: PointerEvent) {
    event.stop_propagation();
    // Yew listens at the page's root: the event's current target is not the handle.
    if let Some(handle) = element_in(&event, "fig-turn") {
        // A pointer that is gone by now cannot be held, and need not be.
        let _ = handle.set_pointer_capture(event.pointer_id());
    }
}

fn on_move(props: &TurnProps, handle: &Handle) -> Callback<PointerEvent> {
    let (drawing, on_turn, handle) = (props.drawing.clone(), props.on_turn.clone(), handle.clone());
    Callback::from(move |event: PointerEvent| {
        event.stop_propagation();
        if event.buttons() == 0 {
            return;
        }
        let degrees = place_in(&event, "fig-stack").and_then(|at| drawing.turned(&handle, at));
        if let Some(degrees) = degrees {
            on_turn.emit((handle.control.clone(), wrapped(degrees.round())));
        }
    })
}

fn on_key(props: &TurnProps, handle: &Handle) -> Callback<KeyboardEvent> {
    let (on_turn, handle) = (props.on_turn.clone(), handle.clone());
    Callback::from(move |event: KeyboardEvent| {
        if let Some(degrees) = turned(handle.degrees.round(), &event.key(), event.shift_key()) {
            event.prevent_default();
            event.stop_propagation();
            on_turn.emit((handle.control.clone(), degrees));
        }
    })
}

/// The angle after a key.
fn turned(degrees: f64, key: &str, is_fine: bool) -> Option<f64> {
    let step = if is_fine { STEPS.1 } else { STEPS.0 };
    let by = match key {
        "ArrowRight" | "ArrowUp" => step,
        "ArrowLeft" | "ArrowDown" => -step,
        "PageUp" => STEPS.2,
        "PageDown" => -STEPS.2,
        "Home" => return Some(-180.0),
        "End" => return Some(180.0),
        _ => return None,
    };
    Some(wrapped(degrees + by))
}

/// The same direction, above −180 and up to 180.
fn wrapped(degrees: f64) -> f64 {
    let turned = degrees.rem_euclid(360.0);
    if turned > 180.0 { turned - 360.0 } else { turned }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_turn_and_wrap() {
        assert_eq!(turned(0.0, "ArrowUp", false), Some(5.0));
        assert_eq!(turned(0.0, "ArrowLeft", true), Some(-1.0));
        assert_eq!(turned(178.0, "ArrowRight", false), Some(-177.0));
        assert_eq!(turned(-160.0, "PageDown", false), Some(155.0));
        assert_eq!(turned(10.0, "Tab", false), None);
        assert_eq!(wrapped(-180.0), 180.0);
    }
}
