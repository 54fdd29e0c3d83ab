//! What determines a run of the attention page, and which values make sense.

use super::layout::{Form, Placement, Positions};
use super::tasks::{Rewriting, Task};
use crate::boundary::Invalid;
use crate::hash::fnv1a_of_bytes;

/// Everything that determines a run, bit for bit.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// What the model learns.
    pub task: Task,
    /// Blocks, 1 to 4.
    pub layers: usize,
    /// Attention heads a block, 1 to 8; divides `width`.
    pub heads: usize,
    /// Width of the residual stream, 16 to 128.
    pub width: usize,
    /// What a block and its surroundings are made of.
    pub form: Form,
    /// Sequences in a batch, 1 to 64.
    pub batch_size: usize,
    /// Largest learning rate of the schedule; above 0, at most 1.
    pub learning_rate: f32,
    /// Chance of a number to be dropped in training: of the embeddings, and of what attention and MLP
    /// give; 0 to 0.5.
    pub dropout: f32,
    /// Decides initialisation, batches, what is dropped and the held-out sequences.
    pub seed: u32,
}

impl Default for Settings {
    /// What the attention page opens with.
    fn default() -> Self {
        Self {
            task: Task::Rewrite(Rewriting::Reverse),
            layers: 2,
            heads: 4,
            width: 32,
            form: Form::default(),
            batch_size: 16,
            learning_rate: 0.003,
            dropout: 0.0,
            seed: 7,
        }
    }
}

impl Settings {
    /// Whether a run can be made of these settings.
    ///
    /// # Errors
    /// The first setting that is out of its range, and the range.
    pub fn check(&self) -> Result<(), Invalid> {
        within("layers", self.layers, 1, 4)?;
        within("heads", self.heads, 1, 8)?;
        within("units of width", self.width, 16, 128)?;
        within("sequences in a batch", self.batch_size, 1, 64)?;
        if !self.width.is_multiple_of(self.heads) {
            return Err(Invalid(format!(
                "A width of {} cannot be shared out equally among {} heads.",
                self.width, self.heads
            )));
        }
        let depth = self.width / self.heads;
        if self.form.positions == Positions::Rotary && !depth.is_multiple_of(2) {
            return Err(Invalid(format!(
                "Rotary positions turn pairs of numbers, and a head {depth} wide has no whole pairs."
            )));
        }
        if !(self.learning_rate > 0.0 && self.learning_rate <= 1.0) {
            return Err(Invalid(format!(
                "The learning rate must be above 0 and at most 1; it is {}.",
                self.learning_rate
            )));
        }
        if !(0.0..=0.5).contains(&self.dropout) {
            return Err(Invalid(format!("Dropout goes from 0 to 0.5; it is {}.", self.dropout)));
        }
        Ok(())
    }

    /// A hash of every setting, the same on every machine and for as long as they mean the same.
    pub fn hash(&self) -> u64 {
        let Self { task, layers, heads, width, form, batch_size, learning_rate, dropout, seed } =
            self;
        let Form { positions, norm, has_mlp, has_residual, is_tied } = *form;
        let numbers: [u64; 13] = [
            task.hash(),
            *layers as u64,
            *heads as u64,
            *width as u64,
            match positions {
                Positions::None => 0,
                Positions::Sinusoidal => 1,
                Positions::Learned => 2,
                Positions::Rotary => 3,
                Positions::Distance => 4,
            },
            u64::from(norm == Placement::After),
            u64::from(has_mlp),
            u64::from(has_residual),
            u64::from(is_tied),
            *batch_size as u64,
            u64::from(learning_rate.to_bits()),
            u64::from(dropout.to_bits()),
            u64::from(*seed),
        ];
        fnv1a_of_bytes(numbers.into_iter().flat_map(u64::to_le_bytes))
    }
}

fn within(name: &str, value: usize, low: usize, high: usize) -> Result<(), Invalid> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(Invalid(format!("{low} to {high} {name} fit, not {value}.")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_range_is_held_and_named() {
        let check = |change: fn(&mut Settings), words: &str| {
            let mut settings = Settings::default();
            change(&mut settings);
            let reason = settings.check().map_or_else(|invalid| invalid.0, |()| String::new());
            assert!(reason.contains(words), "{reason:?} lacks {words:?}");
        };
        assert_eq!(Settings::default().check(), Ok(()));
        check(|s| s.layers = 0, "1 to 4 layers fit, not 0");
        check(|s| s.heads = 9, "1 to 8 heads");
        check(|s| s.width = 200, "16 to 128 units of width");
        check(|s| s.batch_size = 65, "1 to 64 sequences");
        check(|s| s.heads = 5, "cannot be shared out equally among 5 heads");
        check(|s| s.learning_rate = f32::NAN, "above 0 and at most 1");
        check(|s| s.dropout = 0.6, "from 0 to 0.5; it is 0.6");
        check(|s| s.dropout = f32::NAN, "from 0 to 0.5");
    }

    #[test]
    fn every_setting_is_in_the_hash() {
        let changes: [fn(&mut Settings); 14] = [
            |_| {},
            |s| s.task = Task::Rewrite(Rewriting::Sort),
            |s| s.task = Task::Repeat,
            |s| s.layers = 3,
            |s| s.heads = 2,
            |s| s.width = 64,
            |s| s.form.positions = Positions::Rotary,
            |s| s.form.norm = Placement::After,
            |s| s.form.has_mlp = false,
            |s| s.form.has_residual = false,
            |s| s.form.is_tied = true,
            |s| s.batch_size = 8,
            |s| s.learning_rate = 0.001,
            |s| (s.dropout, s.seed) = (0.1, 8),
        ];
        let hash = |change: &fn(&mut Settings)| {
            let mut settings = Settings::default();
            change(&mut settings);
            settings.hash()
        };
        let hashes: BTreeSet<u64> = changes.iter().map(hash).collect();
        assert_eq!(hashes.len(), changes.len());
    }
}
