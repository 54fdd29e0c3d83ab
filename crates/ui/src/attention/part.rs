//! Stages by name: what they belong to, how links write them, and which of them a model has.

use protocol::attention::{
    Config, Norm, Positions,
    look::{Kind, Part},
};

use super::fragment::{name_of, named};

/// What there is one of a stage for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One a model.
    Model,
    /// One a layer.
    Layer,
    /// One a head.
    Head,
}

/// Kinds by their names in links, in the order of the usual form.
pub const KINDS: [(&str, Kind); 20] = [
    ("tokens", Kind::Tokens),
    ("places", Kind::Places),
    ("start", Kind::Start),
    ("attention-norm", Kind::AttentionNorm),
    ("query", Kind::Query),
    ("key", Kind::Key),
    ("value", Kind::Value),
    ("scores", Kind::Scores),
    ("shares", Kind::Shares),
    ("mixed", Kind::Mixed),
    ("projected", Kind::Projected),
    ("after-attention", Kind::AfterAttention),
    ("mlp-norm", Kind::MlpNorm),
    ("hidden", Kind::Hidden),
    ("activated", Kind::Activated),
    ("lowered", Kind::Lowered),
    ("after-mlp", Kind::AfterMlp),
    ("final-norm", Kind::FinalNorm),
    ("logits", Kind::Logits),
    ("next", Kind::Next),
];

/// What there is one of this kind for.
#[must_use]
pub fn scope(kind: Kind) -> Scope {
    use Kind::{
        FinalNorm, Key, Logits, Mixed, Next, Places, Query, Scores, Shares, Start, Tokens, Value,
    };
    match kind {
        Tokens | Places | Start | FinalNorm | Logits | Next => Scope::Model,
        Query | Key | Value | Scores | Shares | Mixed => Scope::Head,
        _ => Scope::Layer,
    }
}

/// A stage as links have it: `query.2.1`, `hidden.2` or `logits`, counted from 1.
#[must_use]
pub fn write(part: Part) -> String {
    let name = name_of(&KINDS, part.kind);
    match scope(part.kind) {
        Scope::Model => name.into(),
        Scope::Layer => format!("{name}.{}", part.layer + 1),
        Scope::Head => format!("{name}.{}.{}", part.layer + 1, part.head + 1),
    }
}

/// Reads what [`write`] wrote; nothing where it is not exactly that.
#[must_use]
pub fn read(text: &str) -> Option<Part> {
    let mut words = text.split('.');
    let kind = named(&KINDS, words.next()?)?;
    let mut number = || words.next()?.parse::<u8>().ok()?.checked_sub(1);
    let (layer, head) = match scope(kind) {
        Scope::Model => (0, 0),
        Scope::Layer => (number()?, 0),
        Scope::Head => (number()?, number()?),
    };
    words.next().is_none().then_some(Part { kind, layer, head })
}

/// Whether a model has this stage.
#[must_use]
pub fn exists(part: Part, config: &Config) -> bool {
    let is_there = match part.kind {
        Kind::Places => {
            matches!(config.form.positions, Positions::Learned | Positions::Sinusoidal)
        }
        Kind::MlpNorm | Kind::Hidden | Kind::Activated | Kind::Lowered | Kind::AfterMlp => {
            config.form.has_mlp
        }
        Kind::FinalNorm => config.form.norm == Norm::Before,
        _ => true,
    };
    is_there && part.layer < config.layers && part.head < config.heads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::fragment::default_config;

    #[test]
    fn every_kind_is_read_as_it_was_written() {
        for (_, kind) in KINDS {
            let (layer, head) = match scope(kind) {
                Scope::Model => (0, 0),
                Scope::Layer => (3, 0),
                Scope::Head => (3, 7),
            };
            let part = Part { kind, layer, head };
            assert_eq!(read(&write(part)), Some(part));
        }
        assert_eq!(write(Part { kind: Kind::Query, layer: 1, head: 0 }), "query.2.1");
    }

    #[test]
    fn what_is_not_a_stage_is_not_read() {
        for text in ["", "query", "query.0.1", "query.1.1.1", "hidden.x", "logits.1"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_model_has_the_stages_of_its_form() {
        let check = |kind, config: &Config, expect| {
            assert_eq!(exists(Part { kind, layer: 1, head: 0 }, config), expect, "{kind:?}");
        };
        let usual = default_config();
        check(Kind::Places, &usual, true);
        check(Kind::Hidden, &usual, true);
        let mut other = Config { layers: 1, ..usual };
        check(Kind::Query, &other, false);
        other.layers = 2;
        other.form.norm = Norm::After;
        other.form.positions = Positions::Rotary;
        other.form.has_mlp = false;
        check(Kind::FinalNorm, &other, false);
        check(Kind::Places, &other, false);
        check(Kind::Lowered, &other, false);
        check(Kind::AttentionNorm, &other, true);
    }
}
