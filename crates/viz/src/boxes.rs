//! Boxes on a picture's plane, y growing downwards as in images; of two boxes also their overlap.

use crate::format;
use crate::table::Table;

/// Kept free around the drawing, in pixels.
const MARGIN: f64 = 14.0;

/// A box by its edges, with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// As shown beside it.
    pub name: String,
    /// Left, top, right, bottom, in data units.
    pub edges: [f64; 4],
}

/// A box in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Rect {
    /// As shown beside it.
    pub name: String,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// Boxes, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Of the drawing, in pixels.
    pub size: (f64, f64),
    /// In the order given.
    pub rects: Vec<Rect>,
    /// What two boxes share, if there are two and they share an area.
    pub overlap: Option<Rect>,
}

/// Lays boxes out in a drawing of at most this size, one scale for both axes.
pub fn layout(boxes: &[Named], (width, height): (f64, f64)) -> Layout {
    let low = |edge: usize| boxes.iter().map(|it| it.edges[edge]).fold(f64::INFINITY, f64::min);
    let high =
        |edge: usize| boxes.iter().map(|it| it.edges[edge]).fold(f64::NEG_INFINITY, f64::max);
    let (left, top, right, bottom) = (low(0), low(1), high(2), high(3));
    let inner = (width - 2.0 * MARGIN, height - 2.0 * MARGIN);
    let scale = (inner.0 / (right - left)).min(inner.1 / (bottom - top));
    let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
    let rect = |name: &str, [x1, y1, x2, y2]: [f64; 4]| Rect {
        name: name.to_owned(),
        x: MARGIN + (x1 - left) * scale,
        y: MARGIN + (y1 - top) * scale,
        width: (x2 - x1) * scale,
        height: (y2 - y1) * scale,
    };
    let overlap = match boxes {
        [a, b] => overlap(a.edges, b.edges).map(|edges| rect("overlap", edges)),
        _ => None,
    };
    Layout {
        size: (width, (bottom - top).max(0.0) * scale + 2.0 * MARGIN),
        rects: boxes.iter().map(|it| rect(&it.name, it.edges)).collect(),
        overlap,
    }
}

/// Edges of what two boxes share; `None` if that has no area.
pub fn overlap(a: [f64; 4], b: [f64; 4]) -> Option<[f64; 4]> {
    let edges = [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])];
    (edges[0] < edges[2] && edges[1] < edges[3]).then_some(edges)
}

/// The same in words.
pub fn sentence(boxes: &[Named]) -> String {
    let described: Vec<String> = boxes.iter().take(4).map(words).collect();
    let more = boxes.len().saturating_sub(4);
    let rest = if more > 0 { format!(", and {more} more") } else { String::new() };
    let shared = match boxes {
        [a, b] => match overlap(a.edges, b.edges) {
            Some([x1, y1, x2, y2]) => {
                format!(" They share an area of {}.", format::decimal((x2 - x1) * (y2 - y1)))
            }
            None => " They share no area.".to_owned(),
        },
        _ => String::new(),
    };
    format!("{}{rest}.{shared}", described.join("; "))
}

fn words(named: &Named) -> String {
    let [x1, y1, x2, y2] = named.edges.map(format::decimal);
    format!("Box {} from {x1}, {y1} to {x2}, {y2}", named.name)
}

/// A row a box.
pub fn table(caption: &str, boxes: &[Named]) -> Table {
    let mut table = Table::new(caption, &["box", "left", "top", "right", "bottom"]);
    table.rows = boxes
        .iter()
        .map(|it| std::iter::once(it.name.clone()).chain(it.edges.map(format::decimal)).collect())
        .collect();
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, edges: [f64; 4]) -> Named {
        Named { name: name.into(), edges }
    }

    #[test]
    fn two_boxes_share_what_both_cover() {
        let pair = [named("a", [0.0, 0.0, 2.0, 2.0]), named("b", [1.0, 1.0, 3.0, 3.0])];
        let drawn = layout(&pair, (328.0, 328.0));
        assert_eq!(
            drawn.overlap.as_ref().map(|it| (it.x, it.y, it.width)),
            Some((114.0, 114.0, 100.0))
        );
        assert_eq!(drawn.rects[1].height, 200.0);
        assert_eq!(
            sentence(&pair),
            "Box a from 0, 0 to 2, 2; Box b from 1, 1 to 3, 3. They share an area of 1."
        );
    }

    #[test]
    fn boxes_that_touch_share_nothing_and_points_are_drawn() {
        let pair = [named("a", [0.0, 0.0, 1.0, 1.0]), named("b", [1.0, 0.0, 2.0, 1.0])];
        assert_eq!(layout(&pair, (100.0, 100.0)).overlap, None);
        assert!(sentence(&pair).ends_with("They share no area."));
        let point = layout(&[named("a", [3.0, 3.0, 3.0, 3.0])], (100.0, 100.0));
        assert!(point.rects[0].x.is_finite() && point.size.1 > 0.0);
        assert_eq!(table("Boxes", &pair).rows[1], ["b", "1", "0", "2", "1"]);
    }
}
