//! What each head does: as learned, removed, looking everywhere alike, or alone in its layer.

use std::rc::Rc;

use protocol::attention::look::Changes;
use yew::prelude::*;

use super::edit::{Role, role, with_head};
use crate::components::SelectField;

/// Most heads whose roles are all offered at once; of more, those of one layer.
const MOST: usize = 48;

/// Roles, by their values in the form.
const ROLES: [(&str, Role, &str); 4] = [
    ("learned", Role::Learned, "as learned"),
    ("removed", Role::Removed, "removed"),
    ("uniform", Role::Uniform, "even"),
    ("alone", Role::Alone, "alone"),
];

/// Properties of [`Heads`].
#[derive(Properties, PartialEq)]
pub struct HeadsProps {
    /// Layers of the model.
    pub layers: u8,
    /// Heads a layer.
    pub heads: u8,
    /// The changes now.
    pub changes: Rc<Changes>,
    /// Other changes.
    pub on_change: Callback<Changes>,
}

/// Layers by heads of choices; of a large model, one layer at a time.
#[component]
pub fn Heads(props: &HeadsProps) -> Html {
    let chosen = use_state_eq(|| 0_u8);
    let is_large = usize::from(props.layers) * usize::from(props.heads) > MOST;
    let shown = if is_large { *chosen..*chosen + 1 } else { 0..props.layers };
    let layers =
        (0..props.layers).map(|layer| (layer.to_string().into(), (layer + 1).to_string().into()));
    let on_layer = {
        let chosen = chosen.clone();
        Callback::from(move |layer: String| chosen.set(layer.parse().unwrap_or_default()))
    };
    html! {
        <section class="change-part" aria-label="Heads">
            <h2>{ "Heads" }</h2>
            <p class="small">{ "Removed: it adds nothing. Even: the same weight on everything that it may see. Alone: the others of its layer are removed." }</p>
            if is_large {
                <SelectField label="Layer" value={chosen.to_string()} testid="role-layer"
                    options={layers.collect::<Vec<(AttrValue, AttrValue)>>()} onchange={on_layer} />
            }
            { for shown.map(|layer| html! {
                <div class="change-heads" role="group" aria-label={format!("Layer {}", layer + 1)} key={layer}>
                    { for (0..props.heads).map(|head| choice(props, layer, head)) }
                </div>
            }) }
        </section>
    }
}

fn choice(props: &HeadsProps, layer: u8, head: u8) -> Html {
    let HeadsProps { heads, changes, on_change, .. } = props;
    let present = role(changes, *heads, layer, head);
    let value = ROLES.iter().find(|it| it.1 == present).map_or("", |it| it.0);
    let offered = ROLES.iter().filter(|it| it.1 != Role::Alone || *heads > 1);
    let options: Vec<(AttrValue, AttrValue)> =
        offered.map(|it| (it.0.into(), it.2.into())).collect();
    let onchange = {
        let (heads, changes, on_change) = (*heads, Rc::clone(changes), on_change.clone());
        Callback::from(move |name: String| {
            if let Some((_, new, _)) = ROLES.iter().find(|it| it.0 == name) {
                on_change.emit(with_head(&changes, heads, layer, head, *new));
            }
        })
    };
    html! {
        <div key={head} class={classes!((present != Role::Learned).then_some("is-changed"))}>
            <SelectField label={format!("Head {}.{}", layer + 1, head + 1)} {value} {options} {onchange}
                testid={format!("role-{}-{}", layer + 1, head + 1)} />
        </div>
    }
}
