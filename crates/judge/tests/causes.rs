//! Which cause is named for which wrong numbers, and that none is named without evidence.

use judge::{Cause, cause};
use protocol::{
    python::{FreeOrder, Observation, Origin, Outcome, Rules},
    value::{ArrayValue, Number, Value},
};

const RULES: Rules = Rules {
    relative: 1e-9,
    absolute: 1e-12,
    free_order: FreeOrder::Nowhere,
    same_dtype: false,
    calls: false,
};

fn seen(expected: Value, got: Value) -> Observation {
    Observation {
        name: "a".into(),
        hidden: false,
        input: Vec::new(),
        origin: Origin::Listed,
        expected,
        stated: None,
        outcome: Outcome::Returned { value: got },
        mutated: Vec::new(),
        steps: 1,
    }
}

/// The cause named for pairs of expected and got.
fn check(pairs: Vec<(Value, Value)>, expected: Option<Cause>) {
    let observations: Vec<Observation> = pairs.into_iter().map(|(e, g)| seen(e, g)).collect();
    assert_eq!(cause(&observations, RULES), expected, "{observations:?}");
}

fn float(value: f64) -> Value {
    Value::Float(Number(value))
}

fn floats(values: &[f64]) -> Value {
    Value::List(values.iter().copied().map(float).collect())
}

fn ints(values: &[i64]) -> Value {
    Value::List(values.iter().map(|it| Value::Int(it.to_string())).collect())
}

fn array(shape: &[u32], data: &[f64]) -> Value {
    let data = data.iter().copied().map(Number).collect();
    Value::Array(ArrayValue { dtype: "float64".into(), shape: shape.to_vec(), data })
}

/// The transformation of some numbers as two cases.
fn transformed(by: impl Fn(f64) -> f64, expected: Option<Cause>) {
    let case = |values: &[f64]| {
        let got: Vec<f64> = values.iter().map(|it| by(*it)).collect();
        (floats(values), floats(&got))
    };
    check(vec![case(&[0.25, 1.7, 3.2]), case(&[0.6, 0.31])], expected);
}

#[test]
fn numbers_through_one_function() {
    transformed(|x| -x, Some(Cause::SignFlipped));
    transformed(f64::floor, Some(Cause::IntegerDivision));
    transformed(|x| 1.0 - x, Some(Cause::Complement));
    transformed(|x| x * x, Some(Cause::Squared));
    transformed(f64::sqrt, Some(Cause::Rooted));
    transformed(|x| (x * 10.0).round() / 10.0 + 1e-15, Some(Cause::Rounded(1)));
    transformed(|x| x / std::f64::consts::LN_2, Some(Cause::LogBase));
    transformed(|x| x / std::f64::consts::LN_10, Some(Cause::LogBase));
    transformed(|x| x * 180.0 / std::f64::consts::PI, Some(Cause::AngleUnit));
    transformed(|x| x * 2.5, Some(Cause::Scaled(2.5)));
    transformed(|x| x + 0.3, None);
    transformed(|x| x.sin(), None);
}

#[test]
fn whole_numbers_off_by_one() {
    let case = |e: i64, g: i64| (Value::Int(e.to_string()), Value::Int(g.to_string()));
    check(vec![case(4, 5), case(7, 8)], Some(Cause::OffByOne(1)));
    check(vec![case(4, 3), case(9, 8)], Some(Cause::OffByOne(-1)));
    check(vec![case(4, 5), case(9, 7)], None);
}

#[test]
fn variances_by_n_and_n_less_one() {
    // Variances of 3, 5 and 8 values.
    let biased = |n: f64| (float(2.0), float(2.0 * (n - 1.0) / n));
    check(vec![biased(3.0), biased(5.0), biased(8.0)], Some(Cause::OtherVariance));
    let unbiased = |n: f64| (float(2.0), float(2.0 * n / (n - 1.0)));
    check(vec![unbiased(4.0), unbiased(9.0)], Some(Cause::OtherVariance));
    let deviation = |n: f64| (float(1.3), float(1.3 * (n / (n - 1.0)).sqrt()));
    check(vec![deviation(4.0), deviation(9.0)], Some(Cause::OtherVariance));
}

#[test]
fn sums_for_means() {
    let case = |n: f64| (float(1.7), float(1.7 * n));
    check(vec![case(3.0), case(7.0)], Some(Cause::SumForMean));
    check(
        vec![(float(3.4), float(3.4 / 6.0)), (float(1.7), float(1.7 / 5.0))],
        Some(Cause::SumForMean),
    );
}

#[test]
fn what_is_not_finite() {
    check(vec![(floats(&[0.5, 0.5]), floats(&[f64::NAN, 0.0]))], Some(Cause::NotFinite));
    check(vec![(array(&[1], &[3.0]), array(&[1], &[f64::INFINITY]))], Some(Cause::NotFinite));
    check(vec![(float(f64::INFINITY), float(f64::NAN))], None);
}

#[test]
fn matrices_on_their_side() {
    let table = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    let turned = [1.0, 4.0, 2.0, 5.0, 3.0, 6.0];
    check(vec![(array(&[2, 3], &table), array(&[3, 2], &turned))], Some(Cause::Transposed));
    let rows = |values: &[f64], columns| Value::List(values.chunks(columns).map(floats).collect());
    check(vec![(rows(&table, 3), rows(&turned, 2))], Some(Cause::Transposed));
    check(
        vec![(array(&[2, 2], &[1., 2., 3., 4.]), array(&[2, 2], &[1., 3., 2., 4.]))],
        Some(Cause::Transposed),
    );
    check(vec![(array(&[2, 3], &table), array(&[2, 2], &[1.0; 4]))], None);
}

#[test]
fn a_softmax_along_the_other_axis() {
    let rows = array(&[2, 3], &[0.2, 0.3, 0.5, 0.6, 0.3, 0.1]);
    let columns = array(&[2, 3], &[0.25, 0.5, 0.9, 0.75, 0.5, 0.1]);
    check(vec![(rows.clone(), columns.clone())], Some(Cause::WrongAxis));
    check(vec![(columns, rows)], Some(Cause::WrongAxis));
    let centred = array(&[2, 2], &[-1.0, 1.0, -3.0, 3.0]);
    check(vec![(centred, array(&[2, 2], &[1.0, -2.0, -1.0, 2.0]))], Some(Cause::WrongAxis));
}

#[test]
fn an_axis_lost_or_added() {
    check(vec![(array(&[3, 1], &[1., 2., 3.]), array(&[3], &[1., 2., 3.]))], Some(Cause::Reshaped));
    check(vec![(array(&[2], &[1., 2.]), array(&[1, 2], &[1., 2.]))], Some(Cause::Reshaped));
}

#[test]
fn one_list_put_in_again_and_again() {
    let got = Value::List(vec![ints(&[3, 4]), ints(&[3, 4])]);
    check(vec![(Value::List(vec![ints(&[1, 2]), ints(&[3, 4])]), got)], Some(Cause::SameElement));
}

#[test]
fn places_in_lists_and_tuples() {
    let pair = |a: Value, b: Value| Value::Tuple(vec![a, b]);
    let (cost, path) = (float(8.0), ints(&[1, 2]));
    check(vec![(pair(cost.clone(), path.clone()), pair(path, cost))], Some(Cause::SwappedParts));
    check(vec![(ints(&[1, 5, 2]), ints(&[2, 5, 1]))], Some(Cause::Reversed));
    check(vec![(ints(&[1, 5, 2]), ints(&[1, 5]))], Some(Cause::OffByOneLength));
    check(vec![(ints(&[1, 5, 2]), ints(&[5, 2]))], Some(Cause::OffByOneLength));
    check(vec![(ints(&[1, 5]), ints(&[0, 1, 5]))], Some(Cause::OffByOneLength));
    // An input of one element loses all of it. Alone that could have any reason.
    let one = (ints(&[4]), ints(&[]));
    check(vec![(ints(&[1, 5, 2]), ints(&[1, 5])), one.clone()], Some(Cause::OffByOneLength));
    check(vec![one.clone(), (ints(&[]), ints(&[7]))], None);
    check(vec![(ints(&[1, 5, 2]), ints(&[1])), one], None);
    check(vec![(ints(&[1, 5, 2, 9]), ints(&[0, 1, 5, 2]))], Some(Cause::OffByOnePlace));
}

#[test]
fn parts_that_are_right_say_nothing() {
    let pair = |a: f64, b: &[f64]| Value::Tuple(vec![float(a), floats(b)]);
    check(vec![(pair(3.0, &[0.5, 1.5]), pair(3.0, &[-0.5, -1.5]))], Some(Cause::SignFlipped));
    let entry = |value: f64| Value::Dict(vec![(Value::Str("a".into()), float(value))]);
    check(vec![(entry(2.5), entry(2.0))], Some(Cause::IntegerDivision));
}

#[test]
fn a_cause_explains_all_failing_cases() {
    check(vec![(float(2.5), float(-2.5)), (float(1.5), float(1.4))], None);
    let right = (float(1.0), float(1.0));
    check(vec![(float(2.5), float(-2.5)), right.clone()], Some(Cause::SignFlipped));
    check(vec![right], None);
    check(vec![(Value::Str("a".into()), Value::Str("b".into()))], None);
    check(vec![], None);
    check(vec![(float(2.0), float(4.0))], None);
    check(vec![(float(0.25), float(0.5))], None);
}
