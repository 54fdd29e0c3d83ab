//! A text that is continued token by token, each timed.

use std::rc::Rc;

use nets::random::Random;
use nets::reading::generation::{Beams, Choice, candidates, choose};
use nets::reading::{Cache, Weights};
use protocol::attention::look::Candidate;
use protocol::attention::writing::{Beam, Ending, Order, Written};

use crate::spelling::Spelling;

/// Stream of an order's seed.
const DRAWS: u64 = 21;
/// Clocks in browsers are coarse: a token is read again and again until this has passed.
const LONG_ENOUGH_MS: f64 = 2.0;
/// Nor more often than this.
const MOST_READINGS: u32 = 256;
/// Candidates that are told of each token.
const TOLD: usize = 8;

/// A text that is continued.
pub struct Writing {
    order: Order,
    weights: Rc<Weights>,
    tokens: Vec<u32>,
    prompt: usize,
    spelling: Rc<dyn Spelling>,
    /// The token that ends a text.
    end: Option<u32>,
    cache: Cache,
    beams: Option<Beams>,
    random: Random,
}

impl Writing {
    /// Of a prompt in tokens, with weights that stay as they are: training goes on meanwhile.
    ///
    /// # Errors
    /// When the prompt cannot be read.
    pub fn new(
        order: Order,
        weights: Rc<Weights>,
        tokens: Vec<u32>,
        spelling: Rc<dyn Spelling>,
        end: Option<u32>,
    ) -> Result<Self, String> {
        let beams = match order.beams {
            0 | 1 => None,
            width => Some(
                Beams::new(&weights, &tokens, usize::from(width), end)
                    .map_err(|invalid| invalid.0)?,
            ),
        };
        let random = Random::new(order.seed, DRAWS);
        let (cache, prompt) = (Cache::new(&weights), tokens.len());
        Ok(Self { order, weights, tokens, prompt, spelling, end, cache, beams, random })
    }

    /// Writes one more token. `now_ms` is the clock that it is timed by.
    pub fn next(&mut self, now_ms: &dyn Fn() -> f64) -> Written {
        if self.beams.is_some() { self.next_of_beams(now_ms) } else { self.next_drawn(now_ms) }
    }

    fn next_drawn(&mut self, now_ms: &dyn Fn() -> f64) -> Written {
        let length = self.tokens.len();
        let Some(work_ms) = self.read(now_ms) else { return self.written(Some(Ending::Full)) };
        let choice = Choice {
            temperature: self.order.temperature,
            top_k: self.order.top_k.map(usize::from),
            top_p: self.order.top_p,
        };
        let found = candidates(self.cache.logits(), &choice);
        let chosen = choose(&found, &mut self.random);
        self.tokens.extend(chosen);
        let told = found.iter().take(TOLD).map(|candidate| Candidate {
            token: self.spelling.name(candidate.token),
            index: candidate.token,
            share: candidate.share,
            unchanged: None,
        });
        Written {
            token: chosen.map(|_| added(&*self.spelling, &self.tokens[self.prompt..])),
            candidates: told.collect(),
            length: length as u16,
            work_ms: work_ms as f32,
            cache_bytes: if self.order.has_cache { self.cache.bytes() as u32 } else { 0 },
            ..self.written(self.ending(chosen))
        }
    }

    /// Reads what is not read yet, or everything if nothing is kept; the time it took. Nothing if there
    /// is no room.
    fn read(&mut self, now_ms: &dyn Fn() -> f64) -> Option<f64> {
        let start_ms = now_ms();
        for readings in 1.. {
            let mut cache =
                if self.order.has_cache { self.cache.clone() } else { Cache::new(&self.weights) };
            cache.read_all(&self.weights, &self.tokens[cache.length()..]).ok()?;
            let passed_ms = now_ms() - start_ms;
            if passed_ms >= LONG_ENOUGH_MS || readings >= MOST_READINGS {
                self.cache = cache;
                return Some(passed_ms / f64::from(readings));
            }
        }
        None
    }

    fn next_of_beams(&mut self, now_ms: &dyn Fn() -> f64) -> Written {
        let start_ms = now_ms();
        let Some(beams) = &mut self.beams else { return self.written(Some(Ending::Enough)) };
        let advanced = beams.advance(&self.weights).is_ok();
        let work_ms = now_ms() - start_ms;
        let told: Vec<Beam> = beams
            .beams()
            .iter()
            .map(|beam| Beam {
                text: self.spelling.text(beam.tokens()),
                log_probability: beam.log_probability() as f32,
            })
            .collect();
        let best = beams.beams().first();
        let (last, written) = best.map_or((None, 0), |beam| {
            (Some(added(&*self.spelling, beam.tokens())), beam.tokens().len())
        });
        let ending = if beams.have_ended(&self.weights) || !advanced {
            Some(if best.is_some_and(|beam| beam.has_ended()) {
                Ending::Finished
            } else {
                Ending::Full
            })
        } else {
            (written >= usize::from(self.order.tokens)).then_some(Ending::Enough)
        };
        Written {
            token: last,
            length: (self.prompt + written.saturating_sub(1)) as u16,
            work_ms: work_ms as f32,
            beams: told,
            ..self.written(ending)
        }
    }

    fn ending(&self, chosen: Option<u32>) -> Option<Ending> {
        if chosen.is_none() || chosen == self.end {
            return Some(Ending::Finished);
        }
        let written = self.tokens.len() - self.prompt;
        if written >= usize::from(self.order.tokens) {
            return Some(Ending::Enough);
        }
        (self.tokens.len() > self.weights.sizes().context).then_some(Ending::Full)
    }

    fn written(&self, ending: Option<Ending>) -> Written {
        Written {
            number: self.order.number,
            token: None,
            candidates: Vec::new(),
            length: self.tokens.len() as u16,
            work_ms: 0.0,
            cache_bytes: 0,
            beams: Vec::new(),
            ending,
        }
    }
}

/// What the last of these tokens adds to their text: nothing while a letter is not whole.
fn added(spelling: &dyn Spelling, tokens: &[u32]) -> String {
    let before = spelling.text(&tokens[..tokens.len().saturating_sub(1)]);
    let text = spelling.text(tokens);
    text.strip_prefix(&before).unwrap_or(&text).to_owned()
}
