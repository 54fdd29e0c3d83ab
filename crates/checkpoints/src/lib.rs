//! Files of trained models from a visitor's disk: read, checked, and put in the order of `nets`.
//!
//! Whoever opens a file may have taken the wrong one, half of one, or one that somebody made to do
//! harm: everything here gives a [`Refusal`] in words, and nothing panics or reserves memory that
//! was not asked about first. Files are never held whole; no browser, no arithmetic of models.
//!
//! * [`header`]: what a safetensors file says is in it;
//! * [`config`]: what `config.json` says of a model;
//! * [`gpt2`]: whether the file is a GPT-2, how large, and where each of its tensors belongs;
//! * [`loading`]: the file chunk by chunk into one flat slice of weights;
//! * [`tokens`]: text to tokens and back, from `vocab.json` and `merges.txt`.

mod architecture;
pub mod config;
pub mod gpt2;
pub mod header;
pub mod loading;
#[cfg(test)]
mod made;
mod refusal;
#[cfg(test)]
mod tests;
pub mod tokens;

pub use config::Config;
pub use header::Header;
pub use loading::Loading;
pub use refusal::Refusal;
pub use tokens::Tokeniser;
