//! Trained models from the visitor's disk: looked into and written with, never trained.

use std::rc::Rc;

use nets::reading::{Changes, Trace, Weights};
use nets::transformer::{Layout, Sizes};
use protocol::attention as wire;
use protocol::trainer::Event;

mod letters;
mod opening;
#[cfg(test)]
mod tests;

use crate::attention::look::{self, Sight, lens_of};
use crate::attention::writing::Writing;
use crate::scope::Scope;
use crate::session::{Clock, Going, Session};
use crate::spelling::Spelling;
use letters::Letters;
pub use opening::Reading;

/// Most that weights may take, in bytes: half of what WebAssembly can address, because a browser that
/// is asked for more closes the page rather than saying no.
const MOST_BYTES: u64 = 1 << 31;

/// Longest text, whatever the model: its matrix can still be read, and drawn without a pause.
const MOST_TOKENS: usize = 24;

/// Most cells of attention that are sent and drawn, all heads together. 12 layers of 12 heads have
/// 83,000 at 24 tokens.
const MOST_CELLS: usize = 100_000;

/// Texts for the first look, the one with most to see first: names that come again, as studied by Wang
/// et al. 2022, "Interpretability in the Wild".
const EXAMPLES: [&str; 3] =
    ["When Mary and John went to the shop, John gave a book to", "The cat sat on the", "The"];

/// Memory that weights may take here, in bytes: at most half of the device's, where the browser tells
/// how much that is.
pub fn allowed_bytes() -> u64 {
    let device = Scope::current().and_then(|scope| scope.device_bytes());
    device.map_or(MOST_BYTES, |bytes| (bytes / 2).min(MOST_BYTES))
}

/// A model that was opened.
pub struct CheckpointSession {
    weights: Rc<Weights>,
    letters: Rc<Letters>,
    are_heads_assumed: bool,
    seen: Option<Seen>,
    writing: Option<Writing>,
    now_ms: Clock,
}

/// What is looked at: the text as it is and, with changes, as it was read with them.
struct Seen {
    look: wire::Look,
    plain: Rc<Read>,
    changed: Option<Rc<Read>>,
}

/// A text as it was read. A large model takes a second to read one, and looks at another stage of it
/// are many: so it is kept until another text is read.
struct Read {
    trace: Trace,
    lens: Vec<Vec<wire::look::Candidate>>,
}

impl CheckpointSession {
    fn new(weights: Weights, letters: Letters, are_heads_assumed: bool, now_ms: Clock) -> Self {
        let (weights, letters) = (Rc::new(weights), Rc::new(letters));
        Self { weights, letters, are_heads_assumed, seen: None, writing: None, now_ms }
    }

    fn tokens(&self, text: &str) -> Result<Vec<u32>, String> {
        let tokens = self.letters.encode(text)?;
        match tokens.is_empty() {
            true => Err("Type something: nothing follows an empty text.".into()),
            false => Ok(tokens),
        }
    }

    /// Tokens of a text that is not too long to be drawn.
    fn tokens_to_see(&self, text: &str) -> Result<Vec<u32>, String> {
        let tokens = self.tokens(text)?;
        let sizes = self.weights.sizes();
        let (count, most) = (tokens.len(), most_tokens(sizes));
        if count > most {
            let heads = sizes.layers * sizes.heads;
            return Err(format!(
                "These are {count} tokens; at most {most} are shown, because every pair of them is a \
                 cell in each of {heads} heads."
            ));
        }
        Ok(tokens)
    }

    /// Reads tokens with these changes, unless the last look has read them.
    fn read(&self, tokens: &[u32], changes: &Changes) -> Result<Rc<Read>, String> {
        let last = self.seen.iter().flat_map(|seen| seen.changed.iter().chain([&seen.plain]));
        let is_same =
            |read: &&Rc<Read>| read.trace.tokens() == tokens && read.trace.changes() == changes;
        if let Some(read) = last.clone().find(is_same) {
            return Ok(Rc::clone(read));
        }
        let trace = Trace::of(&self.weights, tokens, changes).map_err(|invalid| invalid.0)?;
        let lens = lens_of(&self.weights, &trace, &*self.letters);
        Ok(Rc::new(Read { trace, lens }))
    }

    fn inspection(&self) -> Option<wire::Inspection> {
        let Seen { look, plain, changed } = self.seen.as_ref()?;
        let shown = changed.as_ref().unwrap_or(plain);
        let sight = Sight {
            look,
            step: 0,
            weights: &self.weights,
            trace: &shown.trace,
            unchanged: changed.is_some().then(|| plain.trace.next()),
            spelling: &*self.letters,
            lens: shown.lens.clone(),
        };
        Some(sight.inspection())
    }

    fn example(&self) -> String {
        let fits = |text: &&&str| self.tokens_to_see(text).is_ok();
        EXAMPLES.iter().find(fits).map_or_else(|| "a".into(), |text| (*text).to_owned())
    }
}

/// Longest text that can be looked into.
fn most_tokens(sizes: &Sizes) -> usize {
    let cells = MOST_CELLS / (sizes.layers * sizes.heads).max(1);
    MOST_TOKENS.min(sizes.context).min(cells.isqrt()).max(1)
}

impl Session for CheckpointSession {
    fn prepared(&self, run: u32) -> Event {
        let sizes = self.weights.sizes();
        let model = wire::Model {
            parameters: vec![Layout::new(sizes).count() as u32],
            context: sizes.context as u16,
            most_tokens: most_tokens(sizes) as u16,
            vocabulary: (0..sizes.vocabulary as u32).map(|it| self.letters.name(it)).collect(),
            end: self.letters.end(),
            example: self.example(),
        };
        let found = wire::checkpoint::Found {
            layers: sizes.layers as u8,
            heads: sizes.heads as u8,
            width: sizes.width as u16,
            is_tied: sizes.form.is_tied,
            are_heads_assumed: self.are_heads_assumed,
            model,
        };
        Event::CheckpointPrepared { run, found }
    }

    fn advance(&mut self, _updates: u64) {}

    fn step(&self) -> u64 {
        0
    }

    fn has_ended(&self) -> bool {
        true
    }

    fn rewind(&mut self) {}

    fn frame(&mut self, run: u32, _going: Going) -> Event {
        let frame = wire::Frame {
            step: 0,
            lanes: Vec::new(),
            tokens_per_second: 0.0,
            kept_steps: Vec::new(),
            inspection: self.inspection(),
        };
        Event::AttentionFrame { run, running: false, frame: Box::new(frame) }
    }

    fn look(&mut self, look: wire::Look) -> Result<(), String> {
        let tokens = self.tokens_to_see(&look.text)?;
        let plain = self.read(&tokens, &Changes::default())?;
        let has_changes = look.changes != wire::look::Changes::default();
        let changed = if has_changes {
            let swapped = look::swapped(&tokens, &look.changes);
            Some(self.read(&swapped, &look::changes(&look.changes))?)
        } else {
            None
        };
        self.seen = Some(Seen { look, plain, changed });
        Ok(())
    }

    fn write(&mut self, order: wire::Order) -> Result<(), String> {
        self.writing = None;
        if order.tokens > 0 {
            let tokens = self.tokens(&order.text)?;
            let (weights, letters) = (Rc::clone(&self.weights), Rc::clone(&self.letters));
            let end = self.letters.end();
            self.writing = Some(Writing::new(order, weights, tokens, letters, end)?);
        }
        Ok(())
    }

    fn write_on(&mut self) -> Option<wire::Written> {
        let written = self.writing.as_mut()?.next(&*self.now_ms);
        if written.ending.is_some() {
            self.writing = None;
        }
        Some(written)
    }
}
