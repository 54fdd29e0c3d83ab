//! A list of tuples or of mappings as rows of a table; rows that differ from the reference's are marked.

use yew::prelude::*;

use super::{Literal, Shown};

/// Most rows that are shown.
const MOST: usize = 40;

/// The list beside the reference's.
pub fn table(shown: &Shown, element: Option<usize>, columns: &[String]) -> Option<Html> {
    let expected = rows(&shown.expected, element)?;
    let found = keys(&shown.expected, element);
    let columns = if columns.is_empty() { &found } else { columns };
    shown.sides(|value, whose| {
        let rows = rows(value, element)?;
        let is_other = |place: usize| expected.get(place) != rows.get(place);
        let left_out = rows.len().saturating_sub(MOST);
        Some(html! {
            <div class="scroll" tabindex="0" role="region" aria-label={whose.to_owned()}>
                <table>
                    <caption>{ whose }</caption>
                    <thead><tr>{ for columns.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for rows.iter().take(MOST).enumerate().map(|(place, row)| self::row(row, is_other(place))) }</tbody>
                </table>
                if left_out > 0 { <p class="small">{ format!("and {left_out} more") }</p> }
            </div>
        })
    })
}

fn row(cells: &[String], is_other: bool) -> Html {
    html! {
        <tr class={is_other.then_some("other")}>
            { for cells.iter().enumerate().map(|(place, cell)| html! {
                <td>{ if is_other && place == 0 { "≠ " } else { "" } }{ cell }</td>
            }) }
        </tr>
    }
}

fn rows(value: &Literal, element: Option<usize>) -> Option<Vec<Vec<String>>> {
    let cells = |row: &Literal| match row {
        Literal::List(cells) => cells.iter().map(Literal::words).collect(),
        Literal::Map(pairs) => pairs.iter().map(|(_, value)| value.words()).collect(),
        other => vec![other.words()],
    };
    match value.element(element)? {
        Literal::List(rows) => Some(rows.iter().map(cells).collect()),
        Literal::Map(pairs) => {
            Some(pairs.iter().map(|(key, value)| vec![key.words(), value.words()]).collect())
        }
        _ => None,
    }
}

/// The keys of the first row, where rows are mappings.
fn keys(value: &Literal, element: Option<usize>) -> Vec<String> {
    let first = value.element(element).and_then(Literal::items).and_then(<[Literal]>::first);
    match first {
        Some(Literal::Map(pairs)) => pairs.iter().map(|(key, _)| key.words()).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tuples_and_mappings_are_rows() {
        let check = |text: &str, expect: &[&[&str]]| {
            assert_eq!(rows(&Literal::read(text).unwrap(), None).unwrap(), expect);
        };
        check("[('tea', None), ('some', 'jazz')]", &[&["tea", "–"], &["some", "jazz"]]);
        check("{'a': 1.5}", &[&["a", "1.5"]]);
        check("[3, 4]", &[&["3"], &["4"]]);
        check("[{'a': 1, 'b': None}]", &[&["1", "–"]]);
        let records = Literal::read("[{'a': 1, 'b': None}]").unwrap();
        assert_eq!(keys(&records, None), ["a", "b"]);
        assert!(rows(&Literal::Number(1.0), None).is_none());
    }
}
