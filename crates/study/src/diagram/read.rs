//! Reads a diagram that was kept or imported. The text may be anything: what does not fit is left
//! out, and the rest stands.

use serde_json::Value;

use super::{
    Arrow, Diagram, FARTHEST, LONGEST_LABEL, LONGEST_SAYING, MOST_ARROWS, MOST_BOXES, Node,
};

/// Greatest id that is read.
const GREATEST_ID: u64 = 1_000_000;
/// Longest text that is looked at, in bytes: far more than the largest diagram takes.
const LONGEST_TEXT: usize = 200_000;

/// The diagram that a text holds; an empty one if there is none.
#[must_use]
pub fn parse(text: &str) -> Diagram {
    if text.is_empty() || text.len() > LONGEST_TEXT {
        return Diagram::default();
    }
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Diagram::default() };
    let mut diagram = Diagram::default();
    for node in list(&value, "boxes").filter_map(node) {
        if diagram.boxes.len() < MOST_BOXES && diagram.node(node.id).is_none() {
            diagram.boxes.push(node);
        }
    }
    for arrow in list(&value, "arrows").filter_map(arrow) {
        if diagram.takes(arrow.from, arrow.to) {
            diagram.arrows.push(arrow);
        }
    }
    diagram
}

impl Diagram {
    /// Whether an arrow can be drawn: between two boxes that are there, once, and there is room.
    #[must_use]
    pub fn takes(&self, from: u32, to: u32) -> bool {
        from != to
            && self.arrows.len() < MOST_ARROWS
            && self.node(from).is_some()
            && self.node(to).is_some()
            && self.arrow(from, to).is_none()
    }
}

/// A label without what no keyboard types into one line, and no longer than it may be.
pub(super) fn label(text: &str, longest: usize) -> String {
    text.chars().map(|it| if it.is_control() { ' ' } else { it }).take(longest).collect()
}

/// A place on the sheet, the nearest if it lies beyond.
pub(super) fn on_sheet(place: i32) -> i32 {
    place.clamp(0, FARTHEST)
}

fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn node(value: &Value) -> Option<Node> {
    Some(Node {
        id: id(value, "id")?,
        label: label(value.get("label")?.as_str()?, LONGEST_LABEL),
        x: place(value, "x")?,
        y: place(value, "y")?,
    })
}

fn arrow(value: &Value) -> Option<Arrow> {
    let said = value.get("label").and_then(Value::as_str).unwrap_or_default();
    Some(Arrow {
        from: id(value, "from")?,
        to: id(value, "to")?,
        label: label(said, LONGEST_SAYING),
    })
}

fn id(value: &Value, name: &str) -> Option<u32> {
    let id = value.get(name)?.as_u64().filter(|id| (1..=GREATEST_ID).contains(id))?;
    u32::try_from(id).ok()
}

fn place(value: &Value, name: &str) -> Option<i32> {
    let place = value.get(name)?.as_i64()?;
    Some(on_sheet(i32::try_from(place.clamp(0, i64::from(FARTHEST))).ok()?))
}
