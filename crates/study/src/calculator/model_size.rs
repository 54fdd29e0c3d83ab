//! Bytes and milliseconds of a model on a device: what bounds it, arithmetic or memory.

use serde::Serialize;

use super::field::{Limits, Trouble, inputs};
use super::value::Value;
use super::{Description, Formula};

inputs! {
    /// A model and the device that it is to run on.
    ModelSize {
        parameters: "Parameters", "", 1e6, Limits::from(1.0, 1e14);
        bits_per_weight: "Bits per weight", "bit", 8.0, Limits::from(1.0, 64.0);
        multiply_adds: "Multiply-adds per inference", "", 5e7, Limits::from(1.0, 1e18);
        giga_multiply_adds_per_second: "Arithmetic that the device sustains", "GMAC/s", 10.0,
            Limits::positive(1e9);
        memory_gigabytes_per_second: "Memory bandwidth", "GB/s", 10.0, Limits::positive(1e6);
    }
}

/// What a model weighs and takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ModelSizeResult {
    /// Weights, in 10^6 bytes.
    pub megabytes: f64,
    /// Time of the arithmetic alone.
    pub arithmetic_milliseconds: f64,
    /// Time to read every weight once.
    pub memory_milliseconds: f64,
    /// The larger of the two.
    pub least_milliseconds: f64,
    /// Arithmetic intensity: multiply-adds for each byte of weights.
    pub multiply_adds_per_byte: f64,
    /// The intensity at which the device is bound by both alike.
    pub balance_multiply_adds_per_byte: f64,
}

pub(super) const DESCRIPTION: Description = Description {
    name: "model-size",
    title: "Model size and latency",
    question: "Does it fit, and what does one inference take at best?",
    fields: ModelSize::FIELDS,
    formulas: &[
        Formula { text: "bytes = parameters × bits ÷ 8", source: "" },
        Formula {
            text: "time ≥ max(multiply-adds ÷ arithmetic, bytes ÷ bandwidth)",
            source: "Williams, Waterman, Patterson, Roofline: An Insightful Visual Performance \
                     Model for Multicore Architectures, CACM 52(4), 2009",
        },
    ],
};

impl ModelSize {
    /// Weights are read once an inference, activations stay in cache: the roofline's bound, not a
    /// measurement.
    ///
    /// # Errors
    /// What is wrong with which field.
    pub fn calculate(&self) -> Result<ModelSizeResult, Vec<Trouble>> {
        self.in_range()?;
        let bytes = self.parameters * self.bits_per_weight / 8.0;
        let arithmetic = self.multiply_adds / (self.giga_multiply_adds_per_second * 1e9) * 1e3;
        let memory = bytes / (self.memory_gigabytes_per_second * 1e9) * 1e3;
        Ok(ModelSizeResult {
            megabytes: bytes / 1e6,
            arithmetic_milliseconds: arithmetic,
            memory_milliseconds: memory,
            least_milliseconds: arithmetic.max(memory),
            multiply_adds_per_byte: self.multiply_adds / bytes,
            balance_multiply_adds_per_byte: self.giga_multiply_adds_per_second
                / self.memory_gigabytes_per_second,
        })
    }
}

impl ModelSizeResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        let bound = if self.arithmetic_milliseconds >= self.memory_milliseconds {
            "at best: arithmetic is the limit"
        } else {
            "at best: reading the weights is the limit"
        };
        vec![
            Value::new("megabytes", "Weights", "MB", self.megabytes, "of weights"),
            Value::new(
                "arithmetic_milliseconds",
                "Arithmetic",
                "ms",
                self.arithmetic_milliseconds,
                "of arithmetic",
            ),
            Value::new(
                "memory_milliseconds",
                "Reading weights",
                "ms",
                self.memory_milliseconds,
                "to read each weight once",
            ),
            Value::new("least_milliseconds", "Latency", "ms", self.least_milliseconds, bound),
            Value::new(
                "multiply_adds_per_byte",
                "Arithmetic intensity",
                "",
                self.multiply_adds_per_byte,
                "multiply-adds for each byte of weights",
            ),
            Value::new(
                "balance_multiply_adds_per_byte",
                "The device's balance",
                "",
                self.balance_multiply_adds_per_byte,
                "multiply-adds a byte, from which on arithmetic is the limit",
            ),
        ]
    }
}
