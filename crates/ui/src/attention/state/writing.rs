//! A text that the model continues: what was asked for, and what has come.

use protocol::attention::{Order, Written, writing::Ending};

/// A text that is continued, or was.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// What the text began with; further orders may have gone on with it, token by token.
    pub began: Order,
    /// What was asked for last.
    pub order: Order,
    /// A token each, since the text began.
    pub written: Vec<Written>,
    /// Whether more is to come.
    pub is_going: bool,
}

impl Writing {
    /// Nothing written yet.
    #[must_use]
    pub fn new(order: Order) -> Self {
        Self { began: order.clone(), order, written: Vec::new(), is_going: true }
    }

    /// Whether an order asks for one more token of this text, chosen one at a time.
    #[must_use]
    pub fn is_continued_by(&self, order: &Order) -> bool {
        let alike = |order: &Order| (order.lane, order.has_cache, order.beams);
        order.tokens == 1
            && order.beams == 1
            && alike(order) == alike(&self.order)
            && order.text == self.text()
    }

    /// The same text, of which one more token was asked for.
    #[must_use]
    pub fn continued(&self, order: Order) -> Self {
        Self { order, is_going: true, ..self.clone() }
    }

    /// One more token, if it belongs to this text.
    pub fn hear(&mut self, written: Written) {
        if written.number == self.order.number && self.is_going {
            self.is_going = written.ending.is_none();
            self.written.push(written);
        }
    }

    /// The text with what was written; with beams, the likeliest.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}", self.began.text, self.added())
    }

    /// What was written; with beams, the likeliest.
    #[must_use]
    pub fn added(&self) -> String {
        let beam = self.written.last().and_then(|last| last.beams.first());
        beam.map_or_else(
            || self.written.iter().filter_map(|written| written.token.as_deref()).collect(),
            |beam| beam.text.clone(),
        )
    }

    /// Why it ended, if it has.
    #[must_use]
    pub fn ending(&self) -> Option<Ending> {
        self.written.last().filter(|_| !self.is_going)?.ending
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::attention::writing::Beam;

    fn order() -> Order {
        Order {
            number: 3,
            lane: 0,
            text: "ab>".into(),
            tokens: 5,
            temperature: 1.0,
            top_k: None,
            top_p: None,
            beams: 1,
            seed: 1,
            has_cache: true,
        }
    }

    fn token(number: u32, token: &str) -> Written {
        Written {
            number,
            token: Some(token.into()),
            candidates: vec![],
            length: 4,
            work_ms: 0.1,
            cache_bytes: 0,
            beams: vec![],
            ending: None,
        }
    }

    #[test]
    fn tokens_of_another_order_are_passed_over() {
        let mut writing = Writing::new(order());
        writing.hear(token(2, "x"));
        writing.hear(token(3, "b"));
        writing.hear(Written { ending: Some(Ending::Finished), ..token(3, "a") });
        writing.hear(token(3, "y"));
        assert_eq!((writing.text().as_str(), writing.is_going), ("ab>ba", false));
    }

    #[test]
    fn single_tokens_go_on_with_the_text() {
        let mut writing = Writing::new(order());
        writing.hear(Written { ending: Some(Ending::Enough), ..token(3, "b") });
        let more = Order { number: 4, text: "ab>b".into(), tokens: 1, seed: 2, ..order() };
        assert!(writing.is_continued_by(&more));
        for other in [
            Order { tokens: 2, ..more.clone() },
            Order { has_cache: false, ..more.clone() },
            Order { text: "ab>".into(), ..more.clone() },
        ] {
            assert!(!writing.is_continued_by(&other), "{other:?}");
        }
        let mut writing = writing.continued(more);
        assert_eq!(writing.ending(), None);
        writing.hear(token(3, "z"));
        writing.hear(Written { ending: Some(Ending::Enough), ..token(4, "a") });
        assert_eq!((writing.text().as_str(), writing.began.seed), ("ab>ba", 1));
        assert_eq!(writing.ending(), Some(Ending::Enough));
    }

    #[test]
    fn the_likeliest_beam_is_the_text() {
        let mut writing = Writing::new(order());
        let beam = |text: &str| Beam { text: text.into(), log_probability: -1.0 };
        writing.hear(Written { beams: vec![beam("ba"), beam("bb")], ..token(3, "z") });
        assert_eq!(writing.text(), "ab>ba");
    }
}
