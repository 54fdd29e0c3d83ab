//! What `tests/bench/training.mjs` measures. Feature `bench` only: the module that visitors get
//! exports nothing of this.

use nets::bench::{Classifier, LanguageModel, Slices};
use nets::boundary::{MAP_SIDE, Run, Settings};
use nets::optimiser::Rule;
use wasm_bindgen::prelude::wasm_bindgen;

/// The boundary lab's network on plain slices: two moons, tanh, SGD, batches of 10.
#[wasm_bindgen]
pub struct BoundaryBench(Run);

#[wasm_bindgen]
impl BoundaryBench {
    /// A network with these hidden layers; nothing when they do not fit the lab.
    pub fn open(hidden: &[u8]) -> Option<Self> {
        let settings = Settings {
            hidden: hidden.iter().copied().map(usize::from).collect(),
            rule: Rule::Sgd,
            learning_rate: 0.03,
            batch_size: 10,
            ..Settings::default()
        };
        Run::new(settings).ok().map(Self)
    }

    /// Makes `updates` updates.
    pub fn advance(&mut self, updates: u32) {
        self.0.advance(u64::from(updates));
    }

    /// Computes the decision map; the value in its middle.
    pub fn map(&mut self) -> f32 {
        self.0.map()[MAP_SIDE * MAP_SIDE / 2]
    }
}

/// A dense classifier in burn.
#[wasm_bindgen]
pub struct ClassifierBench(Classifier);

#[wasm_bindgen]
impl ClassifierBench {
    /// Layer sizes, first to last, and the batch.
    pub fn open(sizes: &[u32], batch: u32) -> Self {
        let sizes: Vec<usize> = sizes.iter().map(|&size| size as usize).collect();
        Self(Classifier::new(&sizes, batch as usize))
    }

    /// One Adam update; the loss before it.
    pub fn step(&mut self) -> f32 {
        self.0.step()
    }
}

/// The same on plain slices.
#[wasm_bindgen]
pub struct SlicesBench(Slices);

#[wasm_bindgen]
impl SlicesBench {
    /// Layer sizes, first to last, and the batch.
    pub fn open(sizes: &[u32], batch: u32) -> Self {
        let sizes: Vec<usize> = sizes.iter().map(|&size| size as usize).collect();
        Self(Slices::new(&sizes, batch as usize))
    }

    /// One Adam update; the loss before it.
    pub fn step(&mut self) -> f32 {
        self.0.step()
    }
}

/// A transformer in burn.
#[wasm_bindgen]
pub struct TransformerBench(LanguageModel);

#[wasm_bindgen]
impl TransformerBench {
    /// Width, tokens a sequence, sequences.
    pub fn open(width: u32, time: u32, batch: u32) -> Self {
        Self(LanguageModel::new(width as usize, time as usize, batch as usize))
    }

    /// One AdamW update; the loss before it.
    pub fn step(&mut self) -> f32 {
        self.0.step()
    }
}

/// What does the arithmetic: `burn 0.22, ndarray`.
#[wasm_bindgen]
pub fn engine() -> String {
    nets::device::name().into()
}
