//! Every step is read back, and its two sides must agree as far as what is written is exact.

use proptest::prelude::*;
use protocol::attention::look::Part;

use super::*;
use crate::attention::{fragment::default_config, inside::samples};

/// A number and how far it may be off.
#[derive(Clone, Copy, Debug)]
struct Rough {
    value: f64,
    error: f64,
}

/// Reads `1.10 · (−0.718) + exp(1.20 − 2.90) / 3.32`; products before sums.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn eat(&mut self, sign: &str) -> bool {
        let text = self.0.trim_start();
        let rest = text.strip_prefix(sign);
        self.0 = rest.unwrap_or(text);
        rest.is_some()
    }

    fn sum(&mut self) -> Rough {
        let mut left = self.product();
        loop {
            let sign = if self.eat("+") {
                1.0
            } else if self.eat("−") {
                -1.0
            } else {
                return left;
            };
            let right = self.product();
            left =
                Rough { value: left.value + sign * right.value, error: left.error + right.error };
        }
    }

    fn product(&mut self) -> Rough {
        let mut left = self.atom();
        loop {
            let is_quotient = self.eat("/");
            if !is_quotient && !self.eat("·") {
                return left;
            }
            let (a, b) = (left, self.atom());
            let spread = |x: Rough| x.error / (x.value.abs() - x.error).max(1e-12);
            let value = if is_quotient { a.value / b.value } else { a.value * b.value };
            let error = if is_quotient {
                (a.error + value.abs() * b.error) / (b.value.abs() - b.error)
                    + value.abs() * spread(b) * spread(b)
            } else {
                a.value.abs() * b.error + b.value.abs() * a.error + a.error * b.error
            };
            left = Rough { value, error };
        }
    }

    fn atom(&mut self) -> Rough {
        for (name, of) in [("sin(", f64::sin as fn(f64) -> f64), ("cos(", f64::cos)] {
            if self.eat(name) {
                let inner = self.sum();
                assert!(self.eat(")"));
                return Rough { value: of(inner.value), error: inner.error };
            }
        }
        if self.eat("exp(") {
            let inner = self.sum();
            assert!(self.eat(")"));
            let value = inner.value.exp();
            return Rough { value, error: value * (inner.error.exp() - 1.0) };
        }
        if self.eat("(") {
            let inner = self.sum();
            assert!(self.eat(")"));
            return inner;
        }
        let sign = if self.eat("−") { -1.0 } else { 1.0 };
        let text = self.0.trim_start();
        let is_part = |letter: char| letter.is_ascii_digit() || letter == '.';
        let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
        let mut power = 0;
        let mut rest = &text[end..];
        if let Some(exponent) = rest.strip_prefix('e') {
            let (negative, digits) =
                exponent.strip_prefix('−').map_or((false, exponent), |digits| (true, digits));
            let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
            power = digits[..length].parse::<i32>().expect("an exponent");
            power = if negative { -power } else { power };
            rest = &digits[length..];
        }
        let digits = &text[..end];
        let places = digits.split_once('.').map_or(0, |(_, after)| after.len() as i32);
        self.0 = rest;
        let is_exact = !digits.contains('.');
        Rough {
            value: sign
                * digits.parse::<f64>().unwrap_or_else(|_| panic!("a number in {text}"))
                * 10f64.powi(power),
            error: if is_exact { 0.0 } else { 0.5 * 10f64.powi(power - places) },
        }
    }
}

/// Reads each equation back; returns the last number written.
fn check_equations(steps: &[Step]) -> f64 {
    let mut last = f64::NAN;
    for step in steps.iter().filter(|step| step.text.contains(" = ")) {
        let (left, right) = step.text.split_once(" = ").expect("an equation");
        let (left, right) = (Reader(left).sum(), Reader(right).sum());
        // f32 keeps seven figures of what the terms cancel to.
        let allowed = 1.0001 * (left.error + right.error) + 1e-6;
        assert!((left.value - right.value).abs() <= allowed, "{step:?}: {left:?} {right:?}");
        last = right.value;
    }
    assert!(last.is_finite(), "no equation in {steps:?}");
    last
}

fn explained(kind: Kind, value: f32, arithmetic: Arithmetic) -> Vec<Step> {
    let config = default_config();
    let inspection = samples::inspection(&config);
    let vocabulary = samples::VOCABULARY.map(String::from);
    let names = Names { config: &config, inspection: &inspection, vocabulary: &vocabulary };
    let part = Part { kind, layer: 0, head: 0 };
    steps(&Cell { part, row: 3, column: 1, value, arithmetic }, &names)
}

fn texts(kind: Kind, value: f32, arithmetic: Arithmetic) -> Vec<String> {
    let step = |step: Step| format!("{}: {}", step.name, step.text);
    explained(kind, value, arithmetic).into_iter().map(step).collect()
}

#[test]
fn numbers_have_three_figures() {
    let written = [1.2, -0.0196, 12.4, 0.0, 1e-5, -12345.678].map(number);
    assert_eq!(written, ["1.20", "−0.0196", "12.40", "0", "1.0e−5", "−12345.68"]);
}

#[test]
fn a_norm_reads_well() {
    let arithmetic =
        Arithmetic::Normalised { x: 0.53, mean: 0.02, deviation: 0.71, gain: 1.1, shift: 0.05 };
    assert_eq!(
        texts(Kind::AttentionNorm, 0.84014, arithmetic),
        [
            "less the row's mean: 0.530 − 0.0200 = 0.510",
            "over its deviation: 0.510 / 0.710 = 0.718",
            "gain and shift: 1.10 · 0.718 + 0.0500 = 0.840"
        ]
    );
}

#[test]
fn a_score_reads_well() {
    let terms = vec![(3, 1.2, 0.9), (0, 0.7, -1.1)];
    let product = Product { terms, rest: 0.12, others: 6, scale: 0.353_553, bias: 0.0 };
    assert_eq!(
        texts(Kind::Scores, 0.152_028, Arithmetic::Product(product.clone())),
        [
            "unit 4: 1.20 · 0.900 = 1.08",
            "unit 1: 0.700 · (−1.10) = −0.770",
            "6 more: 0.120",
            "together: 1.08 − 0.770 + 0.120 = 0.430",
            "over √8: 0.354 · 0.430 = 0.152"
        ]
    );
    let falling = Arithmetic::Product(Product { bias: -0.5, ..product });
    let last = texts(Kind::Scores, -0.347_972, falling).pop();
    assert_eq!(last.as_deref(), Some("over √8, less the distance: 0.354 · 0.430 − 0.500 = −0.348"));
}

#[test]
fn a_share_reads_well() {
    let softmax =
        |is_masked| Arithmetic::Softmax { score: 1.2, highest: 2.9, sum: 3.32, is_masked };
    assert_eq!(
        texts(Kind::Shares, 0.055_025, softmax(false)),
        [
            "score: 1.20",
            "less the highest: exp(1.20 − 2.90) = 0.183",
            "over the sum: 0.183 / 3.32 = 0.0550"
        ]
    );
    let masked = texts(Kind::Shares, 0.0, softmax(true)).join("\n");
    assert!(masked.contains("−∞") && masked.contains("exp(−∞) = 0"), "{masked}");
    assert!(texts(Kind::Next, 0.055_025, softmax(false))[0].starts_with("logit"));
}

#[test]
fn other_cells_say_where_they_come_from() {
    let check = |kind, arithmetic, expect: &str| {
        assert_eq!(texts(kind, 0.31, arithmetic).join("; "), expect);
    };
    check(Kind::Tokens, Arithmetic::Taken { row: 2 }, "learned, of token n: 0.310");
    check(Kind::Places, Arithmetic::Taken { row: 2 }, "learned, of place 3: 0.310");
    let terms = vec![(Kind::Start, 0.4), (Kind::Projected, -0.09)];
    check(
        Kind::AfterAttention,
        Arithmetic::Sum { terms },
        "stream: 0.400; attention: −0.0900; together: 0.400 − 0.0900 = 0.310",
    );
    check(Kind::Shares, Arithmetic::Changed, "changed: 0.310: set by a change, not computed");
}

fn gelu_of(x: f32) -> f32 {
    let inner = (2.0 / std::f32::consts::PI).sqrt() * (x + 0.044_715 * x.powi(3));
    0.5 * x * (1.0 + inner.tanh())
}

fn products() -> impl Strategy<Value = Product> {
    let terms = prop::collection::vec((0u32..32, -3f32..3.0, -3f32..3.0), 1..6);
    (terms, -2f32..2.0, -1f32..1.0).prop_map(|(terms, rest, bias)| Product {
        terms,
        rest,
        others: 7,
        scale: 1.0,
        bias,
    })
}

proptest! {
    #[test]
    fn norms_recombine(x in -3f32..3.0, mean in -1f32..1.0, deviation in 0.02f32..4.0, gain in -2f32..2.0, shift in -1f32..1.0) {
        let value = gain * (x - mean) / deviation + shift;
        let last = check_equations(&explained(Kind::FinalNorm, value, Arithmetic::Normalised { x, mean, deviation, gain, shift }));
        prop_assert!((last - f64::from(value)).abs() <= 0.006 * f64::from(value.abs()).max(1.0));
    }

    #[test]
    fn products_recombine(terms in prop::collection::vec((0u32..32, -3f32..3.0, -3f32..3.0), 1..6), rest in -2f32..2.0, others in 0u32..9, is_score in any::<bool>(), bias in -1f32..1.0) {
        let rest = if others == 0 { 0.0 } else { rest };
        let scale = if is_score { 0.353_553_4 } else { 1.0 };
        let value = scale * (terms.iter().map(|(_, a, b)| a * b).sum::<f32>() + rest) + bias;
        let kind = if is_score { Kind::Scores } else { Kind::Query };
        let last = check_equations(&explained(kind, value, Arithmetic::Product(Product { terms, rest, others, scale, bias })));
        prop_assert!((last - f64::from(value)).abs() <= 0.006 * f64::from(value.abs()).max(1.0));
    }

    #[test]
    fn shares_recombine(scores in prop::collection::vec(-9f32..9.0, 1..9)) {
        let highest = scores.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
        for score in scores {
            let value = (score - highest).exp() / sum;
            let last = check_equations(&explained(Kind::Shares, value, Arithmetic::Softmax { score, highest, sum, is_masked: false }));
            prop_assert!((last - f64::from(value)).abs() <= 0.006);
        }
    }

    #[test]
    fn turns_recombine(own in products(), partner in products(), angle in 0f32..60.0) {
        let (sine, cosine) = angle.sin_cos();
        let value = (result(&own) as f32) * cosine + (result(&partner) as f32) * sine;
        check_equations(&explained(Kind::Query, value, Arithmetic::Turned { own, partner, cosine, sine }));
    }

    #[test]
    fn waves_recombine(place in 0u32..64, rate in 0.0001f32..1.0, is_sine in any::<bool>()) {
        let angle = f64::from(place) * f64::from(rate);
        let value = if is_sine { angle.sin() } else { angle.cos() };
        check_equations(&explained(Kind::Places, value as f32, Arithmetic::Wave { place, rate, is_sine }));
    }

    #[test]
    fn gelu_recombines(x in -6f32..6.0) {
        check_equations(&explained(Kind::Activated, gelu_of(x), Arithmetic::Gelu { x }));
    }
}
