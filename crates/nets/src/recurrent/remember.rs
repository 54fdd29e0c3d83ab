//! Remember the first symbol: a sequence of letters, all drawn at random; after the last of them the
//! network says which came first. Everything but the first letter is there to distract (the latching
//! problem of Bengio, Simard and Frasconi 1994 with letters for numbers).

use super::rows::Rows;
use crate::lane::WIDTH;
use crate::random::Random;

/// Letters of the alphabet, which are the classes, too.
pub const LETTERS: usize = 4;

/// Sequences of one length with their first letters.
#[derive(Clone, Debug)]
pub struct Sequences {
    /// 1 for the letter at a step and 0 for the others: a row a letter, in it step after step, and in
    /// each step the batch.
    pub inputs: Rows,
    /// First letter of each sequence.
    pub labels: Vec<u8>,
    steps: usize,
}

impl Sequences {
    /// Room for `batch` sequences of `steps` letters; `batch` is a multiple of four.
    #[must_use]
    pub fn new(steps: usize, batch: usize) -> Self {
        let inputs = Rows::new(LETTERS, steps * batch / WIDTH);
        Self { inputs, labels: vec![0; batch], steps }
    }

    /// Draws every letter anew.
    pub fn draw(&mut self, random: &mut Random) {
        self.inputs.clear();
        let lanes = self.labels.len() / WIDTH;
        for (sequence, label) in self.labels.iter_mut().enumerate() {
            for step in 0..self.steps {
                let letter = random.below(LETTERS);
                let place = step * lanes + sequence / WIDTH;
                self.inputs.row_mut(letter)[place].0[sequence % WIDTH] = 1.0;
                if step == 0 {
                    *label = letter as u8;
                }
            }
        }
    }

    /// The letters of one sequence.
    #[must_use]
    pub fn letters(&self, sequence: usize) -> Vec<u8> {
        let lanes = self.labels.len() / WIDTH;
        let is_at = |step: usize, letter: usize| {
            let place = step * lanes + sequence / WIDTH;
            self.inputs.row(letter)[place].0[sequence % WIDTH] > 0.0
        };
        let letter = |step: usize| (0..LETTERS).find(|&letter| is_at(step, letter)).unwrap_or(0);
        (0..self.steps).map(|step| letter(step) as u8).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_is_the_first_letter_and_every_step_has_one() {
        let mut sequences = Sequences::new(6, 40);
        sequences.draw(&mut Random::new(1, 0));
        sequences.draw(&mut Random::new(2, 0));
        let mut seen = [0; LETTERS];
        for (sequence, &label) in sequences.labels.iter().enumerate() {
            assert_eq!(sequences.letters(sequence)[0], label);
            seen[usize::from(label)] += 1;
        }
        assert!(seen.iter().all(|&count| count > 3), "{seen:?}");
        let sum: f32 = sequences.inputs.iter().flatten().map(|lane| lane.sum()).sum();
        assert_eq!(sum, 6.0 * 40.0);
    }
}
