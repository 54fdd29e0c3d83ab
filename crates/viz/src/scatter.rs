//! Points of a plane with the group of each, and the groups' centres. A group has a shape besides its
//! colour.

use crate::format;
use crate::scale::{Scale, Tick};
use crate::table::Table;

/// Shapes that groups take in turn, as path data around the origin, about 8 pixels across.
pub const SHAPES: [&str; 5] = [
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "M-3.6 -3.6h7.2v7.2h-7.2z",
    "M0 -4.6L4.4 3.4h-8.8z",
    "M0 -5L5 0L0 5L-5 0z",
    "M-4 -4L4 4M4 -4L-4 4",
];

/// Points, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Of the drawing, in pixels.
    pub size: (f64, f64),
    /// Inner rectangle: left, right, top, bottom.
    pub plot: [f64; 4],
    /// Pixels and group of each point, in the order given; points that are not finite are left out.
    pub marks: Vec<((f64, f64), usize)>,
    /// Pixels of the centres.
    pub centres: Vec<(f64, f64)>,
    /// Of the x axis.
    pub x_ticks: Vec<Tick>,
    /// Of the y axis.
    pub y_ticks: Vec<Tick>,
}

/// Lays points out. `within` are further points that the axes cover, so that two drawings compare.
pub fn layout(
    points: &[(f64, f64)],
    groups: &[usize],
    centres: &[(f64, f64)],
    within: &[(f64, f64)],
    size: (f64, f64),
) -> Layout {
    let plot = [38.0, size.0 - 10.0, 10.0, size.1 - 24.0];
    let all = || points.iter().chain(centres).chain(within).filter(|it| is_finite(it));
    let x = axis(all().map(|it| it.0), (plot[0], plot[1]));
    let y = axis(all().map(|it| it.1), (plot[3], plot[2]));
    let at = |point: &(f64, f64)| (x.at(point.0), y.at(point.1));
    let group = |index: usize| groups.get(index).copied().unwrap_or(0);
    let marks = points.iter().enumerate().filter(|(_, it)| is_finite(it));
    Layout {
        size,
        plot,
        marks: marks.map(|(index, it)| (at(it), group(index))).collect(),
        centres: centres.iter().filter(|it| is_finite(it)).map(at).collect(),
        x_ticks: x.ticks(4),
        y_ticks: y.ticks(4),
    }
}

fn is_finite(point: &(f64, f64)) -> bool {
    point.0.is_finite() && point.1.is_finite()
}

fn axis(values: impl Iterator<Item = f64>, range: (f64, f64)) -> Scale {
    let fold = |(low, high): (f64, f64), v: f64| (low.min(v), high.max(v));
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), fold);
    Scale::linear(if low <= high { (low, high) } else { (0.0, 1.0) }, range).nice(4)
}

/// The same in words.
pub fn sentence(count: usize, groups: &[usize]) -> String {
    let points = format::plural(count, "point");
    let sizes = sizes(groups);
    if sizes.len() < 2 {
        return format!("{points}.");
    }
    let sizes: Vec<String> =
        sizes.iter().map(|(group, size)| format!("{size} in group {group}")).collect();
    format!("{points}: {}.", sizes.join(", "))
}

fn sizes(groups: &[usize]) -> Vec<(usize, usize)> {
    let mut names = groups.to_vec();
    names.sort_unstable();
    names.dedup();
    let size = |name: usize| groups.iter().filter(|group| **group == name).count();
    names.into_iter().map(|name| (name, size(name))).collect()
}

/// A row a point.
pub fn table(caption: &str, points: &[(f64, f64)], groups: &[usize]) -> Table {
    let mut table = Table::new(caption, &["point", "x", "y", "group"]);
    table.rows = points
        .iter()
        .enumerate()
        .map(|(index, (x, y))| {
            let group = groups.get(index).map_or_else(|| "–".into(), usize::to_string);
            vec![index.to_string(), format::decimal(*x), format::decimal(*y), group]
        })
        .collect();
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINTS: [(f64, f64); 3] = [(0.0, 0.0), (4.0, 2.0), (f64::NAN, 1.0)];

    #[test]
    fn points_keep_their_groups_and_odd_ones_are_left_out() {
        let drawn = layout(&POINTS, &[1, 0, 1], &[(2.0, 1.0)], &[], (248.0, 134.0));
        let groups: Vec<usize> = drawn.marks.iter().map(|mark| mark.1).collect();
        assert_eq!(groups, [1, 0]);
        let [(first, _), (second, _)] = [drawn.marks[0], drawn.marks[1]];
        assert!(first.0 < second.0 && first.1 > second.1, "y grows upwards");
        let middle = ((first.0 + second.0) / 2.0, (first.1 + second.1) / 2.0);
        assert_eq!(drawn.centres, [middle]);
        let wide = layout(&POINTS, &[], &[], &[(400.0, 2.0)], (248.0, 134.0));
        assert!(wide.marks[1].0.0 < second.0);
        assert!(layout(&[], &[], &[], &[], (100.0, 100.0)).marks.is_empty());
    }

    #[test]
    fn words_and_rows() {
        assert_eq!(sentence(3, &[1, 0, 1]), "3 points: 1 in group 0, 2 in group 1.");
        assert_eq!(sentence(1, &[]), "1 point.");
        assert_eq!(table("P", &POINTS, &[1]).rows[1], ["1", "4", "2", "–"]);
    }
}
