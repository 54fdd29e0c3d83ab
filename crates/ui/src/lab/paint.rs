//! What the decision map and the network's drawing paint besides grids of colours: the boundary,
//! points, lines between units.

use std::f64::consts::TAU;

use protocol::boundary::{Data, Point};
use viz::colour::{self, Ramp, Rgb, Theme};
use viz::scene::Inks;
use viz::{contour, heat};

pub use crate::figure::paint::{Area, Surface, detached, surface};

impl Surface {
    /// A square grid of values from −1 to 1, smoothly enlarged.
    pub fn plane(&self, values: &[f32], side: usize, ramp: &Ramp, area: Area) {
        if values.len() == side * side && side > 0 {
            self.grid(&heat::signed_pixels(values, ramp), (side, side), area);
        }
    }

    /// The line on which a grid of values is zero.
    pub fn boundary(&self, values: &[f32], side: usize, ink: &str) {
        let context = &self.context;
        context.begin_path();
        for [from, to] in contour::zero_line(values, side) {
            context.move_to(f64::from(from.0) * self.width, f64::from(from.1) * self.height);
            context.line_to(f64::from(to.0) * self.width, f64::from(to.1) * self.height);
        }
        context.set_stroke_style_str(ink);
        context.set_line_width(1.5);
        context.set_line_cap("round");
        context.stroke();
    }

    /// Every point: class A round, class B a diamond; test points hollow.
    pub fn points(&self, data: &Data, theme: Theme) {
        let paper = paper(theme).css();
        for is_positive in [false, true] {
            let ink = colour::diverging(theme).signed(if is_positive { 1.0 } else { -1.0 }).css();
            let of_class = |points: &[Point]| -> Vec<Point> {
                points.iter().filter(|point| point.is_positive == is_positive).copied().collect()
            };
            self.marks(&of_class(&data.test), data.extent, (&paper, &ink, 1.6));
            self.marks(&of_class(&data.train), data.extent, (&ink, &paper, 1.2));
        }
    }

    /// Marks of one class with fill, stroke and stroke width; one path for all of them.
    fn marks(&self, points: &[Point], extent: f32, (fill, stroke, width): (&str, &str, f64)) {
        let context = &self.context;
        let radius = (self.width / 110.0).clamp(2.8, 4.2);
        context.begin_path();
        for point in points {
            let (x, y) = self.place(point.x, point.y, extent);
            if point.is_positive {
                let r = radius * 1.2;
                context.move_to(x, y - r);
                for (dx, dy) in [(r, 0.0), (0.0, r), (-r, 0.0), (0.0, -r)] {
                    context.line_to(x + dx, y + dy);
                }
            } else {
                context.move_to(x + radius, y);
                // The radius is positive: nothing to refuse.
                let _ = context.arc(x, y, radius, 0.0, TAU);
            }
        }
        context.set_fill_style_str(fill);
        context.fill();
        context.set_stroke_style_str(stroke);
        context.set_line_width(width);
        context.stroke();
    }

    /// Cross hairs at a place.
    pub fn cursor(&self, at: (f32, f32), extent: f32, theme: Theme) {
        let (x, y) = self.place(at.0, at.1, extent);
        for (ink, width) in [(paper(theme), 4.0), (ink(theme), 1.5)] {
            self.context.begin_path();
            for (dx, dy) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                self.context.move_to(x + 4.0 * dx, y + 4.0 * dy);
                self.context.line_to(x + 13.0 * dx, y + 13.0 * dy);
            }
            self.context.set_stroke_style_str(&ink.css());
            self.context.set_line_width(width);
            self.context.stroke();
        }
    }

    /// A weight as a bent line between two units.
    pub fn link(&self, from: (f64, f64), to: (f64, f64), ink: &str, width: f64) {
        let bend = (to.0 - from.0) * 0.45;
        self.context.begin_path();
        self.context.move_to(from.0, from.1);
        self.context.bezier_curve_to(from.0 + bend, from.1, to.0 - bend, to.1, to.0, to.1);
        self.context.set_stroke_style_str(ink);
        self.context.set_line_width(width);
        self.context.stroke();
    }

    /// How much shines through what is painted next: 1 is solid.
    pub fn opacity(&self, share: f64) {
        self.context.set_global_alpha(share);
    }

    /// From here on a drawing of that width fills the surface.
    pub fn scale_to(&self, width: f64) {
        // Both factors are finite and above zero.
        let _ = self.context.scale(self.width / width, self.width / width);
    }

    /// A filled and framed square around a middle.
    pub fn square(&self, (x, y): (f64, f64), side: f64, fill: &str, stroke: &str) {
        let (left, top) = (x - side / 2.0, y - side / 2.0);
        self.context.set_fill_style_str(fill);
        self.context.fill_rect(left, top, side, side);
        self.context.set_stroke_style_str(stroke);
        self.context.set_line_width(1.0);
        self.context.stroke_rect(left, top, side, side);
    }

    fn place(&self, x: f32, y: f32, extent: f32) -> (f64, f64) {
        let share = |value: f32| f64::from(value / extent + 1.0) / 2.0;
        (share(x) * self.width, (1.0 - share(y)) * self.height)
    }
}

/// Ground of raised surfaces, as in the design tokens.
pub fn paper(theme: Theme) -> Rgb {
    Inks::of(theme).paper
}

/// Text, as in the design tokens.
pub fn ink(theme: Theme) -> Rgb {
    Inks::of(theme).ink
}
