//! Principal components of a table: the eigenvectors of its covariance.

use figures::Sheet;
use nets::eigen;

/// The components of a table, in double precision.
#[derive(Clone, Debug, PartialEq)]
pub struct Components {
    /// Mean of each column.
    pub mean: Vec<f64>,
    /// Covariance of the columns, row by row; divided by rows − 1, as scikit-learn does.
    pub covariance: Vec<f64>,
    /// Variance along each component, largest first.
    pub variances: Vec<f64>,
    /// Component by component, each of length 1.
    pub axes: Vec<f64>,
}

impl Components {
    /// All components of a table of at least two rows.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        let columns = sheet.columns.len();
        let mean = mean(sheet);
        let covariance = covariance(sheet, &mean);
        let eigen = eigen::symmetric(&covariance, columns);
        // Rounding can leave a variance of 0 a little below it.
        let variances = eigen.values.iter().map(|value| value.max(0.0)).collect();
        Self { mean, covariance, variances, axes: eigen.vectors }
    }

    /// Number of columns, and so of components.
    #[must_use]
    pub fn count(&self) -> usize {
        self.mean.len()
    }

    /// One component.
    #[must_use]
    pub fn axis(&self, index: usize) -> &[f64] {
        &self.axes[index * self.count()..(index + 1) * self.count()]
    }

    /// Sum of all variances.
    #[must_use]
    pub fn total(&self) -> f64 {
        (0..self.count()).map(|i| self.covariance[i * self.count() + i]).sum()
    }

    /// A row's coordinate along a direction, measured from the mean.
    #[must_use]
    pub fn along(&self, row: &[f32], direction: &[f64]) -> f64 {
        let terms = row.iter().zip(&self.mean).zip(direction);
        terms.map(|((&value, mean), share)| (f64::from(value) - mean) * share).sum()
    }

    /// A row's first two coordinates, for pictures; the second is 0 where there is one column.
    #[must_use]
    pub fn place(&self, row: &[f32]) -> (f32, f32) {
        let second = if self.count() > 1 { self.along(row, self.axis(1)) } else { 0.0 };
        (self.along(row, self.axis(0)) as f32, second as f32)
    }
}

fn mean(sheet: &Sheet) -> Vec<f64> {
    let mut mean = vec![0.0; sheet.columns.len()];
    for row in 0..sheet.rows() {
        mean.iter_mut().zip(sheet.row(row)).for_each(|(sum, &value)| *sum += f64::from(value));
    }
    mean.iter_mut().for_each(|sum| *sum /= sheet.rows().max(1) as f64);
    mean
}

fn covariance(sheet: &Sheet, mean: &[f64]) -> Vec<f64> {
    let columns = mean.len();
    let mut sums = vec![0.0; columns * columns];
    let mut centred = vec![0.0; columns];
    for row in 0..sheet.rows() {
        for ((entry, &value), mean) in centred.iter_mut().zip(sheet.row(row)).zip(mean) {
            *entry = f64::from(value) - mean;
        }
        for (&a, line) in centred.iter().zip(sums.chunks_exact_mut(columns)) {
            line.iter_mut().zip(&centred).for_each(|(sum, b)| *sum += a * b);
        }
    }
    let share = 1.0 / sheet.rows().saturating_sub(1).max(1) as f64;
    sums.iter_mut().for_each(|sum| *sum *= share);
    sums
}
