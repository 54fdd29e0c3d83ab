//! Laws of comparing, for any value.

use judge::{DifferenceKind, difference};
use proptest::prelude::*;
use protocol::python::{FreeOrder, Rules};
use protocol::value::{ArrayValue, Number, ObjectValue, Value};

const RULES: Rules = Rules {
    relative: 1e-9,
    absolute: 1e-12,
    free_order: FreeOrder::Nowhere,
    same_dtype: false,
    calls: false,
};

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => -1e6..1e6,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY]),
    ]
}

fn array() -> impl Strategy<Value = ArrayValue> {
    let dtype = prop::sample::select(vec!["float64", "float32", "int64", "bool"]);
    (dtype, prop::collection::vec(0_u32..4, 0..4)).prop_flat_map(|(dtype, shape)| {
        let cells = shape.iter().product::<u32>() as usize;
        prop::collection::vec(number().prop_map(Number), cells).prop_map(move |data| ArrayValue {
            dtype: dtype.to_owned(),
            shape: shape.clone(),
            data,
        })
    })
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::None),
        any::<bool>().prop_map(Value::Bool),
        any::<i128>().prop_map(|value| Value::Int(value.to_string())),
        number().prop_map(|value| Value::Float(Number(value))),
        ".{0,6}".prop_map(Value::Str),
        array().prop_map(Value::Array),
        "[a-z]{1,4}".prop_map(|name| Value::Object(ObjectValue {
            type_name: name.clone(),
            repr: format!("<{name}>"),
        })),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(3, 24, 4, |inner| {
        let many = || prop::collection::vec(inner.clone(), 0..4);
        let pairs = prop::collection::vec((leaf(), inner.clone()), 0..4);
        prop_oneof![
            many().prop_map(Value::List),
            many().prop_map(Value::Tuple),
            many().prop_map(Value::Set),
            pairs.prop_map(unique_keys),
        ]
    })
}

/// A dictionary holds a key once.
fn unique_keys(pairs: Vec<(Value, Value)>) -> Value {
    let mut kept: Vec<(Value, Value)> = Vec::new();
    let exact = Rules { relative: 0.0, absolute: 0.0, ..RULES };
    for (key, value) in pairs {
        if kept.iter().all(|(other, _)| difference(other, &key, exact).is_some()) {
            kept.push((key, value));
        }
    }
    Value::Dict(kept)
}

proptest! {
    #[test]
    fn every_value_equals_itself(value in value()) {
        prop_assert_eq!(difference(&value, &value, RULES), None);
    }

    #[test]
    fn a_difference_is_seen_from_both_sides(a in value(), b in value()) {
        let exact = Rules { relative: 0.0, absolute: 1e-12, ..RULES };
        let (there, back) = (difference(&a, &b, exact), difference(&b, &a, exact));
        prop_assert_eq!(there.is_some(), back.is_some());
    }

    #[test]
    fn within_the_tolerance_passes_and_beyond_it_fails(
        expected in -1e6..1e6_f64,
        share in 0.0..0.99_f64,
        sign in prop::sample::select(vec![-1.0, 1.0]),
    ) {
        let room = RULES.absolute + RULES.relative * expected.abs();
        let passes = |got: f64| {
            let value = |number| Value::List(vec![Value::Float(Number(number))]);
            difference(&value(expected), &value(got), RULES).is_none()
        };
        // A rounding of `expected ± room` can be as large as an ulp: keep clear of the edge.
        prop_assume!(expected.abs() > 1e-3);
        prop_assert!(passes(expected + sign * share * room));
        prop_assert!(!passes(expected + sign * 1.01 * room));
    }

    #[test]
    fn shapes_differ_both_ways(a in array(), b in array()) {
        prop_assume!(a.shape != b.shape && !a.shape.is_empty() && !b.shape.is_empty());
        let kind = |x: &ArrayValue, y: &ArrayValue| {
            difference(&Value::Array(x.clone()), &Value::Array(y.clone()), RULES).map(|d| d.kind)
        };
        let (expected, got) = (a.shape.clone(), b.shape.clone());
        prop_assert_eq!(kind(&a, &b), Some(DifferenceKind::Shape { expected, got }));
        let (expected, got) = (b.shape.clone(), a.shape.clone());
        prop_assert_eq!(kind(&b, &a), Some(DifferenceKind::Shape { expected, got }));
    }

    #[test]
    fn the_place_of_a_difference_leads_to_it(
        items in prop::collection::vec(-9_i64..9, 1..20),
        place in any::<prop::sample::Index>(),
    ) {
        let place = place.index(items.len());
        let list = |items: &[i64]| Value::List(items.iter().map(|i| Value::Int(i.to_string())).collect());
        let mut changed = items.clone();
        changed[place] += 1;
        let found = difference(&list(&items), &list(&changed), RULES).unwrap();
        prop_assert_eq!(found.place(), format!("[{place}]"));
    }
}
