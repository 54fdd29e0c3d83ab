//! Which values count as equal, and what is said of those that do not.

use judge::{DifferenceKind, difference, show};
use protocol::python::{FreeOrder, Rules};
use protocol::value::{ArrayValue, Number, ObjectValue, Value};

const RULES: Rules = Rules {
    relative: 1e-9,
    absolute: 1e-12,
    free_order: FreeOrder::Nowhere,
    same_dtype: false,
    calls: false,
};

/// The difference in one line: place, kind, and what was expected and got.
fn check(expected: &Value, got: &Value, said: &str) {
    let text = match difference(expected, got, RULES) {
        None => "equal".to_owned(),
        Some(found) => format!("result{}: {}", found.place(), words(&found.kind)),
    };
    assert_eq!(text, said, "expected {}, got {}", show(expected), show(got));
}

fn words(kind: &DifferenceKind) -> String {
    match kind {
        DifferenceKind::Value { expected, got, differing, compared, .. } => {
            format!("{} is not {} ({differing} of {compared})", show(got), show(expected))
        }
        DifferenceKind::Type { expected, got } => format!("{got} is not {expected}"),
        DifferenceKind::Length { expected, got } => format!("length {got} is not {expected}"),
        DifferenceKind::Shape { expected, got } => format!("shape {got:?} is not {expected:?}"),
        DifferenceKind::Dtype { expected, got } => format!("dtype {got} is not {expected}"),
        DifferenceKind::MissingKey { key } => format!("no key {}", show(key)),
        DifferenceKind::UnexpectedKey { key } => format!("extra key {}", show(key)),
        DifferenceKind::MissingElement { element } => format!("no element {}", show(element)),
        DifferenceKind::UnexpectedElement { element } => format!("extra element {}", show(element)),
    }
}

fn int(value: i64) -> Value {
    Value::Int(value.to_string())
}

fn float(value: f64) -> Value {
    Value::Float(Number(value))
}

fn text(value: &str) -> Value {
    Value::Str(value.to_owned())
}

fn array(dtype: &str, shape: &[u32], data: &[f64]) -> Value {
    Value::Array(ArrayValue {
        dtype: dtype.to_owned(),
        shape: shape.to_vec(),
        data: data.iter().copied().map(Number).collect(),
    })
}

#[test]
fn numbers_are_equal_by_value() {
    check(&int(1), &float(1.0), "equal");
    check(&float(2.0), &int(2), "equal");
    check(&float(1.0), &float(1.0 + 5e-10), "equal");
    check(&float(1.0), &float(1.0 + 5e-9), "result: 1.000000005 is not 1.0 (1 of 1)");
    check(&float(0.0), &float(-0.0), "equal");
    check(&int(3), &int(4), "result: 4 is not 3 (1 of 1)");
}

#[test]
fn large_integers_are_compared_to_the_last_digit() {
    let large = |digits: &str| Value::Int(digits.to_owned());
    check(&large("100000000000000000000"), &large("100000000000000000000"), "equal");
    check(
        &large("100000000000000000000"),
        &large("100000000000000000001"),
        "result: 100000000000000000001 is not 100000000000000000000 (1 of 1)",
    );
}

#[test]
fn what_is_not_finite_is_equal_to_its_like() {
    check(&float(f64::NAN), &float(f64::NAN), "equal");
    check(&float(f64::INFINITY), &float(f64::INFINITY), "equal");
    check(&float(f64::INFINITY), &float(f64::NEG_INFINITY), "result: -inf is not inf (1 of 1)");
    check(&float(1.0), &float(f64::NAN), "result: nan is not 1.0 (1 of 1)");
    check(&float(f64::INFINITY), &float(1e308), "result: 1e+308 is not inf (1 of 1)");
}

#[test]
fn truth_values_are_no_numbers() {
    check(&int(1), &Value::Bool(true), "result: bool is not int");
    check(&Value::Bool(false), &float(0.0), "result: float is not bool");
    check(&Value::Bool(true), &Value::Bool(false), "result: False is not True (1 of 1)");
}

#[test]
fn a_forgotten_return_is_a_difference_of_types() {
    check(&float(0.5), &Value::None, "result: NoneType is not float");
    check(&Value::None, &Value::None, "equal");
    let generator =
        ObjectValue { type_name: "generator".to_owned(), repr: "<generator object f>".to_owned() };
    check(&Value::List(vec![]), &Value::Object(generator), "result: generator is not list");
}

#[test]
fn lists_and_tuples_are_sequences() {
    let pair = || vec![int(5), Value::List(vec![text("a"), text("b")])];
    check(&Value::Tuple(pair()), &Value::List(pair()), "equal");
    let other = vec![int(5), Value::Tuple(vec![text("a"), text("c")])];
    check(&Value::Tuple(pair()), &Value::Tuple(other), "result[1][1]: 'c' is not 'b' (1 of 1)");
    check(&Value::List(pair()), &Value::List(vec![int(5)]), "result: length 1 is not 2");
    check(&Value::List(vec![]), &text(""), "result: str is not list");
}

#[test]
fn arrays_are_no_lists() {
    let expected = array("float64", &[2], &[1.0, 2.0]);
    check(&expected, &Value::List(vec![int(1), int(2)]), "result: list is not ndarray");
    check(&Value::List(vec![int(1), int(2)]), &expected, "result: ndarray is not list");
}

#[test]
fn arrays_have_a_shape_a_type_and_cells() {
    let expected = array("float64", &[2, 2], &[1.0, 0.5, 0.0, 1.0]);
    check(&expected, &array("float32", &[2, 2], &[1.0, 0.5, 0.0, 1.0]), "equal");
    check(&expected, &array("int64", &[4], &[1.0; 4]), "result: shape [4] is not [2, 2]");
    check(
        &expected,
        &array("float64", &[2, 2], &[1.0, 0.25, 0.0, f64::NAN]),
        "result[0, 1]: 0.25 is not 0.5 (2 of 4)",
    );
    check(
        &array("bool", &[2], &[1.0, 0.0]),
        &array("int64", &[2], &[1.0, 0.0]),
        "result: dtype int64 is not bool",
    );
    check(
        &array("bool", &[2], &[1.0, 0.0]),
        &array("bool", &[2], &[1.0, 1.0]),
        "result[1]: True is not False (1 of 2)",
    );
    check(&array("float64", &[0, 3], &[]), &array("float64", &[0, 3], &[]), "equal");
}

#[test]
fn an_array_without_axes_is_a_number() {
    check(&float(3.0), &array("float64", &[], &[3.0]), "equal");
    check(&array("int64", &[], &[3.0]), &int(3), "equal");
    check(&float(3.0), &array("bool", &[], &[1.0]), "result: bool is not float");
}

#[test]
fn dictionaries_are_compared_without_order() {
    let dict = |pairs: &[(&str, i64)]| {
        Value::Dict(pairs.iter().map(|(key, value)| (text(key), int(*value))).collect())
    };
    let expected = dict(&[("a", 1), ("b", 2)]);
    check(&expected, &dict(&[("b", 2), ("a", 1)]), "equal");
    check(&expected, &dict(&[("b", 3), ("a", 1)]), "result['b']: 3 is not 2 (1 of 1)");
    check(&expected, &dict(&[("a", 1)]), "result: no key 'b'");
    check(&expected, &dict(&[("a", 1), ("b", 2), ("c", 3)]), "result: extra key 'c'");
}

#[test]
fn sets_are_compared_without_order() {
    let set = |values: &[f64]| Value::Set(values.iter().copied().map(float).collect());
    check(&set(&[1.0, 2.0]), &set(&[2.0, 1.0 + 1e-12]), "equal");
    check(&set(&[1.0, 2.0]), &set(&[1.0, 3.0]), "result: no element 2.0");
    check(&set(&[1.0]), &set(&[1.0, 3.0]), "result: extra element 3.0");
}

#[test]
fn the_error_of_a_number_is_told() {
    let found = difference(&float(0.5), &float(0.75), RULES).unwrap();
    let DifferenceKind::Value { error: Some(error), .. } = found.kind else { panic!("{found:?}") };
    assert_eq!((error.absolute, error.relative), (0.25, 0.5));
    let found = difference(&float(0.0), &float(0.75), RULES).unwrap();
    let DifferenceKind::Value { error: Some(error), .. } = found.kind else { panic!("{found:?}") };
    assert_eq!((error.absolute, error.relative), (0.75, f64::INFINITY));
}

#[test]
fn the_largest_difference_is_told_where_it_is_not_the_first() {
    let check = |expected: &Value, got: &Value, told: Option<&str>| {
        let found = difference(expected, got, RULES).unwrap();
        let DifferenceKind::Value { largest, .. } = found.kind else { panic!("{found:?}") };
        let written = largest.map(|it| format!("{} {}", it.step.written(), it.error.absolute));
        assert_eq!(written.as_deref(), told);
    };
    let list = |values: &[f64]| Value::List(values.iter().copied().map(float).collect());
    check(&list(&[1.0, 2.0, 3.0]), &list(&[1.5, 2.0, 5.0]), Some("[2] 2"));
    check(&list(&[1.0, 2.0, 3.0]), &list(&[3.0, 2.0, 5.0]), None);
    check(&list(&[1.0, 2.0]), &list(&[1.5, 2.0]), None);
    let cells = |data: &[f64]| array("float64", &[2, 2], data);
    let (zeros, got) = (cells(&[0.0; 4]), cells(&[0.0, 0.5, f64::NAN, -3.0]));
    check(&zeros, &got, Some("[1, 1] 3"));
}

#[test]
fn the_order_of_a_list_counts_as_the_exercise_says() {
    let same = |free_order, expected: &Value, got: &Value| {
        difference(expected, got, Rules { free_order, ..RULES }).is_none()
    };
    let ints = |values: &[i64]| Value::List(values.iter().copied().map(int).collect());
    let groups = |a: &[i64], b: &[i64]| Value::List(vec![ints(a), ints(b)]);
    let (expected, turned) = (groups(&[1, 2], &[3]), groups(&[3], &[2, 1]));
    assert!(!same(FreeOrder::Nowhere, &expected, &turned));
    assert!(!same(FreeOrder::Outside, &expected, &turned));
    assert!(same(FreeOrder::Outside, &expected, &groups(&[3], &[1, 2])));
    assert!(same(FreeOrder::Everywhere, &expected, &turned));
    let found = difference(
        &ints(&[1, 2]),
        &ints(&[2, 2]),
        Rules { free_order: FreeOrder::Outside, ..RULES },
    );
    assert_eq!(found.unwrap().kind, DifferenceKind::MissingElement { element: int(1) });
}
