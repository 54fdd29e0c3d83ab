//! What the transformer would say before its end, and which tokens what it says may come from.

use super::{Trace, Weights};
use crate::rows::softmax;
use crate::transformer::Sizes;

/// Probability of each next token after the token of this row, as it would be if the transformer ended
/// after its embedding, and after each of its blocks: the logit lens (nostalgebraist 2020). The final
/// norm, if there is one, and the output are applied to that stream; for the last row, the last answer
/// is that of the whole transformer. `row` is below the number of tokens.
pub fn lens(weights: &Weights, trace: &Trace, row: usize) -> Vec<Vec<f32>> {
    let Sizes { layers, width, .. } = *trace.sizes();
    let ended = |layer: usize| {
        let stream = &trace.stream(layer)[row * width..][..width];
        let normed = weights.final_norm().map(|norm| norm.of(stream));
        let mut shares = weights.logits(normed.as_deref().unwrap_or(stream));
        softmax(&mut shares);
        shares
    };
    (0..=layers).map(ended).collect()
}

/// Attention rollout (Abnar and Zuidema 2020): how much of each row of the last stream comes from each
/// token, `[query][key]`, if a block's stream is half what was there and half what its heads look at
/// on average; without residual paths, nothing of it is what was there. Rows add up to 1.
pub fn rollout(trace: &Trace) -> Vec<f32> {
    let (time, heads) = (trace.tokens().len(), trace.sizes().heads);
    let mut rolled = vec![0.0; time * time];
    rolled.iter_mut().step_by(time + 1).for_each(|it| *it = 1.0);
    for layer in 0..trace.sizes().layers {
        let mut mean = vec![0.0; time * time];
        for head in trace.shares(layer).chunks_exact(time * time) {
            mean.iter_mut().zip(head).for_each(|(sum, share)| *sum += share / heads as f32);
        }
        let own = if trace.sizes().form.has_residual { 1.0 } else { 0.0 };
        rolled = through(&mean, own, &rolled, time);
    }
    rolled
}

/// A + own · I, each row to a sum of 1, times what has been rolled out before.
fn through(attention: &[f32], own: f32, before: &[f32], time: usize) -> Vec<f32> {
    let mut after = vec![0.0; time * time];
    let rows = attention.chunks_exact(time).zip(after.chunks_exact_mut(time));
    for (query, (attention, after)) in rows.enumerate() {
        let sum = attention.iter().sum::<f32>() + own;
        for (key, (share, before)) in attention.iter().zip(before.chunks_exact(time)).enumerate() {
            let weight = (share + if key == query { own } else { 0.0 }) / sum;
            after.iter_mut().zip(before).for_each(|(sum, it)| *sum += weight * it);
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::samples::{forms, sizes, weights};
    use crate::reading::{Changes, Edit};
    use crate::transformer::{Form, Placement, Positions};

    #[test]
    fn the_last_answer_is_that_of_the_whole_transformer() {
        for form in forms() {
            let weights = weights(sizes(form));
            let trace = Trace::of(&weights, &[3, 0, 6, 6, 1], &Changes::default()).unwrap();
            let answers = lens(&weights, &trace, 4);
            assert_eq!(answers.len(), 3);
            assert_eq!(answers[2], trace.next());
            assert_ne!(answers[1], trace.next());
            for answer in answers {
                assert!((answer.iter().sum::<f32>() - 1.0).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn before_the_blocks_a_tied_table_is_asked_about_itself() {
        let form = Form {
            positions: Positions::None,
            norm: Placement::After,
            is_tied: true,
            ..Form::default()
        };
        let weights = weights(sizes(form));
        let trace = Trace::of(&weights, &[3, 5], &Changes::default()).unwrap();
        let row = &weights.tokens()[5 * 12..6 * 12];
        let dot = |token: &[f32]| row.iter().zip(token).map(|(a, b)| a * b).sum::<f32>().exp();
        let shares: Vec<f32> = weights.tokens().chunks_exact(12).map(dot).collect();
        let sum: f32 = shares.iter().sum();
        for (found, share) in lens(&weights, &trace, 1)[0].iter().zip(shares) {
            assert!((found - share / sum).abs() < 1e-5);
        }
    }

    #[test]
    fn what_is_looked_at_is_rolled_out_by_halves() {
        let weights = weights(sizes(forms()[0]));
        // Every head of both blocks looks from the second token at the first one alone.
        let edit = |at: usize| Edit { layer: at / 2, head: at % 2, query: 1, key: 0, weight: 1.0 };
        let changes = Changes { edits: (0..4).map(edit).collect(), ..Changes::default() };
        let trace = Trace::of(&weights, &[3, 5, 1], &changes).unwrap();
        let rolled = rollout(&trace);
        for (found, expected) in rolled.iter().zip([1.0, 0.0, 0.0, 0.75, 0.25, 0.0]) {
            assert!((found - expected).abs() < 1e-6, "{rolled:?}");
        }
        assert!((rolled[6..].iter().sum::<f32>() - 1.0).abs() < 1e-6);
    }
}
