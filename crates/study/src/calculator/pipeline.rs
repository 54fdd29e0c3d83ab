//! A feature pipeline: bytes that come in, are kept, and are read again.

use serde::Serialize;

use super::field::{Limits, Trouble, inputs};
use super::value::Value;
use super::{Description, Formula};

inputs! {
    /// A stream of events, how long it is kept, and how fast it must be read again.
    FeaturePipeline {
        events_per_second: "Events per second", "/s", 1e5, Limits::positive(1e12);
        bytes_per_event: "Bytes per event", "byte", 1000.0, Limits::positive(1e9);
        days_kept: "Days kept", "days", 90.0, Limits::positive(36500.0);
        copies: "Copies", "", 3.0, Limits::from(1.0, 100.0);
        scan_megabytes_per_second: "One worker reads", "MB/s", 200.0, Limits::positive(1e6);
        scan_hours: "Everything read again in", "h", 6.0, Limits::positive(8760.0);
    }
}

/// What must be taken in, kept and read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FeaturePipelineResult {
    /// What comes in.
    pub ingest_megabytes_per_second: f64,
    /// What comes in on a day, one copy.
    pub terabytes_per_day: f64,
    /// Everything kept, one copy.
    pub terabytes_once: f64,
    /// Everything kept, all copies.
    pub terabytes_stored: f64,
    /// Workers that read one copy of everything in the given time, unrounded.
    pub scan_workers: f64,
    /// Hours that one worker would need.
    pub scan_hours_of_one_worker: f64,
}

pub(super) const DESCRIPTION: Description = Description {
    name: "feature-pipeline",
    title: "A feature pipeline",
    question: "What comes in, what is kept, and how many workers read it again in time?",
    fields: FeaturePipeline::FIELDS,
    formulas: &[
        Formula { text: "stored = events × bytes × 86 400 × days × copies", source: "" },
        Formula { text: "workers = one copy ÷ (bytes per second of one × seconds)", source: "" },
    ],
};

impl FeaturePipeline {
    /// # Errors
    /// What is wrong with which field.
    pub fn calculate(&self) -> Result<FeaturePipelineResult, Vec<Trouble>> {
        self.in_range()?;
        let bytes_per_second = self.events_per_second * self.bytes_per_event;
        let per_day = bytes_per_second * 86_400.0;
        let once = per_day * self.days_kept;
        let hours = once / (self.scan_megabytes_per_second * 1e6) / 3600.0;
        Ok(FeaturePipelineResult {
            ingest_megabytes_per_second: bytes_per_second / 1e6,
            terabytes_per_day: per_day / 1e12,
            terabytes_once: once / 1e12,
            terabytes_stored: once * self.copies / 1e12,
            scan_workers: hours / self.scan_hours,
            scan_hours_of_one_worker: hours,
        })
    }
}

impl FeaturePipelineResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        vec![
            Value::new(
                "ingest_megabytes_per_second",
                "Comes in",
                "MB/s",
                self.ingest_megabytes_per_second,
                "on average",
            ),
            Value::new(
                "terabytes_per_day",
                "Per day",
                "TB",
                self.terabytes_per_day,
                "a day, before copies",
            ),
            Value::new(
                "terabytes_once",
                "Kept, one copy",
                "TB",
                self.terabytes_once,
                "to read again",
            ),
            Value::new(
                "terabytes_stored",
                "Kept, all copies",
                "TB",
                self.terabytes_stored,
                "on disk",
            ),
            Value::new(
                "scan_workers",
                "Workers to read it again",
                "",
                self.scan_workers.ceil(),
                "workers, if none ever waits",
            ),
            Value::new(
                "scan_hours_of_one_worker",
                "One worker alone",
                "h",
                self.scan_hours_of_one_worker,
                "for one worker",
            ),
        ]
    }
}
