//! Words that a model makes up, letter by letter.

use nets::language::BOUNDARY;
use nets::random::Random;

use super::learner::Learner;
use super::text::Words;

/// Stream of the seed; every look draws the same numbers, so that words change with the model alone.
const SAMPLES: u64 = 63;

/// Words that are made up.
pub const COUNT: usize = 20;

/// Where a made-up word is to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Among the words to train on.
    Known,
    /// Among those held out.
    HeldOut,
    /// In neither.
    New,
}

impl Origin {
    pub fn name(self) -> &'static str {
        match self {
            Self::Known => "trained on",
            Self::HeldOut => "held out",
            Self::New => "new",
        }
    }
}

/// Made-up words with their origins. A word ends where the model ends it, or at the length of the
/// longest word of the list.
pub fn written(learner: &Learner, words: &Words, heat: f64, seed: u32) -> Vec<(Vec<u8>, Origin)> {
    let mut random = Random::new(seed, SAMPLES);
    let mut chances = vec![0.0; words.alphabet()];
    let mut one = || {
        let mut reading = learner.reading();
        let (mut word, mut token) = (Vec::new(), BOUNDARY);
        while word.len() < words.longest() {
            reading.read(token, heat, &mut chances);
            token = drawn(&chances, f64::from(random.unit()));
            if token == BOUNDARY {
                break;
            }
            word.push(token);
        }
        let origin = if words.train.contains(&word) {
            Origin::Known
        } else if words.held_out.contains(&word) {
            Origin::HeldOut
        } else {
            Origin::New
        };
        (word, origin)
    };
    (0..COUNT).map(|_| one()).collect()
}

/// The letter in whose part of the sum `at` lies.
fn drawn(chances: &[f64], at: f64) -> u8 {
    let mut sum = 0.0;
    for (letter, chance) in chances.iter().enumerate() {
        sum += chance;
        if at < sum {
            return letter as u8;
        }
    }
    BOUNDARY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_drawn_by_their_part() {
        let chances = [0.25, 0.0, 0.5, 0.25];
        let draw = |at: f64| drawn(&chances, at);
        assert_eq!([draw(0.0), draw(0.24), draw(0.25), draw(0.74), draw(0.8)], [0, 0, 2, 2, 3]);
    }
}
