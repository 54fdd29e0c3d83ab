//! Causes that are told from the numbers alone: each number of the answer is the expected one after
//! the same transformation.

use protocol::python::Rules;
use protocol::value::Value;

use super::Cause;

/// How near two numbers must be for one to be the transformation of the other.
#[derive(Clone, Copy)]
pub struct Closeness {
    relative: f64,
    absolute: f64,
}

impl Closeness {
    /// Rounding piles up in a transformation, so never closer than 1e-6.
    pub fn of(rules: Rules) -> Self {
        Self { relative: rules.relative.max(1e-6), absolute: rules.absolute.max(1e-9) }
    }

    /// Whether they are as near as that.
    pub fn holds(self, a: f64, b: f64) -> bool {
        (a - b).abs() <= self.absolute + self.relative * a.abs().max(b.abs())
    }
}

/// Largest n that a ratio of n − 1 to n is looked for.
const COUNT_MAX: f64 = 5_000.0;

/// The first transformation that explains every part.
pub fn cause(parts: &[(&Value, &Value)], near: Closeness) -> Option<Cause> {
    let mut cases = Vec::new();
    for (expected, got) in parts {
        let (e, g) = (flat(expected)?, flat(got)?);
        if e.len() != g.len() || !e.iter().chain(&g).all(|number| number.is_finite()) {
            return None;
        }
        cases.push(e.into_iter().zip(g).collect::<Vec<(f64, f64)>>());
    }
    let all = |holds: &dyn Fn(f64, f64) -> bool| cases.iter().flatten().all(|(e, g)| holds(*e, *g));
    let plain: [(Cause, &dyn Fn(f64) -> f64); 6] = [
        (Cause::SignFlipped, &|e| -e),
        (Cause::IntegerDivision, &f64::floor),
        (Cause::IntegerDivision, &f64::trunc),
        (Cause::Complement, &|e| 1.0 - e),
        (Cause::Squared, &|e| e * e),
        (Cause::Rooted, &|e| e.max(0.0).sqrt()),
    ];
    for step in [1.0, -1.0] {
        let is_whole = all(&|e, g| e.fract() == 0.0 && g.fract() == 0.0);
        if is_whole && all(&|e, g| g - e == step) {
            return Some(Cause::OffByOne(step as i8));
        }
    }
    let found = plain.iter().find(|(_, transform)| all(&|e, g| near.holds(transform(e), g)));
    let found = found.map(|(cause, _)| *cause);
    // One number is some multiple of any other: the rest needs two that are wrong alike.
    let is_wrong = |&&(e, g): &&(f64, f64)| !near.holds(e, g);
    if cases.iter().flatten().filter(is_wrong).count() < 2 {
        return found.filter(|it| matches!(it, Cause::SignFlipped | Cause::IntegerDivision));
    }
    found.or_else(|| rounded(&cases)).or_else(|| ratio(&cases, near))
}

fn rounded(cases: &[Vec<(f64, f64)>]) -> Option<Cause> {
    (1..=6).find_map(|digits| {
        let scale = 10_f64.powi(digits);
        let holds = |&(e, g): &(f64, f64)| (g * scale - (e * scale).round()).abs() < 1e-6;
        cases.iter().flatten().all(holds).then_some(Cause::Rounded(digits))
    })
}

/// Causes in which all numbers of a case are off by one factor.
fn ratio(cases: &[Vec<(f64, f64)>], near: Closeness) -> Option<Cause> {
    let ratios: Vec<f64> = cases.iter().map(|case| one_ratio(case, near)).collect::<Option<_>>()?;
    let first = *ratios.first()?;
    let is = |factor: f64| ratios.iter().all(|ratio| near.holds(*ratio, factor));
    let either = |factor: f64| is(factor) || is(1.0 / factor);
    if either(std::f64::consts::LN_2) || either(std::f64::consts::LN_10) || either(10_f64.log2()) {
        return Some(Cause::LogBase);
    }
    if either(180.0 / std::f64::consts::PI) {
        return Some(Cause::AngleUnit);
    }
    if is(first) && ratios.len() > 1 {
        return Some(Cause::Scaled(first));
    }
    if ratios.iter().all(|ratio| is_variance(*ratio, near)) {
        return Some(Cause::OtherVariance);
    }
    let is_count = |ratio: f64| ratio > 1.5 && near.holds(ratio, ratio.round());
    if ratios.iter().all(|it| is_count(*it)) || ratios.iter().all(|it| is_count(1.0 / *it)) {
        return Some(Cause::SumForMean);
    }
    is(first).then_some(Cause::Scaled(first))
}

/// The factor between all numbers of a case, if it is one.
fn one_ratio(case: &[(f64, f64)], near: Closeness) -> Option<f64> {
    let (e, g) = case.iter().max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))?;
    let ratio = g / e;
    let holds = ratio.is_finite() && ratio > 0.0 && !near.holds(ratio, 1.0);
    (holds && case.iter().all(|(e, g)| near.holds(ratio * e, *g))).then_some(ratio)
}

/// Whether a ratio is (n − 1) / n for a whole n, or its root, or the inverse of either.
fn is_variance(ratio: f64, near: Closeness) -> bool {
    let below = if ratio > 1.0 { 1.0 / ratio } else { ratio };
    [below, below * below].into_iter().any(|share| {
        let count = (1.0 / (1.0 - share)).round();
        (2.0..COUNT_MAX).contains(&count) && near.holds(share, (count - 1.0) / count)
    })
}

/// All numbers of lists, tuples and arrays in reading order; `None` if there is anything else, or
/// nothing at all.
pub fn flat(value: &Value) -> Option<Vec<f64>> {
    let mut found = Vec::new();
    collect(value, &mut found)?;
    (!found.is_empty()).then_some(found)
}

fn collect(value: &Value, found: &mut Vec<f64>) -> Option<()> {
    match value {
        Value::Int(digits) => found.push(digits.parse().ok()?),
        Value::Float(number) => found.push(number.0),
        Value::Array(array) if array.dtype != "bool" => {
            found.extend(array.data.iter().map(|it| it.0));
        }
        Value::List(items) | Value::Tuple(items) => {
            for item in items {
                collect(item, found)?;
            }
        }
        _ => return None,
    }
    Some(())
}
