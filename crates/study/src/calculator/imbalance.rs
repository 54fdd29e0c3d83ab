//! What misses and false alerts cost where positives are rare.

use serde::Serialize;

use super::field::{Limits, Trouble, inputs};
use super::value::Value;
use super::{Description, Formula};

inputs! {
    /// A detector at one threshold, and what its two mistakes cost.
    ImbalanceCost {
        events_per_day: "Events per day", "/day", 1e6, Limits::positive(1e13);
        prevalence: "Share of positives", "", 0.001, Limits::within(0.0, 1.0);
        true_positive_rate: "Found of the positives", "", 0.8, Limits::from(0.0, 1.0);
        false_positive_rate: "Alerts on negatives", "", 0.01, Limits::from(0.0, 1.0);
        cost_of_miss: "Cost of a miss", "", 100.0, Limits::from(0.0, 1e12);
        cost_of_alert: "Cost of an alert", "", 2.0, Limits::from(0.0, 1e12);
    }
}

/// What a day brings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ImbalanceCostResult {
    /// Alerts, right and wrong.
    pub alerts_per_day: f64,
    /// Positives without an alert.
    pub misses_per_day: f64,
    /// The share of alerts that are right; 0 where there is no alert.
    pub precision: f64,
    /// The harmonic mean of precision and recall; 0 where both are.
    pub f1: f64,
    /// What accuracy would say: the share of right decisions.
    pub accuracy: f64,
    /// Misses and alerts.
    pub cost_per_day: f64,
    /// Without any detector: every positive is missed.
    pub cost_per_day_without: f64,
    /// Where an alert costs as much as it saves: the probability from which on to alert.
    pub threshold: f64,
}

pub(super) const DESCRIPTION: Description = Description {
    name: "imbalance-cost",
    title: "Cost of rare positives",
    question: "How many alerts, how many of them right, and what does a day cost?",
    fields: ImbalanceCost::FIELDS,
    formulas: &[
        Formula {
            text: "precision = TPR × prevalence ÷ (TPR × prevalence + FPR × (1 − prevalence))",
            source: "Bayes' theorem",
        },
        Formula {
            text: "alert if P(positive) ≥ cost of an alert ÷ cost of a miss",
            source: "Elkan, The Foundations of Cost-Sensitive Learning, IJCAI 2001, section 1.3, \
                     for an alert that costs the same whether right or wrong",
        },
    ],
};

impl ImbalanceCost {
    /// Every alert costs, right ones too: somebody looks at it.
    ///
    /// # Errors
    /// What is wrong with which field; a miss that costs nothing.
    pub fn calculate(&self) -> Result<ImbalanceCostResult, Vec<Trouble>> {
        self.in_range()?;
        if self.cost_of_miss == 0.0 {
            let words = "A miss that costs nothing needs no detector.";
            return Err(vec![Trouble::new("cost_of_miss", words)]);
        }
        let positives = self.events_per_day * self.prevalence;
        let negatives = self.events_per_day * (1.0 - self.prevalence);
        let found = positives * self.true_positive_rate;
        let false_alerts = negatives * self.false_positive_rate;
        let (alerts, misses) = (found + false_alerts, positives - found);
        let precision = if alerts > 0.0 { found / alerts } else { 0.0 };
        let both = precision + self.true_positive_rate;
        let f1 = if both > 0.0 { 2.0 * precision * self.true_positive_rate / both } else { 0.0 };
        Ok(ImbalanceCostResult {
            alerts_per_day: alerts,
            misses_per_day: misses,
            precision,
            f1,
            accuracy: (found + negatives - false_alerts) / self.events_per_day,
            cost_per_day: misses * self.cost_of_miss + alerts * self.cost_of_alert,
            cost_per_day_without: positives * self.cost_of_miss,
            threshold: (self.cost_of_alert / self.cost_of_miss).min(1.0),
        })
    }
}

impl ImbalanceCostResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        let worth = if self.cost_per_day < self.cost_per_day_without {
            "a day, less than without a detector"
        } else {
            "a day, no less than without a detector"
        };
        vec![
            Value::new("alerts_per_day", "Alerts", "/day", self.alerts_per_day, "to look at"),
            Value::new("misses_per_day", "Misses", "/day", self.misses_per_day, "not found"),
            Value::new(
                "precision",
                "Precision",
                "%",
                self.precision * 100.0,
                "of the alerts are right",
            ),
            Value::new("f1", "F1", "", self.f1, "at this threshold"),
            Value::new(
                "accuracy",
                "Accuracy",
                "%",
                self.accuracy * 100.0,
                "of all decisions are right, which says little here",
            ),
            Value::new("cost_per_day", "Cost", "/day", self.cost_per_day, worth),
            Value::new(
                "cost_per_day_without",
                "Cost without a detector",
                "/day",
                self.cost_per_day_without,
                "if every positive is missed",
            ),
            Value::new(
                "threshold",
                "Alert from",
                "%",
                self.threshold * 100.0,
                "probability on, if it is calibrated",
            ),
        ]
    }
}
