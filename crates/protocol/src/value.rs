//! A Python value as it travels: what a learner's code returned, compared by value and never by
//! its printed text.
//!
//! JSON shape: `{"t": "int", "v": "12"}`, `{"t": "list", "v": [..]}`, `{"t": "none"}`.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A Python value. Integers are decimal text because Python's have no upper bound.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
        deserializer.deserialize_any(NumberVisitor).map(Self)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or \"nan\", \"inf\" or \"-inf\"")
    }

    fn visit_f64<E>(self, x: f64) -> Result<f64, E> {
        Ok(x)
    }

    fn visit_i64<E>(self, x: i64) -> Result<f64, E> {
        Ok(x as f64)
    }

    fn visit_u64<E>(self, x: u64) -> Result<f64, E> {
        Ok(x as f64)
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<f64, E> {
        match name {
            "nan" => Ok(f64::NAN),
            "inf" => Ok(f64::INFINITY),
            "-inf" => Ok(f64::NEG_INFINITY),
            other => Err(E::invalid_value(de::Unexpected::Str(other), &self)),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    /// The type has to come before what it is the type of, as everybody writes it. serde's own reader
    /// takes them in either order, at the price of a second reader for everything that is held.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ValueVisitor)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Field {
    T,
    V,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Type {
    None,
    Bool,
    Int,
    Float,
    Str,
    List,
    Tuple,
    Dict,
    Set,
    Array,
    Object,
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a type t and a value v")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let Some((Field::T, kind)) = fields.next_entry()? else {
            return Err(de::Error::missing_field("t"));
        };
        Ok(match kind {
            Type::None => Value::None,
            Type::Bool => Value::Bool(held(fields)?),
            Type::Int => Value::Int(held(fields)?),
            Type::Float => Value::Float(held(fields)?),
            Type::Str => Value::Str(held(fields)?),
            Type::List => Value::List(held(fields)?),
            Type::Tuple => Value::Tuple(held(fields)?),
            Type::Dict => Value::Dict(held(fields)?),
            Type::Set => Value::Set(held(fields)?),
            Type::Array => Value::Array(held(fields)?),
            Type::Object => Value::Object(held(fields)?),
        })
    }
}

fn held<'de, T: Deserialize<'de>, A: MapAccess<'de>>(mut fields: A) -> Result<T, A::Error> {
    match fields.next_key()? {
        Some(Field::V) => fields.next_value(),
        _ => Err(de::Error::missing_field("v")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &Value) {
        assert_eq!(&serde_json::from_str::<Value>(text).unwrap(), expect, "{text}");
        let again: Value = serde_json::from_value(serde_json::to_value(expect).unwrap()).unwrap();
        assert_eq!(&again, expect, "{text}");
    }

    fn float(x: f64) -> Value {
        Value::Float(Number(x))
    }

    #[test]
    fn values_are_read_as_python_writes_them() {
        check(r#"{"t":"none"}"#, &Value::None);
        check(r#"{"t":"bool","v":true}"#, &Value::Bool(true));
        check(r#"{"t":"int","v":"12"}"#, &Value::Int("12".into()));
        check(r#"{"t":"float","v":3}"#, &float(3.0));
        check(r#"{"t":"float","v":-3}"#, &float(-3.0));
        check(r#"{"t":"float","v":"-inf"}"#, &float(f64::NEG_INFINITY));
        check(r#"{"t":"str","v":"é"}"#, &Value::Str("é".into()));
        let pair = (Value::Str("a".into()), Value::List(vec![float(0.5), Value::None]));
        check(
            r#"{"t":"dict","v":[[{"t":"str","v":"a"},{"t":"list","v":[{"t":"float","v":0.5},{"t":"none"}]}]]}"#,
            &Value::Dict(vec![pair]),
        );
        let data = [1.0, f64::INFINITY].map(Number).to_vec();
        check(
            r#"{"t":"array","v":{"dtype":"float64","shape":[2],"data":[1,"inf"]}}"#,
            &Value::Array(ArrayValue { dtype: "float64".into(), shape: vec![2], data }),
        );
    }

    #[test]
    fn a_negative_zero_keeps_its_sign() {
        let Value::Float(zero) = serde_json::from_str(r#"{"t":"float","v":-0.0}"#).unwrap() else {
            panic!("no float")
        };
        assert!(zero.0.is_sign_negative());
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for text in [
            r#"{"t":"complex","v":1}"#,
            r#"{"t":"int","v":12}"#,
            r#"{"t":"float","v":"12"}"#,
            r#"{"t":"list"}"#,
            r#"{"t":"list","v":[],"w":0}"#,
            r#"{"v":"12","t":"int"}"#,
            r#"{"v":1}"#,
            "7",
        ] {
            assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
        }
    }
}
