//! A coding exercise as the page reads it: one JSON file made from a folder at build time.

use std::fmt;

use serde::de::{self, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::{Growth, Level, Picture};

/// A coding exercise. Fields ending in `_html` are trusted HTML made at build time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exercise {
    /// Folder name and part of the address.
    pub slug: String,
    /// Heading.
    pub title: String,
    /// One sentence for lists and search engines.
    pub summary: String,
    /// How hard.
    pub level: Level,
    /// For finding and for the plan.
    pub topics: Vec<String>,
    /// Time to plan for.
    pub minutes: u16,
    /// What the cases call.
    pub entry: Entry,
    /// How far numbers may be off.
    pub tolerance: Tolerance,
    /// In which lists the order of elements counts.
    #[serde(default)]
    pub order: Order,
    /// Which types of elements an array may have.
    #[serde(default)]
    pub dtype: DtypeRule,
    /// Executed lines after which a case is ended.
    pub step_budget: u64,
    /// Seed of generated cases.
    pub seed: u32,
    /// Target growth, where there is one to measure.
    pub growth: Option<GrowthTarget>,
    /// A picture of the learner's own output, where one helps.
    pub picture: Option<Picture>,
    /// The task.
    pub prompt_html: String,
    /// What the editor opens with.
    pub starter: String,
    /// Text of `cases.py`.
    pub cases: String,
    /// From nudge to outline.
    pub hints_html: Vec<String>,
    /// The reference first, then others worth comparing.
    pub solutions: Vec<Solution>,
    /// Typical wrong answers.
    pub mistakes: Vec<Mistake>,
    /// Right answers that are too slow. The check measures them; pages have no use for them.
    #[serde(default, skip_serializing)]
    pub slow: Vec<Slow>,
    /// Why it works and what it costs.
    pub explain_html: String,
    /// What an interviewer asks next.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
}

/// A question that comes after the exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// As it is asked: text within a line.
    pub question_html: String,
    /// What a strong candidate says.
    pub answer_html: String,
}

/// The name that the cases use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// For example `iou`.
    pub name: String,
    /// Function or class.
    pub kind: EntryKind,
}

/// How an entry point is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Called once a case.
    Function,
    /// Constructed once a case, then its methods are called in order.
    Class,
}

/// Two numbers are equal if |got − expected| ≤ absolute + relative · |expected|.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tolerance {
    /// Share of the expected value.
    pub relative: f64,
    /// In the value's own unit.
    pub absolute: f64,
}

/// In which lists the order of elements counts. Tuples, arrays and text always have an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// In all.
    #[default]
    Given,
    /// Not in the list that a call returns (or in those that its tuple or dictionary holds).
    Any,
    /// Not in that list, and not in lists inside it.
    AnyInside,
}

/// Which types of elements an array may have. Truth values are never taken for numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DtypeRule {
    /// Any whose elements have the right values.
    #[default]
    Any,
    /// The expected one: for code whose point is `int8` or `float32`.
    Exact,
}

/// How steps should grow, and memory where that is asked for too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrowthTarget {
    /// The class to reach.
    pub class: Growth,
    /// What n counts, in words: `edges`.
    pub variable: String,
    /// What m counts, where there are two variables.
    #[serde(default)]
    pub second: Option<String>,
    /// Sizes to measure at, growing.
    pub sizes: Vec<Size>,
    /// The class that the memory beyond the input should keep to, the result included.
    #[serde(default)]
    pub space: Option<Growth>,
}

/// One size to measure at: n, or n and m.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Size {
    /// `64`
    One(u32),
    /// `[64, 256]`
    Two(u32, u32),
}

impl Size {
    /// The numbers, one a variable.
    #[must_use]
    pub fn numbers(self) -> Vec<u32> {
        match self {
            Self::One(n) => vec![n],
            Self::Two(n, m) => vec![n, m],
        }
    }
}

impl<'de> Deserialize<'de> for Size {
    /// serde's own reader of untagged enums would bring one more for every type of JSON.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SizeVisitor)
    }
}

struct SizeVisitor;

impl<'de> Visitor<'de> for SizeVisitor {
    type Value = Size;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a size such as 64, or two such as [64, 256]")
    }

    fn visit_u64<E: de::Error>(self, n: u64) -> Result<Size, E> {
        let n = u32::try_from(n).map_err(|_| E::invalid_value(Unexpected::Unsigned(n), &self))?;
        Ok(Size::One(n))
    }

    fn visit_i64<E: de::Error>(self, n: i64) -> Result<Size, E> {
        let n = u32::try_from(n).map_err(|_| E::invalid_value(Unexpected::Signed(n), &self))?;
        Ok(Size::One(n))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sizes: A) -> Result<Size, A::Error> {
        match (sizes.next_element()?, sizes.next_element()?, sizes.next_element::<u32>()?) {
            (Some(n), Some(m), None) => Ok(Size::Two(n, m)),
            _ => Err(de::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }
}

/// A solution worth reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solution {
    /// `reference`, or the `<name>` of `solution_<name>.py`.
    pub name: String,
    /// Python.
    pub source: String,
}

/// A typical wrong answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// File name without ending.
    pub name: String,
    /// First line of its first comment: what went wrong, in five words.
    pub title: String,
    /// The rest of that comment: cause, this input, smallest step to the repair.
    pub message_html: String,
    /// Python.
    pub source: String,
}

/// A right answer that is slower than the target, and is to be measured as such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slow {
    /// File name without ending.
    pub name: String,
    /// What it grows like.
    pub class: Growth,
    /// Python.
    pub source: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_one_number_or_two() {
        let read = |text: &str| serde_json::from_str::<Size>(text).ok();
        assert_eq!(read("64"), Some(Size::One(64)));
        assert_eq!(read("[64, 256]"), Some(Size::Two(64, 256)));
        for text in ["-1", "4294967296", "6.5", "[64]", "[64, 256, 3]", "[]", "\"64\""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
