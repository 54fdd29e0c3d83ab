//! Traffic and energy of federated learning, round by round.

use serde::Serialize;

use super::field::{Limits, Trouble, inputs};
use super::value::Value;
use super::{Description, Formula};

inputs! {
    /// A fleet, the update that each device sends, and how often.
    FederatedRound {
        devices: "Devices", "", 1e6, Limits::from(1.0, 1e11);
        share_available: "Share that takes part in a round", "", 0.01, Limits::from(1e-9, 1.0);
        update_megabytes: "Update", "MB", 1.4, Limits::positive(1e6);
        rounds_per_day: "Rounds per day", "/day", 4.0, Limits::positive(1e5);
        seconds_per_update: "Training on the device", "s", 60.0, Limits::from(0.0, 86400.0);
        device_watts: "Power while it trains", "W", 3.0, Limits::from(0.0, 1e4);
    }
}

/// What a round asks of devices and server.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FederatedRoundResult {
    /// Devices in a round.
    pub devices_per_round: f64,
    /// What the server receives in a round.
    pub upload_gigabytes_per_round: f64,
    /// What the server receives in a day.
    pub upload_gigabytes_per_day: f64,
    /// What the server must take in, were a day's updates spread evenly.
    pub server_megabits_per_second: f64,
    /// How often one device takes part in a day, on average.
    pub rounds_per_device_per_day: f64,
    /// Model down and update up, for one device, on average.
    pub megabytes_per_device_per_day: f64,
    /// Energy of one update.
    pub joules_per_update: f64,
    /// Energy of all devices in a day.
    pub fleet_kilowatt_hours_per_day: f64,
}

pub(super) const DESCRIPTION: Description = Description {
    name: "federated-round",
    title: "A round of federated learning",
    question: "What does a round ask of the server, and of one device?",
    fields: FederatedRound::FIELDS,
    formulas: &[
        Formula {
            text: "per round: devices × share × update; the model goes down, the update comes up",
            source: "McMahan et al., Communication-Efficient Learning of Deep Networks from \
                     Decentralized Data, AISTATS 2017, algorithm 1",
        },
        Formula { text: "energy = seconds × watts", source: "" },
    ],
};

impl FederatedRound {
    /// # Errors
    /// What is wrong with which field; fewer than one device a round.
    pub fn calculate(&self) -> Result<FederatedRoundResult, Vec<Trouble>> {
        self.in_range()?;
        let per_round = self.devices * self.share_available;
        if per_round < 1.0 {
            let words = "Less than one device takes part in a round: more devices, or a larger \
                         share.";
            return Err(vec![Trouble::new("share_available", words)]);
        }
        let gigabytes = per_round * self.update_megabytes / 1e3;
        let per_device = self.share_available * self.rounds_per_day;
        let joules = self.seconds_per_update * self.device_watts;
        Ok(FederatedRoundResult {
            devices_per_round: per_round,
            upload_gigabytes_per_round: gigabytes,
            upload_gigabytes_per_day: gigabytes * self.rounds_per_day,
            server_megabits_per_second: gigabytes * self.rounds_per_day * 8e3 / 86_400.0,
            rounds_per_device_per_day: per_device,
            megabytes_per_device_per_day: per_device * 2.0 * self.update_megabytes,
            joules_per_update: joules,
            fleet_kilowatt_hours_per_day: per_round * self.rounds_per_day * joules / 3.6e6,
        })
    }
}

impl FederatedRoundResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        vec![
            Value::new(
                "devices_per_round",
                "Devices per round",
                "",
                self.devices_per_round,
                "devices in a round",
            ),
            Value::new(
                "upload_gigabytes_per_round",
                "Upload per round",
                "GB",
                self.upload_gigabytes_per_round,
                "reach the server in a round",
            ),
            Value::new(
                "upload_gigabytes_per_day",
                "Upload per day",
                "GB",
                self.upload_gigabytes_per_day,
                "reach it in a day",
            ),
            Value::new(
                "server_megabits_per_second",
                "Server's line",
                "Mbit/s",
                self.server_megabits_per_second,
                "if updates came evenly; they come in bursts",
            ),
            Value::new(
                "rounds_per_device_per_day",
                "Rounds per device",
                "/day",
                self.rounds_per_device_per_day,
                "for one device, on average",
            ),
            Value::new(
                "megabytes_per_device_per_day",
                "Traffic per device",
                "MB",
                self.megabytes_per_device_per_day,
                "a day for one device, model down and update up",
            ),
            Value::new(
                "joules_per_update",
                "Energy per update",
                "J",
                self.joules_per_update,
                "for one update",
            ),
            Value::new(
                "fleet_kilowatt_hours_per_day",
                "Energy of the fleet",
                "kWh",
                self.fleet_kilowatt_hours_per_day,
                "a day, all devices together",
            ),
        ]
    }
}
