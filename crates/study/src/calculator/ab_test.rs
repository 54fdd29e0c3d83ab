//! How many visitors a comparison of two rates needs.

use serde::Serialize;

use super::field::{Limits, Trouble, inputs};
use super::normal::{normal_cdf, normal_quantile};
use super::value::Value;
use super::{Description, Formula};

inputs! {
    /// Two rates to tell apart, and the traffic to do it with.
    AbTest {
        baseline_rate: "Rate today", "", 0.05, Limits::within(0.0, 1.0);
        target_rate: "Rate worth detecting", "", 0.055, Limits::within(0.0, 1.0);
        alpha: "Significance level", "", 0.05, Limits::within(0.0, 0.5);
        power: "Power", "", 0.8, Limits::within(0.0, 1.0);
        visitors_per_day: "Visitors per day", "/day", 10000.0, Limits::positive(1e12);
        share_in_test: "Share of visitors in the test", "", 1.0, Limits::from(1e-6, 1.0);
    }
}

/// What the comparison takes; both arms have the same size.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AbTestResult {
    /// Cohen's h: the distance of the two rates on the scale where their spread is alike.
    pub effect_size: f64,
    /// Visitors an arm by Cohen's h, unrounded.
    pub visitors_per_arm: f64,
    /// Visitors an arm by the unpooled variances of the two rates, unrounded.
    pub visitors_per_arm_unpooled: f64,
    /// Both arms by Cohen's h, each rounded up.
    pub visitors_in_all: f64,
    /// Days until both arms are full.
    pub days: f64,
    /// The power of a test of one week with this traffic.
    pub power_after_a_week: f64,
}

pub(super) const DESCRIPTION: Description = Description {
    name: "ab-test",
    title: "Size of an A/B test",
    question: "How many visitors, and how many days, until the difference can be seen?",
    fields: AbTest::FIELDS,
    formulas: &[
        Formula {
            text: "h = 2 asin √target − 2 asin √baseline",
            source: "Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition, \
                     1988, section 6.2",
        },
        Formula {
            text: "power = Φ(|h| √(n/2) − z) + Φ(−|h| √(n/2) − z), z = Φ⁻¹(1 − α/2): solved for n",
            source: "Two-sided z-test, as statsmodels' NormalIndPower with \
                     proportion_effectsize",
        },
        Formula {
            text: "unpooled: n = (z + Φ⁻¹(power))² (p₁(1 − p₁) + p₂(1 − p₂)) ÷ (p₂ − p₁)²",
            source: "Fleiss, Levin, Paik, Statistical Methods for Rates and Proportions, 3rd \
                     edition, 2003, chapter 4, without continuity correction",
        },
    ],
};

/// Cohen's h of two rates.
#[must_use]
pub fn cohens_h(baseline: f64, target: f64) -> f64 {
    2.0 * libm::asin(target.sqrt()) - 2.0 * libm::asin(baseline.sqrt())
}

/// The power of a two-sided z-test at level `alpha` with `visitors` an arm, for Cohen's h.
#[must_use]
pub fn power(effect_size: f64, visitors: f64, alpha: f64) -> f64 {
    let critical = -normal_quantile(alpha / 2.0);
    let shift = effect_size.abs() * (visitors / 2.0).sqrt();
    normal_cdf(shift - critical) + normal_cdf(-shift - critical)
}

/// The visitors an arm at which [`power`] is `wanted`, by halving: power only grows with them.
fn visitors(effect_size: f64, alpha: f64, wanted: f64) -> f64 {
    let quantiles = normal_quantile(wanted) - normal_quantile(alpha / 2.0);
    // Without the far tail more are needed, never fewer.
    let mut enough = 2.0 * (quantiles.max(1e-9) / effect_size).powi(2);
    while power(effect_size, enough, alpha) < wanted {
        enough *= 2.0;
    }
    let mut few = 0.0;
    for _ in 0..200 {
        let middle = 0.5 * (few + enough);
        if power(effect_size, middle, alpha) < wanted {
            few = middle;
        } else {
            enough = middle;
        }
    }
    enough
}

impl AbTest {
    /// # Errors
    /// What is wrong with which field; two rates that are the same, a power below the level.
    pub fn calculate(&self) -> Result<AbTestResult, Vec<Trouble>> {
        self.in_range()?;
        self.consistent()?;
        let effect_size = cohens_h(self.baseline_rate, self.target_rate);
        let per_arm = visitors(effect_size, self.alpha, self.power);
        let quantiles = normal_quantile(self.power) - normal_quantile(self.alpha / 2.0);
        let variance = |rate: f64| rate * (1.0 - rate);
        let variances = variance(self.baseline_rate) + variance(self.target_rate);
        let difference = self.target_rate - self.baseline_rate;
        let daily = self.visitors_per_day * self.share_in_test;
        let in_all = 2.0 * per_arm.ceil();
        Ok(AbTestResult {
            effect_size,
            visitors_per_arm: per_arm,
            visitors_per_arm_unpooled: quantiles.powi(2) * variances / difference.powi(2),
            visitors_in_all: in_all,
            days: in_all / daily,
            power_after_a_week: power(effect_size, daily * 7.0 / 2.0, self.alpha),
        })
    }

    fn consistent(&self) -> Result<(), Vec<Trouble>> {
        let mut troubles = Vec::new();
        if (self.baseline_rate - self.target_rate).abs() < 1e-9 {
            let words = "The two rates are the same: there is nothing to detect.";
            troubles.push(Trouble::new("target_rate", words));
        }
        if self.power <= self.alpha {
            let words = "The power must be above the significance level: by chance alone a test \
                         is significant that often.";
            troubles.push(Trouble::new("power", words));
        }
        if troubles.is_empty() { Ok(()) } else { Err(troubles) }
    }
}

impl AbTestResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        vec![
            Value::new("effect_size", "Effect size", "", self.effect_size, "(Cohen's h)"),
            Value::new(
                "visitors_per_arm",
                "Visitors per arm",
                "",
                self.visitors_per_arm.ceil(),
                "visitors in each arm",
            ),
            Value::new(
                "visitors_per_arm_unpooled",
                "Visitors per arm, unpooled",
                "",
                self.visitors_per_arm_unpooled.ceil(),
                "by the unpooled variances, to compare",
            ),
            Value::new(
                "visitors_in_all",
                "Visitors in all",
                "",
                self.visitors_in_all,
                "visitors in both arms",
            ),
            Value::new(
                "days",
                "Days",
                "days",
                self.days,
                "of traffic; round up to whole weeks, because weekdays differ",
            ),
            Value::new(
                "power_after_a_week",
                "Power after a week",
                "%",
                self.power_after_a_week * 100.0,
                "chance to see the difference in a test of one week",
            ),
        ]
    }
}
