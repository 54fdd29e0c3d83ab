//! Why a file is not opened, in words for the person who chose it.

use std::fmt;

/// Why a file is not opened. Its `Display` is shown to the visitor. Sizes are in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The bytes are no safetensors file; what is wrong with them.
    Format(String),
    /// The file is longer than WebAssembly can address.
    LongFile {
        /// Its length.
        bytes: u64,
    },
    /// The file is not as long as its header says: usually a download that broke off.
    Length {
        /// By its header.
        expected: u64,
        /// As it is.
        found: u64,
    },
    /// A chunk does not follow the one before it.
    Order {
        /// Where the next chunk begins.
        expected: u64,
        /// Where this one does.
        found: u64,
    },
    /// Another kind of model; what it looks like.
    Architecture(&'static str),
    /// A tensor that every GPT-2 has is not there.
    Missing(String),
    /// A tensor has another shape than the sizes of the model ask for.
    Shape {
        /// Which.
        name: String,
        /// As it is.
        found: Vec<u64>,
        /// As it must be: a shape, or what a shape must be like.
        expected: String,
    },
    /// Tensors that no GPT-2 has: without them something else would be computed.
    Unknown {
        /// The first in alphabetical order.
        name: String,
        /// How many there are.
        count: usize,
    },
    /// Numbers of a kind that is not read here.
    Dtype {
        /// Which tensor.
        name: String,
        /// Its kind, as the file calls it.
        found: String,
    },
    /// A weight that is no finite number.
    NotFinite {
        /// In which tensor.
        name: String,
        /// Which of its numbers, in the file's order.
        index: u64,
    },
    /// Nothing says how many heads a block has, or that many cannot share the width.
    Heads {
        /// Width of the stream.
        width: usize,
        /// What was said.
        heads: Option<usize>,
    },
    /// `config.json` cannot be read, or describes something that is not computed here.
    Config(String),
    /// `config.json` and the weights are not of the same model.
    ConfigMismatch {
        /// Its name for the size.
        key: &'static str,
        /// What it says.
        config: u64,
        /// What the weights say.
        weights: u64,
    },
    /// More memory than the page may use.
    Memory {
        /// What is needed.
        bytes: u64,
        /// For so many numbers.
        numbers: u64,
        /// What may be used.
        allowed: u64,
    },
    /// The browser did not give the memory.
    Allocation {
        /// What was asked for.
        bytes: u64,
    },
    /// `vocab.json` or `merges.txt` cannot be read.
    Tokens(String),
    /// The tokeniser and the model are not of the same vocabulary.
    Vocabulary {
        /// Tokens of `vocab.json`.
        tokens: usize,
        /// Tokens of the model.
        model: usize,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(why) => write!(f, "This is not a safetensors file: {why}."),
            Self::LongFile { bytes } => {
                write!(f, "The file has {}; a page can address 4 GB.", size(*bytes))
            }
            Self::Length { expected, found } => write!(
                f,
                "The file has {found} bytes and by its header should have {expected}: was the \
                 download complete?"
            ),
            Self::Order { expected, found } => {
                write!(f, "Expected the file from byte {expected}, got it from byte {found}.")
            }
            Self::Architecture(like) => write!(f, "This is not a GPT-2: it looks like {like}."),
            Self::Missing(name) => write!(f, "The tensor {name} is missing."),
            Self::Shape { name, found, expected } => {
                write!(f, "The tensor {name} has the shape {found:?}; expected {expected}.")
            }
            Self::Unknown { name, count: 1 } => write!(f, "No GPT-2 has a tensor {name}."),
            Self::Unknown { name, count } => {
                write!(f, "{count} tensors are in no GPT-2; the first of them is {name}.")
            }
            Self::Dtype { name, found } => {
                write!(f, "The tensor {name} holds {found}; F32, F16 and BF16 can be read.")
            }
            Self::NotFinite { name, index } => {
                write!(f, "Number {index} of the tensor {name} is infinite or no number.")
            }
            Self::Heads { width, heads: None } => {
                write!(f, "The file does not say how many heads share its width of {width}.")
            }
            Self::Heads { width, heads: Some(heads) } => {
                write!(f, "A width of {width} cannot be shared evenly by {heads} heads.")
            }
            Self::Config(why) => write!(f, "config.json: {why}."),
            Self::ConfigMismatch { key, config, weights } => {
                write!(f, "config.json has {key} {config}, the weights have {weights}.")
            }
            Self::Memory { bytes, numbers, allowed } => write!(
                f,
                "The model needs {} of memory for {} numbers; this page may use {}.",
                size(*bytes),
                amount(*numbers),
                size(*allowed)
            ),
            Self::Allocation { bytes } => {
                write!(f, "The browser does not give this page {} of memory.", size(*bytes))
            }
            Self::Tokens(why) => write!(f, "{why}."),
            Self::Vocabulary { tokens, model } => write!(
                f,
                "vocab.json has {tokens} tokens, the model has {model}: they do not belong together."
            ),
        }
    }
}

impl std::error::Error for Refusal {}

/// `498 MB`, with powers of ten, as file managers write it.
fn size(bytes: u64) -> String {
    format!("{}B", amount(bytes))
}

/// `124 M`: in thousands, millions or thousands of millions, rounded to what a person compares.
fn amount(count: u64) -> String {
    let (unit, letter) = match count {
        0..1_000 => (1, ""),
        1_000..1_000_000 => (1_000, "k"),
        1_000_000..1_000_000_000 => (1_000_000, "M"),
        _ => (1_000_000_000, "G"),
    };
    if letter == "G" {
        return format!("{:.1} G", count as f64 / unit as f64);
    }
    format!("{} {letter}", (count + unit / 2) / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(refusal: Refusal, expect: &str) {
        assert_eq!(refusal.to_string(), expect);
    }

    #[test]
    fn memory_is_told_in_sizes_that_people_compare() {
        check(
            Refusal::Memory { bytes: 497_759_232, numbers: 124_439_808, allowed: 400_000_000 },
            "The model needs 498 MB of memory for 124 M numbers; this page may use 400 MB.",
        );
        check(
            Refusal::LongFile { bytes: 6_200_000_000 },
            "The file has 6.2 GB; a page can address 4 GB.",
        );
        check(
            Refusal::Allocation { bytes: 12 },
            "The browser does not give this page 12 B of memory.",
        );
    }

    #[test]
    fn a_shape_is_told_with_what_it_should_be() {
        let (name, expected) = ("h.0.attn.c_attn.weight".into(), "[32, 96]".into());
        check(
            Refusal::Shape { name, found: vec![96, 32], expected },
            "The tensor h.0.attn.c_attn.weight has the shape [96, 32]; expected [32, 96].",
        );
    }
}
