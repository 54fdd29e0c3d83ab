//! A Python value as it travels: what a learner's code returned, compared by value and never by
//! its printed text.
//!
//! JSON shape: `{"t": "int", "v": "12"}`, `{"t": "list", "v": [..]}`, `{"t": "none"}`.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A Python value. Integers are decimal text because Python's have no upper bound.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "v", rename_all = "snake_case")]
pub enum Value {
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// An integer of any size, in decimal.
    Int(String),
    /// A float, NaN and infinities included.
    Float(Number),
    /// Text.
    Str(String),
    /// `[..]`
    List(Vec<Value>),
    /// `(..)`
    Tuple(Vec<Value>),
    /// `{..: ..}`, in insertion order.
    Dict(Vec<(Value, Value)>),
    /// `set` or `frozenset`, in no particular order.
    Set(Vec<Value>),
    /// A NumPy array.
    Array(ArrayValue),
    /// Anything else: its type's name and a shortened `repr`.
    Object(ObjectValue),
}

/// A NumPy array: row-major numbers and their shape. Booleans travel as 0 and 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArrayValue {
    /// NumPy's name of the type: `float64`, `int64`, `bool`.
    pub dtype: String,
    /// Length along each axis; empty for a zero-dimensional array.
    pub shape: Vec<u32>,
    /// The elements in row-major order; as many as the product of `shape`.
    pub data: Vec<Number>,
}

/// A value of a type that cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectValue {
    /// The type's name, for example `generator`.
    pub type_name: String,
    /// What `repr` gives, at most 200 characters.
    pub repr: String,
}

/// A float that survives JSON: a number, or one of `"nan"`, `"inf"`, `"-inf"`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            x if x.is_nan() => serializer.serialize_str("nan"),
            f64::INFINITY => serializer.serialize_str("inf"),
            f64::NEG_INFINITY => serializer.serialize_str("-inf"),
            x => serializer.serialize_f64(x),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Wire {
            Finite(f64),
            Named(String),
        }
        match Wire::deserialize(deserializer)? {
            Wire::Finite(x) => Ok(Self(x)),
            Wire::Named(name) => match name.as_str() {
                "nan" => Ok(Self(f64::NAN)),
                "inf" => Ok(Self(f64::INFINITY)),
                "-inf" => Ok(Self(f64::NEG_INFINITY)),
                other => Err(de::Error::custom(format!("no number: {other:?}"))),
            },
        }
    }
}
