//! How to write: what becomes an order to the worker.

use protocol::attention::Order;
use protocol::attention::writing::Ending;

use crate::attention::state::Writing;

/// What the visitor set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Tokens to write, 1 to 64.
    pub tokens: u16,
    /// 0 takes the likeliest token always.
    pub temperature: f32,
    /// Only so many of the likeliest tokens count, 1 to 50.
    pub top_k: Option<u16>,
    /// Only the likeliest tokens that together reach this share count, 0.05 to 1.
    pub top_p: Option<f32>,
    /// Sequences kept, 1 to 8; 1 draws.
    pub beams: u8,
    /// Decides the draws.
    pub seed: u32,
    /// Whether keys and values of what was read are kept.
    pub has_cache: bool,
}

impl Default for Settings {
    fn default() -> Self {
        let (top_k, top_p) = (None, None);
        Self { tokens: 16, temperature: 1.0, top_k, top_p, beams: 1, seed: 1, has_cache: true }
    }
}

impl Settings {
    /// Those that a text was begun with, so that they outlive a change of tabs.
    #[must_use]
    pub fn of(writing: Option<&Writing>) -> Self {
        let usual = Self::default();
        let Some(Order { tokens, temperature, top_k, top_p, beams, seed, has_cache, .. }) =
            writing.map(|writing| writing.began.clone())
        else {
            return usual;
        };
        // A text begun token by token says nothing about how many are wanted at once.
        let tokens = if tokens > 1 { tokens } else { usual.tokens };
        Self { tokens, temperature, top_k, top_p, beams, seed, has_cache }
    }

    /// An order for a text of a lane.
    #[must_use]
    pub fn order(&self, lane: usize, text: &str) -> Order {
        let Self { tokens, temperature, top_k, top_p, beams, seed, has_cache } = *self;
        let (lane, text) = (lane as u8, text.to_owned());
        Order { number: 0, lane, text, tokens, temperature, top_k, top_p, beams, seed, has_cache }
    }

    /// An order for one more token: of the text that is being written, if it began with what was typed
    /// and can go on, otherwise of the typed text. Each token has a seed of its own, so that going step
    /// by step gives the same text every time.
    #[must_use]
    pub fn one_token(&self, lane: usize, typed: &str, writing: Option<&Writing>) -> Order {
        let single = Self { tokens: 1, beams: 1, ..*self };
        let goes_on = |writing: &&Writing| {
            let is_over = matches!(writing.ending(), Some(Ending::Finished | Ending::Full));
            !writing.is_going && !is_over && writing.began.text == typed
        };
        let more = writing.filter(goes_on).and_then(|writing| {
            let seed = self.seed.wrapping_add(writing.written.len() as u32);
            let order = Self { seed, ..single }.order(lane, &writing.text());
            writing.is_continued_by(&order).then_some(order)
        });
        more.unwrap_or_else(|| single.order(lane, typed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::write::tests::written;

    const SETTINGS: Settings = Settings {
        tokens: 9,
        temperature: 0.5,
        top_k: Some(3),
        top_p: None,
        beams: 1,
        seed: 40,
        has_cache: true,
    };

    /// A text that was begun with one token and has as many, the last with an ending.
    fn stepped(tokens: &[&str], ending: Ending) -> Writing {
        let mut writing = Writing::new(SETTINGS.one_token(0, "ab>", None));
        for token in tokens {
            writing.hear(written(0, token, 4));
        }
        writing.is_going = false;
        if let Some(last) = writing.written.last_mut() {
            last.ending = Some(ending);
        }
        writing
    }

    #[test]
    fn single_tokens_go_on_with_seeds_of_their_own() {
        let first = SETTINGS.one_token(0, "ab>", None);
        assert_eq!((first.tokens, first.seed, first.text.as_str()), (1, 40, "ab>"));
        let writing = stepped(&["b", "a"], Ending::Enough);
        let third = SETTINGS.one_token(0, "ab>", Some(&writing));
        assert_eq!((third.seed, third.text.as_str()), (42, "ab>ba"));
    }

    #[test]
    fn what_cannot_go_on_begins_anew() {
        let begins_anew = |settings: Settings, typed: &str, writing: &Writing| {
            let order = settings.one_token(0, typed, Some(writing));
            assert_eq!((order.seed, order.text.as_str()), (40, typed));
        };
        let writing = stepped(&["b"], Ending::Enough);
        begins_anew(SETTINGS, "abc>", &writing);
        begins_anew(Settings { has_cache: false, ..SETTINGS }, "ab>", &writing);
        begins_anew(SETTINGS, "ab>", &stepped(&["b"], Ending::Finished));
        begins_anew(SETTINGS, "ab>", &stepped(&["b"], Ending::Full));
        begins_anew(SETTINGS, "ab>", &Writing { is_going: true, ..writing });
    }

    #[test]
    fn settings_outlive_a_change_of_tabs() {
        assert_eq!(Settings::of(None), Settings::default());
        assert_eq!(Settings::of(Some(&Writing::new(SETTINGS.order(0, "ab>")))), SETTINGS);
        let stepped = stepped(&["b"], Ending::Enough);
        let expect = Settings { tokens: Settings::default().tokens, ..SETTINGS };
        assert_eq!(Settings::of(Some(&stepped)), expect);
    }
}
