//! From score to share, for the cell in focus of a head: worked out from the numbers on screen, so
//! that it is there as soon as the focus moves and always belongs to the matrix beside it.

use protocol::attention::{
    Inspection,
    look::{Arithmetic, Cell, Kind, Part},
};

use crate::attention::heads::{head_part, head_weights};

/// The cell at (`query`, `key`) of a head's weights, or `None` outside them. Rows that a change
/// touches are not what their scores would give, and say so.
#[must_use]
pub fn share_cell(
    inspection: &Inspection,
    place: (usize, usize),
    (query, key): (usize, usize),
) -> Option<Cell> {
    let size = inspection.tokens.len();
    if query >= size || key >= size {
        return None;
    }
    let row = query * size..(query + 1) * size;
    let scores = head_part(inspection, &inspection.scores, place).get(row.clone())?;
    let weights = head_weights(inspection, place).get(row)?;
    let visible = &scores[..=query];
    let highest = visible.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let is_masked = key > query;
    let arithmetic = if !is_masked && is_changed(inspection, place, query) {
        Arithmetic::Changed
    } else {
        let sum = visible.iter().map(|score| (score - highest).exp()).sum();
        Arithmetic::Softmax { score: scores[key], highest, sum, is_masked }
    };
    let part = Part { kind: Kind::Shares, layer: place.0 as u8, head: place.1 as u8 };
    Some(Cell { part, row: query as u32, column: key as u32, value: weights[key], arithmetic })
}

fn is_changed(inspection: &Inspection, (layer, head): (usize, usize), query: usize) -> bool {
    let is_here = |at: (u8, u8)| (usize::from(at.0), usize::from(at.1)) == (layer, head);
    let changes = &inspection.changes;
    changes.heads.iter().any(|change| is_here((change.layer, change.head)))
        || changes
            .edits
            .iter()
            .any(|edit| is_here((edit.layer, edit.head)) && usize::from(edit.query) == query)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::{fragment::default_config, inside::samples};
    use protocol::attention::look::{Edit, Fate, HeadChange};

    #[test]
    fn exponential_over_sum_is_the_weight() {
        let inspection = samples::inspection(&default_config());
        for query in 0..4 {
            for key in 0..4 {
                let cell = share_cell(&inspection, (1, 2), (query, key)).expect("inside");
                let Arithmetic::Softmax { score, highest, sum, is_masked } = cell.arithmetic else {
                    panic!("{cell:?}")
                };
                assert_eq!(is_masked, key > query);
                let share = if is_masked { 0.0 } else { (score - highest).exp() / sum };
                assert!((share - cell.value).abs() < 1e-6, "{cell:?}");
            }
        }
    }

    #[test]
    fn large_scores_stay_finite() {
        let mut inspection = samples::inspection(&default_config());
        inspection.scores.iter_mut().for_each(|score| *score += 800.0);
        let cell = share_cell(&inspection, (0, 0), (3, 1)).expect("inside");
        let Arithmetic::Softmax { sum, .. } = cell.arithmetic else { panic!("{cell:?}") };
        assert!(sum.is_finite() && sum >= 1.0);
    }

    #[test]
    fn rows_that_were_changed_say_so() {
        let mut inspection = samples::inspection(&default_config());
        inspection.changes.edits = vec![Edit { layer: 0, head: 1, query: 2, key: 0, weight: 0.5 }];
        inspection.changes.heads = vec![HeadChange { layer: 1, head: 1, fate: Fate::Uniform }];
        let changed = |head, cell| {
            share_cell(&inspection, head, cell).expect("inside").arithmetic == Arithmetic::Changed
        };
        assert!(changed((0, 1), (2, 1)) && changed((1, 1), (0, 0)));
        assert!(!changed((0, 1), (3, 1)) && !changed((0, 0), (2, 0)) && !changed((1, 1), (0, 2)));
    }

    #[test]
    fn outside_there_is_no_cell() {
        let inspection = samples::inspection(&default_config());
        assert_eq!(share_cell(&inspection, (0, 0), (4, 0)), None);
        assert_eq!(share_cell(&inspection, (2, 0), (0, 0)), None);
    }
}
