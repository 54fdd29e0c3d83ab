//! Reads an [`Event`] whose type comes first, as the worker writes it.
//!
//! serde's own reader (`tag = "type"`) finds the type wherever it is: it copies the whole message
//! first, and brings a second reader for everything that an event holds. That was 30 KB of what an
//! exercise's page downloads, compressed.

use std::fmt;

use serde::de::value::EnumAccessDeserializer;
use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::Event;

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EventVisitor)
    }
}

struct EventVisitor;

impl<'de> Visitor<'de> for EventVisitor {
    type Value = Event;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event that begins with its type")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Event, A::Error> {
        Event::deserialize(EnumAccessDeserializer::new(TypeFirst(fields)))
    }
}

/// Fields of which the first names the variant and the others are the variant's.
struct TypeFirst<A>(A);

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for TypeFirst<A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(
        mut self,
        seed: V,
    ) -> Result<(V::Value, Self), A::Error> {
        match self.0.next_key::<String>()? {
            Some(name) if name == "type" => Ok((self.0.next_value_seed(seed)?, self)),
            _ => Err(de::Error::missing_field("type")),
        }
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for TypeFirst<A> {
    type Error = A::Error;

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_map(self.0)
    }

    fn unit_variant(self) -> Result<(), A::Error> {
        Ok(())
    }

    // No event holds a value without a name: what follows is never asked for.

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, A::Error> {
        Err(de::Error::custom("an event without names"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, A::Error> {
        Err(de::Error::custom("an event without fields"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ErrorKind, GrowthPoint, Outcome, Stage, Stream};
    use super::*;

    fn check(text: &str, expect: Event) {
        assert_eq!(serde_json::from_str::<Event>(text).unwrap(), expect, "{text}");
    }

    #[test]
    fn events_are_read_as_the_worker_writes_them() {
        check(
            r#"{"type":"progress","stage":"restore","loaded_bytes":1,"total_bytes":2}"#,
            Event::Progress { stage: Stage::Restore, loaded_bytes: 1, total_bytes: 2 },
        );
        check(
            r#"{"type":"output","stream":"stdout","text":"a","id":7}"#,
            Event::Output { id: 7, stream: Stream::Stdout, text: "a".into() },
        );
        check(
            r#"{"type":"shrunk","case":null,"tries":3,"id":7}"#,
            Event::Shrunk { id: 7, case: None, tries: 3 },
        );
        check(r#"{"type":"spent"}"#, Event::Spent);
        check(r#"{"type":"crashed","message":"a"}"#, Event::Crashed { message: "a".into() });
        let point = GrowthPoint { size: 4, second: None, steps: 9, peak_bytes: 0 };
        check(
            r#"{"type":"growth","point":{"size":4,"steps":9},"id":7}"#,
            Event::Growth { id: 7, point },
        );
        check(
            r#"{"type":"remarks","remarks":[],"id":7}"#,
            Event::Remarks { id: 7, remarks: vec![] },
        );
    }

    #[test]
    fn the_last_event_of_an_engine_s_last_job_comes_in_the_envelope() {
        let read = |body: &str| crate::decode_python(&format!(r#"{{"v":1,"body":{body}}}"#));
        assert_eq!(read(r#"{"type":"spent"}"#), Ok(Event::Spent));
        let finished = Event::Finished { id: 7, duration_ms: 1.5 };
        assert_eq!(read(r#"{"type":"finished","duration_ms":1.5,"id":7}"#), Ok(finished));
    }

    #[test]
    fn a_case_says_what_came_back() {
        let case = |outcome: &str| {
            let text = format!(
                r#"{{"type":"case","id":1,"case":{{"name":"a","hidden":false,"input":[["x","1"]],
                "expected":{{"t":"none"}},"outcome":{outcome},"mutated":[],"steps":2}}}}"#
            );
            match serde_json::from_str(&text) {
                Ok(Event::Case { case, .. }) => Ok(case.outcome),
                other => Err(format!("{other:?}")),
            }
        };
        let value = crate::value::Value::Bool(true);
        let returned = r#"{"kind":"returned","value":{"t":"bool","v":true}}"#;
        assert_eq!(case(returned), Ok(Outcome::Returned { value }));
        let error = r#"{"kind":"syntax","name":"SyntaxError","message":"","line":1,"column":null,"frames":[]}"#;
        let raised = case(&format!(r#"{{"kind":"raised","error":{error}}}"#));
        let Ok(Outcome::Raised { error }) = raised else { panic!("{raised:?}") };
        assert_eq!((error.kind, error.line), (ErrorKind::Syntax, Some(1)));
        assert!(case(r#"{"kind":"returned"}"#).is_err());
    }

    #[test]
    fn what_is_no_event_is_refused() {
        for text in [
            r#"{"id":7}"#,
            r#"{"id":7,"type":"finished","duration_ms":1}"#,
            r#"{"type":7}"#,
            r#"{"type":"applause","id":7}"#,
            r#"{"type":"finished","id":7}"#,
            r#"{"type":"spent","id":7}"#,
            "[]",
        ] {
            assert!(serde_json::from_str::<Event>(text).is_err(), "{text}");
        }
    }
}
