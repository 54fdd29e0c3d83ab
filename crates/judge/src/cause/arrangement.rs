//! Causes that are told from where the values stand: the right ones at wrong places, or in a wrong
//! shape.

use protocol::python::Rules;
use protocol::value::Value;

use super::Cause;
use super::numbers::{Closeness, flat};
use crate::compare::difference;

/// Longest tuple whose parts are looked for in another order.
const PARTS_MAX: usize = 4;

type Parts<'a> = [(&'a Value, &'a Value)];
type Holds<'a> = dyn Fn(&Value, &Value) -> bool + 'a;

/// NaN or infinity where finite numbers were expected, in every part.
pub fn not_finite(parts: &Parts) -> Option<Cause> {
    let is_finite = |value: &Value| flat(value).map(|all| all.iter().all(|it| it.is_finite()));
    let holds =
        |(e, g): &(&Value, &Value)| is_finite(e) == Some(true) && is_finite(g) == Some(false);
    parts.iter().all(holds).then_some(Cause::NotFinite)
}

/// The first arrangement that explains every part.
pub fn cause(parts: &Parts, rules: Rules, near: Closeness) -> Option<Cause> {
    // A list of one element that comes back empty may lack an end, but does not show it.
    let has_elements = |value| elements(value).is_some_and(|it| !it.is_empty());
    let is_told = parts.iter().any(|(e, g)| has_elements(e) && has_elements(g));
    let checks: [(Cause, &Holds); 8] = [
        (Cause::SwappedParts, &|e, g| match (e, g) {
            (Value::Tuple(e), Value::Tuple(g) | Value::List(g)) => is_swapped(e, g, rules),
            _ => false,
        }),
        (Cause::Transposed, &|e, g| is_transposed(e, g, near)),
        (Cause::Reshaped, &|e, g| is_reshaped(e, g, near)),
        (Cause::WrongAxis, &|e, g| is_other_axis(e, g, near)),
        (Cause::Reversed, &|e, g| lists(e, g).is_some_and(|(e, g)| is_reversed(e, g, rules))),
        (Cause::SameElement, &|e, g| lists(e, g).is_some_and(|(e, g)| is_repeated(e, g, rules))),
        (Cause::OffByOneLength, &|e, g| {
            is_told
                && elements(e).zip(elements(g)).is_some_and(|(e, g)| lacks_an_end(&e, &g, rules))
        }),
        (Cause::OffByOnePlace, &|e, g| {
            elements(e).zip(elements(g)).is_some_and(|(e, g)| is_shifted(&e, &g, rules))
        }),
    ];
    checks.iter().find(|(_, holds)| parts.iter().all(|(e, g)| holds(e, g))).map(|(cause, _)| *cause)
}

/// Whether the parts are the expected ones in another order.
pub fn is_swapped(expected: &[Value], got: &[Value], rules: Rules) -> bool {
    if expected.len() != got.len() || !(2..=PARTS_MAX).contains(&expected.len()) {
        return false;
    }
    let mut left: Vec<&Value> = expected.iter().collect();
    for part in got {
        let Some(place) = left.iter().position(|it| difference(it, part, rules).is_none()) else {
            return false;
        };
        left.remove(place);
    }
    true
}

fn lists<'a>(e: &'a Value, g: &'a Value) -> Option<(&'a [Value], &'a [Value])> {
    match (e, g) {
        (Value::List(e), Value::List(g)) => Some((e, g)),
        _ => None,
    }
}

fn is_equal(e: &[Value], g: &[Value], rules: Rules) -> bool {
    let pairs = || e.iter().zip(g);
    e.len() == g.len() && pairs().all(|(e, g)| difference(e, g, rules).is_none())
}

fn is_reversed(e: &[Value], g: &[Value], rules: Rules) -> bool {
    let backwards: Vec<Value> = g.iter().rev().cloned().collect();
    e.len() > 2 && is_equal(e, &backwards, rules)
}

/// One container in every place: what was put in first has become what was put in last.
fn is_repeated(e: &[Value], g: &[Value], rules: Rules) -> bool {
    let [first, rest @ ..] = g else { return false };
    let is_container = matches!(first, Value::List(_) | Value::Dict(_) | Value::Array(_));
    let is_same = |a: &Value, b: &Value| difference(a, b, rules).is_none();
    let all_equal = |values: &[Value]| values.iter().all(|it| is_same(&values[0], it));
    is_container && !rest.is_empty() && e.len() == g.len() && all_equal(g) && !all_equal(e)
}

/// Elements of a list, or numbers of an array with one axis.
fn elements(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::List(items) => Some(items.clone()),
        Value::Array(array) if array.shape.len() == 1 => {
            Some(array.data.iter().map(|it| Value::Float(*it)).collect())
        }
        _ => None,
    }
}

fn lacks_an_end(e: &[Value], g: &[Value], rules: Rules) -> bool {
    let is_without_end = |long: &[Value], short: &[Value]| {
        long.len() == short.len() + 1
            && (is_equal(&long[1..], short, rules) || is_equal(&long[..short.len()], short, rules))
    };
    is_without_end(e, g) || is_without_end(g, e)
}

fn is_shifted(e: &[Value], g: &[Value], rules: Rules) -> bool {
    let count = e.len();
    count > 3
        && g.len() == count
        && (is_equal(&e[1..], &g[..count - 1], rules) || is_equal(&e[..count - 1], &g[1..], rules))
}

/// A matrix: rows, columns and cells in reading order.
struct Table {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

impl Table {
    /// Of an array with two axes, or a list of equally long lists of numbers.
    fn of(value: &Value) -> Option<Self> {
        let (rows, columns) = match value {
            Value::Array(array) => match array.shape.as_slice() {
                [rows, columns] => (*rows as usize, *columns as usize),
                _ => return None,
            },
            Value::List(items) => {
                let length = |row: &Value| match row {
                    Value::List(cells) | Value::Tuple(cells) => Some(cells.len()),
                    _ => None,
                };
                let columns = length(items.first()?)?;
                if !items.iter().all(|row| length(row) == Some(columns)) {
                    return None;
                }
                (items.len(), columns)
            }
            _ => return None,
        };
        let cells = flat(value)?;
        (cells.len() == rows * columns).then_some(Self { rows, columns, cells })
    }

    fn transposed(&self) -> Vec<f64> {
        let places = (0..self.columns).flat_map(|c| (0..self.rows).map(move |r| (r, c)));
        places.map(|(r, c)| self.cells[r * self.columns + c]).collect()
    }

    /// Sums of the rows, and of the columns.
    fn sums(&self) -> (Vec<f64>, Vec<f64>) {
        let rows = self.cells.chunks(self.columns).map(|row| row.iter().sum()).collect();
        let columns = self.transposed().chunks(self.rows).map(|it| it.iter().sum()).collect();
        (rows, columns)
    }
}

fn is_transposed(e: &Value, g: &Value, near: Closeness) -> bool {
    let (Some(e), Some(g)) = (Table::of(e), Table::of(g)) else { return false };
    e.rows == g.columns
        && e.columns == g.rows
        && e.rows.min(e.columns) > 1
        && all_near(&e.transposed(), &g.cells, near)
}

/// An axis of length one too many or too few, or a flattened array.
fn is_reshaped(e: &Value, g: &Value, near: Closeness) -> bool {
    let (Value::Array(ea), Value::Array(ga)) = (e, g) else { return false };
    let (Some(e), Some(g)) = (flat(e), flat(g)) else { return false };
    ea.shape != ga.shape && all_near(&e, &g, near)
}

/// Rows add up to one number where the columns of the other do: a softmax, or a mean taken away,
/// along the other axis.
fn is_other_axis(e: &Value, g: &Value, near: Closeness) -> bool {
    let (Some(e), Some(g)) = (Table::of(e), Table::of(g)) else { return false };
    if (e.rows, e.columns) != (g.rows, g.columns) || e.rows.min(e.columns) < 2 {
        return false;
    }
    let constant =
        |sums: &[f64]| [0.0, 1.0].into_iter().find(|c| sums.iter().all(|s| near.holds(*s, *c)));
    let ((e_rows, e_columns), (g_rows, g_columns)) = (e.sums(), g.sums());
    let swapped = |own: &[f64], other: &[f64], crossed: &[f64]| {
        constant(own).is_some() && constant(own) == constant(crossed) && constant(other).is_none()
    };
    swapped(&e_rows, &g_rows, &g_columns) || swapped(&e_columns, &g_columns, &g_rows)
}

fn all_near(a: &[f64], b: &[f64], near: Closeness) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| near.holds(*a, *b))
}
