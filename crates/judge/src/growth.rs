//! How a solution's steps and memory grow: a least-squares fit over the classes that interviewers
//! speak of.
//!
//! For each class the model is count ≈ offset + a factor for each of its terms, none below zero (no
//! program takes negative steps), fitted so that the *relative* residuals are least: otherwise the
//! largest size alone would decide. The class named is the slowest growing one that explains the
//! points nearly as well as the best does. Steps are counted, not timed, so that little is left to
//! chance; what noise there is comes from the inputs.
//!
//! With two variables a class of steps may also hold n and m with factors of their own where it
//! bounds them: code that costs n·m walks its n rows too, and on small inputs that is seen. Memory is
//! the most held at once, not a sum over the run, and is fitted to the class alone.

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

/// Classes that memory is told apart by: tables double as they fill, which hides a logarithm, and
/// a logarithm alone is too few bytes to be seen.
const SPACE: [Growth; 5] =
    [Growth::Constant, Growth::Linear, Growth::Quadratic, Growth::Cubic, Growth::Exponential];

/// The same where there are two variables.
const SPACE_OF_TWO: [Growth; 11] = [
    Growth::Constant,
    Growth::Linear,
    Growth::SecondLinear,
    Growth::Sum,
    Growth::Product,
    Growth::Quadratic,
    Growth::SecondQuadratic,
    Growth::QuadraticSum,
    Growth::QuadraticProduct,
    Growth::ProductQuadratic,
    Growth::Cubic,
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
    let classes: &[Growth] = if has_second(points) { &Growth::TWO } else { &Growth::ALL };
    best(classes, points, Extra::Bounded, |point| point.steps)
}

/// Fits the most bytes held beyond the input, at the sizes where they were measured. `None` where
/// these are too few.
#[must_use]
pub fn fit_space(points: &[GrowthPoint]) -> Option<GrowthFit> {
    let measured: Vec<GrowthPoint> =
        points.iter().filter(|point| point.peak_bytes > 0).copied().collect();
    let classes: &[Growth] = if has_second(&measured) { &SPACE_OF_TWO } else { &SPACE };
    best(classes, &measured, Extra::None, |point| point.peak_bytes + SPACE_FLOOR)
}

fn has_second(points: &[GrowthPoint]) -> bool {
    points.iter().any(|point| point.second.is_some())
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

/// What is fitted beside the terms of a class of two variables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extra {
    None,
    /// n and m, where the class bounds them.
    Bounded,
}

fn best(
    classes: &[Growth],
    points: &[GrowthPoint],
    extra: Extra,
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
    let extra = if is_pairs { extra } else { Extra::None };
    let fits: Vec<GrowthFit> =
        classes.iter().map(|&class| fit_class(class, &counted, extra)).collect();
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
fn fit_class(class: Growth, counted: &[Counted], extra: Extra) -> GrowthFit {
    let terms = columns(class, extra);
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
fn columns(class: Growth, extra: Extra) -> Vec<Term> {
    if class == Growth::Constant {
        return Vec::new();
    }
    let mut terms = class.terms().to_vec();
    if extra == Extra::Bounded {
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
