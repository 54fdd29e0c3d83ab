//! Whether two formulas mean the same: both are evaluated at the same pseudo-random points.

use formula::Formula;

use crate::random::Random;

/// Points at which two formulas are compared: a third each of [`Spread`].
const POINTS: usize = 48;
/// Points at which the reference must have a value, so that agreement means something.
const LEAST_POINTS: usize = 8;
/// Two values agree when they differ by no more than this share of the larger one.
const RELATIVE: f64 = 1e-6;
/// The same points for everybody, every time.
const SEED: u64 = 0x57a7_e5ee;

/// Whether `typed` gives what `expected` gives wherever `expected` has a value, within 1e-6 of the
/// larger one, at 48 points: numbers between ¼ and 4, shares between 0 and 1, and negative numbers too
/// where `expected` tells signs apart. Both must have been read with the same variables in the same
/// order.
#[must_use]
pub fn formulas_agree(expected: &Formula, typed: &Formula) -> bool {
    let mut compared = 0;
    for point in points(expected) {
        let Ok(wanted) = expected.value(&point) else { continue };
        let Ok(got) = typed.value(&point) else { return false };
        if (wanted - got).abs() > RELATIVE * wanted.abs().max(got.abs()) + f64::MIN_POSITIVE {
            return false;
        }
        compared += 1;
    }
    compared >= LEAST_POINTS
}

/// Whether a reference has values at enough of the points for others to be compared with it. One that
/// has not would refuse every answer.
#[must_use]
pub fn is_comparable(expected: &Formula) -> bool {
    points(expected).iter().filter(|point| expected.value(point).is_ok()).count() >= LEAST_POINTS
}

fn points(formula: &Formula) -> Vec<Vec<f64>> {
    // Sums, products, powers, exponentials and logarithms are the same everywhere if they are on
    // positive numbers; these three are not.
    let with_signs = ["abs", "max", "min"].iter().any(|name| formula.text().contains(name));
    let mut random = Random::new(SEED);
    let mut draw = |spread: Spread| {
        let (share, sign) = (random.unit(), random.unit());
        let size = libm::exp2(4.0 * share - 2.0);
        match spread {
            Spread::Shares => 0.02 + 0.96 * share,
            Spread::Signed if with_signs && sign < 0.5 => -size,
            Spread::Sizes | Spread::Signed => size,
        }
    };
    let width = formula.variables().len();
    let spreads = [Spread::Sizes, Spread::Shares, Spread::Signed].into_iter().cycle();
    spreads.take(POINTS).map(|spread| (0..width).map(|_| draw(spread)).collect()).collect()
}

/// Where the values of a point lie: what a formula speaks of may be a size, a probability, or a
/// number of either sign, and one that asks for a probability has no value elsewhere.
#[derive(Clone, Copy)]
enum Spread {
    Sizes,
    Shares,
    Signed,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(text: &str, names: &str) -> Formula {
        let names: Vec<&str> = names.split_whitespace().collect();
        Formula::parse(text, &names).unwrap()
    }

    fn agree(expected: &str, typed: &str, names: &str) -> bool {
        let expected = parse(expected, names);
        assert!(is_comparable(&expected), "{}", expected.text());
        formulas_agree(&expected, &parse(typed, names))
    }

    #[test]
    fn the_same_written_otherwise_agrees() {
        for (expected, typed, names) in [
            ("n^2*d", "d*n*n", "n d"),
            ("n^2*d", "exp(2*ln(n))*d", "n d"),
            ("(n+1)^2", "n^2+2*n+1", "n"),
            ("1/(1+exp(-z))", "exp(z)/(exp(z)+1)", "z"),
            ("sqrt(n^2)", "n", "n"),
            ("log2(n)", "ln(n)/ln(2)", "n"),
            ("max(0, z)", "(z+abs(z))/2", "z"),
            ("pi*r^2", "r*r*pi", "r"),
            ("-n^2", "0-n*n", "n"),
            ("2*m*h", "h*m+m*h", "m h"),
            ("n-n", "0", "n"),
            ("abs(x)*sqrt(p/(1-p))", "sqrt(p)*abs(x)/sqrt(1-p)", "p x"),
            ("sqrt((p*(1-p)+q*(1-q))/n)", "((p-p^2+q-q^2)/n)^0.5", "n p q"),
            ("12", "3*4", ""),
        ] {
            assert!(agree(expected, typed, names), "{expected} and {typed}");
        }
    }

    #[test]
    fn another_formula_does_not() {
        for (expected, typed, names) in [
            ("n^2*d", "n*d^2", "n d"),
            ("n^2*d", "n^2*d+1e-4", "n d"),
            ("n^2*d", "n^2*d*1.00001", "n d"),
            ("abs(z)", "z", "z"),
            ("max(0, z)", "z", "z"),
            ("min(a, b)", "a", "a b"),
            ("n*(n-1)/2", "n*(n+1)/2", "n"),
            ("n", "1/(n-n)", "n"),
        ] {
            assert!(!agree(expected, typed, names), "{expected} and {typed}");
        }
    }

    #[test]
    fn a_reference_without_values_agrees_with_nothing() {
        let never = parse("ln(0-n)", "n");
        assert!(!is_comparable(&never));
        assert!(!formulas_agree(&never, &never));
    }

    proptest! {
        #[test]
        fn a_product_agrees_with_itself_and_not_with_its_double(
            powers in prop::collection::vec(1u32..4, 2),
            factor in 1u32..50,
        ) {
            let text = format!("{factor}*a^{}*b^{}", powers[0], powers[1]);
            let product = parse(&text, "a b");
            prop_assert!(formulas_agree(&product, &product));
            let double = parse(&format!("2*{text}"), "a b");
            prop_assert!(!formulas_agree(&product, &double));
        }
    }
}
