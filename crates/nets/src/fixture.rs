//! Reads the numbers that PyTorch computed (`tests/fixtures/make_nets_fixtures.py`).

use serde_json::Value;

/// A fixture file or a part of one.
pub struct Fixture(Value);

impl Fixture {
    pub fn parse(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap())
    }

    pub fn part(&self, name: &str) -> Self {
        assert!(self.0[name] != Value::Null, "no {name} in the fixture");
        Self(self.0[name].clone())
    }

    pub fn number(&self, name: &str) -> f32 {
        self.part(name).0.as_f64().unwrap() as f32
    }

    pub fn size(&self, name: &str) -> usize {
        self.number(name) as usize
    }

    /// All numbers below `name`, whatever their nesting.
    pub fn numbers(&self, name: &str) -> Vec<f32> {
        fn gather(value: &Value, into: &mut Vec<f32>) {
            match value {
                Value::Array(items) => items.iter().for_each(|item| gather(item, into)),
                other => into.push(other.as_f64().unwrap() as f32),
            }
        }
        let mut into = Vec::new();
        gather(&self.part(name).0, &mut into);
        into
    }

    pub fn list(&self, name: &str) -> Vec<Self> {
        self.part(name).0.as_array().unwrap().iter().cloned().map(Self).collect()
    }

    pub fn text(&self, name: &str) -> String {
        self.part(name).0.as_str().unwrap().to_owned()
    }

    pub fn texts(&self, name: &str) -> Vec<String> {
        let items = self.part(name).0.as_array().unwrap().clone();
        items.iter().map(|item| item.as_str().unwrap().to_owned()).collect()
    }

    pub fn is(&self, name: &str) -> bool {
        self.part(name).0.as_bool().unwrap()
    }

    pub fn indices(&self, name: &str) -> Vec<i32> {
        self.numbers(name).iter().map(|&number| number as i32).collect()
    }
}

/// Both lists agree to within `tolerance`, absolutely.
pub fn assert_close(what: &str, ours: &[f32], theirs: &[f32], tolerance: f32) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (index, (a, b)) in ours.iter().zip(theirs).enumerate() {
        assert!((a - b).abs() <= tolerance, "{what}[{index}]: {a} against {b}");
    }
}
