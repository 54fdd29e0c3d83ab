//! Putting the reference's pieces in order: a shuffle by a seed, moves, and how much is in place.

use content::Exercise;

use super::{
    attempt::Arrangement,
    pieces::{Piece, pieces},
};

/// Deepest level of indentation that can be chosen.
const DEEPEST: usize = 6;

/// What can be done with the pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// They are asked for.
    Open,
    /// The piece at one place goes to another.
    Move(usize, usize),
    /// The piece at this place goes this many levels to the right.
    Indent(usize, isize),
    /// Whether indentation is chosen.
    ChooseIndentation(bool),
    /// Back to the shuffle.
    Shuffle,
}

/// How an arrangement compares with the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is the reference.
    Same,
    /// The reference has another line at this place, from 0; those before it are in place.
    Elsewhere(usize),
    /// At this place the line is right, and indented otherwise.
    Indented(usize),
}

/// The pieces of an exercise's reference.
pub fn of(exercise: &Exercise) -> Vec<Piece> {
    exercise.solutions.first().map(|reference| pieces(&reference.source)).unwrap_or_default()
}

/// Does it. An arrangement that belongs to another reference is made afresh.
pub fn apply(kept: Option<Arrangement>, edit: Edit, pieces: &[Piece], seed: u32) -> Arrangement {
    let kept = kept.filter(|it| fits(it, pieces));
    let is_chosen = kept.as_ref().is_some_and(|it| it.is_indentation_chosen);
    let mut next = kept.unwrap_or_else(|| shuffled(pieces.len(), seed));
    let count = next.order.len();
    match edit {
        Edit::Open => {}
        Edit::Move(from, to) if from < count && to < count => {
            let (piece, level) = (next.order.remove(from), next.levels.remove(from));
            next.order.insert(to, piece);
            next.levels.insert(to, level);
        }
        Edit::Move(..) => {}
        Edit::Indent(place, by) => {
            if let Some(level) = next.levels.get_mut(place) {
                *level = level.saturating_add_signed(by).min(DEEPEST);
            }
        }
        Edit::ChooseIndentation(is_chosen) => next.is_indentation_chosen = is_chosen,
        Edit::Shuffle => {
            next = Arrangement { is_indentation_chosen: is_chosen, ..shuffled(count, seed) };
        }
    }
    next
}

/// Whether an arrangement is one of these pieces.
pub fn fits(arrangement: &Arrangement, pieces: &[Piece]) -> bool {
    let mut places = arrangement.order.clone();
    places.sort_unstable();
    places.into_iter().eq(0..pieces.len()) && arrangement.levels.len() == pieces.len()
}

/// An order by a seed (a linear congruence, as good as a shuffle of a dozen lines needs), never the
/// reference's own.
fn shuffled(count: usize, seed: u32) -> Arrangement {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = u64::from(seed).wrapping_mul(2).wrapping_add(1);
    for place in (1..count).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(place, (state >> 33) as usize % (place + 1));
    }
    if order.is_sorted() {
        order.rotate_left(count.min(1));
    }
    Arrangement { order, levels: vec![0; count], is_indentation_chosen: false }
}

/// The level that the piece at a place is shown with.
pub fn level(arrangement: &Arrangement, pieces: &[Piece], place: usize) -> usize {
    if arrangement.is_indentation_chosen {
        arrangement.levels[place]
    } else {
        pieces[arrangement.order[place]].level
    }
}

/// The program that the arrangement is.
pub fn program(arrangement: &Arrangement, pieces: &[Piece]) -> String {
    let line = |(place, piece): (usize, &usize)| {
        pieces[*piece].indented(level(arrangement, pieces, place)) + "\n"
    };
    arrangement.order.iter().enumerate().map(line).collect()
}

/// Compares with the reference. Pieces that read the same stand for each other.
pub fn check(arrangement: &Arrangement, pieces: &[Piece]) -> Checked {
    for (place, piece) in arrangement.order.iter().enumerate() {
        if pieces[*piece].text != pieces[place].text {
            return Checked::Elsewhere(place);
        }
        if level(arrangement, pieces, place) != pieces[place].level {
            let is_chosen = arrangement.is_indentation_chosen;
            return if is_chosen { Checked::Indented(place) } else { Checked::Elsewhere(place) };
        }
    }
    Checked::Same
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<Piece> {
        pieces("def f(x):\n    x += 1\n    for y in x:\n        x += 1\n    return x\n")
    }

    fn edited(edits: &[Edit]) -> Arrangement {
        let first = apply(None, Edit::Open, &sample(), 7);
        edits.iter().fold(first, |kept, edit| apply(Some(kept), edit.clone(), &sample(), 7))
    }

    /// The moves that sort an arrangement.
    fn sorted() -> Arrangement {
        let mut kept = edited(&[]);
        for place in 0..kept.order.len() {
            let from = kept.order.iter().position(|piece| *piece == place).unwrap();
            kept = apply(Some(kept), Edit::Move(from, place), &sample(), 7);
        }
        kept
    }

    #[test]
    fn the_same_seed_shuffles_alike_and_never_to_the_reference() {
        assert_eq!(edited(&[]), edited(&[]));
        for seed in 0..200 {
            for count in 2..6 {
                assert!(!shuffled(count, seed).order.is_sorted(), "{count} {seed}");
            }
        }
        assert_eq!(shuffled(0, 1).order, Vec::<usize>::new());
    }

    #[test]
    fn the_right_order_is_recognised_and_is_the_reference() {
        let done = sorted();
        assert_eq!(check(&done, &sample()), Checked::Same);
        assert!(program(&done, &sample()).starts_with("def f(x):\n    x += 1\n    for y in x:\n"));
        let swapped = apply(Some(done), Edit::Move(4, 0), &sample(), 7);
        assert_eq!(check(&swapped, &sample()), Checked::Elsewhere(0));
    }

    #[test]
    fn chosen_indentation_is_checked() {
        let chosen = apply(Some(sorted()), Edit::ChooseIndentation(true), &sample(), 7);
        assert_eq!(check(&chosen, &sample()), Checked::Indented(1));
        let levels = [(1, 1), (2, 1), (3, 2), (4, 1)];
        let right = levels.into_iter().fold(chosen, |kept, (place, by)| {
            apply(Some(kept), Edit::Indent(place, by), &sample(), 7)
        });
        assert_eq!(check(&right, &sample()), Checked::Same);
        let left = apply(Some(right), Edit::Indent(0, -3), &sample(), 7);
        assert_eq!(left.levels[0], 0);
    }

    #[test]
    fn an_arrangement_of_another_reference_is_made_afresh() {
        let other =
            Arrangement { order: vec![0, 1], levels: vec![0, 0], is_indentation_chosen: true };
        let fresh = apply(Some(other), Edit::Open, &sample(), 7);
        assert_eq!(fresh, edited(&[]));
        assert_eq!(edited(&[Edit::Move(0, 9), Edit::Indent(9, 1)]), edited(&[]));
        assert_eq!(edited(&[Edit::Move(0, 2), Edit::Shuffle]), edited(&[]));
    }
}
