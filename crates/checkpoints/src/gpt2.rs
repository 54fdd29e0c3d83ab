//! Whether a file is a GPT-2 (Radford et al. 2019, as Hugging Face names its tensors), how large it
//! is, and where each of its tensors belongs in the order of `nets`.
//!
//! Both keep matrices as inputs × outputs and queries, keys and values side by side, so that every
//! tensor is copied as it is. The exception is an output matrix of its own: a row a token there, a
//! column a token here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use nets::transformer::{Form, Layout, Sizes};
use safetensors::Dtype;

use crate::architecture;
use crate::header::Tensor;
use crate::{Config, Header, Refusal};

/// The output matrix, which most files leave out because it is the token table.
const OUTPUT: &str = "lm_head.weight";

/// Width of a head in every GPT-2 that OpenAI published.
const HEAD_WIDTH: usize = 64;

/// What the file does not say.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The `config.json` beside the file.
    pub config: Option<&'a Config>,
    /// Heads a block, for a file without one. Without both, heads are taken to be 64 wide.
    pub heads: Option<usize>,
    /// Memory that the weights may take, in bytes.
    pub memory_bytes: u64,
}

/// How a file becomes weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub(crate) sizes: Sizes,
    pub(crate) runs: Vec<Run>,
    pub(crate) file_bytes: u64,
}

/// Bytes of the file that belong together. The runs of a plan lie end to end and are the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    /// The tensor's name in the file.
    pub name: String,
    pub bytes: Range<u64>,
    pub dtype: Dtype,
    pub place: Place,
}

/// Where numbers go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    /// Nowhere: the header, and masks that are no weights.
    Nowhere,
    /// As they come, from this weight on.
    From(usize),
    /// Into the output matrix that begins at this weight, columns for rows.
    Output(usize),
}

impl Plan {
    /// Sizes of the model. An output matrix of its own may turn out to be the token table, when all
    /// of it has been read.
    pub fn sizes(&self) -> &Sizes {
        &self.sizes
    }

    /// What the weights take in memory, in bytes.
    pub fn memory_bytes(&self) -> u64 {
        4 * Layout::new(&self.sizes).count() as u64
    }
}

/// Recognises a GPT-2 and plans how to read it.
///
/// # Errors
/// A [`Refusal`] for every other file, for numbers of other kinds than F32, F16 and BF16, for a
/// configuration that is not the file's, and for more memory than asked for.
pub fn plan(header: &Header, asked: &Asked) -> Result<Plan, Refusal> {
    recognise(header, asked).map_err(|refusal| match refusal {
        Refusal::Missing(_) | Refusal::Unknown { .. } => {
            architecture::guess(header).map_or(refusal, Refusal::Architecture)
        }
        other => other,
    })
}

fn recognise(header: &Header, asked: &Asked) -> Result<Plan, Refusal> {
    let names = Names { header, prefix: prefix(header) };
    let [vocabulary, width] = names.table("wte.weight")?;
    let [context, _] = names.table("wpe.weight")?;
    let wanted = names.wanted([vocabulary, context, width])?;
    names.nothing_else(&wanted)?;
    fits(&wanted, asked.memory_bytes)?;

    let (layers, has_output) = (names.layers(), header.tensors.contains_key(OUTPUT));
    agrees(asked.config, [vocabulary, context, width, layers], has_output)?;
    let sizes = Sizes {
        vocabulary: vocabulary as usize,
        context: context as usize,
        layers: layers as usize,
        heads: heads(width as usize, asked)?,
        width: width as usize,
        form: Form { is_tied: !has_output, ..Form::default() },
    };
    let runs = runs(header, &wanted, &Layout::new(&sizes));
    Ok(Plan { sizes, runs, file_bytes: header.file_bytes })
}

/// A whole model's tensors begin with `transformer.`, those of one without its output do not.
fn prefix(header: &Header) -> &'static str {
    let prefix = "transformer.";
    if header.tensors.keys().any(|name| name.starts_with(prefix)) { prefix } else { "" }
}

/// The tensors of a file under the names that they would have.
struct Names<'a> {
    header: &'a Header,
    prefix: &'static str,
}

/// A tensor that the model needs, and its name in the file.
type Wanted<'a> = (String, &'a Tensor);

impl<'a> Names<'a> {
    /// Rows and columns of an embedding, neither of them zero.
    fn table(&self, name: &str) -> Result<[u64; 2], Refusal> {
        let name = format!("{}{name}", self.prefix);
        let Some(tensor) = self.header.tensors.get(&name) else {
            return Err(Refusal::Missing(name));
        };
        match tensor.shape[..] {
            [rows, columns] if rows > 0 && columns > 0 => Ok([rows, columns]),
            _ => {
                let (found, expected) = (tensor.shape.clone(), "[rows, columns]".into());
                Err(Refusal::Shape { name, found, expected })
            }
        }
    }

    /// All that the model needs, in the order of its [`Layout`], in the right shapes.
    fn wanted(&self, [vocabulary, context, width]: [u64; 3]) -> Result<Vec<Wanted<'a>>, Refusal> {
        let mut wanted = vec![
            self.tensor("wte.weight", &[vocabulary, width])?,
            self.tensor("wpe.weight", &[context, width])?,
        ];
        for layer in 0..self.layers() {
            for (name, shape) in block(width) {
                wanted.push(self.tensor(&format!("h.{layer}.{name}"), &shape)?);
            }
        }
        wanted.push(self.tensor("ln_f.weight", &[width])?);
        wanted.push(self.tensor("ln_f.bias", &[width])?);
        if self.header.tensors.contains_key(OUTPUT) {
            let whole = Names { prefix: "", ..*self };
            wanted.push(whole.tensor(OUTPUT, &[vocabulary, width])?);
        }
        Ok(wanted)
    }

    fn tensor(&self, name: &str, shape: &[u64]) -> Result<Wanted<'a>, Refusal> {
        let name = format!("{}{name}", self.prefix);
        let Some(tensor) = self.header.tensors.get(&name) else {
            return Err(Refusal::Missing(name));
        };
        if tensor.shape != shape {
            let (found, expected) = (tensor.shape.clone(), format!("{shape:?}"));
            return Err(Refusal::Shape { name, found, expected });
        }
        match tensor.dtype {
            Dtype::F32 | Dtype::F16 | Dtype::BF16 => Ok((name, tensor)),
            other => Err(Refusal::Dtype { name, found: other.to_string() }),
        }
    }

    /// One more than the largest number of a block, and at least one.
    fn layers(&self) -> u64 {
        let number = |name: &String| {
            let block = name.strip_prefix(self.prefix)?.strip_prefix("h.")?;
            block.split('.').next()?.parse::<u32>().ok()
        };
        let last = self.header.tensors.keys().filter_map(number).max();
        u64::from(last.unwrap_or(0)) + 1
    }

    /// There is nothing beside what is wanted but the masks, which older versions saved as if they
    /// were weights.
    fn nothing_else(&self, wanted: &[Wanted]) -> Result<(), Refusal> {
        let wanted: BTreeSet<&str> = wanted.iter().map(|(name, _)| name.as_str()).collect();
        let is_mask =
            |name: &str| name.ends_with(".attn.bias") || name.ends_with(".attn.masked_bias");
        let names = self.header.tensors.keys().map(String::as_str);
        let mut unknown = names.filter(|name| !wanted.contains(name) && !is_mask(name));
        match unknown.next() {
            Some(name) => {
                Err(Refusal::Unknown { name: name.to_owned(), count: 1 + unknown.count() })
            }
            None => Ok(()),
        }
    }
}

/// The tensors of a block, in the order of [`Layout`], with their shapes.
fn block(width: u64) -> [(&'static str, Vec<u64>); 12] {
    let times = |factor: u64| width.saturating_mul(factor);
    [
        ("ln_1.weight", vec![width]),
        ("ln_1.bias", vec![width]),
        ("attn.c_attn.weight", vec![width, times(3)]),
        ("attn.c_attn.bias", vec![times(3)]),
        ("attn.c_proj.weight", vec![width, width]),
        ("attn.c_proj.bias", vec![width]),
        ("ln_2.weight", vec![width]),
        ("ln_2.bias", vec![width]),
        ("mlp.c_fc.weight", vec![width, times(4)]),
        ("mlp.c_fc.bias", vec![times(4)]),
        ("mlp.c_proj.weight", vec![times(4), width]),
        ("mlp.c_proj.bias", vec![width]),
    ]
}

/// Asked before anything is counted in `usize`, which the sizes of a made-up file could overflow.
fn fits(wanted: &[Wanted], allowed: u64) -> Result<(), Refusal> {
    let numbers =
        wanted.iter().map(|(_, tensor)| tensor.shape.iter().product::<u64>()).sum::<u64>();
    let bytes = 4 * numbers;
    if bytes > allowed { Err(Refusal::Memory { bytes, numbers, allowed }) } else { Ok(()) }
}

fn agrees(config: Option<&Config>, sizes: [u64; 4], has_output: bool) -> Result<(), Refusal> {
    let Some(config) = config else { return Ok(()) };
    let keys = ["vocab_size", "n_positions", "n_embd", "n_layer"];
    let said = [config.vocab_size, config.n_positions, config.n_embd, config.n_layer];
    for ((key, said), weights) in keys.into_iter().zip(said).zip(sizes) {
        if let Some(config) = said.filter(|&said| said != weights) {
            return Err(Refusal::ConfigMismatch { key, config, weights });
        }
    }
    if config.is_untied() && !has_output {
        return Err(Refusal::Missing(OUTPUT.into()));
    }
    Ok(())
}

fn heads(width: usize, asked: &Asked) -> Result<usize, Refusal> {
    let usual = width.is_multiple_of(HEAD_WIDTH).then_some(width / HEAD_WIDTH);
    let said = asked.config.and_then(|config| config.n_head).or(asked.heads);
    match said.or(usual) {
        Some(heads) if heads > 0 && width.is_multiple_of(heads) => Ok(heads),
        heads => Err(Refusal::Heads { width, heads }),
    }
}

/// The whole file, from its first byte to its last.
fn runs(header: &Header, wanted: &[Wanted], layout: &Layout) -> Vec<Run> {
    let nowhere = |name: &str, tensor: &Tensor| Run {
        name: name.to_owned(),
        bytes: tensor.bytes.clone(),
        dtype: tensor.dtype,
        place: Place::Nowhere,
    };
    let begin = Tensor { dtype: Dtype::U8, shape: Vec::new(), bytes: 0..header.data_begin };
    let names = wanted.iter().map(|(name, _)| name.as_str());
    let begins: BTreeMap<&str, usize> =
        names.zip(layout.entries().iter().map(|entry| entry.range.start)).collect();
    let mut runs = vec![nowhere("", &begin)];
    for (name, tensor) in &header.tensors {
        let place = match begins.get(name.as_str()) {
            Some(&begin) if name == OUTPUT => Place::Output(begin),
            Some(&begin) => Place::From(begin),
            None => Place::Nowhere,
        };
        runs.push(Run { place, ..nowhere(name, tensor) });
    }
    runs.retain(|run| !run.bytes.is_empty());
    runs.sort_by_key(|run| run.bytes.start);
    runs
}
