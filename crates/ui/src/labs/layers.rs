//! Hidden layers as a control: add, remove, and the number of units in each. Written `8,4`.

use content::lab::units_of;
use yew::prelude::*;

use super::focus::use_refuge;
use crate::components::{Button, Emphasis};

/// Where the focus goes when its layer is gone: to the last one that is left.
const REFUGE: &[&str] = &["li:last-child button:last-child", ".lab-small"];

/// Properties of [`Layers`].
#[derive(Properties, PartialEq)]
pub struct LayersProps {
    /// What it sets.
    pub label: AttrValue,
    /// Units in each hidden layer, as written.
    pub value: String,
    /// Most layers.
    pub most: usize,
    /// Most units in one.
    pub widest: u16,
    /// Called with each new list.
    pub onchange: Callback<String>,
}

/// The hidden layers.
#[component]
pub fn Layers(props: &LayersProps) -> Html {
    let units = units_of(&props.value).unwrap_or_default();
    let shape = units.iter().map(ToString::to_string).collect::<Vec<_>>().join("-");
    let add = props.onchange.reform({
        let (units, new) = (units.clone(), props.widest.min(4));
        move |_: MouseEvent| written(&[units.as_slice(), &[new]].concat())
    });
    let root = use_node_ref();
    let removes = use_refuge(&root, REFUGE);
    html! {
        <div ref={root} class="field" role="group" aria-label={props.label.clone()}>
            <span class="field-head">{ &props.label }<span class="num">{ if units.is_empty() { "none".into() } else { shape } }</span></span>
            <ul class="lab-layers">{ for (0..units.len()).map(|index| layer(props, &units, index, &removes)) }</ul>
            <Button class="lab-small" testid="add-layer" enabled={units.len() < props.most} onclick={add}>{ "Add a layer" }</Button>
        </div>
    }
}

fn layer(props: &LayersProps, all: &[u16], index: usize, removes: &Callback<()>) -> Html {
    let (units, number) = (all[index], index + 1);
    let set = |units: u16| {
        let mut next = all.to_vec();
        next[index] = units;
        props.onchange.reform(move |_: MouseEvent| written(&next))
    };
    let remove = {
        let mut next = all.to_vec();
        next.remove(index);
        let removes = removes.clone();
        props.onchange.reform(move |_: MouseEvent| {
            removes.emit(());
            written(&next)
        })
    };
    html! {
        <li key={index} class="lab-layer">
            <span>{ format!("layer {number}") }</span>
            <Button class="lab-tiny" label={format!("One unit less in layer {number}")} enabled={units > 1} onclick={set(units.saturating_sub(1))}>{ "−" }</Button>
            <output class="num" aria-live="polite" aria-label={format!("Units in layer {number}")}>{ units }</output>
            <Button class="lab-tiny" label={format!("One unit more in layer {number}")} enabled={units < props.widest} onclick={set(units + 1)}>{ "+" }</Button>
            <Button class="lab-tiny" emphasis={Emphasis::Quiet} label={format!("Remove layer {number}")} onclick={remove}>{ "×" }</Button>
        </li>
    }
}

fn written(units: &[u16]) -> String {
    units.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(units_of(&written(&[8, 4])), Some(vec![8, 4]));
        assert_eq!(units_of(&written(&[])), Some(vec![]));
    }
}
