//! The calculators of design cases: what a budget leaves, before any model is named.
//!
//! Each is a struct of inputs with units in its field names, a struct of results, and the formulas
//! between them with their sources. All can be shown by one form, because each describes its fields,
//! checks them in words, and gives its results with label, unit and a sentence. Megabytes and
//! gigabytes are decimal: 10^6 and 10^9 bytes.

mod ab_test;
mod drift;
mod duty_cycle;
mod federated;
mod field;
mod imbalance;
mod kv_cache;
mod model_size;
mod normal;
mod pipeline;
mod recommender;
mod value;

use serde::{Deserialize, Serialize};

pub use ab_test::{AbTest, AbTestResult, cohens_h, power};
pub use drift::{Drift, DriftResult};
pub use duty_cycle::{DutyCycle, DutyCycleResult};
pub use federated::{FederatedRound, FederatedRoundResult};
pub use field::{Field, Input, Inputs, Limits, Shape, Trouble};
pub use imbalance::{ImbalanceCost, ImbalanceCostResult};
pub use kv_cache::{KvCache, KvCacheResult};
pub use model_size::{ModelSize, ModelSizeResult};
pub use pipeline::{FeaturePipeline, FeaturePipelineResult};
pub use recommender::{RecommenderCapacity, RecommenderCapacityResult};
pub use value::Value;

/// One of the nine, by the name that a case uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Calculator {
    /// Bytes and milliseconds of a model.
    ModelSize,
    /// Power of a first stage that always runs and a second that it wakes.
    DutyCycleEnergy,
    /// Tables and requests of a recommender.
    RecommenderCapacity,
    /// Visitors that a comparison of two rates needs.
    AbTest,
    /// When a distribution has moved.
    Drift,
    /// Memory and pace of a language model that remembers.
    KvCache,
    /// Traffic and energy of a round of federated learning.
    FederatedRound,
    /// Bytes in, kept and read again.
    FeaturePipeline,
    /// What misses and false alerts cost where positives are rare.
    ImbalanceCost,
}

/// A formula as one would write it in a line, and where it is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Formula {
    /// In words and signs: `bytes = parameters × bits ÷ 8`.
    pub text: &'static str,
    /// Paper or book; empty for what is arithmetic.
    pub source: &'static str,
}

/// What a form needs to show a calculator.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Description {
    /// As in a case's `[[calculator]]`.
    pub name: &'static str,
    /// Heading.
    pub title: &'static str,
    /// The question it answers.
    pub question: &'static str,
    /// Its inputs, in order.
    pub fields: &'static [Field],
    /// What it computes.
    pub formulas: &'static [Formula],
}

impl Calculator {
    /// All nine, in the order of the study room.
    pub const ALL: [Self; 9] = [
        Self::ModelSize,
        Self::DutyCycleEnergy,
        Self::RecommenderCapacity,
        Self::AbTest,
        Self::Drift,
        Self::KvCache,
        Self::FederatedRound,
        Self::FeaturePipeline,
        Self::ImbalanceCost,
    ];

    /// The calculator that a case calls `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|calculator| calculator.describe().name == name)
    }

    /// What a form needs to show it.
    #[must_use]
    pub fn describe(self) -> Description {
        match self {
            Self::ModelSize => model_size::DESCRIPTION,
            Self::DutyCycleEnergy => duty_cycle::DESCRIPTION,
            Self::RecommenderCapacity => recommender::DESCRIPTION,
            Self::AbTest => ab_test::DESCRIPTION,
            Self::Drift => drift::DESCRIPTION,
            Self::KvCache => kv_cache::DESCRIPTION,
            Self::FederatedRound => federated::DESCRIPTION,
            Self::FeaturePipeline => pipeline::DESCRIPTION,
            Self::ImbalanceCost => imbalance::DESCRIPTION,
        }
    }

    /// The results for these inputs, by field key; a field that is left out has its default.
    ///
    /// # Errors
    /// What is wrong with which field, in words: all at once, so that a form can show each beside it.
    pub fn calculate(self, inputs: &Inputs) -> Result<Vec<Value>, Vec<Trouble>> {
        Ok(match self {
            Self::ModelSize => ModelSize::read(inputs)?.calculate()?.values(),
            Self::DutyCycleEnergy => DutyCycle::read(inputs)?.calculate()?.values(),
            Self::RecommenderCapacity => RecommenderCapacity::read(inputs)?.calculate()?.values(),
            Self::AbTest => AbTest::read(inputs)?.calculate()?.values(),
            Self::Drift => Drift::read(inputs)?.calculate()?.values(),
            Self::KvCache => KvCache::read(inputs)?.calculate()?.values(),
            Self::FederatedRound => FederatedRound::read(inputs)?.calculate()?.values(),
            Self::FeaturePipeline => FeaturePipeline::read(inputs)?.calculate()?.values(),
            Self::ImbalanceCost => ImbalanceCost::read(inputs)?.calculate()?.values(),
        })
    }
}

#[cfg(test)]
mod tests;
