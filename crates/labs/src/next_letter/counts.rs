//! An n-gram model: how often each letter came after each few letters.
//!
//! With k imagined counts that are spread as q says, the chance of letter x after context c is
//! (n(c, x) + k q(x)) / (n(c) + k). Where q is even, this is additive smoothing; where q is the same
//! formula for a context shorter by one letter, it is interpolation with Dirichlet priors (MacKay and
//! Peto 1995).

use std::collections::BTreeMap;

use figures::{Invalid, Settings};
use nets::language::BOUNDARY;

/// What a context that was never seen is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// Every letter is as likely.
    Even,
    /// The context without its first letter decides.
    Shorter,
}

/// The counts, by context.
#[derive(Clone, Debug)]
pub struct Counts {
    back: usize,
    imagined: f64,
    unseen: Unseen,
    letters: usize,
    /// For each length of a context up to `back`: letters as one number, and counts by letter.
    contexts: Vec<BTreeMap<u64, Vec<u32>>>,
}

/// Bits of a letter in a context's key.
const BITS: u32 = 8;

/// The last letters of a word, before whose beginning there are boundaries, as one number.
fn key(word: &[u8], place: usize, length: usize) -> u64 {
    let at = |back: usize| place.checked_sub(back).map_or(BOUNDARY, |at| word[at]);
    (1..=length).fold(0, |key, back| key << BITS | u64::from(at(back)))
}

impl Counts {
    /// Nothing counted yet; reads the controls `back`, `imagined` and `unseen`.
    ///
    /// # Errors
    /// Which of them is out of its range.
    pub fn new(settings: &Settings, letters: usize) -> Result<Self, Invalid> {
        let back = settings.count("back", 0, 6)?;
        let choices = [("even", Unseen::Even), ("shorter", Unseen::Shorter)];
        Ok(Self {
            back,
            imagined: settings.within("imagined", 0.001, 1000.0)?,
            unseen: settings.choice("unseen", &choices)?,
            letters,
            contexts: vec![BTreeMap::new(); back + 1],
        })
    }

    /// Letters looked back at.
    pub fn back(&self) -> usize {
        self.back
    }

    /// Counts the letters of a word and its end.
    pub fn add(&mut self, word: &[u8]) {
        for place in 0..=word.len() {
            let next = word.get(place).copied().unwrap_or(BOUNDARY);
            for (length, contexts) in self.contexts.iter_mut().enumerate() {
                let counts = contexts.entry(key(word, place, length));
                counts.or_insert_with(|| vec![0; self.letters])[usize::from(next)] += 1;
            }
        }
    }

    /// Chances of all letters after the first `place` letters of a word, into `chances`.
    pub fn chances(&self, word: &[u8], place: usize, chances: &mut [f64]) {
        chances.fill(1.0 / self.letters as f64);
        let first = if self.unseen == Unseen::Shorter { 0 } else { self.back };
        for length in first..=self.back {
            let Some(counts) = self.contexts[length].get(&key(word, place, length)) else { return };
            let seen = f64::from(counts.iter().sum::<u32>());
            for (chance, &count) in chances.iter_mut().zip(counts) {
                *chance = (f64::from(count) + self.imagined * *chance) / (seen + self.imagined);
            }
        }
    }

    /// −ln(chance) of each letter of a word and of its end.
    pub fn losses(&self, word: &[u8]) -> Vec<f64> {
        let mut chances = vec![0.0; self.letters];
        let loss = |place: usize| {
            self.chances(word, place, &mut chances);
            let next = word.get(place).copied().unwrap_or(BOUNDARY);
            -libm::log(chances[usize::from(next)])
        };
        (0..=word.len()).map(loss).collect()
    }

    /// Numbers that are stored: counts that are not 0, of every context that is used.
    pub fn stored(&self) -> usize {
        let used = if self.unseen == Unseen::Shorter { 0 } else { self.back };
        let contexts = self.contexts[used..].iter().flat_map(BTreeMap::values);
        contexts.flatten().filter(|count| **count > 0).count()
    }

    /// Contexts of the full length.
    pub fn contexts(&self) -> usize {
        self.contexts[self.back].len()
    }

    /// Share of these that were seen once.
    pub fn seen_once(&self) -> f64 {
        let once = |counts: &&Vec<u32>| counts.iter().sum::<u32>() == 1;
        let seen = self.contexts[self.back].values().filter(once).count();
        seen as f64 / self.contexts().max(1) as f64
    }

    /// Every count, in one order.
    pub fn numbers(&self) -> Vec<f32> {
        let all = self.contexts.iter().flat_map(BTreeMap::iter);
        let one = |(key, counts): (&u64, &Vec<u32>)| -> Vec<f32> {
            let key = [*key as u32 as f32, (*key >> 32) as f32];
            key.into_iter().chain(counts.iter().map(|&it| it as f32)).collect()
        };
        all.flat_map(one).collect()
    }
}
