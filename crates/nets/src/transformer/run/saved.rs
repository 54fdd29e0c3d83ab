//! The whole state of a run as bytes, so that it goes on another day, or on another device, as if it had
//! never stopped.
//!
//! Little-endian: [`MARK`]; hash of the settings, step, tokens seen, the step of a divergence or
//! [`u64::MAX`], states of the two random streams, powers of Adam's constants: 8 bytes each; loss: 4;
//! weights and Adam's two moments: 4 bytes a number; FNV-1a of all that: 8. What can be had from the
//! settings again is not in it.

use super::super::settings::Settings;
use super::{Run, State};
use crate::boundary::Invalid;
use crate::hash::fnv1a_of_bytes;
use crate::optimiser::{Optimiser, Rule};
use crate::random::Random;

/// What a saved run begins with; the last byte is the version.
const MARK: [u8; 8] = *b"warmrun\x01";

/// Numbers of 8 bytes before the loss.
const NUMBERS: usize = 8;

/// Bytes beside weights and moments.
const AROUND: usize = MARK.len() + NUMBERS * 8 + 4 + 8;

/// Steps and tokens of a run are fewer: an update a microsecond would take a century to come here.
const MOST: u64 = 1 << 51;

impl Run {
    /// All that training has changed: some 12 bytes a weight.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        let state = &self.state;
        let (first, second) = state.optimiser.memory();
        let powers = state.optimiser.powers();
        let numbers: [u64; NUMBERS] = [
            self.settings.hash(),
            state.step,
            state.tokens_seen,
            state.diverged_at_step.unwrap_or(u64::MAX),
            state.random.parts().0,
            state.dropout.random().parts().0,
            powers.0.to_bits(),
            powers.1.to_bits(),
        ];
        let mut bytes = Vec::with_capacity(AROUND + 12 * state.weights.len());
        bytes.extend(MARK);
        bytes.extend(numbers.into_iter().flat_map(u64::to_le_bytes));
        bytes.extend(state.loss.to_le_bytes());
        for values in [&state.weights, first, second] {
            bytes.extend(values.iter().flat_map(|value| value.to_le_bytes()));
        }
        bytes.extend(fnv1a_of_bytes(bytes.iter().copied()).to_le_bytes());
        bytes
    }

    /// The run of these settings that was saved. What it makes from here on is, bit for bit, what it
    /// would have made without a stop.
    ///
    /// # Errors
    /// [`Invalid`] when a setting is out of its range, or when the bytes are damaged, of another version
    /// or of a run with other settings.
    pub fn restore(settings: Settings, bytes: &[u8]) -> Result<Self, Invalid> {
        let mut run = Self::new(settings)?;
        let weights = run.state.weights.len();
        let mut saved = Saved::open(bytes)?;
        if saved.number() != run.settings.hash() || bytes.len() != AROUND + 12 * weights {
            return Err(Invalid("This run was saved with other settings.".into()));
        }
        run.state.resume(&mut saved, weights)?;
        Ok(run)
    }
}

impl State {
    fn resume(&mut self, saved: &mut Saved<'_>, count: usize) -> Result<(), Invalid> {
        self.step = saved.number();
        self.tokens_seen = saved.number();
        self.diverged_at_step = Some(saved.number()).filter(|step| *step != u64::MAX);
        self.random = self.random.at(saved.number());
        let random: Random = self.dropout.random().at(saved.number());
        self.dropout.go_on_with(random);
        let powers = (f64::from_bits(saved.number()), f64::from_bits(saved.number()));
        self.loss = saved.values(1)[0];
        self.weights = saved.values(count);
        let moments = (saved.values(count), saved.values(count));
        let is_finite = self.weights.iter().all(|it| it.is_finite());
        let is_possible = self.step < MOST && self.tokens_seen < MOST;
        if !is_possible || (self.diverged_at_step.is_none() && !is_finite) {
            return Err(damaged());
        }
        if self.step > 0 {
            self.kept.pass(self.step, &self.weights);
        }
        self.optimiser = Optimiser::resumed(Rule::Adam, moments, powers);
        Ok(())
    }
}

/// Bytes whose mark and hash are right, read from the front; nothing but zeros come after their end.
struct Saved<'a>(&'a [u8]);

impl<'a> Saved<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Invalid> {
        let (name, version) = MARK.split_at(MARK.len() - 1);
        let rest = bytes
            .strip_prefix(name)
            .ok_or_else(|| Invalid("These bytes are no saved run.".into()))?;
        if !rest.starts_with(version) {
            return Err(Invalid("This run was saved by another version of this page.".into()));
        }
        let (all, hash) = bytes.split_last_chunk().ok_or_else(damaged)?;
        if fnv1a_of_bytes(all.iter().copied()) != u64::from_le_bytes(*hash) {
            return Err(damaged());
        }
        Ok(Self(all.get(MARK.len()..).ok_or_else(damaged)?))
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let Some((first, rest)) = self.0.split_first_chunk() else { return [0; N] };
        self.0 = rest;
        *first
    }

    fn number(&mut self) -> u64 {
        u64::from_le_bytes(self.take())
    }

    fn values(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| f32::from_le_bytes(self.take())).collect()
    }
}

fn damaged() -> Invalid {
    Invalid("This saved run is damaged.".into())
}

#[cfg(test)]
mod tests {
    use super::super::super::{Rewriting, Task};
    use super::*;
    use proptest::prelude::*;

    fn settings() -> Settings {
        Settings { dropout: 0.1, ..Settings::default() }
    }

    fn advanced(settings: Settings, updates: u64) -> Run {
        let mut run = Run::new(settings).unwrap();
        run.advance(updates);
        run
    }

    /// The same bytes, of which the hash is right again.
    fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
        bytes.truncate(bytes.len().saturating_sub(8));
        bytes.extend(fnv1a_of_bytes(bytes.iter().copied()).to_le_bytes());
        bytes
    }

    #[test]
    fn goes_on_as_if_it_had_never_stopped() {
        let mut stopped = Run::restore(settings(), &advanced(settings(), 7).save()).unwrap();
        assert_eq!(stopped.save(), advanced(settings(), 7).save());
        stopped.advance(5);
        let mut whole = advanced(settings(), 12);
        assert_eq!(stopped.save(), whole.save());
        assert_eq!(stopped.snapshot(true).accuracy, whole.snapshot(true).accuracy);
        assert_eq!((stopped.step_count(), stopped.tokens_seen()), (12, whole.tokens_seen()));
        stopped.rewind();
        assert_eq!(stopped.save(), advanced(settings(), 0).save());
    }

    #[test]
    fn the_default_fits_into_four_hundred_kilobytes() {
        let bytes = advanced(Settings::default(), 0).save();
        assert!(bytes.len() < 400_000, "{}", bytes.len());
    }

    #[test]
    fn a_run_that_diverged_stays_so_and_one_that_begins_begins() {
        let mut run = advanced(settings(), 1);
        run.state_for_tests().fill(f32::MAX);
        run.advance(1);
        let restored = Run::restore(settings(), &run.save()).unwrap();
        assert_eq!(restored.diverged_at_step(), Some(2));
        let start = advanced(settings(), 0).save();
        assert_eq!(Run::restore(settings(), &start).unwrap().kept_steps(), [0]);
    }

    #[test]
    fn what_does_not_belong_is_refused_in_words() {
        let bytes = advanced(settings(), 1).save();
        let check = |settings: Settings, bytes: &[u8], words: &str| {
            let reason = Run::restore(settings, bytes).err().map(|it| it.0).unwrap_or_default();
            assert!(reason.contains(words), "{reason:?} lacks {words:?}");
        };
        check(Settings { seed: 8, ..settings() }, &bytes, "other settings");
        check(Settings { layers: 1, ..settings() }, &bytes, "other settings");
        let task = Task::Rewrite(Rewriting::Sort);
        check(Settings { task, ..settings() }, &bytes, "other settings");
        check(settings(), &sealed(bytes[..bytes.len() - 40].to_vec()), "other settings");
        check(settings(), b"PK", "no saved run");
        check(settings(), b"warmrun\x02and more", "another version");
        check(settings(), b"warmrun\x01", "damaged");
        let mut wrong = bytes.clone();
        wrong[5000] ^= 1;
        check(settings(), &wrong, "damaged");
        wrong[AROUND..AROUND + 4].copy_from_slice(&f32::NAN.to_le_bytes());
        check(settings(), &sealed(wrong), "damaged");
        let mut late = bytes;
        late[16..24].fill(0xff);
        check(settings(), &sealed(late), "damaged");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn hostile_bytes_do_no_harm(
            changes in prop::collection::vec((prop_oneof![0..100_usize, 0..400_000_usize], any::<u8>()), 1..40),
            length in prop_oneof![0..400_000_usize, Just(400_000)],
        ) {
            let mut bytes = advanced(settings(), 0).save();
            for (place, byte) in changes {
                let place = place % bytes.len();
                bytes[place] = byte;
            }
            bytes.truncate(length);
            let _ = Run::restore(settings(), &bytes);
            if let Ok(mut run) = Run::restore(settings(), &sealed(bytes)) {
                run.advance(1);
                run.snapshot(true);
            }
        }
    }
}
