//! The decision-boundary lab: points in the plane, a dense network 2 → hidden → 1, its training and
//! its pictures.

mod autodiff;
mod batch;
mod dense;
mod health;
mod leak;
#[cfg(test)]
mod oracle_tests;
mod picture;
mod points;
mod run;
#[cfg(test)]
mod run_tests;
mod settings;
mod shape;
mod split;

pub use health::LayerNumbers;
pub use leak::Leak;
pub use picture::{MAP_SIDE, Score, UNIT_MAP_SIDE};
pub use points::{Point, Points, Source, generate};
pub use run::Run;
pub use settings::{Engine, Invalid, OWN_COORDINATE_MAX, OWN_POINTS_MAX, Settings};
pub use shape::{Layer, Shape};
pub use split::{Batches, Data};
