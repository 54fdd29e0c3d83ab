//! What a lab is to everything around it.

use figures::{Finding, Invalid, Measure, Panel, Settings, Sheet};

use crate::history::History;

/// What a lane is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// A value for every control of the lab.
    pub settings: &'a Settings,
    /// The table that the visitor brought, if they did.
    pub own: Option<&'a Sheet>,
}

/// A language that a model can be taken away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Python with PyTorch.
    PyTorch,
    /// Rust with burn.
    Burn,
}

/// A lab: what does not change between runs.
pub trait Lab: Sync {
    /// Name of its folder under `www/content/labs/`.
    fn slug(&self) -> &'static str;

    /// What every lane reports at a step; the first decides whether a lane has diverged.
    fn measures(&self) -> Vec<Measure>;

    /// A lane at step 0.
    ///
    /// # Errors
    /// Which setting cannot be used, in words for the visitor.
    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid>;

    /// A program that makes the same lane and takes it to `step`: the same data, the same first
    /// weights, the same batches, and prints the first measure. `None` where the lab has none.
    fn program(&self, _source: Source<'_>, _step: u64, _language: Language) -> Option<String> {
        None
    }
}

/// One variant in training. Made from an equal [`Source`], two lanes agree in every bit at every
/// step.
pub trait Lane {
    /// One update.
    fn advance(&mut self);

    /// The values of the lab's measures now, in their order. Called at a few hundred steps of a run.
    fn measure(&mut self) -> Vec<f32>;

    /// Everything there is to see now. `history` holds what was measured so far.
    fn panels(&mut self, history: &History) -> Vec<Panel>;

    /// What is right and wrong with this lane, most important first; each claim with its number.
    fn findings(&mut self, history: &History) -> Vec<Finding>;

    /// Takes over settings of live controls, which change what is looked at and not what is learned.
    fn adjust(&mut self, _settings: &Settings) {}

    /// Whether a loss or a weight has stopped being finite. Asked after every update, so it must cost
    /// nothing.
    fn has_diverged(&self) -> bool {
        false
    }

    /// Whether a further update would change nothing.
    fn is_done(&self) -> bool {
        false
    }

    /// Updates in one pass over the training data; 1 where there are no batches.
    fn updates_an_epoch(&self) -> u64 {
        1
    }

    /// Pieces of work whose time is worth showing, such as answering a fixed set of rows. A lab has
    /// no clock: who has one does them by [`Lane::work`] and tells the lane by [`Lane::worked`].
    fn workloads(&self) -> usize {
        0
    }

    /// Does one of them once.
    fn work(&mut self, _index: usize) {}

    /// Takes in how long one of them took, so many times over. Only shown, never learned from.
    fn worked(&mut self, _index: usize, _runs: u32, _milliseconds: f64) {}

    /// Numbers that are learned.
    fn parameter_count(&self) -> usize;

    /// FNV-1a over the bits of all that is learned: equal for equal runs.
    fn weights_hash(&self) -> u64;
}
