//! From files to a model, piece by piece: first what is small and may be wrong, then the weights.

use checkpoints::gpt2::{self, Asked, Plan};
use checkpoints::{Config, Loading, Refusal, Tokeniser, header};
use nets::reading::Weights;
use protocol::attention::checkpoint as wire;

use super::CheckpointSession;
use super::letters::Letters;
use crate::session::{Clock, Opened, Opening};
use crate::source::Source;

/// Bytes of the weights that are read between two looks at the messages.
const PIECE: u64 = 16 << 20;

/// Longest file beside the weights, in bytes. GPT-2's `vocab.json` has a million.
const LONGEST_TEXT: u64 = 32 << 20;

/// Files on the way to a model.
pub struct Reading {
    files: Files,
    has_config: bool,
    heads: Option<usize>,
    allowed_bytes: u64,
    now_ms: Clock,
    model: Option<Begun>,
}

struct Files {
    weights: Box<dyn Source>,
    vocabulary: Box<dyn Source>,
    merges: Box<dyn Source>,
    config: Option<Box<dyn Source>>,
}

/// What is known once everything but the weights has been read.
struct Begun {
    loading: Loading,
    letters: Letters,
    are_heads_assumed: bool,
    memory_bytes: u64,
    piece: Vec<u8>,
}

impl Reading {
    /// Of files in their order on the wire; weights may take this much memory.
    ///
    /// # Errors
    /// When files are missing.
    pub fn new(
        opening: wire::Opening,
        files: Vec<Box<dyn Source>>,
        allowed_bytes: u64,
        now_ms: Clock,
    ) -> Result<Self, String> {
        let mut files = files.into_iter();
        let (Some(weights), Some(vocabulary), Some(merges)) =
            (files.next(), files.next(), files.next())
        else {
            return Err(
                "It takes three files: model.safetensors, vocab.json and merges.txt.".into()
            );
        };
        let config = files.next().filter(|_| opening.has_config);
        let files = Files { weights, vocabulary, merges, config };
        let heads = opening.heads.map(usize::from);
        let has_config = files.config.is_some();
        Ok(Self { files, has_config, heads, allowed_bytes, now_ms, model: None })
    }

    /// Everything that can be wrong before a weight is read: the header's names and shapes, the
    /// memory, the tokeniser.
    fn begin(&self) -> Result<Begun, wire::Refusal> {
        let Files { weights, vocabulary, merges, config } = &self.files;
        let config = config.as_deref().map(|file| text(file, "config.json")).transpose()?;
        let config = config.map(|text| Config::read(&text)).transpose().map_err(refused)?;
        let plan = self.plan(&**weights, config.as_ref())?;
        let sizes = *plan.sizes();
        countable(sizes.layers, sizes.heads, sizes.width, sizes.context)?;
        let (vocabulary, merges) =
            (text(&**vocabulary, "vocab.json")?, text(&**merges, "merges.txt")?);
        let tokeniser = Tokeniser::new(&vocabulary, &merges, sizes.vocabulary).map_err(refused)?;
        let said = config.and_then(|config| config.n_head).or(self.heads);
        Ok(Begun {
            memory_bytes: plan.memory_bytes(),
            loading: Loading::new(plan).map_err(refused)?,
            letters: Letters::new(tokeniser),
            are_heads_assumed: said.is_none(),
            piece: Vec::new(),
        })
    }

    fn plan(&self, weights: &dyn Source, config: Option<&Config>) -> Result<Plan, wire::Refusal> {
        let mut start = Vec::new();
        let bytes = weights.bytes();
        let read = |until: u64, start: &mut Vec<u8>| {
            weights.read(0..until.min(bytes), start).map_err(|why| unreadable(MODEL, &why))
        };
        read(header::LENGTH_BYTES as u64, &mut start)?;
        let Some(&first) = start.first_chunk() else {
            return Err(refused(Refusal::Format("it ends within its header".into())));
        };
        read(header::length(first).map_err(refused)?, &mut start)?;
        let header = header::read(&start, bytes).map_err(refused)?;
        let asked = Asked { config, heads: self.heads, memory_bytes: self.allowed_bytes };
        gpt2::plan(&header, &asked).map_err(|refusal| self.ask_for_heads(refusal))
    }

    /// The number of heads is the one thing that the three files do not hold.
    fn ask_for_heads(&self, refusal: Refusal) -> wire::Refusal {
        let shared_width = match refusal {
            Refusal::Heads { width, .. } if !self.has_config => u32::try_from(width).ok(),
            _ => None,
        };
        wire::Refusal { shared_width, ..refused(refusal) }
    }
}

impl Opening for Reading {
    fn go_on(mut self: Box<Self>) -> Result<Opened, wire::Refusal> {
        let Some(mut begun) = self.model.take() else {
            self.model = Some(self.begin()?);
            return Ok(Opened::Underway(self));
        };
        let (done, all) = begun.loading.progress();
        if done < all {
            let until = all.min(done + PIECE);
            let read = self.files.weights.read(done..until, &mut begun.piece);
            read.map_err(|why| unreadable(MODEL, &why))?;
            begun.loading.push(done, &begun.piece).map_err(refused)?;
            if begun.piece.len() as u64 != until - done {
                return Err(unreadable(MODEL, "it became shorter while it was read"));
            }
            self.model = Some(begun);
            return Ok(Opened::Underway(self));
        }
        let Begun { loading, letters, are_heads_assumed, .. } = begun;
        let (sizes, values) = loading.finish().map_err(refused)?;
        let weights = Weights::new(sizes, values)
            .map_err(|invalid| wire::Refusal { reason: invalid.0, shared_width: None })?;
        let session = CheckpointSession::new(weights, letters, are_heads_assumed, self.now_ms);
        Ok(Opened::ready(session))
    }

    fn progress(&self) -> wire::Progress {
        let (done_bytes, all_bytes, memory_bytes) = match &self.model {
            None => (0, self.files.weights.bytes(), 0),
            Some(begun) => {
                let (done, all) = begun.loading.progress();
                (done, all, begun.memory_bytes)
            }
        };
        wire::Progress { done_bytes, all_bytes, memory_bytes }
    }
}

const MODEL: &str = "The file of weights";

/// A small file as text.
fn text(file: &dyn Source, name: &str) -> Result<String, wire::Refusal> {
    if file.bytes() > LONGEST_TEXT {
        let megabytes = file.bytes() / 1_000_000;
        return Err(unreadable(
            name,
            &format!("{megabytes} MB are far more than it has in a GPT-2"),
        ));
    }
    let mut bytes = Vec::new();
    file.read(0..file.bytes(), &mut bytes).map_err(|why| unreadable(name, &why))?;
    String::from_utf8(bytes).map_err(|_| unreadable(name, "it is no text in UTF-8"))
}

/// The page counts layers and heads in bytes, and places in two of them.
fn countable(
    layers: usize,
    heads: usize,
    width: usize,
    context: usize,
) -> Result<(), wire::Refusal> {
    let small = |count: usize| u8::try_from(count).is_ok();
    let large = |count: usize| u16::try_from(count).is_ok();
    if small(layers) && small(heads) && large(width) && large(context) {
        return Ok(());
    }
    Err(wire::Refusal {
        reason: format!(
            "The model has {layers} layers of {heads} heads, {width} wide, and {context} places; this \
             page shows up to 255 layers and heads, and widths and places up to 65,535."
        ),
        shared_width: None,
    })
}

fn refused(refusal: Refusal) -> wire::Refusal {
    wire::Refusal { reason: refusal.to_string(), shared_width: None }
}

fn unreadable(name: &str, why: &str) -> wire::Refusal {
    wire::Refusal { reason: format!("{name} cannot be read: {why}."), shared_width: None }
}
