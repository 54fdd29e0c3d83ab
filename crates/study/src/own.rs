//! What candidates write about themselves, a record each: how a record is read back, whoever wrote it,
//! and how several stand in an order of one's own.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

/// Characters that a line holds.
pub const LINE: usize = 200;
/// Characters that a field of running text holds: four times as much as anybody can say in an answer.
pub const TEXT: usize = 10_000;

/// A record of one's own.
pub trait Own: Clone + Default + PartialEq + Serialize {
    /// What the keys of all such records begin with.
    const FOLDER: &'static str;

    /// Reads a record that may have been written by another version, another tab or by hand: fields
    /// that cannot be read are empty, what is too long is cut. Nothing for what is no record at all.
    fn read(value: &Value) -> Option<Self>;

    /// Where it stands among the others, ascending.
    fn order(&self) -> f64;

    /// Puts it elsewhere.
    fn set_order(&mut self, order: f64);
}

/// Records by the last part of their key.
pub type Shelf<T> = BTreeMap<String, T>;

/// The name of a record, from its key; nothing for a key of something else.
#[must_use]
pub fn id_of<T: Own>(key: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let id = key.strip_prefix(T::FOLDER)?;
    let fits = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    (!id.is_empty() && id.len() <= LONGEST && id.bytes().all(fits)).then_some(id)
}

/// All of them as they stand.
#[must_use]
pub fn in_order<T: Own>(shelf: &Shelf<T>) -> Vec<(&String, &T)> {
    let mut all: Vec<(&String, &T)> = shelf.iter().collect();
    all.sort_by(|a, b| a.1.order().total_cmp(&b.1.order()).then(a.0.cmp(b.0)));
    all
}

/// The place after all others.
#[must_use]
pub fn last_place<T: Own>(shelf: &Shelf<T>) -> f64 {
    shelf.values().map(Own::order).fold(0.0, f64::max) + 1.0
}

/// The new places of those that change when one is moved by one; none if it stands at the end.
#[must_use]
pub fn moved<T: Own>(shelf: &Shelf<T>, id: &str, is_up: bool) -> Vec<(String, f64)> {
    let mut ids: Vec<&String> = in_order(shelf).into_iter().map(|(id, _)| id).collect();
    let Some(from) = ids.iter().position(|it| *it == id) else { return Vec::new() };
    let to = if is_up { from.checked_sub(1) } else { Some(from + 1) };
    let Some(to) = to.filter(|to| *to < ids.len()) else { return Vec::new() };
    ids.swap(from, to);
    let places = ids.into_iter().enumerate().map(|(place, id)| (id.clone(), place as f64 + 1.0));
    places.filter(|(id, place)| shelf[id].order() != *place).collect()
}

/// Words of a text.
#[must_use]
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Fields of a record, read leniently.
pub(crate) struct Fields<'a>(pub(crate) &'a Map<String, Value>);

impl Fields<'_> {
    /// A text, cut to so many characters.
    pub(crate) fn text(&self, name: &str, most: usize) -> String {
        let text = self.0.get(name).and_then(Value::as_str).unwrap_or_default();
        cut(text, most)
    }

    /// A number; 0 for what is none.
    pub(crate) fn number(&self, name: &str) -> f64 {
        self.0.get(name).and_then(Value::as_f64).unwrap_or_default()
    }

    /// Short names, at most `most` of them.
    pub(crate) fn names(&self, name: &str, most: usize) -> BTreeSet<String> {
        let list = self.0.get(name).and_then(Value::as_array).map(Vec::as_slice);
        let names = list.unwrap_or_default().iter().filter_map(Value::as_str);
        names.filter(|it| it.len() <= LINE).take(most).map(str::to_owned).collect()
    }
}

/// The first characters of a text.
pub(crate) fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stories::Story;

    fn shelf(orders: &[(&str, f64)]) -> Shelf<Story> {
        let story = |order| Story { order, ..Story::default() };
        orders.iter().map(|(id, order)| ((*id).to_owned(), story(*order))).collect()
    }

    #[test]
    fn names_come_from_keys_of_their_own_folder() {
        let check = |key, expect| assert_eq!(id_of::<Story>(key), expect, "{key}");
        check("study/story/m1-2", Some("m1-2"));
        check("study/story/", None);
        check("study/story/A", None);
        check("study/story/a/b", None);
        check("study/project/a", None);
        check("study/story", None);
        check(&format!("study/story/{}", "a".repeat(41)), None);
    }

    #[test]
    fn one_is_moved_past_its_neighbour() {
        let order = |shelf: &Shelf<Story>| -> String {
            in_order(shelf).into_iter().map(|(id, _)| id.as_str()).collect()
        };
        let mut all = shelf(&[("a", 1.0), ("b", 2.0), ("c", 2.0), ("d", 9.0)]);
        assert_eq!(order(&all), "abcd");
        for (id, place) in moved(&all, "c", true) {
            all.get_mut(&id).unwrap().set_order(place);
        }
        assert_eq!(order(&all), "acbd");
        assert!(moved(&all, "a", true).is_empty());
        assert!(moved(&all, "d", false).is_empty());
        assert!(moved(&all, "e", false).is_empty());
        assert!(last_place(&all) > 4.0);
    }
}
