//! What agrees, what does not, and what is refused in which words.

use proptest::prelude::*;

use super::*;

fn variables(names: &str) -> Vec<String> {
    names.split(' ').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn agree(expected: &str, typed: &str, names: &str) -> bool {
    let names = variables(names);
    let expected = Formula::parse(expected, &names).unwrap();
    assert!(expected.is_comparable());
    formulas_agree(&expected, &Formula::parse(typed, &names).unwrap())
}

#[test]
fn the_same_written_otherwise_agrees() {
    for (expected, typed, names) in [
        ("n^2*d", "d*n*n", "n d"),
        ("n^2*d", "n ** 2 \u{d7} d", "n d"),
        ("n^2*d", "exp(2*ln(n)) \u{b7} d", "n d"),
        ("(n+1)^2", "n^2+2*n+1", "n"),
        ("1/(1+exp(-z))", "exp(z)/(exp(z)+1)", "z"),
        ("sqrt(n^2)", "n", "n"),
        ("log2(n)", "log(n)/log(2)", "n"),
        ("max(0, z)", "(z+abs(z))/2", "z"),
        ("pi*r^2", "r*r*pi", "r"),
        ("-n^2", "0\u{2212}n*n", "n"),
        ("2*m*h", "h*m+m*h", "m h"),
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
        ("e*n", "2.718*n", "n"),
    ] {
        assert!(!agree(expected, typed, names), "{expected} and {typed}");
    }
}

#[test]
fn a_variable_called_e_is_a_variable() {
    assert!(!agree("e*n", "2.718281828459045*n", "e n"));
    assert!(agree("e*n", "2.718281828459045*n", "n"));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    let check = |typed: &str, from: usize, words: &str| {
        let refused = Formula::parse(typed, &variables("n d")).unwrap_err();
        assert!(refused.to_string().contains(words), "{typed}: {refused}");
        assert_eq!(refused.from, from, "{typed}: {refused:?}");
    };
    check("", 0, "Type an answer");
    check("  ", 0, "Type an answer");
    check("n = 3", 2, "\u{201c}=\u{201d} at place 3");
    check("n\u{b2}", 1, "\u{201c}\u{b2}\u{201d} at place 2");
    check("nd", 0, "\u{201c}nd\u{201d} at place 1 is not a variable here. There are: n, d.");
    check("n*x", 2, "\u{201c}x\u{201d} at place 3");
    check("2n", 1, "An operator is missing before place 2");
    check("2 n", 2, "An operator is missing before place 3");
    check("n(d+1)", 1, "An operator is missing before place 2");
    check("(n)(d)", 3, "An operator is missing before place 4");
    check("n+*d", 2, "missing before place 3");
    check("(n+)*d", 3, "missing before place 4");
    check("n*d)", 3, "\u{201c})\u{201d} at place 4");
    check("n, d", 1, "\u{201c},\u{201d} at place 2");
    check("n*", 2, "ends too early");
    check("(n*d", 0, "The bracket at place 1 is never closed");
    check("sin(n)", 0, "\u{201c}sin\u{201d} at place 1 is not a function");
    check("n*exp(n, d)", 2, "exp at place 3 takes exactly one");
    check("n mod d", 2, "\u{201c}mod\u{201d}");
    check("1.2.3*n", 0, "number at place 1");
    check(&format!("{}n", "(".repeat(60)), 24, "nested too deep");
    check(&"n+".repeat(101), 200, "At most 200 characters");
}

#[test]
fn a_value_that_is_not_finite_is_refused() {
    let names = variables("n");
    let formula = Formula::parse("1/(n-1)", &names).unwrap();
    assert_eq!(formula.value(&[3.0]), Ok(0.5));
    assert_eq!(formula.value(&[1.0]).unwrap_err().reason, Reason::NotFinite);
    let never = Formula::parse("ln(0-n)", &names).unwrap();
    assert!(!never.is_comparable());
    assert!(!formulas_agree(&never, &never));
}

proptest! {
    #[test]
    fn nothing_typed_panics(typed in "[-+*/^(),. 0-9a-eln_\u{d7}!%=]{0,40}") {
        let names = variables("a b");
        if let Err(refused) = Formula::parse(&typed, &names) {
            prop_assert!(!refused.to_string().is_empty());
            prop_assert!(refused.from <= refused.to && refused.to <= typed.chars().count() + 1);
        }
    }

    #[test]
    fn a_formula_agrees_with_itself_and_not_with_its_double(
        powers in prop::collection::vec(1u32..4, 2),
        factor in 1u32..50,
    ) {
        let names = variables("a b");
        let text = format!("{factor}*a^{}*b^{}", powers[0], powers[1]);
        let formula = Formula::parse(&text, &names).unwrap();
        prop_assert!(formulas_agree(&formula, &formula));
        let double = Formula::parse(&format!("2*{text}"), &names).unwrap();
        prop_assert!(!formulas_agree(&formula, &double));
    }
}
