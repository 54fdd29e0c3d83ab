//! The sentence on what changes do: true for every kind of change, and where nothing changes.

use protocol::attention::look::HeadChange;

use super::super::edit::{with_edit, with_head, with_places, with_swap};
use super::*;
use crate::attention::state::tests::inspection;

fn candidate(token: &str, share: f32, unchanged: f32) -> Candidate {
    let index = u32::from(token.as_bytes()[0]);
    Candidate { token: token.into(), index, share, unchanged: Some(unchanged) }
}

fn seen(changes: Changes, next: &[(&str, f32, f32)]) -> Inspection {
    let next = next.iter().map(|(token, share, before)| candidate(token, *share, *before));
    let tokens = ["a", "b", ">", "b"].map(String::from).to_vec();
    Inspection { tokens, layers: 2, heads: 4, changes, next: next.collect(), ..inspection("ab>b") }
}

fn check(changes: Changes, next: &[(&str, f32, f32)], expect: &str) {
    let words = sentence(&seen(changes, next)).replace('\u{a0}', " ");
    assert_eq!(words, expect);
}

fn removed() -> Changes {
    with_head(&Changes::default(), 4, 1, 0, Role::Removed)
}

#[test]
fn an_answer_that_changes_is_named_with_the_one_before() {
    let next = [("a", 0.312, 0.01), ("m", 0.3, 0.98)];
    check(removed(), &next, "Without head 2.1 the answer changes from m (98.0 %) to a (31.2 %).");
}

#[test]
fn an_answer_that_stays_says_by_how_much() {
    let expect = "Without head 2.1 the answer stays m: 98.0 % before, 97.1 % now.";
    check(removed(), &[("m", 0.971, 0.98)], expect);
    let expect = "Without head 2.1 the answer stays m (98.0 %).";
    check(removed(), &[("m", 0.980_01, 0.98)], expect);
}

#[test]
fn an_answer_that_may_have_been_left_out_is_not_invented() {
    let next = [("a", 0.4, 0.02), ("b", 0.3, 0.01)];
    check(removed(), &next, "Without head 2.1 the answer is a (40.0 %); before, a had 2.0 %.");
}

#[test]
fn nothing_changed_is_said() {
    let next = [("m", 0.98, 0.98)];
    check(Changes::default(), &next, "Nothing is changed: the answer is m (98.0 %).");
    check(Changes::default(), &[], "There is no next token to compare yet.");
}

#[test]
fn every_kind_of_change_has_its_words() {
    let none = Changes::default();
    let says = |changes: Changes, expect: &str| {
        check(changes, &[("m", 0.98, 0.98)], &format!("{expect} the answer stays m (98.0 %)."));
    };
    says(with_head(&none, 4, 0, 3, Role::Uniform), "With head 1.4 looking everywhere alike,");
    says(with_head(&none, 4, 0, 3, Role::Alone), "With head 1.4 alone in its layer");
    says(with_swap(&none, 1, Some(2)), "With b at place 2");
    says(with_places(&none, Some(vec![1, 0, 2, 3])), "With other places told");
    let edit = Edit { layer: 0, head: 1, query: 3, key: 0, weight: 0.5 };
    let expect = "With head 1.2 giving b (place 4) the weight 0.50 on a (place 1),";
    says(with_edit(&none, edit), expect);
    says(with_swap(&removed(), 0, Some(3)), "With these 2 changes");
    let other = HeadChange { layer: 0, head: 0, fate: Fate::Removed };
    let mut several = with_head(&none, 4, 1, 0, Role::Alone);
    several.heads.push(other);
    says(several, "With these 4 changes");
}

#[test]
fn differences_have_their_sign() {
    assert_eq!(points(0.98, 0.312), "−66.8");
    assert_eq!(points(0.1, 0.112), "+1.2");
    assert_eq!(points(0.5, 0.500_01), "0.0");
    assert_eq!(points(0.5, 0.499_99), "0.0");
}
