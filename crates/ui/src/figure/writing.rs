//! Tables and texts, as what they are: a table that scrolls by itself where it is wider than the
//! screen, and labelled lines.

use figures::{Table, Text};
use yew::prelude::*;

/// A table.
pub fn table(table: &Table, name: &str) -> Html {
    html! {
        <div class="fig-scroll" tabindex="0" role="region" aria-label={name.to_owned()}>
            <table class="num">
                <thead><tr>{ for table.columns.iter().map(|it| html! { <th scope="col">{ it }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(|row| self::row(row)) }</tbody>
            </table>
        </div>
    }
}

fn row(cells: &[String]) -> Html {
    let (first, rest) = cells.split_at(cells.len().min(1));
    html! {
        <tr>
            { for first.iter().map(|it| html! { <th scope="row">{ it }</th> }) }
            { for rest.iter().map(|it| html! { <td>{ it }</td> }) }
        </tr>
    }
}

/// Lines with their labels, or without where none has one.
pub fn text(text: &Text) -> Html {
    let has_labels = text.lines.iter().any(|(label, _)| !label.is_empty());
    if has_labels {
        html! {
            <dl class="fig-lines">
                { for text.lines.iter().map(|(label, words)| html! { <><dt>{ label }</dt><dd>{ words }</dd></> }) }
            </dl>
        }
    } else {
        html! {
            <ul class="fig-lines">
                { for text.lines.iter().map(|(_, words)| html! { <li>{ words }</li> }) }
            </ul>
        }
    }
}
