//! Words side by side, padded to one length, and the loss of guessing each next letter.

use crate::rows;

/// Marks the beginning and the end of a word.
pub const BOUNDARY: u8 = 0;

/// Stands where there is nothing to guess.
pub const NONE: u8 = u8::MAX;

/// Words for one update or one examination: each begins with [`BOUNDARY`], and the last thing to
/// guess is [`BOUNDARY`] again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Words.
    pub count: usize,
    /// Tokens of each, filled up.
    pub time: usize,
    /// What is read: `count × time` tokens.
    pub tokens: Vec<u8>,
    /// What comes next at each place, or [`NONE`].
    pub targets: Vec<u8>,
}

impl Words {
    /// These words, without boundaries of their own.
    pub fn of<'a>(words: impl Iterator<Item = &'a [u8]> + Clone) -> Self {
        let time = words.clone().map(|word| word.len() + 1).max().unwrap_or(0);
        let mut batch = Self { time, ..Self::default() };
        for word in words {
            batch.count += 1;
            batch.tokens.push(BOUNDARY);
            batch.tokens.extend(word);
            batch.tokens.resize(batch.count * time, BOUNDARY);
            batch.targets.extend(word);
            batch.targets.push(BOUNDARY);
            batch.targets.resize(batch.count * time, NONE);
        }
        batch
    }

    /// Letters and ends that are to be guessed.
    #[must_use]
    pub fn guesses(&self) -> usize {
        self.targets.iter().filter(|target| **target != NONE).count()
    }
}

/// Sum over all guesses of −ln(chance of what came), in nats, and into `slopes` ∂(mean loss)/∂scores:
/// chance − 1 for what came, chance for the others, over the number of guesses. Calls `each` with the
/// place and its loss.
pub fn cross_entropy(
    scores: &[f32],
    words: &Words,
    slopes: &mut Vec<f32>,
    mut each: impl FnMut(usize, f64),
) {
    let letters = scores.len() / words.targets.len().max(1);
    let share = 1.0 / words.guesses().max(1) as f32;
    slopes.clear();
    slopes.resize(scores.len(), 0.0);
    let rows = scores.chunks_exact(letters).zip(slopes.chunks_exact_mut(letters));
    for ((place, &target), (scores, slopes)) in words.targets.iter().enumerate().zip(rows) {
        if target == NONE {
            continue;
        }
        slopes.copy_from_slice(scores);
        let loss = rows::cross_entropy(slopes, usize::from(target), share);
        each(place, loss);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_filled_up_and_end_with_a_boundary() {
        let list: [&[u8]; 2] = [&[3, 1], &[2]];
        let words = Words::of(list.into_iter());
        assert_eq!((words.count, words.time, words.guesses()), (2, 3, 5));
        assert_eq!(words.tokens, [0, 3, 1, 0, 2, 0]);
        assert_eq!(words.targets, [3, 1, 0, 2, 0, NONE]);
    }

    #[test]
    fn even_scores_cost_the_logarithm_of_the_alphabet() {
        let list: [&[u8]; 2] = [&[3, 1], &[2]];
        let words = Words::of(list.into_iter());
        let (mut slopes, mut losses) = (Vec::new(), Vec::new());
        cross_entropy(&[0.5; 24], &words, &mut slopes, |place, loss| losses.push((place, loss)));
        assert_eq!(losses.iter().map(|it| it.0).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        assert!(losses.iter().all(|it| (it.1 - libm::log(4.0)).abs() < 1e-7));
        // Five guesses: a quarter of a fifth for each letter, less a fifth for the right one.
        assert!((slopes[3] + 0.15).abs() < 1e-7 && (slopes[0] - 0.05).abs() < 1e-7);
        assert_eq!(slopes[20..], [0.0; 4]);
    }
}
