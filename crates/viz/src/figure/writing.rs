//! Tables and texts as drawings, for files; a page shows them as what they are.

use figures::{Table, Text};

use super::{Drawing, Frame, Places};
use crate::lettering::{shortened, text_width};
use crate::pen::Pen;
use crate::scene::{self, Inks, LINE, Scene, Shape};

/// Width of a letter in a typeface of equal widths, in pixels.
const LETTER: f64 = 7.4;
/// Gap between columns.
const GAP: f64 = 16.0;
/// Height of a table's row.
const ROW: f64 = 22.0;

/// A table.
pub fn table(table: &Table, frame: &Frame) -> Drawing {
    let inks = Inks::of(frame.theme);
    let count = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.columns.len());
    let all = || std::iter::once(&table.columns).chain(&table.rows);
    let widest = |column: usize| {
        all().filter_map(|row| row.get(column)).map(|cell| text_width(cell)).fold(0.0, f64::max)
    };
    let mut widths: Vec<f64> = (0..count).map(widest).collect();
    let gaps = GAP * count.saturating_sub(1) as f64;
    let wanted: f64 = widths.iter().sum();
    let left = frame.width - gaps;
    if wanted > left && left > 0.0 {
        widths.iter_mut().for_each(|width| *width *= left / wanted);
    }
    let mut marks = Vec::new();
    let mut lines = Pen::default();
    for (index, row) in all().enumerate() {
        let y = ROW * index as f64 + 15.0;
        let mut x = 0.0;
        for (cell, width) in row.iter().zip(&widths) {
            let ink = if index == 0 { inks.muted } else { inks.ink };
            marks.push(scene::Text::new((x, y), shortened(cell, width + 4.0), ink).into());
            x += width + GAP;
        }
        lines.lift((0.0, y + 6.5));
        lines.draw((frame.width, y + 6.5));
    }
    marks.push(Shape::line(lines, inks.line, 1.0).into());
    let height = ROW * (table.rows.len() + 1) as f64 + 4.0;
    Drawing::new(Scene { size: (frame.width, height), rasters: Vec::new(), marks }, Places::Nothing)
}

/// Lines of text, broken where they are longer than the drawing is wide.
pub fn text(text: &Text, frame: &Frame) -> Drawing {
    let inks = Inks::of(frame.theme);
    let widest = text.lines.iter().map(|line| text_width(&line.0)).fold(0.0, f64::max);
    let left = if widest > 0.0 { (widest + GAP).min(frame.width * 0.4) } else { 0.0 };
    let letters = ((frame.width - left) / LETTER).max(8.0) as usize;
    let mut marks = Vec::new();
    let mut y = 13.0;
    for (label, words) in &text.lines {
        marks.push(scene::Text::new((0.0, y), shortened(label, left), inks.muted).into());
        let all: Vec<char> = words.chars().collect();
        for part in all.chunks(letters).chain(all.is_empty().then_some(&[][..])) {
            let line = scene::Text::new((left, y), part.iter().collect::<String>(), inks.ink);
            marks.push(scene::Text { is_code: true, ..line }.into());
            y += LINE + 2.0;
        }
        y += 4.0;
    }
    let size = (frame.width, y);
    Drawing::new(Scene { size, rasters: Vec::new(), marks }, Places::Nothing)
}
