//! The numbers of a picture as a table that can be scrolled and copied.

use viz::table::Table;
use yew::prelude::*;

/// Properties of [`TableView`].
#[derive(Properties, PartialEq)]
pub struct TableViewProps {
    /// What is shown.
    pub table: Table,
}

/// A table whose first column names its rows.
#[component]
pub fn TableView(props: &TableViewProps) -> Html {
    let Table { caption, headings, rows } = &props.table;
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={caption.clone()}>
            <table class="num">
                <caption class="visually-hidden">{ caption }</caption>
                <thead>
                    <tr>{ for headings.iter().map(|heading| html! { <th scope="col">{ heading }</th> }) }</tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|row| html! { <tr>{ row_cells(row) }</tr> }) }
                </tbody>
            </table>
        </div>
    }
}

fn row_cells(row: &[String]) -> Html {
    let (name, values) = row.split_first().map_or(("", row), |(name, rest)| (name.as_str(), rest));
    html! {
        <>
            <th scope="row">{ name }</th>
            { for values.iter().map(|value| html! { <td>{ value }</td> }) }
        </>
    }
}
