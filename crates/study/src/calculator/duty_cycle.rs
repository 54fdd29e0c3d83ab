//! Energy of two stages: one that always listens, and one that it wakes.

use serde::Serialize;

use super::field::{Limits, Trouble, inputs};
use super::value::Value;
use super::{Description, Formula};

inputs! {
    /// A battery, and what two stages draw from it.
    DutyCycle {
        battery_watt_hours: "Battery", "Wh", 15.0, Limits::positive(1e6);
        always_on_milliwatts: "First stage, always on", "mW", 1.0, Limits::from(0.0, 1e7);
        second_stage_milliwatts: "Second stage while it runs", "mW", 400.0, Limits::from(0.0, 1e7);
        second_stage_milliseconds: "Second stage per wake", "ms", 800.0, Limits::from(0.0, 3.6e6);
        wakes_per_hour: "Wakes per hour", "/h", 6.0, Limits::from(0.0, 1e7);
    }
}

/// What listening costs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DutyCycleResult {
    /// Both stages, averaged over time.
    pub average_milliwatts: f64,
    /// The second stage's part of it.
    pub second_stage_average_milliwatts: f64,
    /// The share of time that the second stage runs.
    pub second_stage_share_of_time: f64,
    /// The share of a full battery that a day takes.
    pub battery_share_per_day: f64,
    /// Days until a full battery is empty, if nothing else drew from it.
    pub days_on_a_charge: f64,
    /// Energy of one wake.
    pub millijoules_per_wake: f64,
    /// The share of a full battery that one more wake an hour takes in a day.
    pub battery_share_per_day_of_one_wake_per_hour: f64,
}

pub(super) const DESCRIPTION: Description = Description {
    name: "duty-cycle-energy",
    title: "Energy of two stages",
    question: "What does listening cost the battery, and what does a false wake?",
    fields: DutyCycle::FIELDS,
    formulas: &[
        Formula {
            text: "average power = always on + second stage × seconds per wake × wakes per hour ÷ 3600",
            source: "",
        },
        Formula { text: "share per day = average power × 24 h ÷ battery", source: "" },
    ],
};

impl DutyCycle {
    /// # Errors
    /// What is wrong with which field; a second stage that would have to run longer than there is
    /// time; no power at all.
    pub fn calculate(&self) -> Result<DutyCycleResult, Vec<Trouble>> {
        self.in_range()?;
        let share = self.second_stage_milliseconds / 1e3 * self.wakes_per_hour / 3600.0;
        if share > 1.0 {
            let words =
                "The wakes of an hour take more than an hour: fewer wakes, or shorter ones.";
            return Err(vec![Trouble::new("wakes_per_hour", words)]);
        }
        let second = self.second_stage_milliwatts * share;
        let average = self.always_on_milliwatts + second;
        if average < 1e-9 {
            let words = "Nothing draws from the battery: give one stage its power.";
            return Err(vec![Trouble::new("always_on_milliwatts", words)]);
        }
        let milliwatt_hours = self.battery_watt_hours * 1e3;
        let millijoules = self.second_stage_milliwatts * self.second_stage_milliseconds / 1e3;
        Ok(DutyCycleResult {
            average_milliwatts: average,
            second_stage_average_milliwatts: second,
            second_stage_share_of_time: share,
            battery_share_per_day: average * 24.0 / milliwatt_hours,
            days_on_a_charge: milliwatt_hours / average / 24.0,
            millijoules_per_wake: millijoules,
            battery_share_per_day_of_one_wake_per_hour: millijoules / 3600.0 * 24.0
                / milliwatt_hours,
        })
    }
}

impl DutyCycleResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        let percent = |share: f64| share * 100.0;
        vec![
            Value::new(
                "average_milliwatts",
                "Average power",
                "mW",
                self.average_milliwatts,
                "on average",
            ),
            Value::new(
                "second_stage_average_milliwatts",
                "Second stage's part",
                "mW",
                self.second_stage_average_milliwatts,
                "of it for the second stage",
            ),
            Value::new(
                "second_stage_share_of_time",
                "Second stage runs",
                "%",
                percent(self.second_stage_share_of_time),
                "of the time",
            ),
            Value::new(
                "battery_share_per_day",
                "Battery per day",
                "%",
                percent(self.battery_share_per_day),
                "of a full battery a day",
            ),
            Value::new(
                "days_on_a_charge",
                "On one charge",
                "days",
                self.days_on_a_charge,
                "on a charge, if nothing else drew from it",
            ),
            Value::new(
                "millijoules_per_wake",
                "Energy per wake",
                "mJ",
                self.millijoules_per_wake,
                "a wake",
            ),
            Value::new(
                "battery_share_per_day_of_one_wake_per_hour",
                "One more wake per hour",
                "%",
                percent(self.battery_share_per_day_of_one_wake_per_hour),
                "of the battery a day, for one more wake an hour",
            ),
        ]
    }
}
