//! One cell beside its matrix: where it stands, how it came about, what it is.

use std::rc::Rc;

use protocol::attention::{
    Config, Inspection, Model,
    look::{Cell, Kind},
};
use viz::format;
use yew::prelude::*;

use super::{
    arithmetic::{Step, number, steps},
    names::Names,
};
use crate::components::Panel;

/// Properties of [`CellPanel`].
#[derive(Properties, PartialEq)]
pub struct CellPanelProps {
    /// What the model sees in the text.
    pub inspection: Rc<Inspection>,
    /// Of the lane in focus.
    pub config: Config,
    /// The model, for its vocabulary.
    pub model: Option<Rc<Model>>,
    /// The cell; `None` while none is chosen, or its arithmetic has not come.
    pub cell: Option<Cell>,
    /// What its row adds up to, where that means something.
    #[prop_or_default]
    pub row_sum: Option<f32>,
    /// What is said where there is no cell.
    #[prop_or_default]
    pub hint: AttrValue,
}

/// The arithmetic of a cell in its own numbers.
#[component]
pub fn CellPanel(props: &CellPanelProps) -> Html {
    let vocabulary = props.model.as_ref().map_or(&[][..], |model| &model.vocabulary);
    let names = Names { config: &props.config, inspection: &props.inspection, vocabulary };
    html! {
        <Panel class="pad cell-panel" label="This cell">
            <h2>{ "This cell" }</h2>
            if let Some(cell) = &props.cell {
                { place(cell, &names) }
                <ol class="cell-way num">{ for steps(cell, &names).iter().map(draw) }</ol>
                <dl class="cell-steps num">
                    <dt>{ value_name(cell.part.kind) }</dt>
                    <dd><b data-testid="cell-weight">{ value(cell) }</b></dd>
                    if let Some(sum) = props.row_sum {
                        <dt>{ "row" }</dt><dd>{ format!("adds up to {}", format::fixed(sum.into(), 3)) }</dd>
                    }
                </dl>
            } else {
                <p class="small">{ &props.hint }</p>
            }
        </Panel>
    }
}

fn place(cell: &Cell, names: &Names) -> Html {
    let pair = names.cell(cell.part.kind, (cell.row as usize, cell.column as usize));
    html! {
        <dl class="cell-steps num">
            { for pair.into_iter().map(|(what, name)| html! { <><dt>{ what }</dt><dd>{ name }</dd></> }) }
        </dl>
    }
}

fn draw(step: &Step) -> Html {
    html! { <li><span>{ &step.name }</span><span>{ &step.text }</span></li> }
}

fn value_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Shares => "weight",
        Kind::Scores => "score",
        Kind::Logits => "logit",
        Kind::Next => "share",
        _ => "value",
    }
}

/// Shares have the same number of decimals always, because they are compared.
fn value(cell: &Cell) -> String {
    match cell.part.kind {
        Kind::Shares | Kind::Next => format::fixed(cell.value.into(), 4),
        _ => number(cell.value.into()),
    }
}
