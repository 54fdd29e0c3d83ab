//! Comparing what came back with what was expected: by value, never by printed text.
//!
//! The rules, chosen so that nobody loses a case over something an interviewer would wave through:
//!
//! * Numbers are equal if |got − expected| ≤ absolute + relative · |expected|. An `int` equals a
//!   `float` of the same value; two `int`s must be the same exactly. NaN equals NaN; infinities
//!   are equal if their signs are. NumPy's width does not matter (`float32` against `float64`), the
//!   digits do.
//! * A `bool` is not a number: `True` where 1 was expected is named as a difference of types.
//! * A tuple equals a list with equal elements: which of the two comes back is a matter of style.
//! * An array is not a list: code that goes on with the result would break on either. An array
//!   without axes equals the number in it.
//! * The order of a list counts, unless the exercise says otherwise ([`FreeOrder`]). That of a tuple
//!   and of an array always does.
//! * Dictionaries are compared without order, sets too. Keys must be the same exactly.
//! * Anything else equals only an object of the same type and representation.

use std::borrow::Cow;

use content::{DtypeRule, EntryKind, Exercise, Order};
use protocol::python::{FreeOrder, Rules};
use protocol::value::{ArrayValue, Number, Value};

use crate::difference::{Difference, DifferenceKind, Largest, NumericError, Step};

/// When values count as equal in this exercise.
#[must_use]
pub fn rules(exercise: &Exercise) -> Rules {
    Rules {
        relative: exercise.tolerance.relative,
        absolute: exercise.tolerance.absolute,
        free_order: match exercise.order {
            Order::Given => FreeOrder::Nowhere,
            Order::Any => FreeOrder::Outside,
            Order::AnyInside => FreeOrder::Everywhere,
        },
        same_dtype: exercise.dtype == DtypeRule::Exact,
        calls: exercise.entry.kind == EntryKind::Class,
    }
}

/// The first difference between two values, in reading order; `None` if they are equal.
#[must_use]
pub fn difference(expected: &Value, got: &Value, rules: Rules) -> Option<Difference> {
    let mut path = Vec::new();
    let found = match (expected, got) {
        (Value::List(e), Value::List(g)) if rules.calls => in_order(e, g, rules, &mut path),
        _ => walk(expected, got, rules, &mut path),
    };
    found.map(|kind| Difference { path, kind })
}

/// Leaves `path` at the difference that it returns.
fn walk(
    expected: &Value,
    got: &Value,
    rules: Rules,
    path: &mut Vec<Step>,
) -> Option<DifferenceKind> {
    let (expected, got) = (without_axes(expected), without_axes(got));
    let (expected, got) = (expected.as_ref(), got.as_ref());
    match (expected, got) {
        (Value::List(e), Value::List(g) | Value::Tuple(g))
            if rules.free_order != FreeOrder::Nowhere =>
        {
            unordered(e, g, inside(rules))
        }
        (Value::List(e) | Value::Tuple(e), Value::List(g) | Value::Tuple(g)) => {
            in_order(e, g, rules, path)
        }
        (Value::Dict(e), Value::Dict(g)) => dictionaries(e, g, rules, path),
        (Value::Set(e), Value::Set(g)) => unordered(e, g, rules),
        (Value::Array(e), Value::Array(g)) => arrays(e, g, rules, path),
        _ => leaves(expected, got, rules),
    }
}

/// The rules for the elements of a list without order.
fn inside(rules: Rules) -> Rules {
    match rules.free_order {
        FreeOrder::Everywhere => rules,
        FreeOrder::Nowhere | FreeOrder::Outside => {
            Rules { free_order: FreeOrder::Nowhere, ..rules }
        }
    }
}

fn leaves(expected: &Value, got: &Value, rules: Rules) -> Option<DifferenceKind> {
    let (same, error) = match (expected, got) {
        (Value::Int(e), Value::Int(g)) => (e == g, numeric_error(expected, got)),
        (Value::Int(_) | Value::Float(_), Value::Int(_) | Value::Float(_)) => {
            let (e, g) = (as_float(expected)?, as_float(got)?);
            (close(e, g, rules), numeric_error(expected, got))
        }
        (Value::Bool(e), Value::Bool(g)) => (e == g, None),
        (Value::Str(e), Value::Str(g)) => (e == g, None),
        (Value::None, Value::None) => (true, None),
        (Value::Object(e), Value::Object(g)) if e.type_name == g.type_name => {
            (e.repr == g.repr, None)
        }
        _ => return Some(types(expected, got)),
    };
    (!same).then(|| DifferenceKind::Value {
        expected: expected.clone(),
        got: got.clone(),
        error,
        differing: 1,
        compared: 1,
        largest: None,
    })
}

fn in_order(
    expected: &[Value],
    got: &[Value],
    rules: Rules,
    path: &mut Vec<Step>,
) -> Option<DifferenceKind> {
    if expected.len() != got.len() {
        return Some(DifferenceKind::Length { expected: expected.len(), got: got.len() });
    }
    let (first, mut found) = expected.iter().zip(got).enumerate().find_map(|(index, (e, g))| {
        path.push(Step::Index(index));
        let found = walk(e, g, rules, path);
        if found.is_none() {
            path.pop();
        }
        Some((index, found?))
    })?;
    let numbers = |values: &[Value]| values.iter().map(as_float).collect::<Option<Vec<f64>>>();
    if let (Some(e), Some(g)) = (numbers(expected), numbers(got)) {
        count(&mut found, first, &e, &g, rules, Step::Index);
    }
    Some(found)
}

/// Adds to the first difference between numbers how many differ, and which of them most.
fn count(
    found: &mut DifferenceKind,
    first: usize,
    expected: &[f64],
    got: &[f64],
    rules: Rules,
    step: impl Fn(usize) -> Step,
) {
    let DifferenceKind::Value { differing, compared, largest, .. } = found else { return };
    let pairs = || expected.iter().zip(got).enumerate();
    *differing = pairs().filter(|(_, (e, g))| !close(**e, **g, rules)).count().max(1);
    *compared = expected.len();
    let errors = pairs().map(|(index, (e, g))| (index, NumericError::between(*e, *g)));
    let farthest = errors
        .filter(|(_, error)| error.absolute.is_finite())
        .max_by(|(_, a), (_, b)| a.absolute.total_cmp(&b.absolute));
    let here = NumericError::between(expected[first], got[first]).absolute;
    *largest = farthest
        .filter(|(_, error)| *differing > 1 && error.absolute > here)
        .map(|(index, error)| Largest { step: step(index), error });
}

fn dictionaries(
    expected: &[(Value, Value)],
    got: &[(Value, Value)],
    rules: Rules,
    path: &mut Vec<Step>,
) -> Option<DifferenceKind> {
    for (key, value) in expected {
        let Some((_, other)) = got.iter().find(|(k, _)| is_same(key, k)) else {
            return Some(DifferenceKind::MissingKey { key: key.clone() });
        };
        path.push(Step::Key(key.clone()));
        if let Some(found) = walk(value, other, rules, path) {
            return Some(found);
        }
        path.pop();
    }
    let extra = got.iter().find(|(k, _)| !expected.iter().any(|(key, _)| is_same(key, k)));
    extra.map(|(key, _)| DifferenceKind::UnexpectedKey { key: key.clone() })
}

/// Elements of sets, or of lists whose order does not matter.
fn unordered(expected: &[Value], got: &[Value], rules: Rules) -> Option<DifferenceKind> {
    let same = |a: &Value, b: &Value| walk(a, b, rules, &mut Vec::new()).is_none();
    let mut left: Vec<&Value> = got.iter().collect();
    for element in expected {
        match left.iter().position(|other| same(element, other)) {
            Some(place) => drop(left.remove(place)),
            None => return Some(DifferenceKind::MissingElement { element: element.clone() }),
        }
    }
    left.first().map(|&element| DifferenceKind::UnexpectedElement { element: element.clone() })
}

fn arrays(
    expected: &ArrayValue,
    got: &ArrayValue,
    rules: Rules,
    path: &mut Vec<Step>,
) -> Option<DifferenceKind> {
    if expected.shape != got.shape {
        return Some(DifferenceKind::Shape {
            expected: expected.shape.clone(),
            got: got.shape.clone(),
        });
    }
    let is_dtype_right = if rules.same_dtype {
        expected.dtype == got.dtype
    } else {
        (expected.dtype == "bool") == (got.dtype == "bool")
    };
    if !is_dtype_right {
        return Some(DifferenceKind::Dtype {
            expected: expected.dtype.clone(),
            got: got.dtype.clone(),
        });
    }
    let numbers = |array: &ArrayValue| array.data.iter().map(|it| it.0).collect::<Vec<f64>>();
    let (e, g) = (numbers(expected), numbers(got));
    let first = e.iter().zip(&g).position(|(e, g)| !close(*e, *g, rules))?;
    let step = |position| Step::Cell(cell(position, &expected.shape));
    path.push(step(first));
    let mut found = DifferenceKind::Value {
        expected: cell_value(e[first], &expected.dtype),
        got: cell_value(g[first], &got.dtype),
        error: (expected.dtype != "bool").then(|| NumericError::between(e[first], g[first])),
        differing: 1,
        compared: 1,
        largest: None,
    };
    count(&mut found, first, &e, &g, rules, step);
    Some(found)
}

fn types(expected: &Value, got: &Value) -> DifferenceKind {
    DifferenceKind::Type { expected: type_name(expected), got: type_name(got) }
}

fn type_name(value: &Value) -> String {
    match value {
        Value::None => "NoneType",
        Value::Bool(_) => "bool",
        Value::Int(_) => "int",
        Value::Float(_) => "float",
        Value::Str(_) => "str",
        Value::List(_) => "list",
        Value::Tuple(_) => "tuple",
        Value::Dict(_) => "dict",
        Value::Set(_) => "set",
        Value::Array(_) => "ndarray",
        Value::Object(object) => &object.type_name,
    }
    .to_owned()
}

/// An array without axes as the scalar in it; everything else as it is.
fn without_axes(value: &Value) -> Cow<'_, Value> {
    match value {
        Value::Array(array) if array.shape.is_empty() && array.data.len() == 1 => {
            Cow::Owned(cell_value(array.data[0].0, &array.dtype))
        }
        other => Cow::Borrowed(other),
    }
}

fn cell_value(number: f64, dtype: &str) -> Value {
    if dtype == "bool" {
        Value::Bool(number != 0.0)
    } else if dtype.contains("int") && number.is_finite() {
        Value::Int(format!("{number:.0}"))
    } else {
        Value::Float(Number(number))
    }
}

/// Row-major position to one index an axis.
fn cell(mut position: usize, shape: &[u32]) -> Vec<usize> {
    let mut indices: Vec<usize> = Vec::with_capacity(shape.len());
    for &length in shape.iter().rev() {
        let length = length.max(1) as usize;
        indices.push(position % length);
        position /= length;
    }
    indices.reverse();
    indices
}

fn is_same(a: &Value, b: &Value) -> bool {
    let exact = Rules {
        relative: 0.0,
        absolute: 0.0,
        free_order: FreeOrder::Nowhere,
        same_dtype: false,
        calls: false,
    };
    walk(a, b, exact, &mut Vec::new()).is_none()
}

fn as_float(value: &Value) -> Option<f64> {
    match value {
        Value::Int(text) => text.parse().ok(),
        Value::Float(number) => Some(number.0),
        _ => None,
    }
}

fn numeric_error(expected: &Value, got: &Value) -> Option<NumericError> {
    Some(NumericError::between(as_float(expected)?, as_float(got)?))
}

fn close(expected: f64, got: f64, rules: Rules) -> bool {
    if expected.is_finite() && got.is_finite() {
        (got - expected).abs() <= rules.absolute + rules.relative * expected.abs()
    } else {
        expected == got || (expected.is_nan() && got.is_nan())
    }
}
