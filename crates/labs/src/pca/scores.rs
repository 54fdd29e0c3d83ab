//! What found directions are worth: variance kept, distance from the exact ones, classes told apart.

use figures::Sheet;
use nets::eigen::{dot, multiply};

use super::Directions;
use super::iteration::angle_between;

impl Directions {
    /// Variance of the rows along a direction of length 1.
    pub(super) fn variance_along(&self, direction: &[f64]) -> f64 {
        let mut image = vec![0.0; direction.len()];
        multiply(&self.components.covariance, direction, &mut image);
        dot(direction, &image)
    }

    /// Variance along all found directions together.
    fn kept(&self) -> f64 {
        let vectors = self.iteration.vectors.chunks_exact(self.components.count());
        vectors.map(|vector| self.variance_along(vector)).sum()
    }

    /// Share of all variance that the found directions leave out.
    pub(super) fn lost(&self) -> f64 {
        let total = self.components.total();
        if total > 0.0 { (1.0 - self.kept() / total).max(0.0) } else { 0.0 }
    }

    /// By how much the found directions keep less than the exact ones, or more where those of least
    /// variance are looked for; as a share of all variance.
    pub(super) fn behind(&self) -> f64 {
        let total = self.components.total();
        let exact: f64 = (0..self.count()).map(|it| self.variance_along(self.wanted(it))).sum();
        let sign = if self.is_least { -1.0 } else { 1.0 };
        if total > 0.0 { (sign * (exact - self.kept()) / total).max(0.0) } else { 0.0 }
    }

    /// Degrees between the first found direction and the exact one.
    pub(super) fn angle_off(&self) -> f64 {
        angle_between(&self.found(0), self.wanted(0))
    }

    /// Share of the rows that are nearest to the mean of their own class, seen along the found
    /// directions alone; not a number where there are no classes.
    pub(super) fn accuracy(&self) -> f64 {
        let directions = self.iteration.vectors.chunks_exact(self.components.count());
        let rows = (0..self.sheet.rows()).map(|row| self.sheet.row(row));
        let places: Vec<f64> = rows
            .flat_map(|row| directions.clone().map(|it| self.components.along(row, it)))
            .collect();
        nearest_mean_accuracy(&self.sheet, &places, self.count())
    }
}

/// Share of the rows that are nearest to the mean of their own class: `width` coordinates a row; not
/// a number where there are no classes.
pub(super) fn nearest_mean_accuracy(sheet: &Sheet, places: &[f64], width: usize) -> f64 {
    let classes = sheet.classes.len();
    if classes == 0 {
        return f64::NAN;
    }
    let mut means = vec![0.0; classes * width];
    let mut sizes = vec![0.0; classes];
    for (place, &label) in places.chunks_exact(width).zip(&sheet.labels) {
        let mean = &mut means[usize::from(label) * width..][..width];
        mean.iter_mut().zip(place).for_each(|(sum, it)| *sum += it);
        sizes[usize::from(label)] += 1.0;
    }
    for (mean, size) in means.chunks_exact_mut(width).zip(&sizes) {
        mean.iter_mut().for_each(|it| *it /= f64::max(*size, 1.0));
    }
    let distance = |place: &[f64], class: usize| -> f64 {
        if sizes[class] == 0.0 {
            return f64::INFINITY;
        }
        let gaps = place.iter().zip(&means[class * width..][..width]);
        gaps.map(|(a, b)| (a - b) * (a - b)).sum()
    };
    let is_right = |(place, label): &(&[f64], &u8)| {
        let by_distance = (0..classes).map(|class| (class, distance(place, class)));
        let nearest = by_distance.min_by(|a, b| a.1.total_cmp(&b.1));
        nearest.is_some_and(|(class, _)| class == usize::from(**label))
    };
    let right = places.chunks_exact(width).zip(&sheet.labels).filter(is_right).count();
    right as f64 / sheet.rows() as f64
}
