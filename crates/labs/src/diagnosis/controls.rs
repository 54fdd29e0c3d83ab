//! What each lab's controls offer to a diagnosis: held against the labs' `controls.toml` by a test.

use super::advice::{Controls, Offer};
use Offer::{Activation, Adam, Batch, Clipping, Decay, L2, Layers, Rows, Start, Units};

/// Of the lab `convolution`.
pub const CONVOLUTION: Controls = Controls {
    rate: ("rate", &[3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0]),
    offers: &[(Adam, "rule"), (Batch, "batch"), (Rows, "rows")],
};

/// Of the lab `decision-boundary`.
pub const DECISION_BOUNDARY: Controls = Controls {
    rate: (
        "lr",
        &[
            1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 3e-3, 5e-3, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5,
            1.0, 3.0, 10.0,
        ],
    ),
    offers: &[
        (Activation, "act"),
        (Adam, "opt"),
        (Batch, "batch"),
        (L2, "l2"),
        (Layers, "hidden"),
        (Rows, "split"),
        (Units, "hidden"),
    ],
};

/// Of the lab `next-letter`.
pub const NEXT_LETTER: Controls = Controls {
    rate: ("rate", &[1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0]),
    offers: &[(Rows, "rows"), (Units, "units")],
};

/// Of the lab `normalisation`.
pub const NORMALISATION: Controls = Controls {
    rate: ("rate", &[3e-3, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0]),
    offers: &[(Batch, "batch"), (Layers, "layers"), (Rows, "rows"), (Start, "gain")],
};

/// Of the lab `optimisers`.
pub const OPTIMISERS: Controls = Controls {
    rate: (
        "learning_rate",
        &[
            1e-4, 2e-4, 3e-4, 5e-4, 1e-3, 2e-3, 3e-3, 5e-3, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2,
            0.3, 0.5, 1.0, 2.0, 3.0,
        ],
    ),
    offers: &[(Adam, "rule"), (Batch, "batch"), (Decay, "weight_decay")],
};

/// Of the lab `regularisation`.
pub const REGULARISATION: Controls = Controls {
    rate: ("rate", &[3e-3, 0.01, 0.03, 0.1, 0.3, 1.0]),
    offers: &[(L2, "l2"), (Layers, "layers"), (Rows, "rows"), (Units, "units")],
};

/// Of the lab `vanishing-gradients` through the layers of a deep network.
pub const VANISHING_IN_DEPTH: Controls = Controls {
    rate: ("rate", &[1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0]),
    offers: &[(Activation, "activation"), (Adam, "rule"), (Layers, "depth"), (Start, "start")],
};

/// Of the lab `vanishing-gradients` through the steps of a recurrent network.
pub const VANISHING_IN_TIME: Controls = Controls {
    rate: ("memory-rate", &[1e-3, 3e-3, 0.01, 0.03]),
    offers: &[(Clipping, "clip"), (Start, "gain")],
};

#[cfg(test)]
mod tests {
    use std::path::Path;

    use content::lab::ControlKind;

    use super::*;

    #[test]
    fn advice_names_controls_that_the_labs_declare() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
        let library = content::authoring::load(&content, "/").unwrap();
        let check = |slug: &str, controls: &Controls| {
            let mut labs = library.labs.iter().filter_map(|it| it.lab.as_ref());
            let lab = labs.find(|it| it.slug == slug).unwrap();
            let (name, rates) = controls.rate;
            let ControlKind::Scale { values, .. } = &lab.control(name).unwrap().kind else {
                panic!("{slug}: {name} is no scale");
            };
            let declared: Vec<f32> = values.iter().map(|it| *it as f32).collect();
            assert_eq!(declared, rates, "{slug}: {name}");
            for (offer, name) in controls.offers {
                assert!(lab.control(name).is_some(), "{slug}: {offer:?} by {name}");
            }
        };
        check("convolution", &CONVOLUTION);
        check("decision-boundary", &DECISION_BOUNDARY);
        check("next-letter", &NEXT_LETTER);
        check("normalisation", &NORMALISATION);
        check("optimisers", &OPTIMISERS);
        check("regularisation", &REGULARISATION);
        check("vanishing-gradients", &VANISHING_IN_DEPTH);
        check("vanishing-gradients", &VANISHING_IN_TIME);
    }
}
