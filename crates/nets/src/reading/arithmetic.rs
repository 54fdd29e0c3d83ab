//! How one number of a pass came about, in its own numbers.

/// Products that are shown one by one; the others are added up.
const SHOWN: usize = 4;

/// What one cell was computed from.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Arithmetic {
    /// A number of this row of a table: of tokens, or of places.
    Taken { row: usize, value: f32 },
    /// Sine or cosine of place · rate.
    Wave { place: usize, rate: f64, is_sine: bool },
    /// What was in the stream, and what is added to it.
    Sum { terms: Vec<f32> },
    /// gain · (x − mean) / deviation + shift, over the row that x is of.
    Normalised { x: f32, mean: f32, deviation: f32, gain: f32, shift: f32 },
    /// A sum of products.
    Product(Product),
    /// One of a pair of neighbours turned by the place: own · cosine + partner · sine. The sine has a
    /// minus already where the turn does.
    Turned { own: Product, partner: Product, cosine: f32, sine: f32 },
    /// `exponential` / `sum`, where the exponential is that of score − highest, and the sum goes over
    /// all that the row may see; 0 where masked.
    Softmax { score: f32, highest: f32, exponential: f32, sum: f32, is_masked: bool },
    /// x σ(2 √(2/π) (x + 0.044715 x³)), the tanh form of GELU.
    Gelu { x: f32 },
    /// An intervention has decided it.
    Changed { value: f32 },
}

/// scale · Σ left · right + bias.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// The products that weigh most, the largest first.
    pub terms: Vec<Term>,
    /// The sum of the other products.
    pub rest: f32,
    /// How many they are.
    pub others: usize,
    /// 1 where nothing is scaled.
    pub scale: f32,
    /// 0 where nothing is added; for scores, less than 0 for the distance.
    pub bias: f32,
}

/// One product of a sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// Which unit of the row, or which key.
    pub index: usize,
    /// What came in, or a share.
    pub left: f32,
    /// A weight, a key's number or a value's.
    pub right: f32,
}

impl Arithmetic {
    /// The cell's value, worked out from these numbers.
    pub fn result(&self) -> f32 {
        match *self {
            Self::Taken { value, .. } | Self::Changed { value } => value,
            Self::Wave { place, rate, is_sine } => {
                let angle = place as f64 * rate;
                (if is_sine { libm::sin(angle) } else { libm::cos(angle) }) as f32
            }
            Self::Sum { ref terms } => terms.iter().sum(),
            Self::Normalised { x, mean, deviation, gain, shift } => {
                gain * (x - mean) / deviation + shift
            }
            Self::Product(ref product) => product.result(),
            Self::Turned { ref own, ref partner, cosine, sine } => {
                own.result() * cosine + partner.result() * sine
            }
            Self::Softmax { is_masked: true, .. } => 0.0,
            Self::Softmax { exponential, sum, .. } => exponential / sum,
            Self::Gelu { x } => crate::rows::gelu(x),
        }
    }
}

impl Product {
    /// Σ left · right, plain.
    pub(super) fn of(pairs: impl Iterator<Item = (f32, f32)>) -> Self {
        let term = |(index, (left, right))| Term { index, left, right };
        let mut terms: Vec<Term> = pairs.enumerate().map(term).collect();
        terms.sort_by(|a, b| b.value().abs().total_cmp(&a.value().abs()));
        let rest = terms.iter().skip(SHOWN).map(Term::value).sum();
        let others = terms.len().saturating_sub(SHOWN);
        terms.truncate(SHOWN);
        Self { terms, rest, others, scale: 1.0, bias: 0.0 }
    }

    /// The sum's value.
    pub fn result(&self) -> f32 {
        self.scale * (self.terms.iter().map(Term::value).sum::<f32>() + self.rest) + self.bias
    }
}

impl Term {
    /// left · right.
    pub fn value(&self) -> f32 {
        self.left * self.right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_products_are_shown_and_none_is_lost() {
        let pairs = [(1.0, 0.5), (2.0, -3.0), (0.1, 0.1), (1.0, 2.0), (4.0, 1.0), (-1.0, 1.0)];
        let product = Product { scale: 0.5, bias: 10.0, ..Product::of(pairs.into_iter()) };
        let indices: Vec<usize> = product.terms.iter().map(|term| term.index).collect();
        assert_eq!(indices, [1, 4, 3, 5]);
        assert!((product.rest - 0.51).abs() < 1e-6 && product.others == 2);
        assert!((product.result() - (10.0 + 0.5 * -0.49)).abs() < 1e-6);
    }
}
