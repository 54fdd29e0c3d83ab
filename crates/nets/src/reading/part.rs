//! The stages of a pass by name, in the order in which a form computes them.

use crate::transformer::{Form, Placement, Positions, Sizes};

/// A stage of a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Rows of the token table, tokens by width.
    Token,
    /// What is added for the place, tokens by width: learned or sinusoidal positions only.
    Place,
    /// What enters the first block, tokens by width.
    Start,
    /// A stage of a block, counted from 0.
    Block(usize, Step),
    /// The stream normalised once more, tokens by width: pre-norm only.
    FinalNorm,
    /// Logits of what follows the last token: one row, as wide as the vocabulary.
    Logits,
    /// Their softmax, of the same shape.
    Next,
}

/// A stage of a block. Heads are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Layer norm of what attention reads (pre-norm) or of the stream after it (post-norm).
    Norm1,
    /// A head's queries, tokens by width of a head; turned, if places turn them.
    Query(usize),
    /// A head's keys, likewise.
    Key(usize),
    /// A head's values, never turned.
    Value(usize),
    /// q·k / √(width of a head), lowered by the distance if places do so; queries by keys, before the
    /// mask.
    Scores(usize),
    /// Softmax over the keys that a query may see, with what was changed; queries by keys.
    Shares(usize),
    /// A head's values by these shares, tokens by width of a head.
    Mixed(usize),
    /// What attention adds to the stream.
    Projected,
    /// The stream with it.
    AfterAttention,
    /// Layer norm of what the MLP reads (pre-norm) or of the stream after it (post-norm).
    Norm2,
    /// The MLP's hidden units before GELU, tokens by four times the width.
    Hidden,
    /// After GELU.
    Activated,
    /// What the MLP adds to the stream.
    Lowered,
    /// The stream with it.
    AfterMlp,
}

impl Part {
    /// Every part of a transformer of these sizes, in the order of computation.
    pub fn all(sizes: &Sizes) -> Vec<Self> {
        let Form { positions, norm, .. } = sizes.form;
        let mut parts = vec![Self::Token];
        if matches!(positions, Positions::Learned | Positions::Sinusoidal) {
            parts.push(Self::Place);
        }
        parts.push(Self::Start);
        let steps = Step::all(sizes);
        for layer in 0..sizes.layers {
            parts.extend(steps.iter().map(|&step| Self::Block(layer, step)));
        }
        if norm == Placement::Before {
            parts.push(Self::FinalNorm);
        }
        parts.extend([Self::Logits, Self::Next]);
        parts
    }
}

impl Step {
    fn all(sizes: &Sizes) -> Vec<Self> {
        let Form { norm, has_mlp, .. } = sizes.form;
        let is_pre_norm = norm == Placement::Before;
        let mut steps = Vec::new();
        let mut beside = |norm: Self, part: Vec<Self>| {
            steps.extend(is_pre_norm.then_some(norm));
            steps.extend(part);
            steps.extend((!is_pre_norm).then_some(norm));
        };
        let of_heads =
            [Self::Query, Self::Key, Self::Value, Self::Scores, Self::Shares, Self::Mixed];
        let mut attention: Vec<Self> =
            of_heads.iter().flat_map(|step| (0..sizes.heads).map(step)).collect();
        attention.extend([Self::Projected, Self::AfterAttention]);
        beside(Self::Norm1, attention);
        if has_mlp {
            let mlp = vec![Self::Hidden, Self::Activated, Self::Lowered, Self::AfterMlp];
            beside(Self::Norm2, mlp);
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(norm: Placement, has_mlp: bool, expected: &[Step]) {
        let form = Form { norm, has_mlp, ..Form::default() };
        let sizes = Sizes { vocabulary: 5, context: 4, layers: 2, heads: 1, width: 4, form };
        let mut parts = vec![Part::Token, Part::Place, Part::Start];
        for layer in 0..2 {
            parts.extend(expected.iter().map(|&step| Part::Block(layer, step)));
        }
        parts.extend((norm == Placement::Before).then_some(Part::FinalNorm));
        parts.extend([Part::Logits, Part::Next]);
        assert_eq!(Part::all(&sizes), parts);
    }

    #[test]
    fn norms_come_where_the_form_has_them() {
        use Step::{
            Activated, AfterAttention, AfterMlp, Hidden, Key, Lowered, Mixed, Norm1, Norm2,
            Projected, Query, Scores, Shares, Value,
        };
        let heads = [Query(0), Key(0), Value(0), Scores(0), Shares(0), Mixed(0)];
        let attention = [&heads[..], &[Projected, AfterAttention]].concat();
        let mlp = [Hidden, Activated, Lowered, AfterMlp];
        let pre = [&[Norm1], &attention[..], &[Norm2], &mlp].concat();
        check(Placement::Before, true, &pre);
        check(Placement::Before, false, &pre[..9]);
        let post = [&attention[..], &[Norm1], &mlp, &[Norm2]].concat();
        check(Placement::After, true, &post);
        check(Placement::After, false, &post[..9]);
    }
}
