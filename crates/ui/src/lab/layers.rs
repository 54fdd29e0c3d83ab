//! The hidden layers: add, remove, and the number of units in each.

use yew::prelude::*;

use super::config::{Change, LAYERS_MAX, UNITS_MAX};
use crate::components::{Button, Emphasis};

/// Properties of [`Layers`].
#[derive(Properties, PartialEq)]
pub struct LayersProps {
    /// Units in each hidden layer.
    pub hidden: Vec<u8>,
    /// A layer was added, removed or resized.
    pub on_change: Callback<Change>,
}

/// The hidden layers.
#[component]
pub fn Layers(props: &LayersProps) -> Html {
    let add = props.on_change.reform(|_: MouseEvent| Change::AddLayer);
    html! {
        <div class="field" role="group" aria-label="Hidden layers">
            <span class="field-head">
                { "Hidden layers" }
                <span class="num">{ shape(&props.hidden) }</span>
            </span>
            <ul class="lab-layers">
                { for props.hidden.iter().enumerate().map(|(index, units)| layer(props, index, *units)) }
            </ul>
            <Button class="lab-small" enabled={props.hidden.len() < LAYERS_MAX} onclick={add} testid="add-layer">
                { "Add a layer" }
            </Button>
        </div>
    }
}

/// The whole network: `2-6-4-1`.
fn shape(hidden: &[u8]) -> String {
    let middle: String = hidden.iter().map(|units| format!("{units}-")).collect();
    format!("2-{middle}1")
}

fn layer(props: &LayersProps, index: usize, units: u8) -> Html {
    let set = |units: u8| props.on_change.reform(move |_: MouseEvent| Change::Units(index, units));
    let remove = props.on_change.reform(move |_: MouseEvent| Change::RemoveLayer(index));
    let number = index + 1;
    html! {
        <li key={index} class="lab-layer">
            <span>{ format!("layer {number}") }</span>
            <Button class="lab-tiny" label={format!("One unit less in layer {number}")} enabled={units > 1} onclick={set(units.saturating_sub(1))}>{ "−" }</Button>
            <output class="num" aria-live="polite" aria-label={format!("Units in layer {number}")}>{ units }</output>
            <Button class="lab-tiny" label={format!("One unit more in layer {number}")} enabled={units < UNITS_MAX} onclick={set(units + 1)}>{ "+" }</Button>
            <Button class="lab-tiny" emphasis={Emphasis::Quiet} label={format!("Remove layer {number}")} onclick={remove}>{ "×" }</Button>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn shapes_name_every_layer() {
        assert_eq!(shape(&[6, 4]), "2-6-4-1");
        assert_eq!(shape(&[]), "2-1");
    }
}
