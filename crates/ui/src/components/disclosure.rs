//! Surfaces: a panel, and a picture that can be read as a table.

use yew::prelude::*;

use super::{Button, Emphasis};

/// Properties of [`Panel`].
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// More CSS classes.
    #[prop_or_default]
    pub class: Classes,
    /// Name for screen readers; makes the panel a region.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What it holds.
    pub children: Html,
}

/// A raised surface.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    html! {
        <section class={classes!("panel", props.class.clone())} aria-label={props.label.clone()}>
            { props.children.clone() }
        </section>
    }
}

/// Properties of [`AsTable`].
#[derive(Properties, PartialEq)]
pub struct AsTableProps {
    /// What the table holds, as its caption.
    pub caption: AttrValue,
    /// Heads of the columns.
    pub columns: Vec<AttrValue>,
    /// The cells, row by row. Only read while the table is open.
    pub rows: Callback<(), Vec<Vec<AttrValue>>>,
}

/// The numbers of a picture as a table, behind a toggle.
#[component]
pub fn AsTable(props: &AsTableProps) -> Html {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    html! {
        <div class="as-table">
            <Button emphasis={Emphasis::Quiet} pressed={Some(*open)} onclick={toggle}>
                { if *open { "Hide the table" } else { "Show as table" } }
            </Button>
            if *open {
                <div class="scroll" tabindex="0" role="region" aria-label={props.caption.clone()}>
                    <table class="num">
                        <caption>{ &props.caption }</caption>
                        <thead><tr>{ for props.columns.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                        <tbody>
                            { for props.rows.emit(()).into_iter().map(|row| html! {
                                <tr>{ for row.into_iter().map(|cell| html! { <td>{ cell }</td> }) }</tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        </div>
    }
}
