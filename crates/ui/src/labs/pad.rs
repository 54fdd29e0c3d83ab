//! A square of pixels to draw on, with pointer or keys: a hexadecimal digit a pixel.

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::components::Button;

/// Properties of [`Pad`].
#[derive(Properties, PartialEq)]
pub struct PadProps {
    /// What it is for.
    pub label: AttrValue,
    /// Stable name for tests.
    pub testid: AttrValue,
    /// Pixels along a side.
    pub side: usize,
    /// Row by row, a hexadecimal digit each.
    pub value: String,
    /// Called with each new drawing.
    pub onchange: Callback<String>,
}

/// What is added where the pen is, and beside it.
const INK: (u8, u8) = (15, 5);

/// A square of pixels to draw on.
#[component]
pub fn Pad(props: &PadProps) -> Html {
    let cursor = use_state_eq(|| (0usize, 0usize));
    let is_focused = use_state_eq(|| false);
    let side = props.side;
    let draw = {
        let (value, onchange) = (props.value.clone(), props.onchange.clone());
        Callback::from(move |(column, row): (usize, usize)| {
            let next = inked(&value, side, column, row);
            if next != value {
                onchange.emit(next);
            }
        })
    };
    let on_pointer = {
        let draw = draw.clone();
        Callback::from(move |event: PointerEvent| {
            let pressed = event.buttons() & 1 == 1;
            if let Some(place) = pressed.then(|| place(&event, side)).flatten() {
                event.prevent_default();
                draw.emit(place);
            }
        })
    };
    let onkeydown = {
        let (cursor, draw) = (cursor.clone(), draw.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (column, row) = *cursor;
            let last = side - 1;
            match event.key().as_str() {
                "ArrowLeft" => cursor.set((column.saturating_sub(1), row)),
                "ArrowRight" => cursor.set(((column + 1).min(last), row)),
                "ArrowUp" => cursor.set((column, row.saturating_sub(1))),
                "ArrowDown" => cursor.set((column, (row + 1).min(last))),
                " " | "Enter" => draw.emit((column, row)),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let focus = |now: bool| {
        let is_focused = is_focused.clone();
        Callback::from(move |_: FocusEvent| is_focused.set(now))
    };
    let clear = props.onchange.reform(move |_: MouseEvent| "0".repeat(side * side));
    let cells = props.value.chars().enumerate().map(|(index, digit)| {
        let ink = f64::from(digit.to_digit(16).unwrap_or(0)) / 15.0;
        html! {
            <rect x={(index % side).to_string()} y={(index / side).to_string()} width="1.02" height="1.02" fill-opacity={format!("{ink:.2}")} />
        }
    });
    let words = format!(
        "{}: {side} by {side} pixels. Draw with the pointer, or move with the arrow keys and press space.",
        props.label
    );
    html! {
        <div class="field">
            <span class="field-head">{ &props.label }</span>
            <svg class="labs-pad" viewBox={format!("0 0 {side} {side}")} role="application" tabindex="0"
                aria-label={words} data-testid={props.testid.clone()}
                onpointerdown={on_pointer.clone()} onpointermove={on_pointer} {onkeydown}
                onfocus={focus(true)} onblur={focus(false)}>
                { for cells }
                if *is_focused {
                    <rect class="labs-pad-cursor" x={cursor.0.to_string()} y={cursor.1.to_string()} width="1" height="1" />
                }
            </svg>
            <div class="row"><Button class="lab-small" onclick={clear}>{ "Clear" }</Button></div>
        </div>
    }
}

fn place(event: &PointerEvent, side: usize) -> Option<(usize, usize)> {
    let target: Element = wasm_bindgen::JsCast::dyn_into(event.current_target()?).ok()?;
    let area = target.get_bounding_client_rect();
    let cell = |offset: f64, length: f64| {
        let cell = offset / length * side as f64;
        (0.0..side as f64).contains(&cell).then_some(cell as usize)
    };
    let column = cell(f64::from(event.client_x()) - area.left(), area.width())?;
    let row = cell(f64::from(event.client_y()) - area.top(), area.height())?;
    Some((column, row))
}

/// The drawing with ink at a pixel, and a little beside it.
fn inked(value: &str, side: usize, column: usize, row: usize) -> String {
    let digits = value.chars().enumerate().map(|(index, digit)| {
        let apart = (index % side).abs_diff(column) + (index / side).abs_diff(row);
        let ink = match apart {
            0 => INK.0,
            1 => INK.1,
            _ => 0,
        };
        let now = digit.to_digit(16).unwrap_or(0) as u8;
        char::from_digit(u32::from((now + ink).min(15)), 16).unwrap_or('0')
    });
    digits.collect()
}

#[cfg(test)]
mod tests {
    use super::inked;

    #[test]
    fn ink_spreads_and_does_not_overflow() {
        assert_eq!(inked("000000000", 3, 1, 1), "0505f5050");
        assert_eq!(inked("f00000000", 3, 0, 0), "f50500000");
    }
}
