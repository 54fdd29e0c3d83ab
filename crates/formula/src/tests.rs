//! Values against arithmetic written out, and every refusal with its place.

use std::ops::Range;

use proptest::prelude::*;

use super::*;

fn check(text: &str, expect: f64) {
    let formula = Formula::parse(text, &["x", "n", "d"]).unwrap();
    let value = formula.value(&[2.0, 3.0, 5.0]).unwrap();
    assert!((value - expect).abs() <= 1e-15 * expect.abs(), "{text}: {value}, not {expect}");
}

#[test]
fn powers_come_first_and_from_the_right() {
    check("n^2*d", 45.0);
    check("-x^2", -4.0);
    check("x^-1", 0.5);
    check("2^n^x", 512.0);
    check("exp(-x^2/2)", (-2.0_f64).exp());
    check("d - n - x", 0.0);
    check("d / n / x", 5.0 / 6.0);
    check("1.5e3 + .5", 1500.5);
}

#[test]
fn functions_are_those_of_the_list() {
    check("ln(x)", std::f64::consts::LN_2);
    check("log2(x^10)", 10.0);
    check("sqrt(n)", 3.0_f64.sqrt());
    check("abs(x - d)", 3.0);
    check("max(x, d) - min(x, d)", 3.0);
    check("2 * pi", std::f64::consts::TAU);
}

fn refused(text: &str, place: Range<usize>, words: &str) {
    let refusal = Formula::parse(text, &["x", "n"]).unwrap_err();
    assert_eq!(refusal.place, place, "{text}: {refusal}");
    assert!(refusal.words.contains(words), "{text}: {refusal}");
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    refused("  ", 0..0, "nothing yet");
    refused("x + ", 4..4, "missing at the end");
    refused("(x + 1", 0..1, "never closed");
    refused("x + * n", 4..5, "\"*\" cannot stand here");
    refused("2x", 1..2, "a product is written with *");
    refused("xn", 0..2, "xn is not known: there are only x, n");
    refused("x * y", 4..5, "y is not known");
    refused("ln(x - 1) + y", 12..13, "y is not known");
    refused("ln + 1", 0..2, "write ln(…)");
    refused("tanh(x)", 0..4, "there is no function tanh: use exp, ln");
    refused("x(n + 1)", 0..1, "write * between");
    refused("max(x)", 0..6, "arguments");
    refused("max(x, n, 1)", 10..11, "arguments");
    refused("x² + 1", 1..2, "write ^2");
    refused("x × n", 2..3, "write *");
    refused("x ** n", 2..4, "written ^");
    refused("x < n", 2..3, "no meaning");
    refused("x mod n", 2..5, "mod");
    refused(&"x+".repeat(150), 200..300, "300 characters");
    refused(&format!("{}x{}", "(".repeat(60), ")".repeat(60)), 24..25, "nested");
}

#[test]
fn values_that_are_none_are_told() {
    let formula = Formula::parse("ln(x) / n", &["x", "n"]).unwrap();
    assert!(formula.value(&[1.0, 2.0]).is_ok());
    assert!(formula.value(&[-1.0, 2.0]).unwrap_err().words.contains("logarithm"));
    assert!(formula.value(&[1.0, 0.0]).unwrap_err().words.contains("division by zero"));
    let large = Formula::parse("exp(x)", &["x"]).unwrap();
    assert!(large.value(&[1e4]).unwrap_err().words.contains("too large"));
    // That it has no value where everything is 1 does not make it unreadable.
    assert!(Formula::parse("1 / (x - 1)", &["x"]).is_ok());
}

#[test]
fn names_of_variables_are_words() {
    for good in ["n", "d_k", "batch", "x1"] {
        assert_eq!(check_name(good), Ok(()), "{good}");
    }
    for bad in ["", "1x", "d-k", "σ", "ln", "pi", "mod", "a_very_long_name"] {
        assert!(check_name(bad).is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_breaks_it(text in "[ -~×²]{0,60}") {
        if let Ok(formula) = Formula::parse(&text, &["x", "n"]) {
            let _ = formula.value(&[0.5, 3.0]);
        }
    }

    #[test]
    fn sums_and_products_are_those_of_numbers(x in -1e3..1e3_f64, n in -1e3..1e3_f64) {
        let formula = Formula::parse("(x + n)^2 - 2*x*n", &["x", "n"]).unwrap();
        let expect = (x + n) * (x + n) - 2.0 * x * n;
        prop_assert!((formula.value(&[x, n]).unwrap() - expect).abs() <= 1e-9 * (x * x + n * n));
    }
}
