//! The numbers of a figure as a table: what a reader gets who wants them, and what a file holds.

use figures::{BarGroup, Bars, Figure, Heat, Lines, Network, Panel, Plane, Tiles};

use super::bars::name_of;
use super::field;
use crate::network::dense;
use crate::table::Table;

/// Every number of a panel.
pub fn table(panel: &Panel) -> Table {
    let mut table =
        Table { caption: panel.title.clone(), headings: headings(panel), rows: Vec::new() };
    table.rows = match &panel.figure {
        Figure::Lines(lines) => of_lines(lines),
        Figure::Plane(plane) => of_plane(plane, 1),
        Figure::Heat(heat) => of_heat(heat),
        Figure::Bars(bars) => of_bars(bars),
        Figure::Tiles(tiles) => of_tiles(tiles),
        Figure::Network(network) => of_network(network),
        Figure::Table(own) => own.rows.clone(),
        Figure::Text(text) => {
            text.lines.iter().map(|(label, words)| vec![label.clone(), words.clone()]).collect()
        }
    };
    let width = table.headings.len();
    table.rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    table
}

/// The same with at most so many rows, evenly spread, without making all of them first where most are
/// cells of a field.
pub fn preview(panel: &Panel, rows: usize) -> Table {
    match &panel.figure {
        Figure::Plane(plane) => {
            let cells = plane.field.as_ref().map_or(0, |field| field.values.len());
            let mut table = Table::new(&panel.title, &[]);
            table.headings = headings(panel);
            table.rows = of_plane(plane, (cells / rows.max(1)).max(1));
            table.thinned(rows)
        }
        _ => table(panel).thinned(rows),
    }
}

/// Headings of the table.
pub fn headings(panel: &Panel) -> Vec<String> {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    match &panel.figure {
        Figure::Lines(lines) => {
            let (x, y) = (or(&lines.x.name, "x"), or(&lines.y.name, "y"));
            if !are_shared(lines) {
                return owned(&["series", x, y]);
            }
            with(&[x], lines.series.iter().map(|it| or(&it.name, y)))
        }
        Figure::Plane(plane) => {
            let (x, y) = (or(&plane.x.name, "x"), or(&plane.y.name, "y"));
            owned(&["what", "name", x, y, "value or step"])
        }
        Figure::Heat(heat) => {
            let corner = format!("{} \\ {}", heat.row_axis, heat.column_axis);
            with(&[&corner], heat.columns.iter().map(String::as_str))
        }
        Figure::Bars(bars) => {
            let y = or(&bars.y.name, "value");
            with(&[or(&bars.x.name, "bar")], bars.groups.iter().map(|it| or(&it.name, y)))
        }
        Figure::Tiles(tiles) => {
            let columns = tiles.tiles.iter().map(|it| it.columns).max().unwrap_or(0);
            let numbers: Vec<String> = (1..=columns).map(|it| it.to_string()).collect();
            with(&["tile", "row"], numbers.iter().map(String::as_str))
        }
        Figure::Network(_) => owned(&["from", "to", "weight"]),
        Figure::Table(table) => table.columns.clone(),
        Figure::Text(_) => owned(&["line", "text"]),
    }
}

fn with<'a>(first: &[&str], rest: impl Iterator<Item = &'a str>) -> Vec<String> {
    first.iter().copied().map(str::to_owned).chain(rest.map(str::to_owned)).collect()
}

type Rows = Vec<Vec<String>>;

/// As short as it can be without losing a bit.
fn exact(value: f32) -> String {
    if value.fract() == 0.0 && value.abs() < 1e7 {
        format!("{value:.0}")
    } else {
        format!("{value:?}")
    }
}

fn or<'a>(name: &'a str, otherwise: &'a str) -> &'a str {
    if name.is_empty() { otherwise } else { name }
}

fn are_shared(lines: &Lines) -> bool {
    let places = |index: usize| lines.series[index].points.iter().map(|it| it.0.to_bits());
    !lines.series.is_empty() && (1..lines.series.len()).all(|index| places(index).eq(places(0)))
}

/// A row a place on the x axis where all series share their places; else a row a point.
fn of_lines(lines: &Lines) -> Rows {
    let Some(first) = lines.series.first().filter(|_| are_shared(lines)) else {
        let rows = lines.series.iter().flat_map(|series| {
            series.points.iter().map(|it| vec![series.name.clone(), exact(it.0), exact(it.1)])
        });
        return rows.collect();
    };
    let row = |index: usize| {
        let values = lines.series.iter().map(|it| exact(it.points[index].1));
        std::iter::once(exact(first.points[index].0)).chain(values).collect()
    };
    (0..first.points.len()).map(row).collect()
}

/// A row a point of a group, of a path, an end of an arrow, a cell of the field.
fn of_plane(plane: &Plane, every: usize) -> Rows {
    let row = |what: &str, name: &str, at: &(f32, f32), value: String| {
        vec![what.to_owned(), name.to_owned(), exact(at.0), exact(at.1), value]
    };
    let mut rows = Vec::new();
    for group in &plane.groups {
        let what = if group.is_centre { "centre" } else { "point" };
        rows.extend(group.points.iter().map(|at| row(what, &group.name, at, String::new())));
    }
    for path in &plane.paths {
        let steps = path.points.iter().enumerate();
        rows.extend(steps.map(|(step, at)| row("path", &path.name, at, step.to_string())));
    }
    for arrow in &plane.arrows {
        rows.push(row("arrow from", &arrow.name, &arrow.from, String::new()));
        rows.push(row("arrow to", &arrow.name, &arrow.to, String::new()));
    }
    if let (Some(values), Some(x), Some(y)) = (&plane.field, plane.x.range, plane.y.range)
        && field::is_whole(values)
    {
        let middle = |cell: usize, cells: u16, (low, high): (f32, f32)| {
            low + (high - low) * (cell as f32 + 0.5) / f32::from(cells)
        };
        let columns = usize::from(values.columns);
        rows.extend(values.values.iter().enumerate().step_by(every).map(|(index, value)| {
            let at = (
                middle(index % columns, values.columns, x),
                middle(index / columns, values.rows, (y.1, y.0)),
            );
            row("field", "", &at, exact(*value))
        }));
    }
    rows
}

fn of_heat(heat: &Heat) -> Rows {
    let rows = heat.rows.iter().zip(heat.values.chunks(heat.columns.len().max(1)));
    let row = |(name, values): (&String, &[f32])| {
        std::iter::once(name.clone()).chain(values.iter().map(|it| exact(*it))).collect()
    };
    rows.map(row).collect()
}

fn of_bars(bars: &Bars) -> Rows {
    let count = bars.groups.iter().map(|it| it.values.len()).max().unwrap_or(0);
    let row = |index: usize| {
        let value = |it: &BarGroup| it.values.get(index).map_or(String::new(), |it| exact(*it));
        std::iter::once(name_of(bars, index)).chain(bars.groups.iter().map(value)).collect()
    };
    (0..count).map(row).collect()
}

/// A row a row of pixels.
fn of_tiles(tiles: &Tiles) -> Rows {
    let rows = tiles.tiles.iter().flat_map(|tile| {
        let rows = tile.values.chunks(usize::from(tile.columns).max(1)).enumerate();
        rows.map(|(row, values)| {
            let place = [tile.name.clone(), (row + 1).to_string()];
            place.into_iter().chain(values.iter().map(|it| exact(*it))).collect()
        })
    });
    rows.collect()
}

/// A row a weight, biases among them.
fn of_network(net: &Network) -> Rows {
    let sizes: Vec<usize> = net.sizes.iter().map(|&it| it.into()).collect();
    let layout = dense(&sizes, (100.0, 100.0), 0);
    let mut rows = Vec::new();
    let mut weights = net.weights.iter();
    for layer in 1..sizes.len() {
        let pairs =
            (0..sizes[layer]).flat_map(|to| (0..sizes[layer - 1]).map(move |from| (from, to)));
        for ((from, to), weight) in pairs.zip(weights.by_ref()) {
            rows.push(vec![
                layout.name((layer - 1, from)),
                layout.name((layer, to)),
                exact(*weight),
            ]);
        }
        for (to, weight) in (0..sizes[layer]).zip(weights.by_ref()) {
            rows.push(vec!["bias".into(), layout.name((layer, to)), exact(*weight)]);
        }
    }
    rows
}
