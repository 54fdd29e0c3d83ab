//! The numbers of a stage as a matrix with names: tokens down, units, keys or the vocabulary
//! across, a window of columns where there are many.

use std::ops::Range;

use protocol::attention::{
    Inspection,
    look::{Kind, Part, Stage},
};
use viz::matrix::{Domain, Matrix};

use super::thumbnail::Nature;
use crate::attention::heads::head_part;

/// The stage of that name, if the model has it.
#[must_use]
pub fn stage(inspection: &Inspection, part: Part) -> Option<&Stage> {
    inspection.stages.iter().find(|stage| stage.part == part)
}

/// All numbers of a stage, row-major; `None` where they did not come. Scores and shares are those
/// of the heads, which always come.
#[must_use]
pub fn values<'a>(inspection: &'a Inspection, stage: &'a Stage) -> Option<&'a [f32]> {
    let place = (stage.part.layer.into(), stage.part.head.into());
    let values = match stage.part.kind {
        _ if !stage.values.is_empty() => &stage.values,
        Kind::Scores => head_part(inspection, &inspection.scores, place),
        Kind::Shares => head_part(inspection, &inspection.weights, place),
        _ => return None,
    };
    let is_whole = values.len() == stage.rows as usize * stage.columns as usize;
    (is_whole && !values.is_empty()).then_some(values)
}

/// What the numbers of a kind of stage are.
#[must_use]
pub fn nature(kind: Kind) -> Nature {
    match kind {
        Kind::Shares | Kind::Next => Nature::Share,
        _ => Nature::Signed,
    }
}

/// What a column is, in the singular.
#[must_use]
pub fn column_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Scores | Kind::Shares => "key",
        Kind::Logits | Kind::Next => "next token",
        _ => "unit",
    }
}

/// Name of a column: a token, or the number of a unit, from 1.
#[must_use]
pub fn column_label(
    kind: Kind,
    column: usize,
    inspection: &Inspection,
    vocabulary: &[String],
) -> String {
    let names = match kind {
        Kind::Scores | Kind::Shares => &inspection.tokens,
        Kind::Logits | Kind::Next => vocabulary,
        _ => &[][..],
    };
    names.get(column).cloned().unwrap_or_else(|| (column + 1).to_string())
}

/// The window `columns` of a stage's matrix, coloured as the whole of it. `None` where its numbers
/// did not come.
#[must_use]
pub fn matrix(
    inspection: &Inspection,
    stage: &Stage,
    vocabulary: &[String],
    columns: Range<usize>,
) -> Option<Matrix> {
    let all = values(inspection, stage)?;
    let kind = stage.part.kind;
    let label = |column| column_label(kind, column, inspection, vocabulary);
    let labels: Vec<String> = columns.clone().map(label).collect();
    let shown = all.chunks(stage.columns as usize).map(|row| row.get(columns.clone()));
    let shown: Vec<f32> = shown.collect::<Option<Vec<_>>>()?.concat();
    let rows = row_labels(inspection, stage);
    let size = all.iter().filter(|value| value.is_finite()).fold(0.0f32, |m, v| m.max(v.abs()));
    let domain = match nature(kind) {
        Nature::Share => Domain::Fixed(0.0, 1.0),
        Nature::Signed => Domain::SignedTo(size),
    };
    let is_last = is_of_last_token(kind);
    let row_name = if is_last { "after" } else { "token" };
    let mut matrix = Matrix::new((row_name, &rows), (column_name(kind), &labels), &shown, domain)?;
    matrix.has_row_places = !is_last;
    matrix.has_column_places = matches!(kind, Kind::Scores | Kind::Shares);
    if kind == Kind::Shares {
        let width = stage.columns as usize;
        for (index, masked) in matrix.masked.iter_mut().enumerate() {
            *masked = index % width > index / width;
        }
    }
    Some(matrix)
}

/// Whether the stage has one row only: what follows the last token.
#[must_use]
pub fn is_of_last_token(kind: Kind) -> bool {
    matches!(kind, Kind::Logits | Kind::Next)
}

fn row_labels(inspection: &Inspection, stage: &Stage) -> Vec<String> {
    let tokens = &inspection.tokens;
    match is_of_last_token(stage.part.kind) {
        true => tokens.last().cloned().into_iter().collect(),
        false => tokens.iter().take(stage.rows as usize).cloned().collect(),
    }
}

/// At most `count` columns from `first` on, moved so that they end inside the matrix.
#[must_use]
pub fn window(first: usize, count: usize, columns: usize) -> Range<usize> {
    let first = first.min(columns.saturating_sub(count));
    first..(first + count).min(columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::{fragment::default_config, inside::samples};

    fn vocabulary() -> Vec<String> {
        samples::VOCABULARY.map(String::from).to_vec()
    }

    fn shown(kind: Kind, columns: Range<usize>) -> Matrix {
        let inspection = samples::inspection(&default_config());
        let head = if kind == Kind::Hidden { 0 } else { 1 };
        let layer = if matches!(kind, Kind::Logits | Kind::Next) { 0 } else { 1 };
        let head = if layer == 0 { 0 } else { head };
        let stage = stage(&inspection, Part { kind, layer, head }).expect("a stage");
        matrix(&inspection, stage, &vocabulary(), columns).expect("numbers")
    }

    #[test]
    fn a_window_shows_the_columns_it_names() {
        let matrix = shown(Kind::Hidden, 32..48);
        assert_eq!((matrix.rows(), matrix.columns()), (4, 16));
        assert_eq!(matrix.column_labels[0], "33");
        // Number 2 · 128 + 40 of the sample.
        assert_eq!(matrix.value((2, 8)), Some(((296 * 13) % 17) as f32 / 8.0 - 1.0));
        assert!(matrix.cell_words((2, 8)).starts_with("token n (place 3), unit 41: "));
        assert_eq!(matrix.range(), (-1.0, 1.0), "the whole stage's, not the window's");
    }

    #[test]
    fn shares_are_the_heads_own_and_masked() {
        let matrix = shown(Kind::Shares, 0..4);
        assert_eq!(matrix.value((0, 0)), Some(1.0));
        assert_eq!(matrix.value((1, 2)), None);
        let scores = shown(Kind::Scores, 0..4);
        assert!(scores.value((1, 2)).is_some(), "scores come before the mask");
    }

    #[test]
    fn the_vocabulary_names_its_columns() {
        let matrix = shown(Kind::Next, 0..5);
        assert_eq!(matrix.row_labels, [">"]);
        assert!(matrix.cell_words((0, 3)).starts_with("after >, next token >: "));
    }

    #[test]
    fn numbers_that_did_not_come_are_not_made_up() {
        let mut inspection = samples::inspection(&default_config());
        inspection.stages[0].values.clear();
        assert_eq!(values(&inspection, &inspection.stages[0]), None);
        inspection.stages[0].values = vec![1.0];
        assert_eq!(values(&inspection, &inspection.stages[0]), None);
    }

    #[test]
    fn windows_end_inside() {
        assert_eq!(window(120, 16, 128), 112..128);
        assert_eq!(window(16, 16, 128), 16..32);
        assert_eq!(window(5, 16, 8), 0..8);
    }
}
