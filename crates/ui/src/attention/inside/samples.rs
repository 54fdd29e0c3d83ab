//! A made-up inspection of the right shape, for tests: its numbers follow no model.

use protocol::attention::{
    Config, Inspection, Norm, Positions,
    look::{Kind, Part, Stage},
};

use crate::attention::{
    part::{Scope, scope},
    state::tests::inspection as bare,
};

/// Tokens of the vocabulary.
pub const VOCABULARY: [&str; 5] = ["a", "b", "n", ">", "."];

/// What the sample text is made of.
pub const TOKENS: [&str; 4] = ["b", "a", "n", ">"];

/// All stages of a model in the order of computation, streams twice the size of what is added.
pub fn inspection(config: &Config) -> Inspection {
    let tokens: Vec<String> = TOKENS.map(String::from).to_vec();
    let heads = usize::from(config.layers) * usize::from(config.heads);
    let area = tokens.len().pow(2);
    let scores: Vec<f32> = (0..heads * area).map(|n| ((n * 7) % 11) as f32 / 4.0 - 1.0).collect();
    let weights = scores.chunks(area).flat_map(|scores| softmax(scores, tokens.len())).collect();
    Inspection {
        text: tokens.concat(),
        layers: config.layers,
        heads: config.heads,
        stages: stages(config, tokens.len()),
        rollout: vec![0.25; area],
        tokens,
        weights,
        scores,
        ..bare("")
    }
}

/// Softmax under the causal mask, in f64: an independent reference.
fn softmax(scores: &[f32], size: usize) -> Vec<f32> {
    let mut weights = vec![0.0; scores.len()];
    for query in 0..size {
        let row = &scores[query * size..=query * size + query];
        let sum: f64 = row.iter().map(|score| f64::from(*score).exp()).sum();
        for (key, score) in row.iter().enumerate() {
            weights[query * size + key] = (f64::from(*score).exp() / sum) as f32;
        }
    }
    weights
}

fn stages(config: &Config, rows: usize) -> Vec<Stage> {
    let form = config.form;
    let is_added = matches!(form.positions, Positions::Learned | Positions::Sinusoidal);
    let mut kinds = vec![(Kind::Tokens, 0)];
    kinds.extend(is_added.then_some((Kind::Places, 0)));
    kinds.push((Kind::Start, 0));
    for layer in 0..config.layers {
        let attention =
            [Kind::Query, Kind::Key, Kind::Value, Kind::Scores, Kind::Shares, Kind::Mixed];
        let mut block = match form.norm {
            Norm::Before => vec![Kind::AttentionNorm],
            Norm::After => vec![],
        };
        block.extend(attention);
        block.extend([Kind::Projected, Kind::AfterAttention]);
        block.extend((form.norm == Norm::After).then_some(Kind::AttentionNorm));
        if form.has_mlp {
            block.extend((form.norm == Norm::Before).then_some(Kind::MlpNorm));
            block.extend([Kind::Hidden, Kind::Activated, Kind::Lowered, Kind::AfterMlp]);
            block.extend((form.norm == Norm::After).then_some(Kind::MlpNorm));
        }
        kinds.extend(block.into_iter().map(|kind| (kind, layer)));
    }
    kinds.extend((form.norm == Norm::Before).then_some((Kind::FinalNorm, 0)));
    kinds.extend([(Kind::Logits, 0), (Kind::Next, 0)]);
    kinds.into_iter().flat_map(|(kind, layer)| of_kind(config, kind, layer, rows)).collect()
}

fn of_kind(config: &Config, kind: Kind, layer: u8, rows: usize) -> Vec<Stage> {
    let heads = if scope(kind) == Scope::Head { config.heads } else { 1 };
    let width = usize::from(config.width);
    let (rows, columns) = match kind {
        Kind::Query | Kind::Key | Kind::Value | Kind::Mixed => {
            (rows, width / usize::from(config.heads))
        }
        Kind::Scores | Kind::Shares => (rows, rows),
        Kind::Hidden | Kind::Activated => (rows, 4 * width),
        Kind::Logits | Kind::Next => (1, VOCABULARY.len()),
        _ => (rows, width),
    };
    let is_empty = matches!(kind, Kind::Scores | Kind::Shares);
    let count = if is_empty { 0 } else { rows * columns };
    let value = |n: usize| ((n * 13) % 17) as f32 / 8.0 - 1.0;
    let stage = |head| Stage {
        part: Part { kind, layer, head },
        rows: rows as u32,
        columns: columns as u32,
        size: if matches!(kind, Kind::Projected | Kind::Lowered) { 0.5 } else { 1.0 },
        values: (0..count).map(value).collect(),
    };
    (0..heads).map(stage).collect()
}
