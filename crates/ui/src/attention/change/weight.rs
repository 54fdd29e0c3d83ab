//! One attention weight set by hand, and the list of those that are.

use std::rc::Rc;

use protocol::attention::Inspection;
use protocol::attention::look::{Changes, Edit};
use viz::format;
use yew::prelude::*;

use super::edit::{with_edit, without_edit};
use super::outcome::edit_in_words;
use crate::attention::heads::head_weights;
use crate::components::{Button, SelectField, SliderField};

/// A cell of a head: layer and head, query and key, from 0.
type Place = ((usize, usize), (usize, usize));

/// Properties of [`Weight`].
#[derive(Properties, PartialEq)]
pub struct WeightProps {
    /// What the model sees in the text.
    pub inspection: Rc<Inspection>,
    /// The changes now.
    pub changes: Rc<Changes>,
    /// Layer and head in focus.
    pub head: (usize, usize),
    /// Query and key in focus.
    pub cell: (usize, usize),
    /// Other changes.
    pub on_change: Callback<Changes>,
    /// Another head in focus.
    pub on_head: Callback<(usize, usize)>,
    /// Another cell in focus.
    pub on_cell: Callback<(usize, usize)>,
}

/// Head, query and key; their weight, to be set; and what was set.
#[component]
pub fn Weight(props: &WeightProps) -> Html {
    let draft = use_state(|| None::<(Place, f64)>);
    let Some(place) = place(props) else { return Html::default() };
    let present = weight_at(&props.inspection, place);
    let wanted = draft.filter(|draft| draft.0 == place).map_or(f64::from(present), |draft| draft.1);
    let on_slide = {
        let draft = draft.clone();
        Callback::from(move |weight: f64| draft.set(Some((place, weight))))
    };
    let on_set = {
        let (changes, on_change) = (Rc::clone(&props.changes), props.on_change.clone());
        let edit = edit(place, wanted as f32);
        Callback::from(move |_: MouseEvent| {
            draft.set(None);
            on_change.emit(with_edit(&changes, edit));
        })
    };
    let shown = format!("{} (now {})", format::fixed(wanted, 2), format::fixed(present.into(), 2));
    html! {
        <section class="change-part" aria-label="One weight">
            <h2>{ "One weight" }</h2>
            <p class="small">{ "The other weights of the row share what is left. A row holds one weight set by hand." }</p>
            <div class="change-weight">
                { choices(props, place) }
                <div class="change-slide">
                    <SliderField label="Weight" value={wanted} min={0.0} max={1.0} step={0.01} {shown} onchange={on_slide} testid="edit-weight" />
                </div>
                <Button onclick={on_set} testid="edit-set">{ "Set the weight" }</Button>
            </div>
            { listed(props) }
        </section>
    }
}

/// The cell in focus, on this side of the mask; nothing while there is no text.
fn place(props: &WeightProps) -> Option<Place> {
    let last = props.inspection.tokens.len().checked_sub(1)?;
    let query = props.cell.0.min(last);
    Some((props.head, (query, props.cell.1.min(query))))
}

fn weight_at(inspection: &Inspection, (head, (query, key)): Place) -> f32 {
    let cell = query * inspection.tokens.len() + key;
    head_weights(inspection, head).get(cell).copied().unwrap_or_default()
}

fn edit(((layer, head), (query, key)): Place, weight: f32) -> Edit {
    let (layer, head) = (layer as u8, head as u8);
    Edit { layer, head, query: query as u16, key: key as u16, weight }
}

/// Three lists: head, query, and the keys that this query may see.
fn choices(props: &WeightProps, (head, (query, key)): Place) -> Html {
    let Inspection { layers, heads, tokens, .. } = &*props.inspection;
    let heads_a_layer = usize::from(*heads);
    let names = (0..usize::from(*layers) * heads_a_layer).map(|index| {
        let name = format!("{}.{}", index / heads_a_layer + 1, index % heads_a_layer + 1);
        (AttrValue::from(index.to_string()), AttrValue::from(name))
    });
    let places = |count: usize| -> Vec<(AttrValue, AttrValue)> {
        let named = tokens.iter().take(count).enumerate();
        named.map(|(at, it)| (at.to_string().into(), format!("{} {it}", at + 1).into())).collect()
    };
    let parsed = |on: Callback<usize>| {
        Callback::from(move |value: String| value.parse().into_iter().for_each(|at| on.emit(at)))
    };
    let on_head = props
        .on_head
        .reform(move |at: usize| (at / heads_a_layer.max(1), at % heads_a_layer.max(1)));
    let on_query = props.on_cell.reform(move |at: usize| (at, key.min(at)));
    let on_key = props.on_cell.reform(move |at: usize| (query, at));
    let at = head.0 * heads_a_layer + head.1;
    html! {
        <>
            <SelectField label="Head" value={at.to_string()} options={names.collect::<Vec<_>>()} onchange={parsed(on_head)} testid="edit-head" />
            <SelectField label="Query (looks)" value={query.to_string()} options={places(tokens.len())} onchange={parsed(on_query)} testid="edit-query" />
            <SelectField label="Key (is looked at)" value={key.to_string()} options={places(query + 1)} onchange={parsed(on_key)} testid="edit-key" />
        </>
    }
}

fn listed(props: &WeightProps) -> Html {
    if props.changes.edits.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="change-list num">
            { for props.changes.edits.iter().enumerate().map(|(index, edit)| {
                let words = edit_in_words(edit, &props.inspection.tokens);
                let (changes, on_change) = (Rc::clone(&props.changes), props.on_change.clone());
                let onclick = Callback::from(move |_: MouseEvent| on_change.emit(without_edit(&changes, index)));
                html! {
                    <li key={words.clone()}>
                        <span>{ &words }</span>
                        <Button label={format!("Take back: {words}")} {onclick}>{ "Take back" }</Button>
                    </li>
                }
            }) }
        </ul>
    }
}
