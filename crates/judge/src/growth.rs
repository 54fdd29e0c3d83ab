//! How a solution's steps and memory grow: a least-squares fit over the classes that interviewers
//! speak of.
//!
//! For each class the model is count ≈ offset + a factor for each of its terms, none below zero (no
//! program takes negative steps), fitted so that the *relative* residuals are least: otherwise the
//! largest size alone would decide. The class named is the slowest growing one that explains the
//! points nearly as well as the best does. Steps are counted, not timed, so that little is left to
//! chance; what noise there is comes from the inputs.
//!
//! With two variables a class may also hold n and m with factors of their own where it bounds them:
//! code that costs n·m walks its n rows too, and on small inputs that is seen.

use content::{Growth, GrowthTarget, Log, Term};
use protocol::python::GrowthPoint;

use crate::least_squares::{Row, nonnegative};

/// Least number of different sizes that say anything about growth; of pairs with two variables.
const LEAST_SIZES: usize = 3;
const LEAST_PAIRS: usize = 5;

/// A class explains the points if its residual is at most this factor of the best one's…
const NEARLY_AS_GOOD: f64 = 1.5;

/// …or at most this share of the steps, whatever the best one's is.
const GOOD_ENOUGH: f64 = 0.02;

/// Classes that memory is told apart by: tables double as they fill, which hides a logarithm.
const SPACE: [Growth; 6] = [
    Growth::Constant,
    Growth::Logarithmic,
    Growth::Linear,
    Growth::Quadratic,
    Growth::Cubic,
    Growth::Exponential,
];

/// Bytes of little weight, such as frames, iterators and integers past 256. Added to what was
/// measured, so that a hundred bytes more or less say nothing.
const SPACE_FLOOR: u64 = 2_048;

/// How a count grows with the size.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthFit {
    /// The class.
    pub class: Growth,
    /// What does not depend on the size.
    pub offset: f64,
    /// Factors and what they multiply.
    pub parts: Vec<(f64, Term)>,
    /// Root mean square of (fitted − counted) / counted.
    pub residual: f64,
}

impl GrowthFit {
    /// What the fit expects at n, or at n and m.
    #[must_use]
    pub fn count(&self, n: f64, m: f64) -> f64 {
        // In logarithms, so that a factor of 0 beats a function that overflows.
        let parts = self.parts.iter();
        self.offset + parts.map(|(factor, term)| (factor.ln() + term.ln(n, m)).exp()).sum::<f64>()
    }
}

/// Fits counted steps. `None` with too few different sizes.
#[must_use]
pub fn fit(points: &[GrowthPoint]) -> Option<GrowthFit> {
    let has_second = points.iter().any(|point| point.second.is_some());
    let classes: &[Growth] = if has_second { &Growth::TWO } else { &Growth::ALL };
    best(classes, points, |point| point.steps)
}

/// Fits the most bytes held beyond the input. `None` with too few sizes, with two variables, or
/// where nothing was measured.
#[must_use]
pub fn fit_space(points: &[GrowthPoint]) -> Option<GrowthFit> {
    let is_measured = points.iter().any(|point| point.peak_bytes > 0);
    if !is_measured || points.iter().any(|point| point.second.is_some()) {
        return None;
    }
    best(&SPACE, points, |point| point.peak_bytes + SPACE_FLOOR)
}

/// Whether steps grow as the target or slower.
#[must_use]
pub fn meets(target: &GrowthTarget, fit: &GrowthFit) -> bool {
    fit.class.is_within(target.class)
}

/// Whether memory grows as the target or slower; yes where there is none.
#[must_use]
pub fn meets_space(target: &GrowthTarget, fit: &GrowthFit) -> bool {
    target.space.is_none_or(|space| fit.class.is_within(space))
}

fn best(
    classes: &[Growth],
    points: &[GrowthPoint],
    count: impl Fn(&GrowthPoint) -> u64,
) -> Option<GrowthFit> {
    let mut sizes: Vec<(u32, Option<u32>)> =
        points.iter().map(|point| (point.size, point.second)).collect();
    sizes.sort_unstable();
    sizes.dedup();
    let is_pairs = sizes.iter().any(|(_, second)| second.is_some());
    if sizes.len() < if is_pairs { LEAST_PAIRS } else { LEAST_SIZES } {
        return None;
    }
    let counted: Vec<Counted> = points
        .iter()
        .map(|point| Counted {
            n: f64::from(point.size),
            m: f64::from(point.second.unwrap_or(1)),
            count: count(point).max(1) as f64,
        })
        .collect();
    let fits: Vec<GrowthFit> =
        classes.iter().map(|&class| fit_class(class, &counted, is_pairs)).collect();
    let least = fits.iter().map(|fit| fit.residual).fold(f64::INFINITY, f64::min);
    let limit = (least * NEARLY_AS_GOOD).max(GOOD_ENOUGH);
    fits.into_iter().find(|fit| fit.residual <= limit)
}

struct Counted {
    n: f64,
    m: f64,
    count: f64,
}

/// The best fit of one class.
fn fit_class(class: Growth, counted: &[Counted], is_pairs: bool) -> GrowthFit {
    let terms = columns(class, is_pairs);
    // Scaled by the largest value, in logarithms, so that 2ⁿ does not overflow.
    let top = |term: &Term| {
        counted.iter().map(|it| term.ln(it.n, it.m)).fold(f64::NEG_INFINITY, f64::max)
    };
    let tops: Vec<f64> = terms.iter().map(top).collect();
    // Dividing a row by its count turns relative residuals into ordinary ones with target 1.
    let rows: Vec<Row> = counted
        .iter()
        .map(|it| {
            let scaled =
                terms.iter().zip(&tops).map(|(term, top)| (term.ln(it.n, it.m) - top).exp());
            std::iter::once(1.0).chain(scaled).map(|value| value / it.count).collect()
        })
        .collect();
    let (factors, residual) = nonnegative(&rows);
    let parts = terms.into_iter().zip(&tops).zip(&factors[1..]);
    GrowthFit {
        class,
        offset: factors[0],
        parts: parts.map(|((term, top), factor)| (factor * (-top).exp(), term)).collect(),
        residual,
    }
}

/// What is fitted for a class besides the offset.
fn columns(class: Growth, is_pairs: bool) -> Vec<Term> {
    if class == Growth::Constant {
        return Vec::new();
    }
    let mut terms = class.terms().to_vec();
    if is_pairs {
        for small in [Growth::Linear, Growth::SecondLinear] {
            let is_bounded = small.is_within(class) && class.terms().len() == 1;
            let is_plain = class.terms().iter().any(|term| term.log == Log::None);
            if is_bounded && is_plain && small != class {
                terms.extend(small.terms());
            }
        }
    }
    terms
}
