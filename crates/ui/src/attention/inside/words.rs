//! The stages in words: what each is called, what it does in this form of model, and its formula.

use protocol::attention::{Form, Norm, Positions, look::Kind};

/// A stage in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Short, for a small box.
    pub name: &'static str,
    /// In full.
    pub title: &'static str,
    /// What it does.
    pub sentence: &'static str,
    /// In plain text.
    pub formula: &'static str,
}

const NORM: &str = "gain · (x − mean) / deviation + shift";
const SOFTMAX: &str = "exp(score − highest) / Σ exp(score − highest)";

/// The words for a kind of stage in a form of model.
#[must_use]
pub fn words(kind: Kind, form: Form) -> Words {
    let (name, title, sentence, formula) = match kind {
        Kind::Tokens | Kind::Places | Kind::Start => entrance(kind, form),
        Kind::Query | Kind::Key | Kind::Value => projection(kind, form),
        Kind::Scores | Kind::Shares | Kind::Mixed => attention(kind, form),
        Kind::AttentionNorm | Kind::MlpNorm | Kind::FinalNorm => norm(kind, form),
        Kind::Projected | Kind::AfterAttention | Kind::Lowered | Kind::AfterMlp => {
            addition(kind, form)
        }
        Kind::Hidden => (
            "MLP up",
            "MLP, before GELU",
            "From here on each token is on its own. A learned matrix asks its row one question a unit.",
            "x · W + b",
        ),
        Kind::Activated => (
            "GELU",
            "MLP, after GELU",
            "Large positive numbers pass, and of negative ones almost nothing: each unit says how far its question is answered.",
            "x · Φ(x)",
        ),
        Kind::Logits => (
            "logits",
            "Logits",
            if form.is_tied {
                "The last row against the embedding of every token of the vocabulary: how strongly each is expected next."
            } else {
                "The last row through the output matrix: how strongly each token of the vocabulary is expected next."
            },
            if form.is_tied { "row · token embedding" } else { "row · column of W" },
        ),
        Kind::Next => (
            "next token",
            "Probabilities of the next token",
            "The logits become shares that add up to 1. The largest is what the model predicts.",
            "exp(logit − highest) / Σ exp(logit − highest)",
        ),
    };
    Words { name, title, sentence, formula }
}

type Fields = (&'static str, &'static str, &'static str, &'static str);

fn entrance(kind: Kind, form: Form) -> Fields {
    let is_added = matches!(form.positions, Positions::Learned | Positions::Sinusoidal);
    match kind {
        Kind::Tokens => (
            "tokens",
            "Token embeddings",
            "Each token is looked up in a learned table: equal tokens begin with equal rows.",
            "row of the token table",
        ),
        Kind::Places if form.positions == Positions::Sinusoidal => (
            "places",
            "Places",
            "Sines and cosines of growing wavelengths, one row a place, the same for every text. Nothing here is learned.",
            "sin or cos of place / wavelength",
        ),
        Kind::Places => (
            "places",
            "Places",
            "A learned row for each place, the same for every text.",
            "row of the place table",
        ),
        _ => (
            "stream",
            if form.has_residual { "Start of the residual stream" } else { "Start" },
            match (form.has_residual, is_added) {
                (true, true) => {
                    "Tokens and places, added. This is where the residual stream begins: every part reads from it and adds to it."
                }
                (true, false) => {
                    "The token embeddings. This is where the residual stream begins: every part reads from it and adds to it."
                }
                (false, true) => "Tokens and places, added: what the first layer reads.",
                (false, false) => "The token embeddings: what the first layer reads.",
            },
            if is_added { "tokens + places" } else { "tokens" },
        ),
    }
}

fn projection(kind: Kind, form: Form) -> Fields {
    let is_turned = form.positions == Positions::Rotary;
    match (kind, is_turned) {
        (Kind::Query, false) => (
            "Q",
            "Queries",
            "What each token looks for: its row times a learned matrix.",
            "q = x · W_Q + b",
        ),
        (Kind::Query, true) => (
            "Q",
            "Queries, turned",
            "What each token looks for: its row times a learned matrix, then turned pair by pair through angles that grow with its place.",
            "q = turned by place (x · W_Q + b)",
        ),
        (Kind::Key, false) => (
            "K",
            "Keys",
            "What each token can be found by: its row times a learned matrix.",
            "k = x · W_K + b",
        ),
        (Kind::Key, true) => (
            "K",
            "Keys, turned",
            "What each token can be found by, turned like the queries: their products then depend on the distance alone.",
            "k = turned by place (x · W_K + b)",
        ),
        _ => (
            "V",
            "Values",
            "What each token hands over when it is looked at. Places are not turned into it.",
            "v = x · W_V + b",
        ),
    }
}

fn attention(kind: Kind, form: Form) -> Fields {
    match kind {
        Kind::Scores if form.positions == Positions::Distance => (
            "scores",
            "Scores, before the mask",
            "How well each query fits each key, over √d, less a fixed slope times the distance. What comes after the query is masked in the next step.",
            "q·k / √d − slope · distance",
        ),
        Kind::Scores => (
            "scores",
            "Scores, before the mask",
            "How well each query fits each key: their product, over √d so that its spread does not grow with the head's width. What comes after the query is masked in the next step.",
            "q·k / √d",
        ),
        Kind::Shares => (
            "softmax",
            "Attention weights",
            "The scores of each row become shares that add up to 1. What comes after the query is masked: its share is 0.",
            SOFTMAX,
        ),
        _ => (
            "mixed",
            "Mixed values",
            "The values, each times its share, added up: what this head brings to each place from the others.",
            "Σ share · value",
        ),
    }
}

fn norm(kind: Kind, form: Form) -> Fields {
    let sentence = match (form.norm, kind) {
        (_, Kind::FinalNorm) => {
            "Each row is brought to mean 0 and variance 1 once more, then scaled and shifted by learned numbers. Only the last row is read on."
        }
        (Norm::Before, _) => {
            "Each row is brought to mean 0 and variance 1, then scaled and shifted by learned numbers. Only what comes next reads this: the stream itself stays as it is."
        }
        (Norm::After, _) => {
            "The stream itself is brought to mean 0 and variance 1, row by row, scaled and shifted by learned numbers, and goes on like this."
        }
    };
    let title = match (form.norm, kind) {
        (_, Kind::FinalNorm) => "Final norm",
        (Norm::Before, Kind::AttentionNorm) => "Norm before attention",
        (Norm::Before, _) => "Norm before the MLP",
        (Norm::After, Kind::AttentionNorm) => "Norm after attention",
        (Norm::After, _) => "Norm after the MLP",
    };
    ("norm", title, sentence, NORM)
}

fn addition(kind: Kind, form: Form) -> Fields {
    match (kind, form.has_residual) {
        (Kind::Projected, true) => (
            "project",
            "Output projection",
            "The heads side by side, through a learned matrix: what attention adds to the stream.",
            "heads · W_O + b",
        ),
        (Kind::Projected, false) => (
            "project",
            "Output projection",
            "The heads side by side, through a learned matrix: what takes the place of everything before it.",
            "heads · W_O + b",
        ),
        (Kind::Lowered, true) => (
            "MLP down",
            "What the MLP adds",
            "The units, through a learned matrix, back at the width of the stream.",
            "units · W + b",
        ),
        (Kind::Lowered, false) => (
            "MLP down",
            "What the MLP makes of it",
            "The units, through a learned matrix: what takes the place of everything before it.",
            "units · W + b",
        ),
        (Kind::AfterAttention, true) => (
            "+ attention",
            "Stream after attention",
            "What was there before, plus what attention found.",
            "stream + attention",
        ),
        (Kind::AfterAttention, false) => (
            "attention",
            "After attention",
            "What attention found, and nothing of what was there: this model has no residual paths.",
            "attention",
        ),
        (_, true) => (
            "+ MLP",
            "Stream after the MLP",
            "What was there before, plus what the MLP made of it.",
            "stream + MLP",
        ),
        (_, false) => (
            "MLP",
            "After the MLP",
            "What the MLP made of it, and nothing of what was there: this model has no residual paths.",
            "MLP",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::part::KINDS;

    #[test]
    fn every_stage_has_words_in_every_form() {
        for positions in [Positions::Learned, Positions::Rotary, Positions::Distance] {
            for (norm, has_residual) in [(Norm::Before, true), (Norm::After, false)] {
                let form = Form { positions, norm, has_residual, ..Form::default() };
                for (_, kind) in KINDS {
                    let words = words(kind, form);
                    assert!(words.name.chars().count() <= 12, "{kind:?} {}", words.name);
                    assert!(words.sentence.ends_with('.') && !words.formula.is_empty(), "{kind:?}");
                }
            }
        }
    }

    fn check(kind: Kind, form: Form, part: &str) {
        let words = words(kind, form);
        let all = format!("{} {} {} {}", words.name, words.title, words.sentence, words.formula);
        assert!(all.contains(part), "{all}");
    }

    #[test]
    fn words_follow_the_form() {
        let usual = Form::default();
        check(Kind::AttentionNorm, usual, "the stream itself stays as it is");
        check(Kind::Start, usual, "tokens + places");
        check(Kind::AfterMlp, usual, "stream + MLP");
        let after = Form { norm: Norm::After, positions: Positions::Rotary, ..usual };
        check(Kind::MlpNorm, after, "Norm after the MLP");
        check(Kind::Query, after, "turned");
        check(Kind::Start, after, "The token embeddings.");
        check(Kind::Scores, Form { positions: Positions::Distance, ..usual }, "slope · distance");
        check(Kind::AfterMlp, Form { has_residual: false, ..usual }, "no residual paths");
    }
}
