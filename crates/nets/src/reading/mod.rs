//! A transformer that is only read: looked into, intervened in, and asked what comes next.
//!
//! On plain slices, without burn and without slopes. Every row of a product and every query's
//! attention is computed by itself, so a token gives the same bits whether it is read alone with the
//! keys and values of those before it ([`Cache`]) or among all of them ([`Trace`]).

mod arithmetic;
mod attention;
mod block;
mod cache;
mod changes;
mod explain;
pub mod generation;
mod lens;
mod part;
mod trace;
mod weights;

#[cfg(test)]
mod oracle_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use arithmetic::{Arithmetic, Product, Term};
pub use cache::Cache;
pub use changes::{Ablation, Changes, Edit, HeadChange};
pub use explain::arithmetic;
pub use lens::{lens, rollout};
pub use part::{Part, Step};
pub use trace::{Stage, Trace};
pub use weights::{Block, Linear, Mlp, Norm, Output, Weights};
