//! What becomes of a gradient on its way back: through the layers of a deep network, or through the
//! steps of a recurrent one that has to remember.

mod deep;
mod deep_panels;
mod memory;
mod memory_panels;
mod program;
#[cfg(test)]
mod tests;

use figures::{Better, Invalid, Measure, Unit};

use crate::lab::{Lab, Lane, Language, Source};

/// The lab.
pub struct VanishingGradients;

/// Index of each measure.
mod at {
    pub const TRAIN_LOSS: usize = 0;
    pub const TEST_LOSS: usize = 1;
    pub const TRAIN_ACCURACY: usize = 2;
    pub const TEST_ACCURACY: usize = 3;
}

/// What arrives is counted down to this power of ten.
const DECADES_MIN: f32 = -12.0;

impl Lab for VanishingGradients {
    fn slug(&self) -> &'static str {
        "vanishing-gradients"
    }

    fn measures(&self) -> Vec<Measure> {
        let chart = "gradient at the start over that at the end, as a power of ten";
        vec![
            Measure::loss("train-loss", "train", "loss: mean cross-entropy"),
            Measure::loss("test-loss", "test", "loss: mean cross-entropy"),
            Measure::share("train-accuracy", "train", "accuracy"),
            Measure::share("test-accuracy", "test", "accuracy"),
            Measure::new("arrives", "what arrives", chart, Better::Neither, Unit::Number)
                .called("gradient that arrives, as a power of ten"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        Ok(if is_memory(source)? {
            Box::new(memory::Memory::open(source.settings)?)
        } else {
            Box::new(deep::Deep::open(source.settings)?)
        })
    }

    fn program(&self, source: Source<'_>, step: u64, language: Language) -> Option<String> {
        match (is_memory(source).ok()?, language) {
            (false, _) => program::deep(source.settings, step, language).ok(),
            (true, Language::PyTorch) => program::memory(source.settings, step).ok(),
            (true, Language::Burn) => None,
        }
    }
}

/// Whether the way back is through time.
fn is_memory(source: Source<'_>) -> Result<bool, Invalid> {
    source.settings.choice("mode", &[("depth", false), ("memory", true)])
}

/// log₁₀ of the gradient that arrives at the first place over that of the last.
fn decades(first: f32, last: f32) -> f32 {
    if first > 0.0 && last > 0.0 {
        libm::log10f(first / last).max(DECADES_MIN)
    } else {
        DECADES_MIN
    }
}
