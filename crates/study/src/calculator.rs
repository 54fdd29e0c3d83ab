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

use content::{Calculator, Preset};
use serde::Serialize;

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

/// What a form needs to show a calculator.
#[must_use]
pub fn describe(calculator: Calculator) -> Description {
    match calculator {
        Calculator::ModelSize => model_size::DESCRIPTION,
        Calculator::DutyCycleEnergy => duty_cycle::DESCRIPTION,
        Calculator::RecommenderCapacity => recommender::DESCRIPTION,
        Calculator::AbTest => ab_test::DESCRIPTION,
        Calculator::Drift => drift::DESCRIPTION,
        Calculator::KvCache => kv_cache::DESCRIPTION,
        Calculator::FederatedRound => federated::DESCRIPTION,
        Calculator::FeaturePipeline => pipeline::DESCRIPTION,
        Calculator::ImbalanceCost => imbalance::DESCRIPTION,
    }
}

/// The results for these inputs, by field key; a field that is left out has its default.
///
/// # Errors
/// What is wrong with which field, in words: all at once, so that a form can show each beside it.
pub fn calculate(calculator: Calculator, inputs: &Inputs) -> Result<Vec<Value>, Vec<Trouble>> {
    Ok(match calculator {
        Calculator::ModelSize => ModelSize::read(inputs)?.calculate()?.values(),
        Calculator::DutyCycleEnergy => DutyCycle::read(inputs)?.calculate()?.values(),
        Calculator::RecommenderCapacity => RecommenderCapacity::read(inputs)?.calculate()?.values(),
        Calculator::AbTest => AbTest::read(inputs)?.calculate()?.values(),
        Calculator::Drift => Drift::read(inputs)?.calculate()?.values(),
        Calculator::KvCache => KvCache::read(inputs)?.calculate()?.values(),
        Calculator::FederatedRound => FederatedRound::read(inputs)?.calculate()?.values(),
        Calculator::FeaturePipeline => FeaturePipeline::read(inputs)?.calculate()?.values(),
        Calculator::ImbalanceCost => ImbalanceCost::read(inputs)?.calculate()?.values(),
    })
}

/// The inputs that a case sets.
#[must_use]
pub fn preset_inputs(preset: &Preset) -> Inputs {
    let fields = describe(preset.name).fields;
    let inputs = preset.inputs.iter().map(|input| {
        let is_list = fields
            .iter()
            .any(|field| field.key == input.field && matches!(field.shape, Shape::Numbers(_)));
        let given = match input.values[..] {
            [number] if !is_list => Input::Number(number),
            _ => Input::Numbers(input.values.clone()),
        };
        (input.field.clone(), given)
    });
    inputs.collect()
}

#[cfg(test)]
mod tests;
