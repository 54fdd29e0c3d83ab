//! k-means, one of Lloyd's iterations an update: where the centres begin, what the result is worth
//! beside other starts and other k, and what known classes say about it.

mod findings;
mod lloyd;
mod panels;
mod program;
mod quality;
mod start;
mod study;

use std::cell::OnceCell;
use std::rc::Rc;

use figures::{Better, Finding, Invalid, Measure, Panel, Settings, Unit};
use nets::hash::fnv1a;
use nets::random::Random;

use crate::datasets;
use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};
use lloyd::{Empty, Lloyd};
use start::Start;
use study::{K_MAX, Study};

/// The lab.
pub struct KMeans;

/// Stream of the seed.
const CENTRES: u64 = 1;

impl Lab for KMeans {
    fn slug(&self) -> &'static str {
        "k-means"
    }

    fn measures(&self) -> Vec<Measure> {
        let higher = |id, name, chart| Measure::new(id, name, chart, Better::Higher, Unit::Number);
        vec![
            Measure::loss("inertia", "inertia", "inertia: sum of squared distances"),
            higher("silhouette", "silhouette", "mean silhouette").called("mean silhouette"),
            higher("agreement", "agreement", "agreement with the classes: adjusted Rand index")
                .called("agreement with the classes"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        Ok(Box::new(Clusters::open(source)?))
    }

    fn program(&self, source: Source<'_>, step: u64, language: Language) -> Option<String> {
        let lane = Clusters::open(source).ok().filter(|_| language == Language::PyTorch)?;
        Some(program::pytorch(&lane, step))
    }
}

/// What is looked at, which changes nothing in the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    plane: View,
    by_class: bool,
}

/// The plane that rows are shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    /// Of the first two principal components.
    Components,
    /// Of two columns.
    Columns(usize, usize),
}

impl Look {
    fn read(settings: &Settings, columns: usize) -> Result<Self, Invalid> {
        let column = |name| settings.count(name, 1, 64).map(|it| it.min(columns) - 1);
        let plane = match settings.word("view")? {
            _ if columns <= 2 => View::Columns(0, columns - 1),
            "columns" => View::Columns(column("x")?, column("y")?),
            _ => View::Components,
        };
        Ok(Self { plane, by_class: settings.word("colour")? == "classes" })
    }
}

/// A lane.
struct Clusters {
    study: Rc<Study>,
    lloyd: Lloyd,
    look: Look,
    empty: Empty,
    /// The centres at every step so far.
    trail: Vec<Vec<f64>>,
    /// Steps at which a cluster had no rows, and which: counted from 1.
    emptied: Vec<(usize, usize)>,
    /// Mean silhouette at this step, once it was asked for: it takes milliseconds.
    silhouette: OnceCell<f64>,
    is_digits: bool,
    is_scaled: bool,
}

impl Clusters {
    fn open(source: Source<'_>) -> Result<Self, Invalid> {
        let settings = source.settings;
        let sheet = datasets::table(&source)?;
        let (k, seed) = (settings.count("k", 1, K_MAX)?, settings.seed()?);
        let start = Start::read(settings)?;
        let empty = settings.choice("empty", &[("move", Empty::Moves), ("stay", Empty::Stays)])?;
        let look = Look::read(settings, sheet.columns.len())?;
        let study = Study::of(sheet, seed);
        let centres = start.centres(&study.sheet, k, &mut Random::new(seed, CENTRES));
        let lloyd = Lloyd::new(&study.sheet, centres, empty);
        let mut lane = Self {
            trail: vec![lloyd.centres.clone()],
            emptied: Vec::new(),
            silhouette: OnceCell::new(),
            is_digits: settings.word("data")? == "digits",
            is_scaled: settings.flag("scale")?,
            study,
            lloyd,
            look,
            empty,
        };
        lane.note_empty();
        Ok(lane)
    }

    fn step(&self) -> usize {
        self.trail.len() - 1
    }

    fn note_empty(&mut self) {
        let step = self.step();
        let sizes = self.lloyd.sizes.iter().enumerate();
        self.emptied.extend(sizes.filter(|(_, size)| **size == 0).map(|(it, _)| (step, it + 1)));
    }

    fn has_classes(&self) -> bool {
        !self.study.sheet.classes.is_empty()
    }

    /// Rows by cluster and class.
    fn contingency(&self) -> Vec<u32> {
        let sheet = &self.study.sheet;
        let (k, classes) = (self.lloyd.k(), sheet.classes.len());
        quality::contingency(&self.lloyd.assigned, &sheet.labels, k, classes)
    }

    /// Adjusted Rand index; not a number where there are no classes.
    fn agreement(&self) -> f64 {
        if !self.has_classes() {
            return f64::NAN;
        }
        quality::adjusted_rand_index(&self.contingency(), self.study.sheet.classes.len())
    }

    /// Mean silhouette; not a number where it is not defined.
    fn silhouette(&self) -> f64 {
        *self.silhouette.get_or_init(|| {
            self.study.distances.silhouette(&self.lloyd.assigned).unwrap_or(f64::NAN)
        })
    }

    fn inertia(&self) -> f64 {
        self.lloyd.inertia(&self.study.sheet)
    }
}

impl Lane for Clusters {
    fn advance(&mut self) {
        self.lloyd.iterate(&self.study.sheet);
        self.trail.push(self.lloyd.centres.clone());
        self.silhouette.take();
        self.note_empty();
    }

    fn measure(&mut self) -> Vec<f32> {
        vec![self.inertia() as f32, self.silhouette() as f32, self.agreement() as f32]
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        panels::all(self)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        findings::all(self, history)
    }

    fn adjust(&mut self, settings: &Settings) {
        if let Ok(look) = Look::read(settings, self.study.sheet.columns.len()) {
            self.look = look;
        }
    }

    fn is_done(&self) -> bool {
        self.lloyd.is_settled()
    }

    fn parameter_count(&self) -> usize {
        self.lloyd.centres.len()
    }

    fn weights_hash(&self) -> u64 {
        let centres: Vec<f32> = self.lloyd.centres.iter().map(|&value| value as f32).collect();
        fnv1a(&centres)
    }
}

#[cfg(test)]
mod oracle_tests;
#[cfg(test)]
mod tests;
