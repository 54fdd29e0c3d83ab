//! Calculators of design cases: their names, the fields of each, and the numbers that a case sets.
//! What they compute is elsewhere.

use serde::{Deserialize, Serialize};

/// A calculator with the numbers of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preset {
    /// Which.
    pub name: Calculator,
    /// The question that it answers here: text within a line.
    pub why_html: String,
    /// One for each of [`Calculator::fields`], in their order.
    pub inputs: Vec<Input>,
}

/// A field of a calculator, filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// As [`Field::name`].
    pub field: String,
    /// One number; for [`Measure::Shares`] as many as there are bins.
    pub values: Vec<f64>,
}

/// The calculators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Calculator {
    /// Bytes and milliseconds of a model.
    ModelSize,
    /// Energy of two stages, the second woken by the first.
    DutyCycleEnergy,
    /// Memory and requests of a recommender.
    RecommenderCapacity,
    /// Sample size and days of an A/B test.
    AbTest,
    /// How large a drift must be to show.
    Drift,
    /// Memory and speed of a language model that writes.
    KvCache,
    /// Bytes, joules and hours of a round of federated learning.
    FederatedRound,
    /// Storage and throughput of a pipeline.
    FeaturePipeline,
    /// What a rare class costs by its two errors.
    ImbalanceCost,
}

/// A field of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// As authors write it, with its unit.
    pub name: &'static str,
    /// What it may be.
    pub measure: Measure,
}

/// What a field may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// More than 0.
    Amount,
    /// 0 or more.
    AmountOrNone,
    /// From 0 to 1.
    Share,
    /// A list of shares that make 1 together.
    Shares,
}

const fn amount(name: &'static str) -> Field {
    Field { name, measure: Measure::Amount }
}

const fn or_none(name: &'static str) -> Field {
    Field { name, measure: Measure::AmountOrNone }
}

const fn share(name: &'static str) -> Field {
    Field { name, measure: Measure::Share }
}

const fn shares(name: &'static str) -> Field {
    Field { name, measure: Measure::Shares }
}

const MODEL_SIZE: &[Field] = &[
    amount("parameters"),
    amount("bits_per_weight"),
    amount("multiply_adds"),
    amount("giga_multiply_adds_per_second"),
    amount("memory_gigabytes_per_second"),
];

const DUTY_CYCLE_ENERGY: &[Field] = &[
    amount("battery_watt_hours"),
    amount("always_on_milliwatts"),
    amount("second_stage_milliwatts"),
    amount("second_stage_milliseconds"),
    or_none("wakes_per_hour"),
];

const RECOMMENDER_CAPACITY: &[Field] = &[
    amount("users"),
    amount("items"),
    amount("dimensions"),
    amount("bytes_per_number"),
    amount("daily_active_users"),
    amount("requests_per_user_per_day"),
    amount("peak_factor"),
    amount("candidates_per_request"),
];

const AB_TEST: &[Field] = &[
    share("baseline_rate"),
    share("target_rate"),
    share("alpha"),
    share("power"),
    amount("visitors_per_day"),
    share("share_in_test"),
];

const DRIFT: &[Field] = &[
    amount("rows_reference"),
    amount("rows_live"),
    share("alpha"),
    amount("bins"),
    shares("expected"),
    shares("actual"),
];

const KV_CACHE: &[Field] = &[
    amount("layers"),
    amount("kv_heads"),
    amount("head_width"),
    amount("bits_per_number"),
    amount("tokens"),
    amount("weight_gigabytes"),
    amount("memory_gigabytes_per_second"),
];

const FEDERATED_ROUND: &[Field] = &[
    amount("devices"),
    share("share_available"),
    amount("update_megabytes"),
    amount("rounds_per_day"),
    amount("seconds_per_update"),
    amount("device_watts"),
];

const FEATURE_PIPELINE: &[Field] = &[
    amount("events_per_second"),
    amount("bytes_per_event"),
    amount("days_kept"),
    amount("copies"),
    amount("scan_megabytes_per_second"),
    amount("scan_hours"),
];

const IMBALANCE_COST: &[Field] = &[
    amount("events_per_day"),
    share("prevalence"),
    share("true_positive_rate"),
    share("false_positive_rate"),
    or_none("cost_of_miss"),
    or_none("cost_of_alert"),
];

impl Calculator {
    /// All, in the order of lists.
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

    /// In words.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::ModelSize => "model size",
            Self::DutyCycleEnergy => "duty-cycle energy",
            Self::RecommenderCapacity => "recommender capacity",
            Self::AbTest => "A/B test",
            Self::Drift => "drift",
            Self::KvCache => "KV cache",
            Self::FederatedRound => "a federated round",
            Self::FeaturePipeline => "feature pipeline",
            Self::ImbalanceCost => "cost under imbalance",
        }
    }

    /// Its fields, in the order of the form.
    #[must_use]
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::ModelSize => MODEL_SIZE,
            Self::DutyCycleEnergy => DUTY_CYCLE_ENERGY,
            Self::RecommenderCapacity => RECOMMENDER_CAPACITY,
            Self::AbTest => AB_TEST,
            Self::Drift => DRIFT,
            Self::KvCache => KV_CACHE,
            Self::FederatedRound => FEDERATED_ROUND,
            Self::FeaturePipeline => FEATURE_PIPELINE,
            Self::ImbalanceCost => IMBALANCE_COST,
        }
    }
}

impl Measure {
    /// What is wrong with these values, or nothing.
    #[must_use]
    pub fn objection(self, values: &[f64]) -> Option<&'static str> {
        let all = |is_good: fn(f64) -> bool| values.iter().all(|&value| is_good(value));
        let is_one = values.len() == 1;
        match self {
            Self::Amount if !is_one || !all(|it| it.is_finite() && it > 0.0) => {
                Some("must be a number above 0")
            }
            Self::AmountOrNone if !is_one || !all(|it| it.is_finite() && it >= 0.0) => {
                Some("must be a number, 0 or more")
            }
            Self::Share if !is_one || !all(|it| (0.0..=1.0).contains(&it)) => {
                Some("must be a share from 0 to 1")
            }
            Self::Shares if values.len() < 2 || !all(|it| (0.0..=1.0).contains(&it)) => {
                Some("must be a list of at least two shares from 0 to 1")
            }
            Self::Shares if (values.iter().sum::<f64>() - 1.0).abs() > 1e-6 => {
                Some("must add up to 1")
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_held_to_what_they_measure() {
        let check = |measure: Measure, values: &[f64], expect: Option<&str>| {
            assert_eq!(measure.objection(values), expect, "{measure:?} {values:?}");
        };
        check(Measure::Amount, &[0.5], None);
        check(Measure::Amount, &[0.0], Some("must be a number above 0"));
        check(Measure::Amount, &[f64::INFINITY], Some("must be a number above 0"));
        check(Measure::Amount, &[1.0, 2.0], Some("must be a number above 0"));
        check(Measure::AmountOrNone, &[0.0], None);
        check(Measure::AmountOrNone, &[f64::NAN], Some("must be a number, 0 or more"));
        check(Measure::Share, &[1.0], None);
        check(Measure::Share, &[1.5], Some("must be a share from 0 to 1"));
        check(Measure::Shares, &[0.25, 0.75], None);
        check(Measure::Shares, &[0.25, 0.7], Some("must add up to 1"));
        let list = Some("must be a list of at least two shares from 0 to 1");
        check(Measure::Shares, &[1.0], list);
        check(Measure::Shares, &[-0.5, 1.5], list);
    }

    #[test]
    fn no_calculator_has_a_field_twice() {
        for calculator in Calculator::ALL {
            let names: std::collections::BTreeSet<_> =
                calculator.fields().iter().map(|field| field.name).collect();
            assert_eq!(names.len(), calculator.fields().len(), "{calculator:?}");
        }
    }
}
