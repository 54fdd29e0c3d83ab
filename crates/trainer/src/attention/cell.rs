//! How one number came about: the reader's arithmetic to wire types.

use nets::reading::{Arithmetic, Part, Product, Step};
use nets::transformer::{Form, Placement};
use protocol::attention::look as wire;
use wire::Kind;

/// The arithmetic of a cell of this part.
pub fn told(form: Form, part: Part, arithmetic: Arithmetic) -> wire::Arithmetic {
    match arithmetic {
        Arithmetic::Taken { row, .. } => wire::Arithmetic::Taken { row: row as u32 },
        Arithmetic::Wave { place, rate, is_sine } => {
            wire::Arithmetic::Wave { place: place as u32, rate: rate as f32, is_sine }
        }
        Arithmetic::Sum { terms } => {
            let names = summands(form, part);
            let names = &names[names.len() - terms.len().min(names.len())..];
            wire::Arithmetic::Sum { terms: names.iter().copied().zip(terms).collect() }
        }
        Arithmetic::Normalised { x, mean, deviation, gain, shift } => {
            wire::Arithmetic::Normalised { x, mean, deviation, gain, shift }
        }
        Arithmetic::Product(found) => wire::Arithmetic::Product(product(found)),
        Arithmetic::Turned { own, partner, cosine, sine } => {
            wire::Arithmetic::Turned { own: product(own), partner: product(partner), cosine, sine }
        }
        Arithmetic::Softmax { score, highest, sum, is_masked, .. } => {
            wire::Arithmetic::Softmax { score, highest, sum, is_masked }
        }
        Arithmetic::Gelu { x } => wire::Arithmetic::Gelu { x },
        Arithmetic::Changed { .. } => wire::Arithmetic::Changed,
    }
}

fn product(found: Product) -> wire::Product {
    let Product { terms, rest, others, scale, bias } = found;
    let terms = terms.iter().map(|term| (term.index as u32, term.left, term.right)).collect();
    wire::Product { terms, rest, others: others as u32, scale, bias }
}

/// What is added up in a stage, in order: the stream first, if there is one.
fn summands(form: Form, part: Part) -> [Kind; 2] {
    match part {
        Part::Block(0, Step::AfterAttention) => [Kind::Start, Kind::Projected],
        Part::Block(_, Step::AfterAttention) => {
            let stream = match (form.norm, form.has_mlp) {
                (Placement::Before, true) => Kind::AfterMlp,
                (Placement::Before, false) => Kind::AfterAttention,
                (Placement::After, true) => Kind::MlpNorm,
                (Placement::After, false) => Kind::AttentionNorm,
            };
            [stream, Kind::Projected]
        }
        Part::Block(_, Step::AfterMlp) => match form.norm {
            Placement::Before => [Kind::AfterAttention, Kind::Lowered],
            Placement::After => [Kind::AttentionNorm, Kind::Lowered],
        },
        _ => [Kind::Tokens, Kind::Places],
    }
}
