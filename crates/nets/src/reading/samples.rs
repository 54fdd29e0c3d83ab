//! Small transformers for the tests: every form, with weights of its own.

use super::Weights;
use crate::random::Random;
use crate::transformer::{Form, Layout, Placement, Positions, Sizes};

/// Every combination of what a transformer may be built of.
pub fn forms() -> Vec<Form> {
    use Positions::{Distance, Learned, None, Rotary, Sinusoidal};
    let mut forms = Vec::new();
    for positions in [None, Sinusoidal, Learned, Rotary, Distance] {
        for norm in [Placement::Before, Placement::After] {
            for (has_mlp, is_tied) in [(true, false), (true, true), (false, false), (false, true)] {
                let has_residual = true;
                forms.push(Form { positions, norm, has_mlp, has_residual, is_tied });
            }
            forms.push(Form { positions, norm, has_residual: false, ..Form::default() });
        }
    }
    forms
}

/// Odd numbers of tokens and places, two blocks of two heads six wide.
pub fn sizes(form: Form) -> Sizes {
    Sizes { vocabulary: 7, context: 9, layers: 2, heads: 2, width: 12, form }
}

/// Every weight normal, gains and biases too, so that none of them can be forgotten.
pub fn weights(sizes: Sizes) -> Weights {
    let mut random = Random::new(5, 0);
    let values = (0..Layout::new(&sizes).count()).map(|_| 0.5 * random.normal()).collect();
    Weights::new(sizes, values).unwrap()
}
