//! The pencil: points drawn on a lab's plane become the visitor's table. Which class it draws, what was
//! drawn, and how to take it back.

use std::rc::Rc;

use content::lab::OwnTable;
use figures::{Axis, Figure, Group, Panel, Plane, Sheet};

use super::points::snap;

/// What a touch of the plane does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Adds a point of this class.
    Class(u8),
    /// Takes the nearest point away.
    Erase,
}

/// One act with the pencil.
#[derive(Clone, Debug, PartialEq)]
pub enum Stroke {
    /// Take another tool.
    Take(Tool),
    /// Use a tool, or the one in hand, at a place of the plane.
    At(Option<Tool>, f32, f32),
    /// Begin to edit the points on screen.
    EditPresent,
    /// Without any point.
    Clear,
    /// As before the last stroke.
    Undo,
}

/// The tool in hand and the tables before each stroke.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What a touch does.
    pub tool: Tool,
    undo: Vec<Rc<Sheet>>,
}

impl Default for Drawing {
    fn default() -> Self {
        Self { tool: Tool::Class(0), undo: Vec::new() }
    }
}

/// Strokes that can be taken back.
const UNDO_MAX: usize = 100;
/// Half the width of the plane on which drawing begins.
const EXTENT: f32 = 1.5;
/// The eraser reaches this share of the plane's half width.
const REACH: f32 = 0.12;

/// A plane without points, and with two classes to draw.
pub fn blank() -> Sheet {
    let names = |pair: [&str; 2]| pair.map(String::from).to_vec();
    let (columns, classes) = (names(["x₁", "x₂"]), names(["A", "B"]));
    Sheet { columns, classes, values: Vec::new(), labels: Vec::new() }
}

impl Drawing {
    /// Whether there is a stroke to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Remembers a table that is about to be replaced.
    pub fn remember(&mut self, before: Option<&Rc<Sheet>>) {
        self.undo.push(before.cloned().unwrap_or_else(|| Rc::new(blank())));
        let surplus = self.undo.len().saturating_sub(UNDO_MAX);
        self.undo.drain(..surplus);
    }

    /// Forgets the tables before each stroke: another one is begun on.
    pub fn forget(&mut self) {
        self.undo.clear();
    }

    /// Carries out a stroke; gives the new table if it changed. `shown` is the plane on screen.
    pub fn apply(
        &mut self,
        own: Option<&Rc<Sheet>>,
        shown: Option<&Plane>,
        declared: &OwnTable,
        stroke: Stroke,
    ) -> Option<Rc<Sheet>> {
        let extent = shown.and_then(|plane| plane.x.range).map_or(EXTENT, |range| range.1);
        let after = match stroke {
            Stroke::Take(tool) => {
                self.tool = tool;
                return None;
            }
            Stroke::Undo => return self.undo.pop(),
            Stroke::At(tool, x, y) => {
                let before = own.map_or_else(blank, |sheet| (**sheet).clone());
                with(tool.unwrap_or(self.tool), before, (x, y), extent, declared)?
            }
            Stroke::EditPresent => present(shown?),
            Stroke::Clear => blank(),
        };
        self.remember(own);
        Some(Rc::new(after))
    }
}

/// The table after using a tool; `None` when nothing changes.
fn with(
    tool: Tool,
    mut sheet: Sheet,
    (x, y): (f32, f32),
    extent: f32,
    declared: &OwnTable,
) -> Option<Sheet> {
    let Tool::Class(class) = tool else {
        let row = nearest(&sheet, (x, y), REACH * extent)?;
        sheet.values.drain(2 * row..2 * row + 2);
        sheet.labels.remove(row);
        return Some(sheet);
    };
    let is_outside = x.is_nan() || y.is_nan();
    let is_outside = is_outside || x.abs().max(y.abs()) > declared.within.unwrap_or(f32::MAX);
    if is_outside || sheet.rows() >= declared.rows || usize::from(class) >= declared.most_classes {
        return None;
    }
    // A table that was brought with one class gets a second one by drawing it.
    let letters = blank().classes.into_iter().skip(sheet.classes.len());
    sheet
        .classes
        .extend(letters.take((usize::from(class) + 1).saturating_sub(sheet.classes.len())));
    sheet.values.extend([snap(x), snap(y)]);
    sheet.labels.push(class);
    Some(sheet)
}

fn nearest(sheet: &Sheet, (x, y): (f32, f32), reach: f32) -> Option<usize> {
    let distance = |row: &usize| (sheet.row(*row)[0] - x).hypot(sheet.row(*row)[1] - y);
    let close = (0..sheet.rows()).filter(|row| distance(row) <= reach);
    close.min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// The points of a plane, on the grid of drawn points so that a link stays short.
fn present(plane: &Plane) -> Sheet {
    let mut sheet = blank();
    let known = |group: &&Group| usize::from(group.class) < sheet.classes.len();
    let groups: Vec<&Group> = plane.groups.iter().filter(known).collect();
    for group in groups {
        for (x, y) in &group.points {
            sheet.values.extend([snap(*x), snap(*y)]);
            sheet.labels.push(group.class);
        }
    }
    sheet
}

/// What to draw on while the points are too few to run on: the table as a panel.
pub fn sketch(own: Option<&Rc<Sheet>>, id: &str) -> Panel {
    let sheet = own.map_or_else(blank, |sheet| (**sheet).clone());
    let farthest = sheet.values.iter().fold(0.0f32, |most, value| most.max(value.abs()));
    let extent = EXTENT.max(farthest * 1.08);
    let axis = |index: usize| Axis::from_to(&sheet.columns[index], -extent, extent);
    let group = |(class, name): (usize, &String)| {
        let mine = (0..sheet.rows()).filter(|row| usize::from(sheet.labels[*row]) == class);
        Group {
            name: name.clone(),
            class: class as u8,
            points: mine.map(|row| (sheet.row(row)[0], sheet.row(row)[1])).collect(),
            ..Group::default()
        }
    };
    let groups = sheet.classes.iter().enumerate().map(group).collect();
    let plane = Plane { x: axis(0), y: axis(1), is_square: true, groups, ..Plane::default() };
    let says = "Draw points of both classes.";
    Panel::new(id, "Your points", says, Figure::Plane(plane))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labs::sample::lab;

    fn declared() -> OwnTable {
        lab().own.expect("the sample takes tables")
    }

    #[test]
    fn points_are_added_erased_and_taken_back() {
        let (mut drawing, declared) = (Drawing::default(), declared());
        let at = |tool, x, y| Stroke::At(Some(tool), x, y);
        let one = drawing.apply(None, None, &declared, at(Tool::Class(1), 0.123_4, -0.5));
        let one = one.expect("a point");
        assert_eq!((one.values.as_slice(), one.labels.as_slice()), (&[0.12, -0.5][..], &[1][..]));
        assert_eq!(drawing.apply(Some(&one), None, &declared, at(Tool::Erase, 1.4, 1.4)), None);
        let none = drawing.apply(Some(&one), None, &declared, at(Tool::Erase, 0.1, -0.5));
        let none = none.expect("no point");
        assert_eq!((none.rows(), none.labels.len()), (0, 0));
        assert_eq!(drawing.apply(Some(&none), None, &declared, Stroke::Undo), Some(one.clone()));
        let start = drawing.apply(Some(&one), None, &declared, Stroke::Undo);
        assert_eq!(start.map(|sheet| sheet.rows()), Some(0));
        assert!(!drawing.can_undo());
        assert_eq!(drawing.apply(Some(&one), None, &declared, Stroke::Take(Tool::Erase)), None);
        let erased = drawing.apply(Some(&one), None, &declared, Stroke::At(None, 0.1, -0.5));
        assert_eq!(erased.map(|sheet| sheet.rows()), Some(0), "the tool in hand is used");
    }

    #[test]
    fn a_set_on_screen_can_be_edited() {
        let group =
            |class, is_hollow, points| Group { class, is_hollow, points, ..Group::default() };
        let groups = vec![group(0, false, vec![(0.5, 0.254)]), group(1, true, vec![(1.0, 2.0)])];
        let plane = Plane { groups, ..Plane::default() };
        let copied = Drawing::default().apply(None, Some(&plane), &declared(), Stroke::EditPresent);
        let copied = copied.expect("both points");
        assert_eq!(
            (copied.values.as_slice(), copied.labels.as_slice()),
            (&[0.5, 0.25, 1.0, 2.0][..], &[0, 1][..])
        );
    }

    #[test]
    fn there_is_an_end_to_points_and_to_the_plane() {
        let (mut drawing, declared) = (Drawing::default(), declared());
        let full = Rc::new(Sheet { values: vec![0.0; 20], labels: vec![0; 10], ..blank() });
        let at = |x| Stroke::At(None, x, 0.0);
        assert_eq!(drawing.apply(Some(&full), None, &declared, at(0.0)), None);
        for x in [f32::NAN, f32::INFINITY, 101.0] {
            assert_eq!(drawing.apply(None, None, &declared, at(x)), None);
        }
    }

    #[test]
    fn the_sketch_holds_every_point() {
        let far = Rc::new(Sheet { values: vec![10.0, 0.0], labels: vec![1], ..blank() });
        let Figure::Plane(plane) = sketch(Some(&far), "map").figure else { panic!("a plane") };
        assert!(plane.x.range.is_some_and(|range| range.1 > 10.0));
        assert_eq!(plane.groups[1].points, [(10.0, 0.0)]);
    }
}
