//! Sorting without a copy of the sort for each type: a program is downloaded, and each copy is
//! kilobytes.

use std::cmp::Ordering;

/// The items in order; equal ones stay in theirs.
pub fn sorted<T: Clone>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    places.into_iter().map(|place| items[place].clone()).collect()
}

fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equal_items_stay_in_their_order() {
        let items = [(2, "a"), (1, "b"), (2, "c"), (1, "d")];
        let names: Vec<&str> = sorted(&items, |a, b| a.0.cmp(&b.0)).iter().map(|it| it.1).collect();
        assert_eq!(names, ["b", "d", "a", "c"]);
    }
}
