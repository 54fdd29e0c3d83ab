//! The experiments of the labs: settings in, plain numbers with names out.
//!
//! A lab is one file here, which implements [`Lab`] and [`Lane`], and a folder of text under
//! `www/content/labs/`, which declares its controls. [`Experiment`] runs up to three lanes of a lab
//! side by side and keeps their history; everything that a page shows around it is the same for
//! every lab.
//!
//! As in `nets`, everything is a function of settings and seed, bit for bit, on every machine: no
//! clock, no platform mathematics.

mod bias_variance;
mod classifier;
mod compression;
mod convolution;
pub mod datasets;
mod decision_boundary;
pub mod diagnosis;
pub mod experiment;
mod history;
mod imbalance;
mod k_means;
mod lab;
mod next_letter;
mod normalisation;
mod optimisers;
mod pca;
pub mod program;
mod regularisation;
mod tasks;
mod vanishing;

pub use experiment::{Experiment, LANES_MAX};
pub use history::History;
pub use lab::{Lab, Lane, Language, Source};

/// Labs whose arithmetic is all by hand: their worker needs no framework.
pub const PLAIN: &[&dyn Lab] = &[
    &bias_variance::BiasVariance,
    &compression::Compression,
    &convolution::Convolution,
    &imbalance::Imbalance,
    &k_means::KMeans,
    &next_letter::NextLetter,
    &normalisation::Normalisation,
    &optimisers::Optimisers,
    &pca::Pca,
    &regularisation::Regularisation,
    &vanishing::VanishingGradients,
];

/// Labs that train with burn, which their worker must carry.
pub const WITH_BURN: &[&dyn Lab] = &[&decision_boundary::DecisionBoundary];

/// Every lab.
pub fn all() -> impl Iterator<Item = &'static dyn Lab> {
    PLAIN.iter().chain(WITH_BURN).copied()
}

/// The lab of that name.
#[must_use]
pub fn find(slug: &str) -> Option<&'static dyn Lab> {
    all().find(|lab| lab.slug() == slug)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    #[test]
    fn measures_can_be_told_apart_by_their_full_names() {
        for lab in super::all() {
            let measures = lab.measures();
            let names: HashSet<&str> = measures.iter().map(|it| it.full_name.as_str()).collect();
            assert_eq!(names.len(), measures.len(), "{}: {names:?}", lab.slug());
            for name in names {
                assert!((4..=42).contains(&name.len()), "{}: {name:?}", lab.slug());
                let alone =
                    ["train", "test", "held out", "lost", "behind", "measured", "made small"];
                assert!(!alone.contains(&name), "{}: {name:?} of what?", lab.slug());
            }
        }
    }
}
