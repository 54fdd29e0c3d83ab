//! The values below a plane: how they are coloured, which lines are drawn through them, and what the
//! value at a place is.

use figures::{Field, FieldKind};

use super::axes::Axes;
use super::legend;
use crate::colour::{self, Rgb};
use crate::palette::{CLASS_INKS, class_ink};
use crate::pen::Pen;
use crate::scene::{Inks, Raster, Scene, Shape};
use crate::{Theme, contour};

/// Level lines of a height.
const LEVELS: usize = 9;
/// The share of the sequential ramp that heights use, so that paths stand out.
const WHOLE: f32 = 0.72;
/// Where half of the values lie in the lowest share of this size, colours follow factors.
const SKEWED: f32 = 0.12;
/// How strongly factors are spread: the last step to the bottom is 2⁻ of this.
const OCTAVES: f32 = 10.0;

/// How heights become places on the ramp.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heights {
    low: f32,
    span: f32,
    is_skewed: bool,
}

impl Heights {
    /// As the finite values need it.
    pub fn of(values: &[f32]) -> Self {
        let mut finite: Vec<f32> = values.iter().copied().filter(|it| it.is_finite()).collect();
        if finite.is_empty() {
            return Self { low: 0.0, span: 1.0, is_skewed: false };
        }
        let low = finite.iter().copied().fold(f32::INFINITY, f32::min);
        let high = finite.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let span = (high - low).min(f32::MAX);
        let middle = finite.len() / 2;
        let median = *finite.select_nth_unstable_by(middle, f32::total_cmp).1;
        let is_skewed = span > 0.0 && (median - low) / span < SKEWED;
        Self { low, span: if span > 0.0 { span } else { 1.0 }, is_skewed }
    }

    /// The share of the ramp at which a height stands.
    fn share(&self, value: f32) -> f32 {
        let share = ((value - self.low) / self.span).clamp(0.0, 1.0);
        match self.is_skewed {
            true => (1.0 + share * (OCTAVES.exp2() - 1.0)).log2() / OCTAVES,
            false => share,
        }
    }

    /// The height at a share of the ramp.
    fn height(&self, share: f32) -> f32 {
        let share = match self.is_skewed {
            true => ((share * OCTAVES).exp2() - 1.0) / (OCTAVES.exp2() - 1.0),
            false => share,
        };
        self.low + share * self.span
    }
}

/// Whether a field has as many values as cells.
pub fn is_whole(field: &Field) -> bool {
    let cells = usize::from(field.columns) * usize::from(field.rows);
    cells > 0 && field.values.len() == cells
}

/// Adds colours and lines to a scene.
pub fn draw(field: &Field, axes: &Axes, theme: Theme, scene: &mut Scene) {
    if !is_whole(field) {
        return;
    }
    let inks = Inks::of(theme);
    let (columns, rows) = (usize::from(field.columns), usize::from(field.rows));
    let [left, right, top, bottom] = axes.plot;
    let area = [left, top, right - left, bottom - top];
    let pieces = |level: Vec<contour::Piece>| {
        let mut pen = Pen::default();
        let at = |(x, y): (f32, f32)| (left + f64::from(x) * area[2], top + f64::from(y) * area[3]);
        for [from, to] in level {
            pen.lift(at(from));
            pen.draw(at(to));
        }
        pen
    };
    let values = &field.values;
    let (colours, lines, ink, width): (Vec<Rgb>, _, _, _) = match field.kind {
        FieldKind::Signed => {
            let (ramp, size) = (colour::plane(theme), size(values));
            let line = contour::sign_change(values, (columns, rows));
            (values.iter().map(|it| ramp.signed(it / size)).collect(), line, inks.ink, 1.5)
        }
        FieldKind::Regions => {
            let line = contour::borders(values, (columns, rows));
            (tints(values, theme), line, inks.muted, 1.2)
        }
        FieldKind::Height => {
            let (heights, ramp) = (Heights::of(values), colour::sequential(theme));
            let level = |step: usize| heights.height(step as f32 / (LEVELS + 1) as f32);
            let levels: Vec<f32> = (1..=LEVELS).map(level).collect();
            let lines = contour::levels(values, (columns, rows), &levels);
            let colours = values.iter().map(|it| ramp.at(WHOLE * heights.share(*it))).collect();
            let ink = inks.paper.mix(inks.ink, 0.45);
            (colours, lines, ink, 0.8)
        }
    };
    let raster = Raster::new(area, columns, colours.into_iter());
    scene.rasters.extend(raster.map(Raster::smooth));
    scene.marks.push(Shape::line(pieces(lines), ink, width).into());
}

/// The signed value that has the full colour: 1, unless there are larger ones.
fn size(values: &[f32]) -> f32 {
    let finite = values.iter().filter(|it| it.is_finite());
    finite.fold(1.0, |largest, it| it.abs().max(largest))
}

/// Colours of regions: tints of their classes. Each is mixed once, because mixing is slow.
fn tints(regions: &[f32], theme: Theme) -> Vec<Rgb> {
    let paper = Inks::of(theme).paper;
    let tint = |class: usize| paper.mix(class_ink(class, theme), 0.28);
    let known: Vec<Rgb> = (0..CLASS_INKS).map(tint).collect();
    let of = |region: &f32| {
        if region.is_finite() { known[*region as usize % CLASS_INKS] } else { paper }
    };
    regions.iter().map(of).collect()
}

/// Height of the legend that a field needs.
pub fn legend_height(field: Option<&Field>) -> f64 {
    match field.map(|it| it.kind) {
        Some(FieldKind::Signed | FieldKind::Height) => legend::RAMP + 8.0,
        _ => 0.0,
    }
}

/// Draws the legend, from `top` downwards.
pub fn legend(field: &Field, top: f64, theme: Theme, scene: &mut Scene) {
    let inks = Inks::of(theme);
    match field.kind {
        FieldKind::Signed => {
            let size = f64::from(size(&field.values));
            legend::ramp(scene, top, (colour::plane(theme), 1.0), [-size, 0.0, size], &inks);
        }
        FieldKind::Height => {
            let heights = Heights::of(&field.values);
            let values = [0.0, 0.5, 1.0].map(|share| f64::from(heights.height(share)));
            legend::ramp(scene, top, (colour::sequential(theme), WHOLE), values, &inks);
        }
        FieldKind::Regions => {}
    }
}

/// The value of the cell that a place lies in; places in shares of the plot from the top left.
pub fn value_at(field: &Field, (x, y): (f64, f64)) -> Option<f32> {
    let cell = |share: f64, cells: u16| {
        let inside = (0.0..=1.0).contains(&share);
        inside.then(|| ((share * f64::from(cells)) as usize).min(usize::from(cells) - 1))
    };
    if !is_whole(field) {
        return None;
    }
    let (column, row) = (cell(x, field.columns)?, cell(y, field.rows)?);
    field.values.get(row * usize::from(field.columns) + column).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_narrow_valley_is_spread_by_factors() {
        let even = Heights::of(&[0.0, 1.0, 2.0, 3.0]);
        assert_eq!((even.share(1.5), even.height(0.5)), (0.5, 1.5));
        let skewed = Heights::of(&[0.0, 0.1, 0.2, 100.0]);
        assert!(skewed.is_skewed && skewed.share(0.2) > 0.1);
        assert_eq!(Heights::of(&[f32::NAN]).share(0.5), 0.5);
        assert_eq!(Heights::of(&[2.0, 2.0]).share(2.0), 0.0);
    }

    #[test]
    fn signed_values_keep_their_scale_until_they_outgrow_it() {
        assert_eq!(size(&[0.1, -0.2, f32::NAN]), 1.0);
        assert_eq!(size(&[0.1, -4.0, f32::INFINITY]), 4.0);
    }

    proptest! {
        #[test]
        fn share_and_height_are_inverse(
            mut values in prop::collection::vec(-1e4f32..1e4, 2..40), share in 0f32..1.0,
        ) {
            values.push(2e4);
            let heights = Heights::of(&values);
            prop_assert!((heights.share(heights.height(share)) - share).abs() < 2e-3);
        }
    }
}
