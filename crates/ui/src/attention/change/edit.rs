//! Changes with one more, or one less. Pure: what they do to the model is the worker's business.

use protocol::attention::look::{Changes, Edit, Fate, HeadChange};

/// What a visitor can have a head do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What it learned.
    Learned,
    /// Nothing.
    Removed,
    /// Look everywhere alike.
    Uniform,
    /// Stay, while all others of its layer are removed.
    Alone,
}

/// How much is changed: heads, weights, tokens, and the places as one.
#[must_use]
pub fn count(changes: &Changes) -> usize {
    let Changes { heads, edits, swaps, places } = changes;
    heads.len() + edits.len() + swaps.len() + usize::from(places.is_some())
}

/// What a head does, in a layer of `heads`.
#[must_use]
pub fn role(changes: &Changes, heads: u8, layer: u8, head: u8) -> Role {
    let is_alone = heads > 1
        && (0..heads).all(|other| {
            let expected = (other != head).then_some(Fate::Removed);
            fate(changes, layer, other) == expected
        });
    match fate(changes, layer, head) {
        Some(Fate::Removed) => Role::Removed,
        Some(Fate::Uniform) => Role::Uniform,
        None if is_alone => Role::Alone,
        None => Role::Learned,
    }
}

fn fate(changes: &Changes, layer: u8, head: u8) -> Option<Fate> {
    let found = changes.heads.iter().find(|it| (it.layer, it.head) == (layer, head));
    found.map(|it| it.fate)
}

/// The changes with a head in another role, in a layer of `heads`. A head that is no longer alone has
/// the others back.
#[must_use]
pub fn with_head(changes: &Changes, heads: u8, layer: u8, head: u8, new: Role) -> Changes {
    let was_alone = role(changes, heads, layer, head) == Role::Alone;
    let mut changes = changes.clone();
    let is_layer_anew = new == Role::Alone || (was_alone && new == Role::Learned);
    changes.heads.retain(|it| it.layer != layer || !(is_layer_anew || it.head == head));
    let add = |head, fate| HeadChange { layer, head, fate };
    match new {
        Role::Learned => {}
        Role::Removed => changes.heads.push(add(head, Fate::Removed)),
        Role::Uniform => changes.heads.push(add(head, Fate::Uniform)),
        Role::Alone => {
            let others = (0..heads).filter(|other| *other != head);
            changes.heads.extend(others.map(|other| add(other, Fate::Removed)));
        }
    }
    changes.heads.sort_by_key(|it| (it.layer, it.head));
    changes
}

/// The changes with an attention weight set. A row holds one such weight, because the others share
/// what it leaves: the new one takes the place of an earlier one.
#[must_use]
pub fn with_edit(changes: &Changes, edit: Edit) -> Changes {
    let row = |it: &Edit| (it.layer, it.head, it.query);
    let mut changes = changes.clone();
    changes.edits.retain(|it| row(it) != row(&edit));
    changes.edits.push(Edit { weight: edit.weight.clamp(0.0, 1.0), ..edit });
    changes
}

/// The changes without one of the weights that were set.
#[must_use]
pub fn without_edit(changes: &Changes, index: usize) -> Changes {
    let mut changes = changes.clone();
    if index < changes.edits.len() {
        changes.edits.remove(index);
    }
    changes
}

/// The changes with another token at a place; with nothing, the one that was typed.
#[must_use]
pub fn with_swap(changes: &Changes, place: u16, token: Option<u32>) -> Changes {
    let mut changes = changes.clone();
    changes.swaps.retain(|swap| swap.0 != place);
    changes.swaps.extend(token.map(|token| (place, token)));
    changes.swaps.sort_unstable();
    changes
}

/// The changes with every token told another place; with nothing, its own.
#[must_use]
pub fn with_places(changes: &Changes, places: Option<Vec<u16>>) -> Changes {
    Changes { places, ..changes.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_takes_every_role() {
        let none = Changes::default();
        for new in [Role::Learned, Role::Removed, Role::Uniform, Role::Alone] {
            let changed = with_head(&none, 4, 1, 2, new);
            assert_eq!(role(&changed, 4, 1, 2), new);
            assert_eq!(role(&changed, 4, 0, 2), Role::Learned);
            assert_eq!(with_head(&changed, 4, 1, 2, Role::Learned), none, "{new:?}");
        }
    }

    #[test]
    fn alone_removes_the_others_whatever_they_did() {
        let uniform = with_head(&Changes::default(), 3, 0, 1, Role::Uniform);
        let alone = with_head(&uniform, 3, 0, 2, Role::Alone);
        assert_eq!(count(&alone), 2);
        assert_eq!(role(&alone, 3, 0, 1), Role::Removed);
        let removed = with_head(&alone, 3, 0, 2, Role::Removed);
        assert_eq!(count(&removed), 3, "the others stay removed");
        assert_eq!(role(&with_head(&removed, 3, 0, 2, Role::Learned), 3, 0, 2), Role::Alone);
    }

    #[test]
    fn a_single_head_is_not_alone() {
        assert_eq!(role(&Changes::default(), 1, 0, 0), Role::Learned);
    }

    #[test]
    fn a_row_holds_one_weight_that_is_set() {
        let edit = |query, key, weight| Edit { layer: 0, head: 0, query, key, weight };
        let one = with_edit(&Changes::default(), edit(3, 1, 0.5));
        let same_row = with_edit(&one, edit(3, 2, 1.5));
        assert_eq!(same_row.edits, [edit(3, 2, 1.0)]);
        let two = with_edit(&same_row, edit(2, 2, 0.0));
        assert_eq!(count(&two), 2);
        assert_eq!(without_edit(&two, 0).edits, [edit(2, 2, 0.0)]);
        assert_eq!(without_edit(&two, 2), two);
    }

    #[test]
    fn a_place_holds_one_swap() {
        let one = with_swap(&with_swap(&Changes::default(), 5, Some(2)), 1, Some(9));
        assert_eq!(with_swap(&one, 5, Some(7)).swaps, [(1, 9), (5, 7)]);
        assert_eq!(with_swap(&one, 5, None).swaps, [(1, 9)]);
    }

    #[test]
    fn places_count_once() {
        let told = with_places(&Changes::default(), Some(vec![1, 0, 2]));
        assert_eq!((count(&told), count(&with_places(&told, None))), (1, 0));
    }
}
