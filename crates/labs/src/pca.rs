//! Principal components: found step by step by power or orthogonal iteration, beside the exact ones,
//! and what they keep of a table and of its classes.

mod components;
mod findings;
mod iteration;
mod panels;
mod parts;
mod program;
mod scores;

use figures::{Better, Finding, Invalid, Measure, Panel, Settings, Sheet, Unit};
use nets::hash::fnv1a;
use nets::random::Random;

use crate::datasets;
use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};
pub use components::Components;
use iteration::{Iteration, Method};

/// The lab.
pub struct Pca;

/// Most components that are looked for step by step.
const FOUND_MAX: usize = 10;

/// Stream of the seed.
const DIRECTIONS: u64 = 1;

impl Lab for Pca {
    fn slug(&self) -> &'static str {
        "pca"
    }

    fn measures(&self) -> Vec<Measure> {
        let share_lost =
            |id, name, chart| Measure::new(id, name, chart, Better::Lower, Unit::Share);
        vec![
            share_lost("lost", "lost", "share of the variance that is lost")
                .called("variance lost"),
            Measure::loss("angle", "angle", "angle to the exact first direction, degrees")
                .called("angle to the first direction, degrees"),
            share_lost("behind", "behind", "variance short of the exact directions")
                .called("variance short of the exact"),
            Measure::share("accuracy", "accuracy", "classes told apart by the nearest mean")
                .called("classes told apart"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        Ok(Box::new(Directions::open(source)?))
    }

    fn program(&self, source: Source<'_>, step: u64, language: Language) -> Option<String> {
        let lane = Directions::open(source).ok().filter(|_| language == Language::PyTorch)?;
        Some(program::pytorch(&lane, step))
    }
}

/// As a measure: what is below the noise of the arithmetic is 0, so that no lane is best by it. Not a
/// number stays what it is.
fn without_rounding(value: f64) -> f32 {
    const NOISE: f64 = 1e-9;
    if value.abs() < NOISE { 0.0 } else { value as f32 }
}

/// What is looked at, which changes nothing in the run.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Look {
    /// Of the direction that is turned by hand, in degrees.
    angle: f64,
    /// The columns that it is turned in.
    columns: (usize, usize),
    /// Components that digits are put together from.
    kept: usize,
    /// The first digit shown.
    row: usize,
}

impl Look {
    fn read(settings: &Settings, sheet: &Sheet) -> Result<Self, Invalid> {
        let columns = sheet.columns.len();
        let column = |name| settings.count(name, 1, 64).map(|it| it.min(columns) - 1);
        Ok(Self {
            angle: settings.within("angle", 0.0, 180.0)?,
            columns: (column("x")?, column("y")?),
            kept: settings.count("kept", 0, 64)?.min(columns),
            row: settings.count("row", 1, 2000)?.min(sheet.rows()) - 1,
        })
    }
}

/// A lane.
struct Directions {
    sheet: Sheet,
    components: Components,
    /// The exact directions in the order in which they are looked for.
    wanted: Vec<f64>,
    iteration: Iteration,
    /// The first guess, where it was drawn.
    drawn: Option<Vec<f32>>,
    look: Look,
    step: usize,
    is_digits: bool,
    is_scaled: bool,
    is_least: bool,
    /// Classes told apart with all columns.
    accuracy_of_all: f64,
}

impl Directions {
    fn open(source: Source<'_>) -> Result<Self, Invalid> {
        let settings = source.settings;
        let sheet = datasets::table(&source)?;
        if sheet.columns.len() < 2 {
            return Err(Invalid("Directions need a table of at least two columns.".into()));
        }
        let components = Components::of(&sheet);
        if components.total() <= 0.0 {
            return Err(Invalid("All rows are the same, so no direction has any variance.".into()));
        }
        let columns = components.count();
        let count = settings.count("m", 1, FOUND_MAX)?.min(columns);
        let methods = [("orthogonal", Method::Orthogonal), ("power", Method::Power)];
        let is_least = settings.choice("keep", &[("most", false), ("least", true)])?;
        let mut wanted = components.axes.clone();
        let mut matrix = components.covariance.clone();
        if is_least {
            // Smallest first: of trace · I − C the same vectors are the largest.
            wanted = (0..columns).rev().flat_map(|it| components.axis(it)).copied().collect();
            matrix.iter_mut().for_each(|entry| *entry = -*entry);
            (0..columns).for_each(|it| matrix[it * columns + it] += components.total());
        }
        let mut random = Random::new(settings.seed()?, DIRECTIONS);
        let drawn = (settings.word("start")? != "second")
            .then(|| (0..count * columns).map(|_| random.normal()).collect::<Vec<f32>>());
        let vectors = match &drawn {
            Some(drawn) => drawn.iter().map(|&entry| f64::from(entry)).collect(),
            None => {
                let next = wanted.chunks_exact(columns).cycle().skip(1).take(count);
                next.flatten().copied().collect()
            }
        };
        let method = settings.choice("method", &methods)?;
        Ok(Self {
            iteration: Iteration::new(matrix, columns, vectors, method),
            drawn,
            look: Look::read(settings, &sheet)?,
            step: 0,
            is_digits: settings.word("data")? == "digits",
            is_scaled: settings.flag("scale")?,
            accuracy_of_all: {
                let values: Vec<f64> = sheet.values.iter().map(|&it| f64::from(it)).collect();
                scores::nearest_mean_accuracy(&sheet, &values, columns)
            },
            sheet,
            components,
            wanted,
            is_least,
        })
    }

    /// How many directions are looked for.
    fn count(&self) -> usize {
        self.iteration.vectors.len() / self.components.count()
    }

    /// The exact direction that is looked for at this place.
    fn wanted(&self, index: usize) -> &[f64] {
        &self.wanted[index * self.components.count()..][..self.components.count()]
    }

    /// A found direction, on the side of the exact one: both signs are as right.
    fn found(&self, index: usize) -> Vec<f64> {
        let columns = self.components.count();
        let vector = &self.iteration.vectors[index * columns..][..columns];
        let sign = if nets::eigen::dot(vector, self.wanted(index)) < 0.0 { -1.0 } else { 1.0 };
        vector.iter().map(|entry| sign * entry).collect()
    }
}

impl Lane for Directions {
    fn advance(&mut self) {
        self.iteration.advance();
        self.step += 1;
    }

    fn measure(&mut self) -> Vec<f32> {
        let measured = [self.lost(), self.angle_off(), self.behind(), self.accuracy()];
        measured.map(without_rounding).to_vec()
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        panels::all(self)
    }

    fn findings(&mut self, _history: &History) -> Vec<Finding> {
        findings::all(self)
    }

    fn adjust(&mut self, settings: &Settings) {
        if let Ok(look) = Look::read(settings, &self.sheet) {
            self.look = look;
        }
    }

    fn is_done(&self) -> bool {
        self.iteration.is_at_rest()
    }

    fn parameter_count(&self) -> usize {
        self.iteration.vectors.len()
    }

    fn weights_hash(&self) -> u64 {
        let entries: Vec<f32> = self.iteration.vectors.iter().map(|&it| it as f32).collect();
        fnv1a(&entries)
    }
}

#[cfg(test)]
mod oracle_tests;
#[cfg(test)]
mod tests;
