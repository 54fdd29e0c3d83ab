//! What a clustering looks like.

use figures::format::{count, decimal, plural};
use figures::{
    Axis, Field, FieldKind, Figure, Group, Heat, Lines, Panel, Path, Plane, Series, Style, Tile,
    Tiles,
};

use super::study::Best;
use super::{Clusters, View};
use crate::datasets::DIGIT_SIDE;

/// Cells along one side of the map of regions.
const MAP_SIDE: u16 = 60;

/// Every panel, the most telling first.
pub(super) fn all(lane: &Clusters) -> Vec<Panel> {
    let mut panels = vec![clusters(lane)];
    if lane.is_digits {
        panels.push(pictures(lane));
    }
    panels.push(elbow(lane));
    panels.push(silhouette(lane));
    if lane.has_classes() {
        panels.push(classes(lane));
    }
    panels
}

fn name_of(cluster: usize) -> String {
    format!("cluster {}", cluster + 1)
}

fn clusters(lane: &Clusters) -> Panel {
    let sheet = &lane.study.sheet;
    let places: Vec<(f32, f32)> =
        (0..sheet.rows()).map(|row| place(lane, sheet.row(row))).collect();
    let (x, y) = axes(lane, &places);
    let groups = if lane.look.by_class && lane.has_classes() {
        group(&places, &sheet.labels, |class| sheet.classes[class].clone(), sheet.classes.len())
    } else {
        group(&places, &lane.lloyd.assigned, name_of, lane.lloyd.k())
    };
    let at = |centre: &[f64]| {
        let row: Vec<f32> = centre.iter().map(|&value| value as f32).collect();
        place(lane, &row)
    };
    let centres = (0..lane.lloyd.k()).map(|index| Group {
        name: format!("centre {}", index + 1),
        class: index as u8,
        is_centre: true,
        points: vec![at(lane.lloyd.centre(index))],
        ..Group::default()
    });
    let columns = sheet.columns.len();
    let paths = (0..lane.lloyd.k()).map(|index| Path {
        name: String::new(),
        points: lane.trail.iter().map(|it| at(&it[index * columns..][..columns])).collect(),
    });
    let figure = Plane {
        field: (columns == 2).then(|| regions(lane, &x, &y)),
        x,
        y,
        is_square: columns == 2,
        groups: groups.into_iter().chain(centres).collect(),
        paths: if lane.step() > 0 { paths.collect() } else { Vec::new() },
        ..Plane::default()
    };
    let sizes: Vec<String> = lane.lloyd.sizes.iter().map(|&size| count(size.into())).collect();
    let says = format!(
        "{} of {} rows after {}; inertia {}.",
        plural(lane.lloyd.k(), "cluster"),
        sizes.join(", "),
        plural(lane.step(), "step"),
        decimal(lane.inertia())
    );
    Panel::new("clusters", "Clusters", says, Figure::Plane(figure))
}

fn place(lane: &Clusters, row: &[f32]) -> (f32, f32) {
    match lane.look.plane {
        View::Columns(x, y) => (row[x], row[y]),
        View::Components => lane.study.components.place(row),
    }
}

fn axes(lane: &Clusters, places: &[(f32, f32)]) -> (Axis, Axis) {
    let name = |component: usize, view: fn((usize, usize)) -> usize| match lane.look.plane {
        View::Columns(x, y) => lane.study.sheet.columns[view((x, y))].clone(),
        View::Components => format!("principal component {component}"),
    };
    let range = |part: fn(&(f32, f32)) -> f32| {
        let low = places.iter().map(part).fold(f32::INFINITY, f32::min);
        let high = places.iter().map(part).fold(f32::NEG_INFINITY, f32::max);
        let edge = 0.05 * (high - low).max(1e-3);
        (low - edge, high + edge)
    };
    let (x, y) = (range(|it| it.0), range(|it| it.1));
    (Axis::from_to(&name(1, |it| it.0), x.0, x.1), Axis::from_to(&name(2, |it| it.1), y.0, y.1))
}

fn group(
    places: &[(f32, f32)],
    owners: &[u8],
    name: impl Fn(usize) -> String,
    count: usize,
) -> Vec<Group> {
    let mut groups: Vec<Group> = (0..count)
        .map(|index| Group { name: name(index), class: index as u8, ..Group::default() })
        .collect();
    for (&place, &owner) in places.iter().zip(owners) {
        groups[usize::from(owner)].points.push(place);
    }
    groups
}

fn regions(lane: &Clusters, x: &Axis, y: &Axis) -> Field {
    let middle = |cell: u16, axis: &Axis| {
        let (low, high) = axis.range.unwrap_or_default();
        low + (high - low) * (f32::from(cell) + 0.5) / f32::from(MAP_SIDE)
    };
    let rows = (0..MAP_SIDE).rev();
    let cells = rows.flat_map(|row| (0..MAP_SIDE).map(move |column| (column, row)));
    let owner = |(column, row)| lane.lloyd.nearest(&[middle(column, x), middle(row, y)]);
    Field {
        columns: MAP_SIDE,
        rows: MAP_SIDE,
        values: cells.map(|cell| f32::from(owner(cell))).collect(),
        kind: FieldKind::Regions,
    }
}

/// The centres as pictures, each with the digit that most of its rows are.
fn pictures(lane: &Clusters) -> Panel {
    let counts = lane.contingency();
    let classes = lane.study.sheet.classes.len();
    let tile = |index: usize| {
        let row = &counts[index * classes..][..classes];
        let most = (0..classes).max_by_key(|&class| (row[class], classes - class)).unwrap_or(0);
        let size = lane.lloyd.sizes[index];
        let name = if size == 0 {
            "no rows".to_owned()
        } else {
            format!("{} of {size} are {}", row[most], lane.study.sheet.classes[most])
        };
        let values = lane.lloyd.centre(index).iter().map(|&value| value as f32).collect();
        Tile { name, columns: DIGIT_SIDE as u16, values }
    };
    let tiles: Vec<Tile> = (0..lane.lloyd.k()).map(tile).collect();
    let right: u32 = counts.chunks_exact(classes).filter_map(|row| row.iter().max()).sum();
    let says = format!(
        "Each centre is a mean picture; {} of {} rows are the digit that is most common in their \
         cluster.",
        count(right.into()),
        count(lane.study.sheet.rows() as u64)
    );
    let figure = Tiles { across: 5, is_signed: lane.is_scaled, tiles };
    Panel::new("centres", "Centres as pictures", says, Figure::Tiles(figure))
}

fn elbow(lane: &Clusters) -> Panel {
    let inertia = lane.inertia();
    let best = lane.study.best(lane.lloyd.k());
    let says = format!(
        "Inertia falls with every further cluster; at k = {} the best of {} starts ends at {}, \
         this run is at {}.",
        best.k,
        lane.study.starts,
        decimal(best.inertia),
        decimal(inertia)
    );
    let figure = by_k(lane, "inertia", inertia, |best| best.inertia);
    Panel::new("elbow", "Elbow", says, Figure::Lines(figure))
}

fn silhouette(lane: &Clusters) -> Panel {
    let ours = lane.silhouette();
    let says = match lane.study.most_distinct() {
        Some(Best { k, silhouette: Some(highest), .. }) => format!(
            "The mean silhouette is highest at k = {k}, with {}; this run has {}.",
            decimal(highest),
            if ours.is_finite() {
                decimal(ours)
            } else {
                "none, for want of a second cluster".into()
            }
        ),
        _ => "A silhouette needs two clusters.".to_owned(),
    };
    let figure = by_k(lane, "mean silhouette", ours, |best| best.silhouette.unwrap_or(f64::NAN));
    Panel::new("silhouette", "Silhouette", says, Figure::Lines(figure))
}

fn by_k(lane: &Clusters, name: &str, ours: f64, value: fn(&Best) -> f64) -> Lines {
    let points = lane.study.by_k.iter().map(|best| (best.k as f32, value(best) as f32));
    let here = (lane.lloyd.k() as f32, ours as f32);
    let series = |name: String, style, points| Series { name, style, points };
    Lines {
        x: Axis::new("clusters, k"),
        y: Axis::new(name),
        series: vec![
            series(
                format!("best of {} starts", lane.study.starts),
                Style::Line,
                points.filter(|point| point.1.is_finite()).collect(),
            ),
            series(
                "this run".into(),
                Style::Dots,
                Some(here).filter(|point| point.1.is_finite()).into_iter().collect(),
            ),
        ],
    }
}

fn classes(lane: &Clusters) -> Panel {
    let sheet = &lane.study.sheet;
    let says = format!(
        "Rows of each cluster by their known class, which k-means never sees; adjusted Rand index {}.",
        decimal(lane.agreement())
    );
    let figure = Heat {
        row_axis: "cluster".into(),
        column_axis: "class".into(),
        rows: (1..=lane.lloyd.k()).map(|index| index.to_string()).collect(),
        columns: sheet.classes.clone(),
        values: lane.contingency().iter().map(|&count| count as f32).collect(),
        is_signed: false,
    };
    Panel::new("classes", "Clusters and classes", says, Figure::Heat(figure))
}
