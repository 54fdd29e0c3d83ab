//! Numbers, texts and lists out of what the engine reports: of results as values, of inputs as Python
//! writes them. What cannot be read is drawn as nothing, never as something else.

use std::{iter::Peekable, str::Chars};

use protocol::value::{ArrayValue, Value};

/// A value as far as pictures need it. Tuples, lists, sets and arrays are lists.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// A number.
    Number(f64),
    /// A truth value; where numbers are drawn, 0 or 1.
    Truth(bool),
    /// Text.
    Text(String),
    /// `None`.
    Nothing,
    /// Any sequence.
    List(Vec<Self>),
    /// A mapping.
    Map(Vec<(Self, Self)>),
}

impl Literal {
    /// Reads what Python's `repr` wrote: literals, and `array(…)` of them.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { letters: text.chars().peekable() };
        let value = reader.value()?;
        reader.skip_space();
        reader.letters.peek().is_none().then_some(value)
    }

    /// From a result. A value of another kind has no picture.
    pub fn of(value: &Value) -> Option<Self> {
        let list = |items: &[Value]| items.iter().map(Self::of).collect::<Option<Vec<_>>>();
        Some(match value {
            Value::None => Self::Nothing,
            Value::Bool(is_true) => Self::Truth(*is_true),
            Value::Int(digits) => Self::Number(digits.parse().ok()?),
            Value::Float(number) => Self::Number(number.0),
            Value::Str(text) => Self::Text(text.clone()),
            Value::List(items) | Value::Tuple(items) | Value::Set(items) => {
                Self::List(list(items)?)
            }
            Value::Dict(pairs) => {
                let pair = |(key, value): &(Value, Value)| Some((Self::of(key)?, Self::of(value)?));
                Self::Map(pairs.iter().map(pair).collect::<Option<_>>()?)
            }
            Value::Array(array) => Self::array(array),
            Value::Object(_) => return None,
        })
    }

    fn array(ArrayValue { dtype, shape, data }: &ArrayValue) -> Self {
        let of = |number: f64| match dtype.as_str() {
            "bool" => Self::Truth(number != 0.0),
            _ => Self::Number(number),
        };
        let numbers: Vec<Self> = data.iter().map(|number| of(number.0)).collect();
        let Some((_, inner)) = shape.split_first() else {
            return numbers.into_iter().next().unwrap_or(Self::Nothing);
        };
        // From the last axis to the first, rows become lists.
        inner.iter().rev().fold(Self::List(numbers), |list, length| match list {
            Self::List(items) => {
                let rows = items.chunks((*length).max(1) as usize);
                Self::List(rows.map(|row| Self::List(row.to_vec())).collect())
            }
            other => other,
        })
    }

    /// The element of that place; the value itself without one.
    pub fn element(&self, place: Option<usize>) -> Option<&Self> {
        match place {
            None => Some(self),
            Some(place) => self.items()?.get(place),
        }
    }

    /// Its items, if it is a list.
    pub fn items(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// Its number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Truth(is_true) => Some(f64::from(u8::from(*is_true))),
            _ => None,
        }
    }

    /// Its numbers, if it is a list of nothing else.
    pub fn numbers(&self) -> Option<Vec<f64>> {
        self.items()?.iter().map(Self::number).collect()
    }

    /// As shown in a cell of a table.
    pub fn words(&self) -> String {
        match self {
            Self::Number(number) => viz::format::decimal(*number),
            Self::Truth(true) => "True".into(),
            Self::Truth(false) => "False".into(),
            Self::Text(text) => text.clone(),
            Self::Nothing => "–".into(),
            Self::List(items) => items.iter().map(Self::words).collect::<Vec<_>>().join(", "),
            Self::Map(pairs) => {
                let pair =
                    |(key, value): &(Self, Self)| format!("{}: {}", key.words(), value.words());
                pairs.iter().map(pair).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

struct Reader<'a> {
    letters: Peekable<Chars<'a>>,
}

impl Reader<'_> {
    fn value(&mut self) -> Option<Literal> {
        self.skip_space();
        match *self.letters.peek()? {
            '[' => self.list(']'),
            '(' => self.list(')'),
            '{' => self.braces(),
            '\'' | '"' => self.text().map(Literal::Text),
            _ => self.word(),
        }
    }

    fn skip_space(&mut self) {
        while self.letters.next_if(|letter| letter.is_whitespace()).is_some() {}
    }

    fn takes(&mut self, wanted: char) -> bool {
        self.skip_space();
        self.letters.next_if_eq(&wanted).is_some()
    }

    fn list(&mut self, end: char) -> Option<Literal> {
        self.letters.next();
        let mut items = Vec::new();
        while !self.takes(end) {
            items.push(self.value()?);
            if !self.takes(',') {
                let is_grouped = end == ')' && items.len() == 1;
                self.takes(end).then_some(())?;
                // Brackets around one value without a comma make no tuple.
                return if is_grouped { items.pop() } else { Some(Literal::List(items)) };
            }
        }
        Some(Literal::List(items))
    }

    fn braces(&mut self) -> Option<Literal> {
        self.letters.next();
        let (mut pairs, mut items) = (Vec::new(), Vec::new());
        while !self.takes('}') {
            let key = self.value()?;
            if self.takes(':') {
                pairs.push((key, self.value()?));
            } else {
                items.push(key);
            }
            if !self.takes(',') {
                self.takes('}').then_some(())?;
                break;
            }
        }
        Some(if items.is_empty() { Literal::Map(pairs) } else { Literal::List(items) })
    }

    fn text(&mut self) -> Option<String> {
        let quote = self.letters.next()?;
        let mut text = String::new();
        loop {
            match self.letters.next()? {
                letter if letter == quote => return Some(text),
                '\\' => text.push(match self.letters.next()? {
                    'n' => '\n',
                    't' => '\t',
                    letter @ ('\\' | '\'' | '"') => letter,
                    _ => return None,
                }),
                letter => text.push(letter),
            }
        }
    }

    fn word(&mut self) -> Option<Literal> {
        let mut word = String::new();
        let is_part = |letter: &char| letter.is_ascii_alphanumeric() || "+-._".contains(*letter);
        while let Some(letter) = self.letters.next_if(is_part) {
            word.push(letter);
        }
        match word.as_str() {
            "None" => Some(Literal::Nothing),
            "True" => Some(Literal::Truth(true)),
            "False" => Some(Literal::Truth(false)),
            "array" => self.array(),
            _ => word.parse().ok().map(Literal::Number),
        }
    }

    /// `([[1.], [2.]], dtype=float32)`: the first argument counts.
    fn array(&mut self) -> Option<Literal> {
        self.takes('(').then_some(())?;
        let value = self.value()?;
        while self.takes(',') {
            let named = |letter: &char| !matches!(letter, ',' | ')' | '(');
            while self.letters.next_if(named).is_some() {}
        }
        self.takes(')').then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Literal::{List, Map, Nothing, Number, Text, Truth};
    use super::*;

    fn check(text: &str, expect: Option<Literal>) {
        assert_eq!(Literal::read(text), expect, "{text}");
    }

    #[test]
    fn what_python_writes_is_read() {
        check(
            "(0, -1.5, 1e-3, inf)",
            Some(List(vec![Number(0.0), Number(-1.5), Number(1e-3), Number(f64::INFINITY)])),
        );
        check("[(1,), (), None]", Some(List(vec![List(vec![Number(1.0)]), List(vec![]), Nothing])));
        check("(3)", Some(Number(3.0)));
        let edges = List(vec![List(vec![Text("b".into()), Number(2.0)])]);
        check(
            "{'a': [('b', 2)], \"it's\": True}",
            Some(Map(vec![(Text("a".into()), edges), (Text("it's".into()), Truth(true))])),
        );
        check(
            "array([[1., 2.],\n       [3., 4.]], dtype=float32)",
            Some(List(vec![
                List(vec![Number(1.0), Number(2.0)]),
                List(vec![Number(3.0), Number(4.0)]),
            ])),
        );
    }

    #[test]
    fn what_was_cut_or_is_no_literal_is_not_read() {
        check("[1, 2, …", None);
        check("array([0., 1., ..., 9.])", None);
        check("<generator object f>", None);
        check("1 2", None);
        check("'open", None);
    }

    #[test]
    fn arrays_are_lists_of_rows() {
        let data = (0..6).map(|number| protocol::value::Number(f64::from(number))).collect();
        let array = ArrayValue { dtype: "float64".into(), shape: vec![2, 3], data };
        let read = Literal::of(&Value::Array(array)).unwrap();
        let rows: Vec<Vec<f64>> =
            read.items().unwrap().iter().filter_map(Literal::numbers).collect();
        assert_eq!(rows, [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]);
        assert_eq!(read.element(Some(1)).unwrap().words(), "3, 4, 5");
    }
    #[test]
    fn truth_is_told_in_words_and_drawn_as_0_or_1() {
        let of = |value: &Value| Literal::of(value).unwrap();
        let truth = of(&Value::Bool(true));
        assert_eq!((truth.words().as_str(), truth.number()), ("True", Some(1.0)));
        let data = [0.0, 1.0].map(protocol::value::Number).to_vec();
        let array = of(&Value::Array(ArrayValue { dtype: "bool".into(), shape: vec![2], data }));
        assert_eq!(
            (array.words().as_str(), array.numbers()),
            ("False, True", Some(vec![0.0, 1.0]))
        );
        assert_eq!(Literal::read("[True, 1]"), Some(List(vec![Truth(true), Number(1.0)])));
    }
}
