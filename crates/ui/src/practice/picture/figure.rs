//! What all drawings share: a caption, words, a table, axes.

use viz::{scale::Tick, table::Table};
use yew::prelude::*;

use crate::components::AsTable;

/// Of a drawing, in pixels.
pub const SIZE: (f64, f64) = (320.0, 220.0);

/// A drawing with its caption, its words and its table.
pub fn figure(caption: &str, words: String, size: (f64, f64), table: Table, inside: Html) -> Html {
    let columns = table.headings.iter().cloned().map(AttrValue::from).collect::<Vec<_>>();
    let title = table.caption.clone();
    let rows = Callback::from(move |()| {
        let row = |row: &Vec<String>| row.iter().cloned().map(AttrValue::from).collect();
        table.rows.iter().map(row).collect()
    });
    html! {
        <figure class="drawing">
            <figcaption class="small">{ caption }</figcaption>
            <svg viewBox={format!("0 0 {} {}", size.0, size.1)} role="img" aria-label={words}>{ inside }</svg>
            <AsTable caption={title} {columns} {rows} />
        </figure>
    }
}

/// A vertical and a horizontal axis around a plot: left, right, top, bottom.
pub fn axes([left, right, top, bottom]: [f64; 4], x: &[Tick], y: &[Tick]) -> Html {
    html! {
        <>
            <path class="axis" d={format!("M{left} {top}V{bottom}H{right}")} />
            { for y.iter().map(|tick| html! {
                <text class="tick" x={(left - 6.0).to_string()} y={(tick.at + 4.0).to_string()} text-anchor="end">{ &tick.label }</text>
            }) }
            { for x.iter().map(|tick| html! {
                <text class="tick" x={tick.at.to_string()} y={(bottom + 14.0).to_string()} text-anchor="middle">{ &tick.label }</text>
            }) }
        </>
    }
}
