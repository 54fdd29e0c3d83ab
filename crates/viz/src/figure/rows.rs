//! The numbers of a figure as a table: what a reader gets who wants them, and what a file holds.

use figures::{Bars, Figure, Heat, Lines, Network, Panel, Plane, Tiles};

use super::bars::name_of;
use super::field;
use crate::network::dense;
use crate::table::Table;

/// Every number of a panel.
pub fn table(panel: &Panel) -> Table {
    let mut table = match &panel.figure {
        Figure::Lines(lines) => of_lines(lines),
        Figure::Plane(plane) => of_plane(plane),
        Figure::Heat(heat) => of_heat(heat),
        Figure::Bars(bars) => of_bars(bars),
        Figure::Tiles(tiles) => of_tiles(tiles),
        Figure::Network(network) => of_network(network),
        Figure::Table(own) => {
            Table { headings: own.columns.clone(), rows: own.rows.clone(), ..Table::default() }
        }
        Figure::Text(text) => {
            let rows = text.lines.iter().map(|(label, words)| vec![label.clone(), words.clone()]);
            of(&["line", "text"], rows.collect())
        }
    };
    table.caption.clone_from(&panel.title);
    let width = table.headings.len();
    table.rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    table
}

fn of(headings: &[&str], rows: Vec<Vec<String>>) -> Table {
    Table { rows, ..Table::new("", headings) }
}

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

/// A row a place on the x axis where all series share their places; else a row a point.
fn of_lines(lines: &Lines) -> Table {
    let x_name = or(&lines.x.name, "x");
    let places = |index: usize| lines.series[index].points.iter().map(|it| it.0.to_bits());
    let are_shared = (1..lines.series.len()).all(|index| places(index).eq(places(0)));
    let Some(first) = lines.series.first().filter(|_| are_shared) else {
        let rows = lines.series.iter().flat_map(|series| {
            series.points.iter().map(|it| vec![series.name.clone(), exact(it.0), exact(it.1)])
        });
        return of(&["series", x_name, or(&lines.y.name, "y")], rows.collect());
    };
    let mut headings = vec![x_name];
    headings.extend(lines.series.iter().map(|it| or(&it.name, or(&lines.y.name, "y"))));
    let row = |index: usize| {
        let values = lines.series.iter().map(|it| exact(it.points[index].1));
        std::iter::once(exact(first.points[index].0)).chain(values).collect()
    };
    of(&headings, (0..first.points.len()).map(row).collect())
}

/// A row a point of a group, of a path, an end of an arrow, a cell of the field.
fn of_plane(plane: &Plane) -> Table {
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
        rows.extend(values.values.iter().enumerate().map(|(index, value)| {
            let at = (
                middle(index % columns, values.columns, x),
                middle(index / columns, values.rows, (y.1, y.0)),
            );
            row("field", "", &at, exact(*value))
        }));
    }
    of(&["what", "name", or(&plane.x.name, "x"), or(&plane.y.name, "y"), "value or step"], rows)
}

fn of_heat(heat: &Heat) -> Table {
    let corner = format!("{} \\ {}", heat.row_axis, heat.column_axis);
    let mut headings = vec![corner.as_str()];
    headings.extend(heat.columns.iter().map(String::as_str));
    let rows = heat.rows.iter().zip(heat.values.chunks(heat.columns.len().max(1)));
    let row = |(name, values): (&String, &[f32])| {
        std::iter::once(name.clone()).chain(values.iter().map(|it| exact(*it))).collect()
    };
    of(&headings, rows.map(row).collect())
}

fn of_bars(bars: &Bars) -> Table {
    let mut headings = vec![or(&bars.x.name, "bar")];
    headings.extend(bars.groups.iter().map(|it| or(&it.name, or(&bars.y.name, "value"))));
    let count = bars.groups.iter().map(|it| it.values.len()).max().unwrap_or(0);
    let row = |index: usize| {
        let value =
            |it: &figures::BarGroup| it.values.get(index).map_or(String::new(), |it| exact(*it));
        std::iter::once(name_of(bars, index)).chain(bars.groups.iter().map(value)).collect()
    };
    of(&headings, (0..count).map(row).collect())
}

/// A row a row of pixels.
fn of_tiles(tiles: &Tiles) -> Table {
    let columns = tiles.tiles.iter().map(|it| usize::from(it.columns)).max().unwrap_or(0);
    let numbers: Vec<String> = (1..=columns).map(|it| it.to_string()).collect();
    let mut headings = vec!["tile", "row"];
    headings.extend(numbers.iter().map(String::as_str));
    let rows = tiles.tiles.iter().flat_map(|tile| {
        let rows = tile.values.chunks(usize::from(tile.columns).max(1)).enumerate();
        rows.map(|(row, values)| {
            let place = [tile.name.clone(), (row + 1).to_string()];
            place.into_iter().chain(values.iter().map(|it| exact(*it))).collect()
        })
    });
    of(&headings, rows.collect())
}

/// A row a weight, biases among them.
fn of_network(net: &Network) -> Table {
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
    of(&["from", "to", "weight"], rows)
}
