//! Cost over length as two small charts, with words and a table.

use std::rc::Rc;

use protocol::attention::Order;
use viz::chart::{Options, Series};
use yew::prelude::*;

use super::cost::{Cost, Costs, a_token_in_words};
use crate::attention::line_chart::{Axes, line_chart};
use crate::attention::state::Writing;
use crate::components::{AsTable, Button};
use crate::surroundings::use_width;

const HEIGHT: f64 = 140.0;
/// From this width on the charts stand side by side, so far apart.
const SIDE_BY_SIDE: f64 = 560.0;
const GAP: f64 = 24.0;
/// Names at the lines' ends, and the classes that draw them apart.
const SIDES: [(&str, &str); 2] = [("with", "is-with"), ("without", "is-without")];

/// Properties of [`Charts`].
#[derive(Properties, PartialEq)]
pub struct ChartsProps {
    /// The text being written.
    pub writing: Rc<Writing>,
    /// The latest one with the other setting of the cache.
    pub other: Option<Rc<Writing>>,
    /// Layers of the model, and width of its stream.
    pub size: (u8, u16),
    /// The same text is to be written once more, so.
    pub on_again: Callback<Order>,
}

/// Time a token and bytes kept, with and without the cache.
#[component]
pub fn Charts(props: &ChartsProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, 300.0);
    let costs = Costs::of(&props.writing, props.other.as_deref());
    // The element stays while there are no numbers: its width is watched.
    html! {
        <section class="write-cost" aria-label="What it cost" ref={node}>
            { for costs.in_words().map(|words| filled(props, &costs, words, width)) }
        </section>
    }
}

fn filled(props: &ChartsProps, costs: &Costs, words: String, width: f64) -> Html {
    let (layers, stream) = props.size;
    let share = costs.with.last().and_then(|cost| a_token_in_words(*cost, layers, stream));
    let time = series(costs, |cost| f64::from(cost.work_ms));
    let kept = series(costs, |cost| f64::from(cost.kept_bytes) / 1000.0);
    let width = if width < SIDE_BY_SIDE { width } else { (width - GAP) / 2.0 };
    let rows = {
        let costs = costs.clone();
        let cells = |row: [String; 4]| row.into_iter().map(AttrValue::from).collect();
        Callback::from(move |()| costs.rows().into_iter().map(cells).collect())
    };
    let columns = ["tokens read", "ms with the cache", "ms without", "bytes kept"];
    html! {
        <>
            <h2>{ "What it cost on this device" }</h2>
            <p class="num" data-testid="write-cost">{ words }</p>
            { for share.map(|share| html! { <p class="small num">{ share }</p> }) }
            <div class="write-charts">
                { draw(&time, width, "milliseconds a token") }
                { draw(&kept, width, "kept, KB") }
            </div>
            <p class="small">{ "The first token includes reading what stood there already. Without the cache, every token does." }</p>
            <AsTable caption="Cost of each token, by the length read" columns={columns.map(AttrValue::from).to_vec()} {rows} />
            { again(props, costs) }
        </>
    }
}

/// The button for the run that is missing.
fn again(props: &ChartsProps, costs: &Costs) -> Html {
    let words = match (costs.with.is_empty(), costs.without.is_empty()) {
        (false, true) => "Write it again without the cache",
        (true, false) => "Write it again with the cache",
        _ => return Html::default(),
    };
    let order = props.writing.order.clone();
    let order = Order { has_cache: !order.has_cache, ..order };
    let on_again = props.on_again.clone();
    let onclick = Callback::from(move |_: MouseEvent| on_again.emit(order.clone()));
    html! { <Button enabled={!props.writing.is_going} {onclick} testid="write-again">{ words }</Button> }
}

/// One line a run, in the order of [`SIDES`]; a run that is missing has no points.
fn series(costs: &Costs, value: impl Fn(&Cost) -> f64) -> Vec<Series> {
    let points =
        |costs: &[Cost]| costs.iter().map(|it| (f64::from(it.length), value(it))).collect();
    let sides = SIDES.iter().zip([&costs.with, &costs.without]);
    sides.map(|(side, costs)| Series { name: side.0.into(), points: points(costs) }).collect()
}

fn draw(series: &[Series], width: f64, name: &str) -> Html {
    let options = Options {
        size: (width.clamp(200.0, 460.0), HEIGHT),
        margin: [40.0, 56.0, 20.0, 32.0],
        ticks: (3, 3),
        ..Options::default()
    };
    let class = |line: &str| SIDES.iter().find(|side| side.0 == line).map(|side| side.1.into());
    line_chart(series, &options, Axes { y: name, x: "tokens read" }, class)
}
