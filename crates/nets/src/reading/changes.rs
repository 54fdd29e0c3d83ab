//! Interventions: what is made different in a pass, to see what depends on it.

use super::Weights;
use crate::boundary::Invalid;
use crate::transformer::{Positions, Sizes};

/// What is changed in a pass; by default, nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Heads that do not do what they have learned.
    pub heads: Vec<HeadChange>,
    /// Single attention weights that are set.
    pub edits: Vec<Edit>,
    /// The place that each token is told it stands at: for added positions, for turns of queries and
    /// keys, and for distances. What a query may see stays a matter of order.
    pub places: Option<Vec<usize>>,
}

/// A head and what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct HeadChange {
    pub layer: usize,
    pub head: usize,
    pub what: Ablation,
}

/// What becomes of a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ablation {
    /// What it mixes is 0 everywhere (ablation, Michel et al. 2019).
    Removed,
    /// Its queries look at all keys that they may see, at each as much.
    Uniform,
}

/// One attention weight that is set. The row's other weights are scaled so that it still adds up to 1;
/// where all of them are 0, they share the rest equally.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Edit {
    pub layer: usize,
    pub head: usize,
    pub query: usize,
    /// A key that the query may see; an edit of another has no effect.
    pub key: usize,
    /// 0 to 1.
    pub weight: f32,
}

impl Changes {
    pub(super) fn has(&self, layer: usize, head: usize, what: Ablation) -> bool {
        self.heads.contains(&HeadChange { layer, head, what })
    }

    /// Whether shares of this query's row are other than the scores have them.
    pub(super) fn touch(&self, layer: usize, head: usize, query: usize) -> bool {
        self.has(layer, head, Ablation::Uniform)
            || self.edits_of(layer, head, query).next().is_some()
    }

    fn edits_of(&self, layer: usize, head: usize, query: usize) -> impl Iterator<Item = &Edit> {
        self.edits.iter().filter(move |edit| {
            (edit.layer, edit.head, edit.query) == (layer, head, query)
                && edit.key <= query
                && edit.weight.is_finite()
        })
    }

    /// Changes the shares of one query's visible keys, as many as `shares` has.
    pub(super) fn apply(&self, layer: usize, head: usize, shares: &mut [f32]) {
        let query = shares.len() - 1;
        if self.has(layer, head, Ablation::Uniform) {
            shares.fill(1.0 / shares.len() as f32);
        }
        let mut set = vec![None; shares.len()];
        for edit in self.edits_of(layer, head, query) {
            set[edit.key] = Some(edit.weight.clamp(0.0, 1.0));
        }
        if set.iter().any(Option::is_some) {
            redistribute(&set, shares);
        }
    }

    /// The places of these tokens.
    ///
    /// # Errors
    /// [`Invalid`] when there is no token, when one is not of the vocabulary, when there are not as
    /// many told places as tokens, or when a place has no learned vector.
    pub(super) fn places_of(
        &self,
        weights: &Weights,
        tokens: &[u32],
    ) -> Result<Vec<usize>, Invalid> {
        let places = self.places.clone().unwrap_or_else(|| (0..tokens.len()).collect());
        if tokens.is_empty() || places.len() != tokens.len() {
            let (places, tokens) = (places.len(), tokens.len());
            return Err(Invalid(format!("{tokens} tokens cannot stand at {places} places.")));
        }
        check(weights.sizes(), tokens, places.iter().copied())?;
        Ok(places)
    }
}

/// Whether a transformer of these sizes knows these tokens and places.
pub(super) fn check(
    sizes: &Sizes,
    tokens: &[u32],
    mut places: impl Iterator<Item = usize>,
) -> Result<(), Invalid> {
    let Sizes { vocabulary, context, form, .. } = *sizes;
    if let Some(token) = tokens.iter().find(|&&token| token as usize >= vocabulary) {
        return Err(Invalid(format!("Token {token} is not one of {vocabulary}.")));
    }
    let is_learned = form.positions == Positions::Learned;
    match places.find(|&place| is_learned && place >= context) {
        Some(place) => Err(Invalid(format!("It has learned {context} places, not place {place}."))),
        None => Ok(()),
    }
}

/// Shares that are set stay; the others share what is left of 1, in their proportions. Where the set
/// ones take up more than 1, or nobody is left to take the rest, they are scaled, too.
fn redistribute(set: &[Option<f32>], shares: &mut [f32]) {
    let fixed: f32 = set.iter().flatten().sum();
    let others = set.iter().filter(|it| it.is_none()).count();
    let free: f32 = set.iter().zip(&*shares).filter_map(|(it, x)| it.is_none().then_some(x)).sum();
    let left = if others == 0 { 0.0 } else { (1.0 - fixed).max(0.0) };
    let scale = if fixed > 0.0 { (1.0 - left) / fixed } else { 1.0 };
    for (share, set) in shares.iter_mut().zip(set) {
        *share = match set {
            Some(weight) if left > 0.0 => *weight,
            Some(weight) => weight * scale,
            None if free > 0.0 => *share * left / free,
            None => left / others as f32,
        };
    }
    if others == 0 && fixed == 0.0 {
        shares.fill(1.0 / shares.len() as f32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edits: &[(usize, f32)], before: &[f32], after: &[f32]) {
        let edit = |&(key, weight): &(usize, f32)| Edit {
            layer: 1,
            head: 2,
            query: before.len() - 1,
            key,
            weight,
        };
        let changes = Changes { edits: edits.iter().map(edit).collect(), ..Changes::default() };
        let mut shares = before.to_vec();
        changes.apply(1, 2, &mut shares);
        let close = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-6;
        assert!(shares.iter().zip(after).all(close), "{edits:?}: {shares:?}, not {after:?}");
        let mut others = before.to_vec();
        changes.apply(1, 1, &mut others);
        assert_eq!(others, before);
    }

    #[test]
    fn a_row_still_adds_up_to_one() {
        check(&[(0, 0.6)], &[0.2, 0.2, 0.6], &[0.6, 0.1, 0.3]);
        check(&[(0, 0.0)], &[0.2, 0.2, 0.6], &[0.0, 0.25, 0.75]);
        check(&[(2, 1.0)], &[0.2, 0.2, 0.6], &[0.0, 0.0, 1.0]);
        check(&[(2, 0.4)], &[0.0, 0.0, 1.0], &[0.3, 0.3, 0.4]);
        // The later of two edits of one weight is meant.
        check(&[(0, 0.9), (0, 0.6)], &[0.2, 0.2, 0.6], &[0.6, 0.1, 0.3]);
    }

    #[test]
    fn what_takes_more_than_everything_is_scaled() {
        check(&[(0, 1.0), (1, 1.0)], &[0.2, 0.2, 0.6], &[0.5, 0.5, 0.0]);
        check(&[(0, 0.2), (1, 0.2)], &[0.9, 0.1], &[0.5, 0.5]);
        check(&[(0, 0.0), (1, 0.0)], &[0.9, 0.1], &[0.5, 0.5]);
        check(&[(0, 0.3)], &[1.0], &[1.0]);
        check(&[(0, 7.0)], &[0.5, 0.5], &[1.0, 0.0]);
    }

    #[test]
    fn what_may_not_be_seen_cannot_be_looked_at() {
        check(&[(3, 0.5), (9, 0.5), (0, f32::NAN)], &[0.2, 0.2, 0.6], &[0.2, 0.2, 0.6]);
    }
}
