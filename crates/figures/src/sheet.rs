//! A table of numbers that a visitor brings, after columns were chosen and gaps were filled.

use serde::{Deserialize, Serialize};

/// Rows of features, and a class for each row where there are classes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Names of the features.
    pub columns: Vec<String>,
    /// Row by row, as many values in each as there are columns; all finite.
    pub values: Vec<f32>,
    /// Names of the classes; empty where rows have none.
    pub classes: Vec<String>,
    /// Index into `classes` for each row; empty where rows have none.
    pub labels: Vec<u8>,
}

impl Sheet {
    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.values.len().checked_div(self.columns.len()).unwrap_or(0)
    }

    /// The features of one row.
    #[must_use]
    pub fn row(&self, index: usize) -> &[f32] {
        &self.values[index * self.columns.len()..(index + 1) * self.columns.len()]
    }
}
