//! Bias, variance and noise, measured over many training sets, and the expected error measured
//! beside them on labels that no fit has seen.

/// Running sums over training sets, at every place for every level.
#[derive(Clone, Debug)]
pub struct Decomposition {
    levels: usize,
    truths: Vec<f64>,
    sets: u64,
    /// Mean answer, place by place, the levels of a place side by side.
    means: Vec<f64>,
    /// Sum of squared distances from the mean (Welford 1962), in the same form.
    spreads: Vec<f64>,
    noise: f64,
    errors: Vec<Moments>,
    train_errors: Vec<Moments>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Moments {
    mean: f64,
    spread: f64,
}

impl Moments {
    fn add(&mut self, value: f64, count: f64) {
        let away = value - self.mean;
        self.mean += away / count;
        self.spread += away * (value - self.mean);
    }
}

/// What the error of one level is made of, averaged over the places.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// Squared distance of the mean answer from the truth. Unbiased: what the mean of so many sets
    /// is off by chance is taken away, so it can come out a little below 0.
    pub bias2: f64,
    /// Spread of the answers around their mean.
    pub variance: f64,
    /// Mean square of the noise in the new labels.
    pub noise: f64,
    /// Mean squared error on the new labels.
    pub error: f64,
    /// Standard error of `error`.
    pub error_se: f64,
    /// Mean squared error on the training sets themselves.
    pub train_error: f64,
}

impl Parts {
    /// What the decomposition says `error` is.
    pub fn sum(&self) -> f64 {
        self.bias2 + self.variance + self.noise
    }

    /// Distance of sum and error in standard errors.
    pub fn gap(&self) -> f64 {
        let gap = (self.sum() - self.error).abs();
        if gap <= f64::EPSILON * self.error { 0.0 } else { gap / self.error_se }
    }
}

impl Decomposition {
    /// No training set yet; `truths` are the true values at the places.
    pub fn new(truths: Vec<f64>, levels: usize) -> Self {
        let cells = truths.len() * levels;
        Self {
            levels,
            truths,
            sets: 0,
            means: vec![0.0; cells],
            spreads: vec![0.0; cells],
            noise: 0.0,
            errors: vec![Moments::default(); levels],
            train_errors: vec![Moments::default(); levels],
        }
    }

    /// Takes in the answers of one training set, place by place, new labels for the places, and the
    /// error on the set itself for each level.
    pub fn add(&mut self, answers: &[f64], labels: &[f64], train_errors: &[f64]) {
        self.sets += 1;
        let count = self.sets as f64;
        let cells = self.means.iter_mut().zip(&mut self.spreads);
        for ((mean, spread), &answer) in cells.zip(answers) {
            let away = answer - *mean;
            *mean += away / count;
            *spread += away * (answer - *mean);
        }
        let places = labels.len() as f64;
        let noise = labels.iter().zip(&self.truths).map(|(label, truth)| squared(label - truth));
        self.noise += (noise.sum::<f64>() / places - self.noise) / count;
        for (level, train_error) in train_errors.iter().enumerate() {
            let own = answers.iter().skip(level).step_by(self.levels);
            let error: f64 = own.zip(labels).map(|(answer, label)| squared(answer - label)).sum();
            self.errors[level].add(error / places, count);
            self.train_errors[level].add(*train_error, count);
        }
    }

    /// Training sets so far.
    pub fn sets(&self) -> u64 {
        self.sets
    }

    /// True values at the places.
    pub fn truths(&self) -> &[f64] {
        &self.truths
    }

    /// Mean answer of a level at each place.
    pub fn means(&self, level: usize) -> impl Iterator<Item = f64> + '_ {
        self.means.iter().copied().skip(level).step_by(self.levels)
    }

    /// Squared bias and variance of a level at each place.
    pub fn at_places(&self, level: usize) -> impl Iterator<Item = (f64, f64)> + '_ {
        let sets = self.sets as f64;
        let spreads = self.spreads.iter().skip(level).step_by(self.levels);
        self.means(level).zip(spreads).zip(&self.truths).map(move |((mean, spread), truth)| {
            let variance = spread / (sets - 1.0).max(1.0);
            (squared(mean - truth) - variance / sets, variance)
        })
    }

    /// What a level's error is made of. Needs two sets.
    pub fn parts(&self, level: usize) -> Parts {
        let (sets, places) = (self.sets as f64, self.truths.len() as f64);
        let (mut bias2, mut variance) = (0.0, 0.0);
        for (bias2_here, variance_here) in self.at_places(level) {
            bias2 += bias2_here / places;
            variance += variance_here / places;
        }
        let Moments { mean, spread } = self.errors[level];
        Parts {
            bias2,
            variance,
            noise: self.noise,
            error: mean,
            error_se: (spread / (sets * (sets - 1.0).max(1.0))).sqrt(),
            train_error: self.train_errors[level].mean,
        }
    }
}

fn squared(value: f64) -> f64 {
    value * value
}
