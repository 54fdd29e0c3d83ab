//! Programs of networks of layers: whatever a [`Training`] describes.

mod burn;
mod pytorch;

use nets::dense::{Examples, Head, Sketch, Training};

use crate::lab::Language;

/// A run to be written down.
#[derive(Clone, Copy, Debug)]
pub struct Dense<'a> {
    /// What it is, as a sentence.
    pub what: &'a str,
    /// At step 0, so that weights and random numbers are the first ones.
    pub training: &'a Training,
    /// Updates to make.
    pub steps: u64,
    /// Name of the lab's first measure: the mean loss, as in inference and without penalties, over the
    /// training examples if nothing else is said.
    pub measure: &'a str,
}

/// The examples that a run's measure is taken over.
#[derive(Clone, Copy, Debug)]
pub enum Measured<'a> {
    /// The first so many training examples.
    First(usize),
    /// Examples that training never sees.
    HeldOut(&'a Examples),
}

impl Measured<'_> {
    /// What picks the first of this many training examples, in a language's own brackets.
    fn first(self, count: usize, brackets: (&str, &str)) -> String {
        match self {
            Self::First(rows) if rows < count => format!("{}{rows}{}", brackets.0, brackets.1),
            _ => String::new(),
        }
    }
}

/// What a lab does beside the descent, in Python.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// Stand before the loop.
    pub definitions: &'a [&'a str],
    /// Lines in the loop, after each update, indented.
    pub after_update: &'a str,
}

/// The program.
#[must_use]
pub fn dense(run: &Dense<'_>, language: Language) -> String {
    dense_on_first(run, run.training.examples().len(), language)
}

/// The same of a lab whose measure is over its first `measured_rows` training examples alone.
#[must_use]
pub fn dense_on_first(run: &Dense<'_>, measured_rows: usize, language: Language) -> String {
    match language {
        Language::PyTorch => {
            pytorch::write(run, Measured::First(measured_rows), &Beside::default())
        }
        Language::Burn => burn::write(run, Measured::First(measured_rows)),
    }
}

/// The same of a lab whose measure is over examples that are held out.
#[must_use]
pub fn dense_on_held_out(run: &Dense<'_>, held_out: &Examples, language: Language) -> String {
    let measured = Measured::HeldOut(held_out);
    match language {
        Language::PyTorch => pytorch::write(run, measured, &Beside::default()),
        Language::Burn => burn::write(run, measured),
    }
}

/// The program in PyTorch of a lane that does more than descend.
#[must_use]
pub fn dense_beside(run: &Dense<'_>, beside: &Beside<'_>) -> String {
    pytorch::write(run, Measured::First(run.training.examples().len()), beside)
}

/// Every layer, those within blocks after their block.
fn each_layer(layers: &[Sketch], each: &mut impl FnMut(&Sketch)) {
    for layer in layers {
        each(layer);
        if let Sketch::Residual { layers, .. } = layer {
            each_layer(layers, each);
        }
    }
}

fn has_layer(layers: &[Sketch], is_it: impl Fn(&Sketch) -> bool) -> bool {
    let mut found = false;
    each_layer(layers, &mut |layer| found |= is_it(layer));
    found
}

/// Class of each example.
fn labels(examples: &Examples) -> impl Iterator<Item = usize> {
    let rows = examples.targets.chunks_exact(examples.outputs.max(1));
    rows.map(|row| row.iter().position(|&target| target == 1.0).unwrap_or(0))
}

/// Whether targets are classes rather than numbers.
fn has_labels(training: &Training) -> bool {
    training.network().head() == Head::Softmax
}
