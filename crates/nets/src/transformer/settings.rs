//! What determines a run of the attention page, and which values make sense.

use super::tasks::Task;
use crate::boundary::Invalid;

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
    /// Sequences in a batch, 1 to 64.
    pub batch_size: usize,
    /// Largest learning rate of the schedule; above 0, at most 1.
    pub learning_rate: f32,
    /// Decides initialisation, batches and the held-out sequences.
    pub seed: u32,
}

impl Default for Settings {
    /// What the attention page opens with.
    fn default() -> Self {
        Self {
            task: Task::Reverse,
            layers: 2,
            heads: 4,
            width: 32,
            batch_size: 16,
            learning_rate: 0.003,
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
        if !(self.learning_rate > 0.0 && self.learning_rate <= 1.0) {
            return Err(Invalid(format!(
                "The learning rate must be above 0 and at most 1; it is {}.",
                self.learning_rate
            )));
        }
        Ok(())
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
    }
}
