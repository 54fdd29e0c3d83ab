//! The mathematics of transformers on rows of numbers, one behind the other, forwards and backwards by
//! hand. The letter models compute with it, and burn's fused operations consist of it, so that each is
//! the other's oracle.

mod gelu;
mod heads;
mod norm;
mod places;
mod product;
mod softmax;
mod streamed;

pub use gelu::{gelu, gelu_of, gelu_slopes};
pub use heads::Heads;
pub use norm::{Norm, normalise};
pub use places::{Places, Turns, fall, rate, sinusoid, sinusoid_at};
pub use product::{add_product, add_scaled, affine, dot, pass_down, weight_slopes};
pub use softmax::{cross_entropy, softmax};
