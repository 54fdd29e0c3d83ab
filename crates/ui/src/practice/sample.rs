//! An exercise and observations for the tests of this room.

use content::{
    Entry, EntryKind, Exercise, Growth, GrowthTarget, Level, Mistake, Solution, Tolerance,
};
use protocol::{
    python::{GrowthPoint, Observation, Origin, Outcome},
    value::Value,
};

/// An exercise with one recorded mistake and a growth target.
pub fn exercise() -> Exercise {
    Exercise {
        slug: "double".into(),
        title: "Double".into(),
        summary: String::new(),
        level: Level::WarmUp,
        topics: vec!["algorithms".into()],
        minutes: 5,
        entry: Entry { name: "double".into(), kind: EntryKind::Function },
        tolerance: Tolerance { relative: 1e-9, absolute: 1e-12 },
        order: content::Order::Given,
        dtype: content::DtypeRule::Any,
        step_budget: 1000,
        seed: 1,
        growth: Some(GrowthTarget {
            class: Growth::Constant,
            variable: "n".into(),
            second: None,
            sizes: [1, 2, 4].map(content::Size::One).to_vec(),
            space: None,
        }),
        picture: None,
        prompt_html: String::new(),
        starter: "def double(n): ...".into(),
        cases: "CASES = []".into(),
        hints_html: vec!["one".into(), "two".into()],
        solutions: vec![Solution { name: "reference".into(), source: "ref".into() }],
        mistakes: vec![Mistake {
            name: "squared".into(),
            title: "Squared".into(),
            message_html: String::new(),
            source: "squares".into(),
        }],
        slow: Vec::new(),
        explain_html: String::new(),
        follow_ups: Vec::new(),
    }
}

/// What a case looks like that expected `expected` and got `got`.
pub fn observation(name: &str, expected: i32, got: i32) -> Observation {
    Observation {
        name: name.into(),
        hidden: false,
        input: vec![("n".into(), "3".into())],
        origin: Origin::Listed,
        stated: None,
        expected: Value::Int(expected.to_string()),
        outcome: Outcome::Returned { value: Value::Int(got.to_string()) },
        mutated: Vec::new(),
        steps: 1,
    }
}

/// Three steps on an input of this size.
pub fn growth_point(size: u32) -> GrowthPoint {
    GrowthPoint { size, second: None, steps: 3, peak_bytes: 0 }
}
