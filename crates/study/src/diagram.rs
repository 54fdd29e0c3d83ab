//! Diagrams of boxes and arrows, as one draws on a whiteboard: what is in one, what can be done to
//! it, where lines go, how it reads as words and as a picture of its own.

mod edit;
mod lines;
mod read;
mod route;
mod svg;
#[cfg(test)]
mod tests;
mod words;

use serde::Serialize;

pub use edit::{Action, History};
pub use lines::{LINE, TEXT, wrapped};
pub use read::parse;
pub use route::{Route, route};
pub use svg::to_svg;
pub use words::{said, table};

/// Pixels between two places of the grid.
pub const STEP: i32 = 20;
/// The greatest place in either direction.
pub const FARTHEST: i32 = 120;
/// Width of every box, in pixels.
pub const WIDTH: i32 = 7 * STEP;
/// Room around what is drawn, in pixels.
pub const MARGIN: i32 = STEP;
/// Most boxes of a diagram.
pub const MOST_BOXES: usize = 60;
/// Most arrows of a diagram.
pub const MOST_ARROWS: usize = 120;
/// Longest label of a box, in characters.
pub const LONGEST_LABEL: usize = 60;
/// Longest label of an arrow, in characters.
pub const LONGEST_SAYING: usize = 40;

/// A place on the grid: of a box, its upper left corner.
pub type Place = (i32, i32);

/// A box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Node {
    /// What arrows call it; unique in its diagram, and never 0.
    pub id: u32,
    /// What stands in it.
    pub label: String,
    /// Places from the left.
    pub x: i32,
    /// Places from the top.
    pub y: i32,
}

impl Node {
    /// Its label, or its number where it has none yet.
    #[must_use]
    pub fn name(&self) -> String {
        if self.label.trim().is_empty() {
            format!("Box {}", self.id)
        } else {
            self.label.trim().to_owned()
        }
    }

    /// Left, top, width and height in pixels: as high as its lines need, in whole steps.
    #[must_use]
    pub fn area(&self) -> (i32, i32, i32, i32) {
        let lines = wrapped(&self.name()).len() as i32;
        let needed = lines * LINE + STEP;
        let height = ((needed + STEP - 1) / STEP * STEP).max(3 * STEP);
        (MARGIN + self.x * STEP, MARGIN + self.y * STEP, WIDTH, height)
    }
}

/// An arrow from one box to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Arrow {
    /// Where it starts.
    pub from: u32,
    /// Where it points.
    pub to: u32,
    /// What goes along it; may be empty.
    pub label: String,
}

/// Boxes and the arrows between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diagram {
    /// In the order in which they were added.
    pub boxes: Vec<Node>,
    /// At most one from a box to another.
    pub arrows: Vec<Arrow>,
}

impl Diagram {
    /// The box of that id.
    #[must_use]
    pub fn node(&self, id: u32) -> Option<&Node> {
        self.boxes.iter().find(|it| it.id == id)
    }

    /// The arrow from one box to another.
    #[must_use]
    pub fn arrow(&self, from: u32, to: u32) -> Option<&Arrow> {
        self.arrows.iter().find(|it| it.from == from && it.to == to)
    }

    /// Width and height that hold everything, in pixels.
    #[must_use]
    pub fn size(&self) -> (i32, i32) {
        self.boxes.iter().map(Node::area).fold((0, 0), |(right, low), (x, y, width, height)| {
            (right.max(x + width + MARGIN), low.max(y + height + MARGIN))
        })
    }

    /// As the text that [`parse`] reads.
    #[must_use]
    pub fn print(&self) -> String {
        // Numbers and texts are always JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Where a box can be added without covering another: to the right of `beside`, or else below
    /// it, or else in the first gap of the sheet.
    #[must_use]
    pub fn free_place(&self, beside: Option<u32>) -> Place {
        let near = beside.and_then(|id| self.node(id)).map(|it| {
            let below = (it.area().3 / STEP) + 2;
            [(it.x + ACROSS, it.y), (it.x, it.y + below)]
        });
        let rows = (0..=FARTHEST).step_by(DOWN as usize);
        let sheet = rows.flat_map(|y| (0..3).map(move |column| (column * ACROSS, y)));
        let mut places = near.into_iter().flatten().chain(sheet);
        places.find(|at| self.is_free(*at)).unwrap_or((0, 0))
    }

    fn is_free(&self, (x, y): Place) -> bool {
        let fits = x <= FARTHEST && y <= FARTHEST;
        let wanted = Node { id: 0, label: String::new(), x, y }.area();
        fits && !self.boxes.iter().any(|it| overlap(it.area(), wanted))
    }
}

/// Places from one box to the next, so that a short label fits on an arrow between them.
const ACROSS: i32 = 12;
const DOWN: i32 = 5;

type Area = (i32, i32, i32, i32);

fn overlap(a: Area, b: Area) -> bool {
    a.0 < b.0 + b.2 && b.0 < a.0 + a.2 && a.1 < b.1 + b.3 && b.1 < a.1 + a.3
}
