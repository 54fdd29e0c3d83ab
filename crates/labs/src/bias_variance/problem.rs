//! What is to be learned: a function on 0 to 1, seen at some points through noise, as often anew as
//! one likes.

use figures::{Invalid, Settings};
use nets::random::Random;

/// The true function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// 2x − 1.
    Line,
    /// sin 2πx.
    Sine,
    /// −1 left of the middle, +1 right of it.
    Step,
    /// sin 2πx + ½ sin 8πx.
    Waves,
}

impl Truth {
    /// Its value at `x`.
    pub fn at(self, x: f64) -> f64 {
        let turns = |count: f64| libm::sin(count * core::f64::consts::TAU * x);
        match self {
            Self::Line => 2.0 * x - 1.0,
            Self::Sine => turns(1.0),
            Self::Step => {
                if x < 0.5 {
                    -1.0
                } else {
                    1.0
                }
            }
            Self::Waves => turns(1.0) + 0.5 * turns(4.0),
        }
    }
}

/// A function, its noise and where it is seen.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What every fit aims at.
    pub truth: Truth,
    /// Standard deviation of what is added to each value.
    pub noise: f64,
    /// Points of one training set.
    pub points: usize,
    /// Whether every training set has the same evenly spaced points, so that only noise differs.
    pub is_even: bool,
    places: Random,
    train_noise: Random,
    test_noise: Random,
}

/// Streams of the seed for places, noise in training and noise in testing: lanes of one seed see the
/// same noise, whatever else differs.
pub const STREAMS: [u64; 3] = [30, 31, 32];

/// Largest noise that a control offers.
const NOISE_MAX: f64 = 2.0;

/// Fewest and most points of a training set.
const POINTS: (usize, usize) = (15, 240);

impl Problem {
    /// Reads the controls.
    ///
    /// # Errors
    /// Which setting cannot be used.
    pub fn new(settings: &Settings) -> Result<Self, Invalid> {
        let truths = [
            ("line", Truth::Line),
            ("sine", Truth::Sine),
            ("step", Truth::Step),
            ("waves", Truth::Waves),
        ];
        let seed = settings.seed()?;
        let [places, train_noise, test_noise] = STREAMS.map(|stream| Random::new(seed, stream));
        Ok(Self {
            truth: settings.choice("truth", &truths)?,
            noise: settings.within("noise", 0.0, NOISE_MAX)?,
            points: settings.count("points", POINTS.0, POINTS.1)?,
            is_even: settings.choice("places", &[("even", true), ("drawn", false)])?,
            places,
            train_noise,
            test_noise,
        })
    }

    /// Draws a training set, ascending in x.
    pub fn draw(&mut self, x: &mut Vec<f64>, y: &mut Vec<f64>) {
        if self.is_even {
            even(self.points, x);
        } else {
            x.clear();
            x.extend((0..self.points).map(|_| f64::from(self.places.unit())));
            x.sort_by(f64::total_cmp);
        }
        y.clear();
        let noise = &mut self.train_noise;
        y.extend(x.iter().map(|&x| self.truth.at(x) + self.noise * f64::from(noise.normal())));
    }

    /// One new label for each of `truths`, with noise of its own.
    pub fn draw_labels(&mut self, truths: &[f64], labels: &mut Vec<f64>) {
        labels.clear();
        let noise = &mut self.test_noise;
        labels.extend(truths.iter().map(|it| it + self.noise * f64::from(noise.normal())));
    }
}

/// The middles of `count` equal parts of 0 to 1.
pub fn even(count: usize, into: &mut Vec<f64>) {
    into.clear();
    into.extend((0..count).map(|index| (index as f64 + 0.5) / count as f64));
}
