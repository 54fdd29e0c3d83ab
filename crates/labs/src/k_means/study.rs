//! What is known about a table whatever the settings of a lane: distances between its rows, its
//! principal plane, and how well it falls into 1, 2, 3 … groups.

use std::cell::RefCell;
use std::rc::Rc;

use figures::Sheet;
use nets::random::Random;

use super::lloyd::{Empty, Lloyd};
use super::quality::Distances;
use super::start::Start;
use crate::pca::Components;

/// Most clusters.
pub const K_MAX: usize = 10;

/// Runs at each k, of which the best counts: for tables of up to so many numbers, and for larger ones.
const STARTS: (usize, usize, usize) = (10, 20_000, 4);

/// A run at one k that takes longer than this is ended: by then it changes single rows.
const ITERATIONS_MAX: usize = 60;

/// First stream of the seed for these runs.
const SWEEP: u64 = 30;

/// The best of several runs at one k.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// Its clusters.
    pub k: usize,
    /// Its inertia.
    pub inertia: f64,
    /// Its mean silhouette, where that is defined.
    pub silhouette: Option<f64>,
}

/// A table and what is known about it.
#[derive(Debug)]
pub struct Study {
    /// The table.
    pub sheet: Sheet,
    /// Between its rows.
    pub distances: Distances,
    /// Of its covariance.
    pub components: Components,
    /// From k = 1.
    pub by_k: Vec<Best>,
    /// Runs at each k that the best was taken from.
    pub starts: usize,
    seed: u32,
}

thread_local! {
    /// Lanes of one experiment mostly share their table, and each wants the same study of it.
    static LATEST: RefCell<Option<Rc<Study>>> = const { RefCell::new(None) };
}

impl Study {
    /// The study of a table: the latest one again if it was of the same table and seed.
    #[must_use]
    pub fn of(sheet: Sheet, seed: u32) -> Rc<Self> {
        LATEST.with_borrow_mut(|latest| match latest {
            Some(study) if study.seed == seed && study.sheet == sheet => Rc::clone(study),
            _ => Rc::clone(latest.insert(Rc::new(Self::new(sheet, seed)))),
        })
    }

    fn new(sheet: Sheet, seed: u32) -> Self {
        let distances = Distances::of(&sheet);
        let most = K_MAX.min(sheet.rows());
        let (many, small, few) = STARTS;
        let starts = if sheet.values.len() <= small { many } else { few };
        let by_k = (1..=most).map(|k| best(&sheet, &distances, k, (seed, starts))).collect();
        Self { components: Components::of(&sheet), sheet, distances, by_k, starts, seed }
    }

    /// The best run at this k.
    #[must_use]
    pub fn best(&self, k: usize) -> Best {
        self.by_k[k.clamp(1, self.by_k.len()) - 1]
    }

    /// The best run of all by silhouette.
    #[must_use]
    pub fn most_distinct(&self) -> Option<Best> {
        let defined = self.by_k.iter().filter_map(|best| Some((best, best.silhouette?)));
        defined.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(best, _)| *best)
    }
}

fn best(sheet: &Sheet, distances: &Distances, k: usize, (seed, starts): (u32, usize)) -> Best {
    let run = |start: usize| {
        let mut random = Random::new(seed, SWEEP + (k * starts + start) as u64);
        let centres = Start::Spread.centres(sheet, k, &mut random);
        let mut lloyd = Lloyd::new(sheet, centres, Empty::Moves);
        for _ in 0..ITERATIONS_MAX {
            lloyd.iterate(sheet);
            if lloyd.is_settled() {
                break;
            }
        }
        (lloyd.inertia(sheet), lloyd)
    };
    let runs = (0..starts).map(run);
    let lowest = runs.min_by(|a, b| a.0.total_cmp(&b.0));
    let silhouette = lowest.as_ref().and_then(|(_, it)| distances.silhouette(&it.assigned));
    Best { k, inertia: lowest.map_or(0.0, |(inertia, _)| inertia), silhouette }
}
