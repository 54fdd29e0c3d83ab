//! What becomes of a text: tokens, round trips, refusals, and the merges of another implementation.

use super::*;
use crate::fixture::Fixture;
use crate::transformer::tasks::HARBOUR;
use proptest::prelude::*;

fn decoded(corpus: &Corpus, tokens: impl Iterator<Item = usize>) -> String {
    tokens.map(|token| &*corpus.vocabulary()[token]).collect()
}

#[test]
fn merges_and_tokens_are_those_of_the_listing_in_the_paper() {
    let fixture = Fixture::parse(include_str!("../../../../../../tests/fixtures/nets_pairs.json"));
    for case in fixture.list("cases") {
        let corpus = Corpus::pairs(HARBOUR, case.size("size")).unwrap();
        assert_eq!(corpus.vocabulary(), case.texts("vocabulary"));
        let tokens: Vec<i32> = corpus.tokens.iter().map(|&token| i32::from(token)).collect();
        assert_eq!(tokens, case.indices("tokens"));
        for (text, tokens) in case.texts("texts").iter().zip(case.list("encoded")) {
            assert_eq!(corpus.encode(text).unwrap(), tokens.indices("tokens"), "{text:?}");
        }
    }
}

#[test]
fn the_text_comes_back_and_its_last_tenth_is_held_out() {
    for corpus in [Corpus::characters(HARBOUR), Corpus::pairs(HARBOUR, 200)] {
        let corpus = corpus.unwrap();
        let all = corpus.trained().iter().chain(corpus.held_out());
        assert_eq!(decoded(&corpus, all.map(|&token| usize::from(token))), HARBOUR);
        assert_eq!(corpus.held_out().len(), corpus.tokens.len() / 10);
        assert!(corpus.held_out().len() > 64);
    }
    assert_eq!(Corpus::pairs(HARBOUR, 200).unwrap().vocabulary().len(), 200);
}

proptest! {
    #[test]
    fn every_text_of_known_characters_comes_back(text in "[a-z ,.\n“]{0,80}") {
        let learned = format!("{HARBOUR}abcdefghijklmnopqrstuvwxyz“");
        let corpus = Corpus::pairs(&learned, 180).unwrap();
        let tokens = corpus.encode(&text).unwrap();
        prop_assert_eq!(decoded(&corpus, tokens.into_iter().map(|token| token as usize)), text);
    }
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    let check = |corpus: Result<Corpus, Invalid>, words: &str| {
        let reason = corpus.err().map(|invalid| invalid.0).unwrap_or_default();
        assert!(reason.contains(words), "{reason:?} lacks {words:?}");
    };
    check(Corpus::characters(""), "too short");
    check(Corpus::characters(&"ab ".repeat(200)), "600 characters make 600 tokens, and 700");
    check(Corpus::pairs(&"ab".repeat(1000), 20), "too short: 2000 characters make");
    check(Corpus::characters(&"a".repeat(1_000_001)), "at most 1000000");
    let many: String = ('a'..).take(257).collect();
    check(Corpus::characters(&many.repeat(4)), "257 different characters; a vocabulary holds");
    check(Corpus::pairs(HARBOUR, 20), "not 20: the text has 4");
    check(Corpus::pairs(HARBOUR, 257), "to 256 tokens, not 257");
    let corpus = Corpus::characters(HARBOUR).unwrap();
    assert!(corpus.encode("the €").is_err_and(|reason| reason.contains("“€”")));
}

#[test]
fn a_text_without_repetition_ends_the_merges() {
    // No two characters stand together twice: each round takes them at another distance.
    let characters: Vec<char> = ('\u{100}'..).take(100).collect();
    let rounds = [1, 3, 7, 9, 11, 13, 17];
    let places = rounds.into_iter().flat_map(|step| (0..100).map(move |index| index * step % 100));
    let text: String = places.map(|place| characters[place]).collect();
    let corpus = Corpus::pairs(&text, 128).unwrap();
    assert_eq!((corpus.merges.len(), corpus.tokens.len()), (0, 700));
}

#[test]
fn another_text_or_cut_has_another_hash() {
    let one = Corpus::characters(HARBOUR).unwrap().hash();
    assert_eq!(one, Corpus::characters(HARBOUR).unwrap().hash());
    assert_ne!(one, Corpus::characters(&HARBOUR.replace("crab", "carb")).unwrap().hash());
    assert_ne!(one, Corpus::pairs(HARBOUR, 100).unwrap().hash());
}
