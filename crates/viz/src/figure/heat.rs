//! A matrix with named rows and columns: numbers in the cells while they fit, colours with a legend
//! otherwise.

use figures::Heat;

use super::cells::{self, Place};
use super::legend;
use super::{Drawing, Frame, Places};
use crate::colour::{Ramp, Rgb, diverging, sequential};
use crate::lettering::{in_two_lines, shortened, text_width};
use crate::pen::Pen;
use crate::scale::label;
use crate::scene::{Anchor, Inks, LINE, Mark, Raster, Scene, Shape, Text};
use crate::{Theme, format};

/// Widest and highest cell; wider only where the columns' names need it.
const LARGEST: (f64, f64) = (64.0, 36.0);
/// Widest cell for the sake of a name.
const WIDEST: f64 = 110.0;
/// Smallest cell that holds a number.
const WITH_NUMBER: (f64, f64) = (30.0, 18.0);
/// Distance between two lines of a column's name.
const HEADING: f64 = 14.0;
/// A matrix grows no higher than this, unless its rows' names need it.
const HIGHEST: f64 = 440.0;

/// How values become colours: the ramp and the values at its ends.
pub struct Colours {
    ramp: &'static Ramp,
    is_signed: bool,
    /// Value at the ramp's end; below zero it starts at its negative, or at 0.
    size: f32,
}

impl Colours {
    /// As the finite values need it.
    pub fn of<'a>(values: impl Iterator<Item = &'a f32>, is_signed: bool, theme: Theme) -> Self {
        let finite = values.filter(|it| it.is_finite());
        let size = finite.map(|it| if is_signed { it.abs() } else { *it }).fold(0.0, f32::max);
        let ramp = if is_signed { diverging(theme) } else { sequential(theme) };
        Self { ramp, is_signed, size: if size > 0.0 { size } else { 1.0 } }
    }

    /// Colour of a value.
    pub fn at(&self, value: f32) -> Rgb {
        let share = value / self.size;
        if self.is_signed { self.ramp.signed(share) } else { self.ramp.at(share) }
    }

    /// The ramp with its numbers, from `top` downwards.
    pub fn legend(&self, scene: &mut Scene, top: f64, inks: &Inks) {
        let size = f64::from(self.size);
        let values = if self.is_signed { [-size, 0.0, size] } else { [0.0, size / 2.0, size] };
        legend::ramp(scene, top, (self.ramp, 1.0), values, inks);
    }
}

/// Lays a matrix out.
pub fn lay(heat: &Heat, frame: &Frame) -> Drawing {
    let inks = Inks::of(frame.theme);
    let (rows, columns) = (heat.rows.len(), heat.columns.len());
    let mut scene = Scene { size: (frame.width, 40.0), ..Scene::default() };
    if rows == 0 || columns == 0 || heat.values.len() != rows * columns {
        scene.marks.push(Text::new((0.0, 16.0), "Nothing to show yet.", inks.muted).into());
        return Drawing::new(scene, Places::Nothing);
    }
    let widest = heat.rows.iter().map(|it| text_width(it)).fold(0.0, f64::max);
    let left = (widest + 10.0).min(frame.width * 0.34);
    let axis = if heat.row_axis.is_empty() && heat.column_axis.is_empty() { 0.0 } else { LINE };
    let name = heat.columns.iter().map(|it| text_width(it)).fold(0.0, f64::max);
    let most = (name + 8.0).clamp(LARGEST.0, WIDEST);
    let across = ((frame.width - left - 2.0) / columns as f64).min(most);
    let highest = (HIGHEST / rows as f64).max(3.0);
    let down = across.min(LARGEST.1).min(highest).max(if rows <= 24 { LINE } else { 1.0 });
    let (every, headings) = headings(heat, across);
    let top = axis + 8.0 + HEADING * headings.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let area = [left, top, across * columns as f64, down * rows as f64];
    let colours = Colours::of(heat.values.iter(), heat.is_signed, frame.theme);
    let cells = heat.values.iter().map(|it| colours.at(*it));
    scene.rasters.extend(Raster::new(area, columns, cells));
    let bottom = top + area[3];
    scene.size.1 = bottom + 12.0 + legend::RAMP;
    names(heat, (every, &headings), (area, (across, down)), &inks, &mut scene.marks);
    if across >= 8.0 && down >= 8.0 {
        scene.marks.push(gaps(area, (across, down), &inks));
    }
    numbers(heat, &colours, area, (across, down), &mut scene.marks);
    colours.legend(&mut scene, bottom + 10.0, &inks);
    let layout = cells::Layout { grids: vec![(area, columns, rows)] };
    Drawing::new(scene, Places::Cells(layout))
}

fn names(
    heat: &Heat,
    (every, headings): (usize, &[Vec<String>]),
    ([left, top, ..], cell): ([f64; 4], (f64, f64)),
    inks: &Inks,
    marks: &mut Vec<Mark>,
) {
    let axis = match (heat.row_axis.as_str(), heat.column_axis.as_str()) {
        ("", across) => across.to_owned(),
        (down, "") => format!("↓ {down}"),
        (down, across) => format!("↓ {down}   → {across}"),
    };
    if !axis.is_empty() {
        marks.push(Text::new((0.0, 12.0), axis, inks.muted).into());
    }
    // Where names are closer than letters are high, only every so many can be read.
    let step = (14.0 / cell.1).ceil().max(1.0) as usize;
    for (row, name) in heat.rows.iter().enumerate().step_by(step) {
        let at = (left - 8.0, top + (row as f64 + 0.5) * cell.1 + 4.0);
        let text = Text::new(at, shortened(name, left - 8.0), inks.ink);
        marks.push(text.anchored(Anchor::End).into());
    }
    for (index, lines) in headings.iter().enumerate() {
        let x = left + ((index * every) as f64 + 0.5) * cell.0;
        for (line, words) in lines.iter().rev().enumerate() {
            let text = Text::new((x, top - 6.0 - line as f64 * HEADING), words, inks.ink);
            marks.push(text.anchored(Anchor::Middle).into());
        }
    }
}

/// Names of columns in one or two lines, of every so many columns if not of each.
fn headings(heat: &Heat, across: f64) -> (usize, Vec<Vec<String>>) {
    let widest = heat.columns.iter().map(|it| text_width(it)).fold(0.0, f64::max);
    let needed = if heat.columns.len() <= 12 { widest.min(across - 4.0) } else { widest };
    let every = ((needed.max(14.0) + 4.0) / across).ceil().max(1.0) as usize;
    let names = heat.columns.iter().step_by(every);
    (every, names.map(|name| in_two_lines(name, every as f64 * across - 2.0)).collect())
}

/// Thin lines between cells that are large enough.
fn gaps([left, top, width, height]: [f64; 4], (across, down): (f64, f64), inks: &Inks) -> Mark {
    let mut pen = Pen::default();
    for column in 0..=(width / across).round() as usize {
        pen.lift((left + column as f64 * across, top));
        pen.draw((left + column as f64 * across, top + height));
    }
    for row in 0..=(height / down).round() as usize {
        pen.lift((left, top + row as f64 * down));
        pen.draw((left + width, top + row as f64 * down));
    }
    Shape::line(pen, inks.paper, 1.0).into()
}

fn numbers(
    heat: &Heat,
    colours: &Colours,
    [left, top, ..]: [f64; 4],
    (across, down): (f64, f64),
    marks: &mut Vec<Mark>,
) {
    if across < WITH_NUMBER.0 || down < WITH_NUMBER.1.min(LINE) {
        return;
    }
    let texts: Vec<String> = heat.values.iter().map(|it| cell_text(*it)).collect();
    if texts.iter().any(|text| text_width(text) > across - 2.0) {
        return;
    }
    for (index, (text, value)) in texts.into_iter().zip(&heat.values).enumerate() {
        let (row, column) = (index / heat.columns.len(), index % heat.columns.len());
        let at = (left + (column as f64 + 0.5) * across, top + (row as f64 + 0.5) * down + 4.0);
        let ink = colours.at(*value).ink();
        marks.push(Text::new(at, text, ink).anchored(Anchor::Middle).into());
    }
}

/// Counts in full, shares to two decimals.
fn cell_text(value: f32) -> String {
    let value = f64::from(value);
    match value {
        _ if !value.is_finite() => "–".into(),
        _ if value.fract() == 0.0 && value.abs() < 1e6 => label(value),
        _ if value.abs() < 10.0 => format::cell(value),
        _ => format::decimal(value),
    }
}

/// A cell in words.
pub fn words(heat: &Heat, (_, row, column): Place) -> Option<String> {
    let value = heat.values.get(row * heat.columns.len() + column)?;
    let name = |axis: &str, name: &str| format!("{axis} {name}").trim_start().to_owned();
    let (down, across) = (heat.rows.get(row)?, heat.columns.get(column)?);
    Some(format!(
        "{}; {}; {}",
        name(&heat.row_axis, down),
        name(&heat.column_axis, across),
        label(f64::from(*value))
    ))
}
