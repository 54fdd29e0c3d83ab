//! Values as Python writes them.

use judge::show;
use protocol::value::{ArrayValue, Number, Value};

fn check(value: &Value, written: &str) {
    assert_eq!(show(value), written);
}

fn float(value: f64) -> Value {
    Value::Float(Number(value))
}

fn ints(values: impl IntoIterator<Item = i64>) -> Vec<Value> {
    values.into_iter().map(|value| Value::Int(value.to_string())).collect()
}

fn array(dtype: &str, shape: &[u32], data: &[f64]) -> Value {
    let data = data.iter().copied().map(Number).collect();
    Value::Array(ArrayValue { dtype: dtype.to_owned(), shape: shape.to_vec(), data })
}

#[test]
fn floats_look_as_in_python() {
    // What CPython prints for each.
    for (value, written) in [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (1.0, "1.0"),
        (1.0 / 7.0, "0.14285714285714285"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-4, "0.0001"),
        (1e-5, "1e-05"),
        (1.5e-7, "1.5e-07"),
        (123_456_789.0, "123456789.0"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e+16"),
        (-2.5e300, "-2.5e+300"),
        (f64::NAN, "nan"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
    ] {
        check(&float(value), written);
    }
}

#[test]
fn containers_look_as_in_python() {
    check(&Value::None, "None");
    check(&Value::Bool(true), "True");
    check(&Value::List(ints([1, 2])), "[1, 2]");
    check(&Value::Tuple(ints([1])), "(1,)");
    check(&Value::Tuple(vec![]), "()");
    check(&Value::Set(vec![]), "set()");
    check(&Value::Set(ints([1, 2])), "{1, 2}");
    let pair = (Value::Str("a".to_owned()), Value::List(vec![]));
    check(&Value::Dict(vec![pair]), "{'a': []}");
}

#[test]
fn text_is_quoted_as_in_python() {
    for (text, written) in [
        ("it's", "\"it's\""),
        ("a\nb", "'a\\nb'"),
        ("\"'", "'\"\\''"),
        ("\\", "'\\\\'"),
        ("ü", "'ü'"),
    ] {
        check(&Value::Str(text.to_owned()), written);
    }
}

#[test]
fn arrays_are_nested_and_rounded() {
    check(
        &array("float64", &[2, 2], &[1.0, 1.0 / 3.0, 0.0, 1e-9]),
        "array([[1.0, 0.33333333], [0.0, 1e-09]])",
    );
    check(&array("int64", &[3], &[1.0, -2.0, 3.0]), "array([1, -2, 3])");
    check(&array("bool", &[2], &[1.0, 0.0]), "array([True, False])");
    check(&array("float64", &[0], &[]), "array([])");
    check(&array("float64", &[2, 0], &[]), "array([[], []])");
    check(&array("float64", &[], &[2.5]), "array(2.5)");
}

#[test]
fn what_is_long_is_shortened() {
    check(&Value::List(ints(1..=12)), "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]");
    check(&Value::List(ints(1..=100)), "[1, 2, 3, 4, 5, 6, 7, 8, …, 99, 100]");
    let written = show(&Value::Str("x".repeat(300)));
    assert_eq!(written.chars().count(), 203);
    assert!(written.ends_with("…'"));
}
