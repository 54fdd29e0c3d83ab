//! A value as Python would write it, shortened where it would fill the screen.

use protocol::value::{ArrayValue, Number, Value};

/// Longest list that is written out; longer ones show `HEAD` elements, `…`, `TAIL` elements.
const WHOLE: usize = 12;
const HEAD: usize = 8;
const TAIL: usize = 2;

/// Longest text that is written out, in characters.
const TEXT: usize = 200;

/// Significant digits of an array's cells, as NumPy prints them.
const CELL_DIGITS: usize = 8;

/// A value on one line as Python's `repr` writes it: `0.5`, `[1, 2]`, `(1.0, ['a'])`,
/// `array([[1.0, 0.5], [0.0, 1.0]])`. Long values are shortened with `…`.
#[must_use]
pub fn show(value: &Value) -> String {
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Int(digits) => digits.clone(),
        Value::Float(number) => float(number.0),
        Value::Str(text) => quoted(text),
        Value::List(items) => format!("[{}]", joined(items, show)),
        Value::Tuple(items) if items.len() == 1 => format!("({},)", show(&items[0])),
        Value::Tuple(items) => format!("({})", joined(items, show)),
        Value::Dict(pairs) => {
            format!(
                "{{{}}}",
                joined(pairs, |(key, value)| format!("{}: {}", show(key), show(value)))
            )
        }
        Value::Set(items) if items.is_empty() => "set()".to_owned(),
        Value::Set(items) => format!("{{{}}}", joined(items, show)),
        Value::Array(array) => format!("array({})", axis(array, 0, 0, array.data.len())),
        Value::Object(object) => object.repr.clone(),
    }
}

fn joined<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let parts: Vec<String> = if items.len() <= WHOLE {
        items.iter().map(write).collect()
    } else {
        let head = items[..HEAD].iter().map(&write);
        let tail = items[items.len() - TAIL..].iter().map(&write);
        head.chain(std::iter::once("…".to_owned())).chain(tail).collect()
    };
    parts.join(", ")
}

/// The part of an array from `start` on, `length` cells, along axis `depth` and deeper.
fn axis(array: &ArrayValue, depth: usize, start: usize, length: usize) -> String {
    let Some(&count) = array.shape.get(depth) else {
        return array
            .data
            .get(start)
            .map_or_else(|| "?".to_owned(), |cell| cell_text(*cell, &array.dtype));
    };
    let stride = length / (count.max(1) as usize);
    let starts: Vec<usize> = (0..count as usize).map(|index| start + index * stride).collect();
    format!("[{}]", joined(&starts, |&at| axis(array, depth + 1, at, stride)))
}

fn cell_text(cell: Number, dtype: &str) -> String {
    if dtype == "bool" {
        return if cell.0 == 0.0 { "False" } else { "True" }.to_owned();
    }
    if dtype.contains("int") && cell.0.is_finite() {
        return format!("{:.0}", cell.0);
    }
    let rounded = format!("{:.*e}", CELL_DIGITS - 1, cell.0).parse().unwrap_or(cell.0);
    float(rounded)
}

/// The shortest digits that read back as the same float, laid out as Python does: an exponent
/// below 1e-4 and from 1e16 on, and never an integer's look.
fn float(number: f64) -> String {
    if number.is_nan() {
        return "nan".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{number:e}");
    let Some((digits, Ok(exponent))) =
        scientific.split_once('e').map(|(d, e)| (d, e.parse::<i32>()))
    else {
        return scientific;
    };
    if number != 0.0 && !(-4..16).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{digits}e{sign}{:02}", exponent.abs());
    }
    let plain = format!("{number}");
    if plain.contains('.') { plain } else { format!("{plain}.0") }
}

fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for character in text.chars().take(TEXT) {
        match character {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    if text.chars().count() > TEXT {
        out.push('…');
    }
    out.push(quote);
    out
}
