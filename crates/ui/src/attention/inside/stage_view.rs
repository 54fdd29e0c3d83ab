//! The open stage: what it does, and its numbers as a matrix, a window of columns at a time where
//! it is wide.

use std::{ops::Range, rc::Rc};

use protocol::attention::{
    Form, Inspection, Model,
    look::{Kind, Part, Stage},
};
use yew::prelude::*;

use super::{
    flow::title,
    numbers::{matrix, stage, window},
    words::words,
};
use crate::{
    attention::{matrix::MatrixView, state::Action},
    components::{Button, NumberField},
    surroundings::use_width,
};

/// Room for row labels and the names of the axes, in pixels.
const LABELS: f64 = 60.0;
/// Width of a cell that holds a signed number with two decimals, in pixels.
const CELL: f64 = 34.0;
/// How many columns a window may have: what is easy to count on by.
const WINDOWS: [usize; 5] = [32, 24, 16, 12, 8];
/// Cells do not grow beyond this, in pixels.
const WIDEST: f64 = 36.0;

/// Properties of [`StageView`]. It belongs to one stage: another one needs another key.
#[derive(Properties, PartialEq)]
pub struct StageViewProps {
    /// What the model sees in the text.
    pub inspection: Rc<Inspection>,
    /// What the model is built of.
    pub form: Form,
    /// The model, for its vocabulary.
    pub model: Option<Rc<Model>>,
    /// The open stage.
    pub part: Part,
    /// Row and column of the cell in focus.
    pub cell: Option<(u32, u32)>,
    /// What the visitor did.
    pub on_action: Callback<Action>,
}

/// One stage in words and numbers.
#[component]
pub fn StageView(props: &StageViewProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, 540.0);
    let first = use_state_eq(|| first_column(props.cell));
    let words = words(props.part.kind, props.form);
    let shown = stage(&props.inspection, props.part).map(|stage| {
        let columns = stage.columns as usize;
        (stage, window(*first, columns_that_fit(props.part.kind, columns, width), columns))
    });
    let on_page = {
        let (first, on_action, cell) = (first.clone(), props.on_action.clone(), props.cell);
        Callback::from(move |(from, to): (usize, usize)| {
            first.set(to);
            // The cell in focus stays in sight, at the same place of its window.
            if let Some((row, column)) = cell {
                let moved = to + (column as usize).saturating_sub(from);
                on_action.emit(Action::ShowCell(row, moved as u32));
            }
        })
    };
    html! {
        <div class="stage-view" ref={node}>
            <h2>{ title(&props.inspection, props.part, words.title) }</h2>
            <p>{ words.sentence }{ " " }<code>{ words.formula }</code></p>
            if let Some((stage, columns)) = shown {
                if columns.len() < stage.columns as usize {
                    { pager(stage, &columns, on_page) }
                }
                { numbers(props, stage, columns) }
            } else {
                <p class="attention-waiting" role="status">{ "Its numbers are on their way." }</p>
            }
        </div>
    }
}

/// The first window has the cell in focus, with some columns before it.
fn first_column(cell: Option<(u32, u32)>) -> usize {
    cell.map_or(0, |(_, column)| (column as usize).saturating_sub(WINDOWS[WINDOWS.len() - 1] / 2))
}

/// Keys are seen together, as in the picture of the head; other columns as many as can be read.
fn columns_that_fit(kind: Kind, columns: usize, width: f64) -> usize {
    let fit = ((width - LABELS) / CELL).max(0.0) as usize;
    if matches!(kind, Kind::Scores | Kind::Shares) || columns <= fit {
        return columns;
    }
    WINDOWS.into_iter().find(|count| *count <= fit).unwrap_or(WINDOWS[WINDOWS.len() - 1])
}

fn pager(stage: &Stage, columns: &Range<usize>, on_page: Callback<(usize, usize)>) -> Html {
    let (first, count, all) = (columns.start, columns.len(), stage.columns as usize);
    let last = all - count;
    let go = |to: usize| on_page.reform(move |_: MouseEvent| (first, to));
    let on_first = on_page.reform(move |column: f64| (first, (column as usize - 1).min(last)));
    html! {
        <div class="stage-pager" role="group" aria-label="Columns shown">
            <Button enabled={first > 0} onclick={go(first.saturating_sub(count))} testid="columns-before">{ "Previous" }</Button>
            <Button enabled={first < last} onclick={go((first + count).min(last))} testid="columns-after">{ "Next" }</Button>
            <span class="num" aria-live="polite" data-testid="columns-shown">{ range_words(columns, all) }</span>
            <NumberField label="From column" value={(first + 1) as f64} min={1.0} max={all as f64} onchange={on_first} />
        </div>
    }
}

fn range_words(columns: &Range<usize>, all: usize) -> String {
    format!("columns {}–{} of {all}", columns.start + 1, columns.end)
}

fn numbers(props: &StageViewProps, stage: &Stage, columns: Range<usize>) -> Html {
    let vocabulary = props.model.as_ref().map_or(&[][..], |model| &model.vocabulary);
    let Some(matrix) = matrix(&props.inspection, stage, vocabulary, columns.clone()) else {
        return html! { <p class="attention-waiting" role="status">{ "Its numbers are on their way." }</p> };
    };
    let caption = title(&props.inspection, props.part, words(props.part.kind, props.form).title);
    let (rows, names) = axes(props.part.kind);
    let selected = selected(props.cell, stage, &columns).unwrap_or_default();
    let start = columns.start;
    html! {
        <MatrixView
            matrix={Rc::new(matrix)} {caption} {rows} columns={names} widest={WIDEST} {selected}
            on_select={props.on_action.reform(move |(row, column)| {
                Action::ShowCell(row as u32, (start + column) as u32)
            })}
        />
    }
}

/// The cell in focus within the window, if it is there.
fn selected(
    cell: Option<(u32, u32)>,
    stage: &Stage,
    columns: &Range<usize>,
) -> Option<(usize, usize)> {
    let (row, column) = cell.filter(|(row, _)| *row < stage.rows)?;
    let column = column as usize;
    columns.contains(&column).then(|| (row as usize, column - columns.start))
}

fn axes(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Scores | Kind::Shares => ("queries: who looks", "keys: what is looked at"),
        Kind::Logits | Kind::Next => ("", "tokens of the vocabulary"),
        _ => ("tokens", "units"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::{fragment::default_config, inside::samples};

    #[test]
    fn as_many_columns_as_can_be_read() {
        let check = |kind, columns, width, expect| {
            assert_eq!(columns_that_fit(kind, columns, width), expect);
        };
        check(Kind::Hidden, 128, 540.0, 12);
        check(Kind::Hidden, 128, 900.0, 24);
        check(Kind::Hidden, 128, 319.0, 8);
        check(Kind::Query, 8, 319.0, 8);
        check(Kind::Start, 32, 1200.0, 32);
        check(Kind::Shares, 40, 319.0, 40);
    }

    #[test]
    fn the_first_window_has_the_cell_in_focus() {
        for column in [0, 3, 17, 27] {
            let first = first_column(Some((0, column)));
            assert!(window(first, 8, 28).contains(&(column as usize)), "{column}");
        }
        assert_eq!(first_column(None), 0);
    }

    #[test]
    fn the_cell_in_focus_is_found_in_its_window() {
        let inspection = samples::inspection(&default_config());
        let stage = &inspection.stages[2];
        assert_eq!(selected(Some((2, 17)), stage, &(16..28)), Some((2, 1)));
        assert_eq!(selected(Some((2, 3)), stage, &(16..28)), None);
        assert_eq!(selected(Some((9, 17)), stage, &(16..28)), None);
        assert_eq!(range_words(&(32..64), 128), "columns 33–64 of 128");
    }
}
