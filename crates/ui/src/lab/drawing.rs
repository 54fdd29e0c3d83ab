//! The pencil for own points: which class it draws, what was drawn, and how to take it back.

use protocol::boundary::{Config, Data, DataSource, Point};

use super::config::{COORDINATE_MAX, POINTS_MAX, own_points};
use super::points::snap;

/// What a click on the map does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Adds a point of class A.
    #[default]
    A,
    /// Adds a point of class B.
    B,
    /// Takes the nearest point away.
    Erase,
}

/// One act with the pencil.
#[derive(Clone, Debug, PartialEq)]
pub enum Stroke {
    /// Take another tool.
    Take(Tool),
    /// Use a tool at a place of the map, in data units.
    At(Tool, f32, f32),
    /// All points at once: pasted, or those on screen.
    Replace(Vec<Point>),
    /// Begin to edit the points on screen.
    EditPresent,
    /// Without any point.
    Clear,
    /// As before the last stroke.
    Undo,
}

/// The tool in hand and the points before each stroke.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// What a click does.
    pub tool: Tool,
    undo: Vec<Vec<Point>>,
}

/// Strokes that can be taken back.
const UNDO_MAX: usize = 100;
/// Half the width of the map on which drawing begins.
const EXTENT: f32 = 1.5;
/// The eraser reaches this share of the map's half width.
const REACH: f32 = 0.12;

impl Drawing {
    /// Whether there is a stroke to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Carries out a stroke; gives the points to train on if they changed.
    pub fn apply(
        &mut self,
        config: &Config,
        data: Option<&Data>,
        stroke: Stroke,
    ) -> Option<DataSource> {
        let before = own_points(config).map(<[Point]>::to_vec).unwrap_or_default();
        let extent = data.map_or(EXTENT, |data| data.extent);
        let after = match stroke {
            Stroke::Take(tool) => {
                self.tool = tool;
                return None;
            }
            Stroke::Undo => return self.undo.pop().map(DataSource::Own),
            Stroke::At(tool, x, y) => with(tool, &before, (x, y), extent)?,
            Stroke::Replace(points) => points,
            Stroke::EditPresent => present(data?),
            Stroke::Clear => Vec::new(),
        };
        if own_points(config).is_some() {
            self.undo.push(before);
            let surplus = self.undo.len().saturating_sub(UNDO_MAX);
            self.undo.drain(..surplus);
        }
        Some(DataSource::Own(after))
    }

    /// What to show of own points that cannot be trained on yet.
    pub fn preview(&self, config: &Config) -> Data {
        let points = own_points(config).map(<[Point]>::to_vec).unwrap_or_default();
        let farthest = points.iter().map(|p| p.x.abs().max(p.y.abs())).fold(0.0, f32::max);
        Data { train: points, test: Vec::new(), extent: EXTENT.max(farthest * 1.08) }
    }
}

/// The points after using a tool; `None` when nothing changes.
fn with(tool: Tool, points: &[Point], (x, y): (f32, f32), extent: f32) -> Option<Vec<Point>> {
    let mut points = points.to_vec();
    if tool == Tool::Erase {
        points.remove(nearest(&points, (x, y), REACH * extent)?);
        return Some(points);
    }
    let is_outside = x.is_nan() || y.is_nan() || x.abs().max(y.abs()) > COORDINATE_MAX;
    if is_outside || points.len() >= POINTS_MAX {
        return None;
    }
    points.push(Point { x: snap(x), y: snap(y), is_positive: tool == Tool::B });
    Some(points)
}

fn nearest(points: &[Point], (x, y): (f32, f32), reach: f32) -> Option<usize> {
    let distance = |point: &Point| (point.x - x).hypot(point.y - y);
    let close = points.iter().enumerate().filter(|(_, point)| distance(point) <= reach);
    close.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1))).map(|(index, _)| index)
}

/// The points on screen, on the grid of drawn points so that a link stays short.
fn present(data: &Data) -> Vec<Point> {
    let all = data.train.iter().chain(&data.test);
    all.map(|p| Point { x: snap(p.x), y: snap(p.y), is_positive: p.is_positive }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::{config::opening, sample::data};

    fn own(points: Vec<Point>) -> Config {
        Config { data: DataSource::Own(points), ..opening() }
    }

    fn points(change: Option<DataSource>) -> Vec<Point> {
        match change {
            Some(DataSource::Own(points)) => points,
            other => panic!("no points: {other:?}"),
        }
    }

    #[test]
    fn points_are_added_erased_and_taken_back() {
        let mut drawing = Drawing::default();
        let one = points(drawing.apply(&own(vec![]), None, Stroke::At(Tool::B, 0.123_4, -0.5)));
        assert_eq!(one, [Point { x: 0.12, y: -0.5, is_positive: true }]);
        assert_eq!(drawing.apply(&own(one.clone()), None, Stroke::At(Tool::Erase, 1.4, 1.4)), None);
        let none =
            points(drawing.apply(&own(one.clone()), None, Stroke::At(Tool::Erase, 0.1, -0.5)));
        assert!(none.is_empty());
        assert_eq!(points(drawing.apply(&own(none), None, Stroke::Undo)), one);
        assert_eq!(points(drawing.apply(&own(one), None, Stroke::Undo)), []);
        assert!(!drawing.can_undo());
    }

    #[test]
    fn a_set_on_screen_can_be_edited() {
        let mut drawing = Drawing::default();
        let copied = points(drawing.apply(&opening(), Some(&data()), Stroke::EditPresent));
        assert_eq!(copied.len(), 4);
        assert!(!drawing.can_undo(), "going back to the set is done by choosing it");
    }

    #[test]
    fn there_is_an_end_to_points_and_to_the_plane() {
        let point = Point { x: 0.0, y: 0.0, is_positive: true };
        let mut drawing = Drawing::default();
        let full = own(vec![point; POINTS_MAX]);
        assert_eq!(drawing.apply(&full, None, Stroke::At(Tool::A, 0.0, 0.0)), None);
        for x in [f32::NAN, f32::INFINITY, 101.0] {
            assert_eq!(drawing.apply(&own(vec![]), None, Stroke::At(Tool::A, x, 0.0)), None);
        }
    }

    #[test]
    fn the_preview_holds_every_point() {
        let far = own(vec![Point { x: 10.0, y: 0.0, is_positive: true }]);
        assert!(Drawing::default().preview(&far).extent > 10.0);
        assert_eq!(Drawing::default().preview(&own(vec![])).extent, EXTENT);
    }
}
