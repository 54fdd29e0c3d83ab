//! How a number came about, step by step in its own numbers: `1.10 · 0.718 + 0.0500 = 0.840`.
//!
//! Each step stands on its own: what is left of the sign of equality gives what is right of it, up
//! to the rounding of what is written.

use protocol::attention::look::{Arithmetic, Cell, Kind, Product};

use super::names::Names;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happens in it.
    pub name: String,
    /// In numbers.
    pub text: String,
}

/// Smallest and largest size written without a power of ten.
const PLAIN: std::ops::Range<f64> = 1e-4..1e6;

/// A number with three figures, and at least two decimals: `1.20`, `0.0196`, `12.40`.
#[must_use]
pub fn number(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 || !size.is_finite() {
        return viz::format::decimal(value);
    }
    if !PLAIN.contains(&size) {
        return viz::format::scientific(value);
    }
    let exponent = size.log10().floor() as i32;
    viz::format::fixed(value, (2 - exponent).max(2) as usize)
}

/// The steps that lead to a cell's value; the last one ends with it.
#[must_use]
pub fn steps(cell: &Cell, names: &Names) -> Vec<Step> {
    let value = f64::from(cell.value);
    match &cell.arithmetic {
        Arithmetic::Taken { row } => vec![taken(cell.part.kind, *row, value, names)],
        Arithmetic::Wave { place, rate, is_sine } => wave(*place, (*rate).into(), *is_sine, value),
        Arithmetic::Sum { terms } => sum(terms, value),
        Arithmetic::Normalised { x, mean, deviation, gain, shift } => {
            let [x, mean, deviation, gain, shift] =
                [*x, *mean, *deviation, *gain, *shift].map(f64::from);
            let standard = (x - mean) / deviation;
            vec![
                step("less the row's mean", written(&[x, -mean], x - mean)),
                step(
                    "over its deviation",
                    format!("{} / {} = {}", number(x - mean), number(deviation), number(standard)),
                ),
                step(
                    "gain and shift",
                    format!(
                        "{} · {}{} = {}",
                        number(gain),
                        operand(standard),
                        added(shift),
                        number(value)
                    ),
                ),
            ]
        }
        Arithmetic::Product(product) => multiplied(product, cell.part.kind, value, names),
        Arithmetic::Turned { own, partner, cosine, sine } => {
            let before = result(own);
            let mut steps = multiplied(own, cell.part.kind, before, names);
            let (own, partner) = (before, result(partner));
            steps.push(step("the other of its pair", number(partner)));
            let [cosine, sine] = [*cosine, *sine].map(f64::from);
            let terms = format!(
                "{} · {} + {} · {}",
                number(own),
                operand(cosine),
                operand(partner),
                operand(sine)
            );
            steps.push(step("turned: cosine, sine", format!("{terms} = {}", number(value))));
            steps
        }
        Arithmetic::Softmax { is_masked: true, .. } => vec![
            step("mask", "the key comes after the query: its score becomes −∞".into()),
            step("weight", "exp(−∞) = 0".into()),
        ],
        Arithmetic::Softmax { score, highest, sum, .. } => {
            let [score, highest, sum] = [*score, *highest, *sum].map(f64::from);
            let power = (score - highest).exp();
            let name = if cell.part.kind == Kind::Next { "logit" } else { "score" };
            vec![
                step(name, number(score)),
                step(
                    "less the highest",
                    format!("exp({}) = {}", difference(score, highest), number(power)),
                ),
                step(
                    "over the sum",
                    format!("{} / {} = {}", number(power), number(sum), number(value)),
                ),
            ]
        }
        Arithmetic::Gelu { x } => gelu(f64::from(*x), value),
        Arithmetic::Changed => {
            vec![step("changed", format!("{}: set by a change, not computed", number(value)))]
        }
    }
}

fn step(name: impl Into<String>, text: String) -> Step {
    Step { name: name.into(), text }
}

fn taken(kind: Kind, row: u32, value: f64, names: &Names) -> Step {
    let from = match kind {
        Kind::Places => format!("learned, of place {}", row + 1),
        _ => format!("learned, of token {}", names.token_of_vocabulary(row as usize)),
    };
    step(from, number(value))
}

fn wave(place: u32, rate: f64, is_sine: bool, value: f64) -> Vec<Step> {
    let name = if is_sine { "sin" } else { "cos" };
    let rate = viz::format::fixed(rate, 5);
    vec![
        step("place, from 0", place.to_string()),
        step("radians a place", rate.clone()),
        step("wave", format!("{name}({place} · {rate}) = {}", number(value))),
    ]
}

fn sum(terms: &[(Kind, f32)], value: f64) -> Vec<Step> {
    let numbers: Vec<f64> = terms.iter().map(|(_, number)| f64::from(*number)).collect();
    let of_term = |(kind, term): &(Kind, f32)| step(Names::term(*kind), number((*term).into()));
    let mut steps: Vec<Step> = terms.iter().map(of_term).collect();
    steps.push(step("together", written(&numbers, value)));
    steps
}

fn gelu(x: f64, value: f64) -> Vec<Step> {
    // GELU is x times a share of it; where x is 0, any share gives 0, and Φ(0) is a half.
    let share = if x == 0.0 { 0.5 } else { value / x };
    vec![
        step("before", number(x)),
        step("GELU: x · Φ(x)", format!("{} · {} = {}", number(x), number(share), number(value))),
    ]
}

/// What a product comes to.
fn result(product: &Product) -> f64 {
    let terms: f64 = product.terms.iter().map(|(_, a, b)| f64::from(*a) * f64::from(*b)).sum();
    f64::from(product.scale) * (terms + f64::from(product.rest)) + f64::from(product.bias)
}

fn multiplied(product: &Product, kind: Kind, value: f64, names: &Names) -> Vec<Step> {
    let mut parts = Vec::new();
    let mut steps: Vec<Step> = Vec::new();
    for (index, a, b) in &product.terms {
        let (a, b) = (f64::from(*a), f64::from(*b));
        parts.push(a * b);
        let text = format!("{} · {} = {}", number(a), operand(b), number(a * b));
        steps.push(step(names.inner(kind, *index as usize), text));
    }
    if product.others > 0 {
        parts.push(product.rest.into());
        steps.push(step(format!("{} more", product.others), number(product.rest.into())));
    }
    let (scale, bias) = (f64::from(product.scale), f64::from(product.bias));
    if scale == 1.0 && bias == 0.0 {
        steps.push(step("together", written(&parts, value)));
        return steps;
    }
    let total: f64 = parts.iter().sum();
    steps.push(step("together", written(&parts, total)));
    let scaled = match product.scale {
        1.0 => number(total),
        _ => format!("{} · {}", number(scale), operand(total)),
    };
    let text = format!("{scaled}{} = {}", added(bias), number(value));
    steps.push(step(finish(kind, bias == 0.0, names), text));
    steps
}

/// What is done to the sum of products.
fn finish(kind: Kind, is_scaled_only: bool, names: &Names) -> String {
    let root = format!("over √{}", names.head_width());
    match (kind, is_scaled_only) {
        (Kind::Scores, true) => root,
        (Kind::Scores, false) => format!("{root}, less the distance"),
        _ => "with the bias".into(),
    }
}

/// `1.20 − 0.300 + 0.0500 = 0.950`.
fn written(terms: &[f64], total: f64) -> String {
    let mut text = String::new();
    for (index, term) in terms.iter().enumerate() {
        text.push_str(&if index == 0 { number(*term) } else { joined(*term) });
    }
    format!("{text} = {}", number(total))
}

fn difference(a: f64, b: f64) -> String {
    format!("{}{}", number(a), joined(-b))
}

/// ` + 0.0500` or ` − 0.300`; a nought is left out.
fn added(term: f64) -> String {
    if term == 0.0 { String::new() } else { joined(term) }
}

fn joined(term: f64) -> String {
    let sign = if term < 0.0 { '−' } else { '+' };
    format!(" {sign} {}", number(term.abs()))
}

/// A number after a sign of its own: a negative one needs brackets.
fn operand(value: f64) -> String {
    if value < 0.0 { format!("({})", number(value)) } else { number(value) }
}

#[cfg(test)]
mod tests;
