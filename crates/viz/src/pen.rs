//! Path data for SVG. Its own numbers, to a tenth of a pixel, because a picture has thousands of them
//! thirty times a second.

use crate::scene::Area;

/// Writes path data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pen(pub String);

/// Nothing is drawn farther out than this, in pixels: browsers lose their precision there.
const FARTHEST: f64 = 30_000.0;

impl Pen {
    /// Goes to a point without drawing.
    pub fn lift(&mut self, at: (f64, f64)) {
        self.command('M', at);
    }

    /// Draws a straight line.
    pub fn draw(&mut self, to: (f64, f64)) {
        self.command('L', to);
    }

    /// Draws a closed shape through points.
    pub fn polygon(&mut self, points: &[(f64, f64)]) {
        for (index, point) in points.iter().enumerate() {
            self.command(if index == 0 { 'M' } else { 'L' }, *point);
        }
        if !points.is_empty() {
            self.0.push('Z');
        }
    }

    /// Draws a rectangle.
    pub fn rect(&mut self, [x, y, width, height]: Area) {
        self.polygon(&[(x, y), (x + width, y), (x + width, y + height), (x, y + height)]);
    }

    /// Draws a circle around a point.
    pub fn circle(&mut self, (x, y): (f64, f64), radius: f64) {
        self.command('M', (x - radius, y));
        for to in [2.0 * radius, -2.0 * radius] {
            self.0.push('a');
            tenths(&mut self.0, radius);
            self.0.push(' ');
            tenths(&mut self.0, radius);
            self.0.push_str(" 0 1 0 ");
            tenths(&mut self.0, to);
            self.0.push_str(" 0");
        }
        self.0.push('Z');
    }

    /// Draws a curve that leaves and arrives level.
    pub fn bend(&mut self, from: (f64, f64), to: (f64, f64)) {
        let bend = (to.0 - from.0) * 0.45;
        self.command('M', from);
        self.command('C', (from.0 + bend, from.1));
        self.command(' ', (to.0 - bend, to.1));
        self.command(' ', to);
    }

    fn command(&mut self, letter: char, (x, y): (f64, f64)) {
        self.0.push(letter);
        tenths(&mut self.0, x);
        self.0.push(' ');
        tenths(&mut self.0, y);
    }
}

/// A number of pixels as text.
pub fn pixels(value: f64) -> String {
    let mut text = String::new();
    tenths(&mut text, value);
    text
}

fn tenths(text: &mut String, value: f64) {
    // What is not a number lands at 0: a cast saturates.
    let tenths = (value.clamp(-FARTHEST, FARTHEST) * 10.0).round() as i64;
    if tenths < 0 {
        text.push('-');
    }
    let size = tenths.unsigned_abs();
    let mut digits = [0u8; 8];
    let mut from = digits.len();
    let mut whole = size / 10;
    loop {
        from -= 1;
        digits[from] = b'0' + (whole % 10) as u8;
        whole /= 10;
        if whole == 0 {
            break;
        }
    }
    text.extend(digits[from..].iter().map(|&digit| char::from(digit)));
    if !size.is_multiple_of(10) {
        text.push('.');
        text.push(char::from(b'0' + (size % 10) as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paths_read_as_svg() {
        let mut pen = Pen::default();
        pen.lift((0.04, -1.26));
        pen.draw((10.0, 12_345.67));
        pen.circle((5.0, 5.0), 2.5);
        assert_eq!(pen.0, "M0 -1.3L10 12345.7M2.5 5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z");
        let mut pen = Pen::default();
        pen.rect([1.0, 2.0, 3.0, 4.0]);
        assert_eq!(pen.0, "M1 2L4 2L4 6L1 6Z");
        assert_eq!(pixels(f64::NAN), "0");
        assert_eq!(pixels(f64::INFINITY), "30000");
    }

    proptest! {
        #[test]
        fn a_pixel_is_what_formatting_gives(value in -20_000f64..20_000.0) {
            let read: f64 = pixels(value).parse().expect("a number");
            prop_assert!((read - value).abs() <= 0.05 + 1e-9, "{value} as {read}");
        }
    }
}
