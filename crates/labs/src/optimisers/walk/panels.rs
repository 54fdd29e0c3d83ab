//! What there is to see of a walk: its path over the surface, its height by step, and the latest
//! update taken apart.

use figures::format::{count, decimal};
use figures::{
    Axis, Field, FieldKind, Figure, Group, Lines, Panel, Path, Plane, Series, Style, Table,
};

use super::Walk;
use crate::history::History;
use crate::optimisers::LOSS;
use crate::optimisers::surface::Place;

/// Cells along one side of the map of heights.
const MAP_SIDE: u16 = 96;

pub fn all(walk: &Walk, history: &History) -> Vec<Panel> {
    vec![paths(walk).shared(), heights(walk, history).shared(), update(walk)]
}

fn paths(walk: &Walk) -> Panel {
    let surface = walk.ground.surface;
    let (x, y) = surface.window();
    let single = |(low, high): Place| (low as f32, high as f32);
    let axis = |name: &str, range: Place| Axis::from_to(name, single(range).0, single(range).1);
    let mut points = walk.trail.places.clone();
    points.push((walk.weights[0], walk.weights[1]));
    let minima = surface.minima().iter().map(|&place| single(place)).collect();
    let minima = Group {
        name: "minimum".into(),
        class: 3,
        is_centre: true,
        points: minima,
        ..Group::default()
    };
    let plane = Plane {
        x: axis("first weight", x),
        y: axis("second weight", y),
        is_square: true,
        field: Some(field(walk)),
        groups: vec![minima],
        paths: vec![Path { name: String::new(), points }],
        ..Plane::default()
    };
    let says = format!(
        "After {} steps at ({}, {}), height {}; it began at ({}, {}).",
        count(walk.step),
        decimal(walk.weights[0].into()),
        decimal(walk.weights[1].into()),
        decimal(walk.height()),
        decimal(walk.ground.start[0].into()),
        decimal(walk.ground.start[1].into()),
    );
    Panel::new("paths", "The way down", says, Figure::Plane(plane))
}

fn field(walk: &Walk) -> Field {
    let surface = walk.ground.surface;
    let (x, y) = surface.window();
    let middle = |cell: u16, (low, high): Place| {
        low + (high - low) * (f64::from(cell) + 0.5) / f64::from(MAP_SIDE)
    };
    let cells = (0..MAP_SIDE).rev().flat_map(|row| (0..MAP_SIDE).map(move |column| (column, row)));
    let value = |(column, row)| surface.height((middle(column, x), middle(row, y))) as f32;
    Field {
        columns: MAP_SIDE,
        rows: MAP_SIDE,
        values: cells.map(value).collect(),
        kind: FieldKind::Height,
    }
}

/// On a logarithmic axis a steady rate of descent is a straight line.
fn heights(walk: &Walk, history: &History) -> Panel {
    let mut points: Vec<(f32, f32)> =
        history.of(LOSS).map(|(step, height)| (step as f32, height)).collect();
    points.push((walk.step as f32, walk.height() as f32));
    let lines = Lines {
        x: Axis::new("step"),
        y: Axis::log("height"),
        series: vec![Series { name: String::new(), style: Style::Line, points }],
    };
    let start = history.first(LOSS).unwrap_or(f32::NAN);
    let says = format!(
        "Height {} at step 0, {} at step {}.",
        decimal(start.into()),
        decimal(walk.height()),
        count(walk.step)
    );
    Panel::new("heights", "Height above the minimum", says, Figure::Lines(lines))
}

/// The latest update, weight by weight. What a rule makes of a slope of 1 is what tells rules apart.
fn update(walk: &Walk) -> Panel {
    let number = |value: f32| decimal(value.into());
    let row = |index: usize| {
        let (slope, moved) = (walk.slopes[index], walk.moved[index]);
        let per_slope = if slope == 0.0 { "–".into() } else { number(-moved / slope) };
        let name = ["first", "second"][index].to_owned();
        vec![name, number(walk.weights[index]), number(slope), number(moved), per_slope]
    };
    let table = Table {
        columns: ["weight", "value", "slope", "moved by", "per unit of slope"]
            .map(Into::into)
            .to_vec(),
        rows: vec![row(0), row(1)],
    };
    let says = if walk.step == 0 {
        "No update yet.".into()
    } else {
        format!(
            "The latest update moved the weights by {} and {}, for slopes of {} and {}.",
            number(walk.moved[0]),
            number(walk.moved[1]),
            number(walk.slopes[0]),
            number(walk.slopes[1]),
        )
    };
    Panel::new("update", "The latest update", says, Figure::Table(table))
}
