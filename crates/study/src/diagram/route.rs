//! The way of an arrow: straight from border to border, beside its counterpart if there is one.

use super::{Arrow, Diagram, Node};

/// Length and half the width of an arrow's head, in pixels.
const HEAD: (f64, f64) = (9.0, 4.5);
/// How far two arrows between the same boxes keep from the middle.
const ASIDE: f64 = 9.0;

type Point = (f64, f64);

/// Where an arrow is drawn, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Route {
    /// Where it leaves its first box.
    pub from: Point,
    /// Where its line ends and its head begins.
    pub neck: Point,
    /// The three corners of its head, the tip first.
    pub head: [Point; 3],
    /// The middle, where its label stands.
    pub middle: Point,
}

/// The way of an arrow; nothing where its boxes cover each other.
#[must_use]
pub fn route(diagram: &Diagram, arrow: &Arrow) -> Option<Route> {
    let (first, last) = (diagram.node(arrow.from)?, diagram.node(arrow.to)?);
    let (a, b) = (centre(first), centre(last));
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx.hypot(dy);
    if length < 1.0 {
        return None;
    }
    let unit = (dx / length, dy / length);
    let aside = if diagram.arrow(arrow.to, arrow.from).is_some() { ASIDE } else { 0.0 };
    let shift = |(x, y): Point| (x - unit.1 * aside, y + unit.0 * aside);
    let (a, b) = (shift(a), shift(b));
    let from = along(a, unit, reach(first, a, unit));
    let back = (-unit.0, -unit.1);
    let tip = along(b, back, reach(last, b, back));
    let visible = (tip.0 - from.0) * unit.0 + (tip.1 - from.1) * unit.1;
    if visible < HEAD.0 {
        return None;
    }
    let neck = along(tip, back, HEAD.0);
    let corner = |side: f64| (neck.0 - unit.1 * side, neck.1 + unit.0 * side);
    Some(Route {
        from,
        neck,
        head: [tip, corner(HEAD.1), corner(-HEAD.1)],
        middle: ((from.0 + tip.0) / 2.0, (from.1 + tip.1) / 2.0),
    })
}

fn centre(node: &Node) -> Point {
    let (x, y, width, height) = node.area();
    (f64::from(x) + f64::from(width) / 2.0, f64::from(y) + f64::from(height) / 2.0)
}

/// How far it is from a point within a box to its border.
fn reach(node: &Node, at: Point, unit: Point) -> f64 {
    let (x, y, width, height) = node.area();
    let side = |at: f64, low: i32, size: i32, unit: f64| {
        let border = if unit > 0.0 { low + size } else { low };
        if unit == 0.0 { f64::INFINITY } else { (f64::from(border) - at) / unit }
    };
    side(at.0, x, width, unit.0).min(side(at.1, y, height, unit.1))
}

fn along(at: Point, unit: Point, far: f64) -> Point {
    (at.0 + unit.0 * far, at.1 + unit.1 * far)
}
