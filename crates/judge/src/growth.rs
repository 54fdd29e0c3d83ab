//! How a solution's steps grow: a least-squares fit over the classes that interviewers speak of.
//!
//! For each class g the model is steps ≈ offset + factor · g(n) with neither below zero (no program
//! takes negative steps), fitted so that the *relative* residuals are least: otherwise the largest
//! size alone would decide. The class named is the slowest growing one that explains the points
//! nearly as well as the best does. Steps are counted, not timed, so that little is left to chance;
//! what noise there is comes from the inputs.

use content::Growth;
use protocol::python::GrowthPoint;

/// Least number of different sizes that say anything about growth.
const LEAST_SIZES: usize = 3;

/// A class explains the points if its residual is at most this factor of the best one's…
const NEARLY_AS_GOOD: f64 = 1.5;

/// …or at most this share of the steps, whatever the best one's is.
const GOOD_ENOUGH: f64 = 0.02;

/// How steps grow with n.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GrowthFit {
    /// The class.
    pub class: Growth,
    /// Steps that do not depend on n.
    pub offset: f64,
    /// Steps for one unit of the class's function.
    pub factor: f64,
    /// Root mean square of (fitted − counted) / counted.
    pub residual: f64,
}

impl GrowthFit {
    /// Steps that the fit expects for inputs of this size.
    #[must_use]
    pub fn steps(&self, size: u32) -> f64 {
        // In logarithms, so that a factor of 0 beats a function that overflows.
        self.offset + (self.factor.ln() + log_growth(self.class, size)).exp()
    }
}

/// Fits counted steps. `None` with fewer than three different sizes.
#[must_use]
pub fn fit(points: &[GrowthPoint]) -> Option<GrowthFit> {
    let mut sizes: Vec<u32> = points.iter().map(|point| point.size).collect();
    sizes.sort_unstable();
    sizes.dedup();
    if sizes.len() < LEAST_SIZES {
        return None;
    }
    let fits: Vec<GrowthFit> = Growth::ALL.iter().map(|&class| fit_class(class, points)).collect();
    let best = fits.iter().map(|fit| fit.residual).fold(f64::INFINITY, f64::min);
    let limit = (best * NEARLY_AS_GOOD).max(GOOD_ENOUGH);
    fits.into_iter().find(|fit| fit.residual <= limit)
}

/// Whether the measured growth is the target or slower growing.
#[must_use]
pub fn meets(target: Growth, fit: &GrowthFit) -> bool {
    fit.class <= target
}

/// The best fit of one class.
fn fit_class(class: Growth, points: &[GrowthPoint]) -> GrowthFit {
    // Scaled by the largest value, in logarithms, so that 2ⁿ does not overflow.
    let logs: Vec<f64> = points.iter().map(|point| log_growth(class, point.size)).collect();
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // Dividing a row by its steps turns relative residuals into ordinary ones with target 1.
    let rows: Vec<[f64; 2]> = points
        .iter()
        .zip(&logs)
        .map(|(point, log)| {
            let counted = (point.steps.max(1)) as f64;
            [1.0 / counted, (log - top).exp() / counted]
        })
        .collect();
    let (offset, factor) =
        if class == Growth::Constant { (on_column(&rows, 0), 0.0) } else { solve(&rows) };
    GrowthFit {
        class,
        offset,
        factor: factor * (-top).exp(),
        residual: residual(&rows, offset, factor),
    }
}

/// Non-negative least squares of `rows · (offset, factor) = 1`. In two dimensions the optimum is
/// the free one if it is allowed, otherwise the better of the two edges.
fn solve(rows: &[[f64; 2]]) -> (f64, f64) {
    let sum = |f: &dyn Fn(&[f64; 2]) -> f64| rows.iter().map(f).sum::<f64>();
    let (aa, ab, bb) = (sum(&|r| r[0] * r[0]), sum(&|r| r[0] * r[1]), sum(&|r| r[1] * r[1]));
    let (a, b) = (sum(&|r| r[0]), sum(&|r| r[1]));
    let determinant = aa * bb - ab * ab;
    if determinant > 1e-12 * aa * bb {
        let (offset, factor) = ((a * bb - b * ab) / determinant, (b * aa - a * ab) / determinant);
        if offset >= 0.0 && factor >= 0.0 {
            return (offset, factor);
        }
    }
    let edges = [(on_column(rows, 0), 0.0), (0.0, on_column(rows, 1))];
    let [flat, steep] = edges.map(|(offset, factor)| residual(rows, offset, factor));
    if flat <= steep { edges[0] } else { edges[1] }
}

/// Least squares with one column alone; both are positive, so the answer is too.
fn on_column(rows: &[[f64; 2]], column: usize) -> f64 {
    let (dot, square) = rows
        .iter()
        .fold((0.0, 0.0), |(dot, square), r| (dot + r[column], square + r[column] * r[column]));
    if square > 0.0 { dot / square } else { 0.0 }
}

fn residual(rows: &[[f64; 2]], offset: f64, factor: f64) -> f64 {
    let squares: f64 = rows.iter().map(|r| (offset * r[0] + factor * r[1] - 1.0).powi(2)).sum();
    (squares / rows.len() as f64).sqrt()
}

/// ln g(n). Sizes below 2 count as 2, so that log n is positive.
fn log_growth(class: Growth, size: u32) -> f64 {
    let n = f64::from(size.max(2));
    match class {
        Growth::Constant => 0.0,
        Growth::Logarithmic => n.ln().ln(),
        Growth::Linear => n.ln(),
        Growth::Linearithmic => n.ln() + n.ln().ln(),
        Growth::Quadratic => 2.0 * n.ln(),
        Growth::Cubic => 3.0 * n.ln(),
        Growth::Exponential => n * std::f64::consts::LN_2,
    }
}
