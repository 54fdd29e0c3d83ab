//! Data colours: a diverging map for signed values and a sequential one for magnitudes, light and
//! dark, evenly spaced as the eye sees it.
//!
//! The stops are the design tokens. Between them a ramp runs through OKLab (Björn Ottosson, "A
//! perceptual color space for image processing", 2020) at constant speed, so that equal steps of
//! the value look equally large. Not here: interface colours; they live in the style sheet.

use std::sync::OnceLock;

/// A colour as 8-bit sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Black, for ink on light cells.
    pub const BLACK: Self = Self(0, 0, 0);
    /// White, for ink on dark cells.
    pub const WHITE: Self = Self(255, 255, 255);

    /// `#rrggbb`, as SVG attributes and canvas styles want it.
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Relative luminance of WCAG 2, 0 to 1.
    pub fn luminance(self) -> f32 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio of WCAG 2, 1 to 21.
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Black or white, whichever is easier to read on this colour; always at least 4.5 to 1.
    pub fn ink(self) -> Self {
        if self.contrast(Self::BLACK) >= self.contrast(Self::WHITE) {
            Self::BLACK
        } else {
            Self::WHITE
        }
    }

    /// What lies between two colours as the eye sees it: 0 is this one, 1 the other.
    pub fn mix(self, other: Self, share: f32) -> Self {
        along(&[self.into(), other.into()], share).into()
    }

    fn linear(self) -> [f32; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let c = f32::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }
}

/// Which set of tokens is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark ink on paper.
    #[default]
    Light,
    /// Light ink on dark.
    Dark,
}

/// A colour map, tabulated at 257 places: an odd number has a middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ramp {
    table: Vec<Rgb>,
}

impl Ramp {
    /// Colour of `t` between 0 and 1; beyond the ends, and for what is not a number, the nearest
    /// end or the start.
    pub fn at(&self, t: f32) -> Rgb {
        let last = self.table.len() - 1;
        let place = (t * last as f32).round().clamp(0.0, last as f32);
        self.table[if place.is_nan() { 0 } else { place as usize }]
    }

    /// Colour of a signed value between −1 and 1, for a diverging ramp: 0 is the neutral middle,
    /// and so is what is not a number.
    pub fn signed(&self, value: f32) -> Rgb {
        self.at(if value.is_nan() { 0.5 } else { (value + 1.0) / 2.0 })
    }

    /// `count` colours at equal distances with their offsets from 0 to 1, for a legend's gradient.
    pub fn stops(&self, count: usize) -> Vec<(f32, Rgb)> {
        let last = count.max(2) - 1;
        (0..=last).map(|i| i as f32 / last as f32).map(|t| (t, self.at(t))).collect()
    }

    /// Passes through `stops` at constant speed in OKLab. Each listed arm (a run of stops) takes an
    /// equal share of the table, so that a diverging map's middle stays in the middle.
    fn through(arms: &[&[Rgb]]) -> Self {
        let steps = 256 / arms.len();
        let mut table = Vec::with_capacity(257);
        for (index, arm) in arms.iter().enumerate() {
            let path: Vec<Lab> = arm.iter().map(|&colour| Lab::from(colour)).collect();
            let first = usize::from(index > 0);
            table.extend((first..=steps).map(|i| Rgb::from(along(&path, i as f32 / steps as f32))));
        }
        Self { table }
    }
}

/// Full-strength diverging map for signed values: weights, points.
pub fn diverging(theme: Theme) -> &'static Ramp {
    static RAMPS: [OnceLock<Ramp>; 2] = [OnceLock::new(), OnceLock::new()];
    RAMPS[theme as usize].get_or_init(|| {
        let [negative, zero, positive] = signed_stops(theme);
        Ramp::through(&[&[negative, zero], &[zero, positive]])
    })
}

/// The diverging map at reduced strength, for a plane on which points must stand out.
pub fn plane(theme: Theme) -> &'static Ramp {
    static RAMPS: [OnceLock<Ramp>; 2] = [OnceLock::new(), OnceLock::new()];
    RAMPS[theme as usize].get_or_init(|| {
        let [negative, zero, positive] = signed_stops(theme);
        let soft = |end: Rgb| along(&[zero.into(), end.into()], 0.55).into();
        Ramp::through(&[&[soft(negative), zero], &[zero, soft(positive)]])
    })
}

/// Sequential map for magnitudes from nothing to much: attention, losses.
pub fn sequential(theme: Theme) -> &'static Ramp {
    static RAMPS: [OnceLock<Ramp>; 2] = [OnceLock::new(), OnceLock::new()];
    RAMPS[theme as usize].get_or_init(|| {
        Ramp::through(&[&match theme {
            Theme::Light => [
                Rgb(0xf7, 0xf4, 0xee),
                Rgb(0xf3, 0xd2, 0xb8),
                Rgb(0xe3, 0x9a, 0x6b),
                Rgb(0xb8, 0x3a, 0x0b),
                Rgb(0x5c, 0x18, 0x04),
            ],
            Theme::Dark => [
                Rgb(0x24, 0x22, 0x1f),
                Rgb(0x5c, 0x33, 0x25),
                Rgb(0xa8, 0x4f, 0x24),
                Rgb(0xf0, 0x8a, 0x4f),
                Rgb(0xff, 0xe3, 0xc4),
            ],
        }])
    })
}

/// Negative, zero and positive token.
fn signed_stops(theme: Theme) -> [Rgb; 3] {
    match theme {
        Theme::Light => [Rgb(0x21, 0x66, 0xac), Rgb(0xf3, 0xf1, 0xec), Rgb(0xd6, 0x63, 0x2a)],
        Theme::Dark => [Rgb(0x6a, 0xae, 0xe0), Rgb(0x24, 0x22, 0x1f), Rgb(0xf0, 0x8a, 0x4f)],
    }
}

/// A colour in OKLab: lightness and two opponent axes. Euclidean distance is perceived distance.
#[derive(Clone, Copy)]
struct Lab([f32; 3]);

impl Lab {
    fn distance(self, other: Self) -> f32 {
        (0..3).map(|i| (self.0[i] - other.0[i]).powi(2)).sum::<f32>().sqrt()
    }
}

impl From<Rgb> for Lab {
    fn from(colour: Rgb) -> Self {
        let [r, g, b] = colour.linear();
        let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
        Self([
            0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
            1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        ])
    }
}

impl From<Lab> for Rgb {
    fn from(Lab([lightness, a, b]): Lab) -> Self {
        let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
        let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
        let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
        let channel = |c: f32| {
            let c = if c <= 0.003_130_8 { 12.92 * c } else { 1.055 * c.powf(1.0 / 2.4) - 0.055 };
            (c * 255.0).round().clamp(0.0, 255.0) as u8
        };
        Self(
            channel(4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s),
            channel(-1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s),
            channel(-0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s),
        )
    }
}

/// The colour at share `t` of a path's length.
fn along(path: &[Lab], t: f32) -> Lab {
    let lengths: Vec<f32> = path.windows(2).map(|pair| pair[0].distance(pair[1])).collect();
    let mut rest = t.clamp(0.0, 1.0) * lengths.iter().sum::<f32>();
    for (pair, &length) in path.windows(2).zip(&lengths) {
        if rest <= length && length > 0.0 {
            let share = rest / length;
            let mix = |i: usize| pair[0].0[i] + (pair[1].0[i] - pair[0].0[i]) * share;
            return Lab([mix(0), mix(1), mix(2)]);
        }
        rest -= length;
    }
    path[path.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

    #[test]
    fn ramps_pass_through_their_tokens() {
        assert_eq!(diverging(Theme::Light).signed(-1.0).css(), "#2166ac");
        assert_eq!(diverging(Theme::Light).signed(1.0).css(), "#d6632a");
        assert_eq!(diverging(Theme::Dark).signed(1.0).css(), "#f08a4f");
        assert_eq!(sequential(Theme::Light).at(0.0).css(), "#f7f4ee");
        assert_eq!(sequential(Theme::Dark).at(1.0).css(), "#ffe3c4");
    }

    #[test]
    fn equal_steps_look_equal() {
        for theme in THEMES {
            for ramp in [sequential(theme), diverging(theme), plane(theme)] {
                // One arm at a time: the two arms of a diverging map may differ in length.
                for arm in [0..16, 16..32] {
                    let distances: Vec<f32> = arm
                        .map(|i| {
                            let (a, b) = (ramp.at(i as f32 / 32.0), ramp.at((i + 1) as f32 / 32.0));
                            Lab::from(a).distance(b.into())
                        })
                        .collect();
                    let least = distances.iter().copied().fold(f32::MAX, f32::min);
                    let most = distances.iter().copied().fold(0.0, f32::max);
                    assert!(most / least < 1.35, "{theme:?}: {least} to {most}");
                }
            }
        }
    }

    #[test]
    fn magnitudes_get_steadily_darker_or_lighter() {
        let lightness = |theme, i| Lab::from(sequential(theme).at(i as f32 / 64.0)).0[0];
        assert!((0..64).all(|i| lightness(Theme::Light, i + 1) < lightness(Theme::Light, i)));
        assert!((0..64).all(|i| lightness(Theme::Dark, i + 1) > lightness(Theme::Dark, i)));
    }

    #[test]
    fn ink_is_readable_on_every_cell() {
        for theme in THEMES {
            for ramp in [sequential(theme), diverging(theme), plane(theme)] {
                for i in 0..256 {
                    let cell = ramp.at(i as f32 / 255.0);
                    assert!(cell.contrast(cell.ink()) >= 4.5, "{cell:?}");
                }
            }
        }
    }

    #[test]
    fn odd_values_get_a_colour() {
        let ramp = diverging(Theme::Light);
        assert_eq!(ramp.signed(f32::NAN), ramp.signed(0.0));
        assert_eq!(ramp.signed(f32::INFINITY), ramp.signed(1.0));
        assert_eq!(ramp.at(-3.0), ramp.at(0.0));
        assert_eq!(ramp.stops(3).len(), 3);
    }
}
