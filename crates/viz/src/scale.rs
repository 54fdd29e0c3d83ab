//! From data to pixels: linear and logarithmic scales with ticks at round numbers.

use crate::format;

/// How values are spread over pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Equal differences are equally far apart.
    Linear,
    /// Equal ratios are equally far apart; values must be above 0.
    Log,
}

/// Maps a domain of values to a range of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    spread: Spread,
    domain: (f64, f64),
    range: (f64, f64),
}

/// A labelled place on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// In data units.
    pub value: f64,
    /// In pixels.
    pub at: f64,
    /// As shown.
    pub label: String,
}

impl Scale {
    /// A linear scale. An empty or broken domain is widened around its start, so that there is
    /// always something to draw on.
    pub fn linear(domain: (f64, f64), range: (f64, f64)) -> Self {
        let (low, high) = sound(domain);
        let high = if high > low { high } else { low + 1.0 };
        Self { spread: Spread::Linear, domain: (low, high), range }
    }

    /// A logarithmic scale; the domain is cut at the smallest positive number worth drawing.
    pub fn log(domain: (f64, f64), range: (f64, f64)) -> Self {
        let (low, high) = sound(domain);
        let low = low.max(1e-12);
        let high = if high > low { high } else { low * 10.0 };
        Self { spread: Spread::Log, domain: (low, high), range }
    }

    /// The same scale with its domain rounded outwards to the ticks.
    pub fn nice(self, count: usize) -> Self {
        let (low, high) = self.domain;
        let domain = match self.spread {
            Spread::Linear => {
                let step = nice_step(high - low, count);
                ((low / step).floor() * step, (high / step).ceil() * step)
            }
            Spread::Log => {
                (10f64.powf(low.log10().floor()), 10f64.powf((high.log10() - 1e-9).ceil()))
            }
        };
        Self { domain, ..self }
    }

    /// How values are spread.
    pub fn spread(&self) -> Spread {
        self.spread
    }

    /// Smallest and largest value.
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// Pixel of a value.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.domain;
        let share = match self.spread {
            Spread::Linear => (value - low) / (high - low),
            Spread::Log => (value.max(low * 1e-3) / low).ln() / (high / low).ln(),
        };
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// Value at a pixel.
    pub fn value(&self, pixel: f64) -> f64 {
        let share = (pixel - self.range.0) / (self.range.1 - self.range.0);
        let (low, high) = self.domain;
        match self.spread {
            Spread::Linear => low + share * (high - low),
            Spread::Log => low * (high / low).powf(share),
        }
    }

    /// About `count` ticks at 1, 2 or 5 times a power of ten (linear), or at powers of ten (log).
    pub fn ticks(&self, count: usize) -> Vec<Tick> {
        let values = match self.spread {
            Spread::Linear => self.linear_ticks(count),
            Spread::Log => self.log_ticks(count),
        };
        let tick = |value: f64| Tick { value, at: self.at(value), label: label(value) };
        values.into_iter().map(tick).collect()
    }

    fn linear_ticks(&self, count: usize) -> Vec<f64> {
        let (low, high) = self.domain;
        let step = nice_step(high - low, count);
        let first = (low / step - 1e-9).ceil();
        let last = (high / step + 1e-9).floor();
        if last < first {
            // No round number of this size lies inside: look among smaller ones.
            return self.linear_ticks(count * 2);
        }
        // Multiply instead of adding up: 0.1 + 0.1 + 0.1 is not 0.3.
        (0..=(last - first) as usize).map(|i| (first + i as f64) * step).collect()
    }

    fn log_ticks(&self, count: usize) -> Vec<f64> {
        let (low, high) = self.domain;
        let first = (low.log10() - 1e-9).ceil() as i32;
        let last = (high.log10() + 1e-9).floor() as i32;
        let every = ((last - first).max(0) as usize / count.max(1) + 1) as i32;
        let powers: Vec<f64> =
            (first..=last).step_by(every as usize).map(|p| 10f64.powi(p)).collect();
        if powers.len() > 1 {
            return powers;
        }
        // Less than a decade: thirds of it, at 1, 2 and 5.
        let decade = 10f64.powi(low.log10().floor() as i32);
        let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0].map(|m| m * decade);
        steps.into_iter().filter(|v| (low..=high * (1.0 + 1e-9)).contains(v)).collect()
    }
}

fn sound((low, high): (f64, f64)) -> (f64, f64) {
    match (low.is_finite(), high.is_finite()) {
        (true, true) => (low, high),
        (true, false) => (low, low),
        (false, true) => (high, high),
        (false, false) => (0.0, 1.0),
    }
}

fn nice_step(span: f64, count: usize) -> f64 {
    let rough = span / count.max(1) as f64;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0].into_iter().find(|m| m * power >= rough * 0.999).unwrap_or(10.0);
    step * power
}

/// A value as ticks have it: whole numbers in full, others to three figures.
pub fn label(value: f64) -> String {
    let whole = value.round();
    let is_whole = value == 0.0 || (value - whole).abs() < 1e-9 * whole;
    match value >= 0.0 && is_whole && value < 1e7 {
        true => format::count(whole as u64),
        // 1e-5 instead of 1.0e-5: on a logarithmic axis every label would carry the zero.
        false => format::decimal(value).replace(".0e", "e"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(scale: Scale, count: usize) -> Vec<String> {
        scale.ticks(count).into_iter().map(|t| t.label.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn ticks_stand_at_round_numbers() {
        let scale = Scale::linear((0.0, 0.53), (0.0, 100.0)).nice(4);
        assert_eq!(scale.domain(), (0.0, 0.6000000000000001));
        assert_eq!(labels(scale, 4), ["0", "0.2", "0.4", "0.6"]);
        assert_eq!(labels(Scale::linear((0.0, 12_400.0), (0.0, 1.0)), 3), ["0", "5 000", "10 000"]);
        assert_eq!(labels(Scale::log((1.0, 1000.0), (0.0, 1.0)), 5), ["1", "10", "100", "1 000"]);
        assert_eq!(labels(Scale::log((3.0, 8.0), (0.0, 1.0)), 5), ["5"]);
        assert_eq!(labels(Scale::log((1e-10, 1.0), (0.0, 1.0)), 2), ["1e−10", "1e−4"]);
    }

    #[test]
    fn there_is_always_a_tick() {
        assert_eq!(labels(Scale::linear((392.0, 4773.0), (0.0, 1.0)), 2), ["2 000", "4 000"]);
    }

    #[test]
    fn broken_domains_still_draw() {
        assert_eq!(Scale::linear((2.0, 2.0), (0.0, 10.0)).at(2.0), 0.0);
        assert!(Scale::linear((0.0, f64::NAN), (0.0, 10.0)).at(0.5).is_finite());
        assert!(Scale::log((0.0, 0.0), (0.0, 10.0)).at(0.0).is_finite());
    }

    proptest! {
        #[test]
        fn pixels_and_values_are_inverse(low in -1e3f64..1e3, span in 1e-2f64..1e4, t in 0f64..1.0) {
            let scale = Scale::linear((low, low + span), (300.0, 10.0));
            let value = low + t * span;
            prop_assert!((scale.value(scale.at(value)) - value).abs() < 1e-6 * (1.0 + value.abs()));
        }

        #[test]
        fn log_pixels_and_values_are_inverse(low in 1e-3f64..1e3, ratio in 1.1f64..1e4, t in 0f64..1.0) {
            let scale = Scale::log((low, low * ratio), (0.0, 500.0));
            let value = low * ratio.powf(t);
            prop_assert!((scale.value(scale.at(value)) / value - 1.0).abs() < 1e-9);
        }

        #[test]
        fn ticks_are_few_ascending_and_inside(low in -1e3f64..1e3, span in 1e-3f64..1e4, count in 2usize..9) {
            let scale = Scale::linear((low, low + span), (0.0, 1.0));
            let ticks = scale.ticks(count);
            prop_assert!(!ticks.is_empty() && ticks.len() <= count + 1, "{}", ticks.len());
            prop_assert!(ticks.windows(2).all(|pair| pair[0].value < pair[1].value));
            prop_assert!(ticks.iter().all(|t| t.at >= -1e-6 && t.at <= 1.0 + 1e-6));
        }
    }
}
