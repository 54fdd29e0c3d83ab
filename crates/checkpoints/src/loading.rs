//! A file into weights, chunk by chunk as it is read: the file is never in memory as a whole, and
//! every number is written once, where it stays.

use half::{bf16, f16};
use nets::transformer::{Layout, Sizes};
use safetensors::Dtype;

use crate::Refusal;
use crate::gpt2::{Place, Plan, Run};

/// A file that is being read.
#[derive(Debug)]
pub struct Loading {
    plan: Plan,
    values: Vec<f32>,
    /// Bytes of the file that have been read.
    done: u64,
    /// The run that the next byte belongs to.
    current: usize,
    /// The first bytes of a number whose others are in the next chunk.
    held: [u8; 4],
}

impl Loading {
    /// Reserves the memory for all weights.
    ///
    /// # Errors
    /// [`Refusal::Allocation`] where there is not so much.
    pub fn new(plan: Plan) -> Result<Self, Refusal> {
        let count = Layout::new(&plan.sizes).count();
        let mut values = Vec::new();
        let refused = |_| Refusal::Allocation { bytes: plan.memory_bytes() };
        values.try_reserve_exact(count).map_err(refused)?;
        values.resize(count, 0.0);
        Ok(Self { plan, values, done: 0, current: 0, held: [0; 4] })
    }

    /// Takes the bytes of the file from `offset` on. Chunks follow each other from 0 and may have any
    /// size; they may end within a number.
    ///
    /// # Errors
    /// A [`Refusal`] for a chunk out of order or beyond the end, and for a weight that is not finite.
    /// Nothing can be made of the file after it.
    pub fn push(&mut self, offset: u64, chunk: &[u8]) -> Result<(), Refusal> {
        if offset != self.done {
            return Err(Refusal::Order { expected: self.done, found: offset });
        }
        let mut rest = chunk;
        while !rest.is_empty() {
            let Some(run) = self.plan.runs.get(self.current) else {
                let found = self.done + rest.len() as u64;
                return Err(Refusal::Length { expected: self.plan.file_bytes, found });
            };
            let left = usize::try_from(run.bytes.end - self.done).unwrap_or(usize::MAX);
            let (now, later) = rest.split_at(left.min(rest.len()));
            let begin = self.done - run.bytes.start;
            let mut target = Target::new(&self.plan, run, &mut self.values);
            match (run.place, run.dtype) {
                (Place::Nowhere, _) => {}
                (_, Dtype::F16) => {
                    target.take(begin, &mut self.held, now, |b| f16::from_le_bytes(b).to_f32())?;
                }
                (_, Dtype::BF16) => {
                    target.take(begin, &mut self.held, now, |b| bf16::from_le_bytes(b).to_f32())?;
                }
                _ => target.take(begin, &mut self.held, now, f32::from_le_bytes)?,
            }
            self.done += now.len() as u64;
            self.current += usize::from(self.done == run.bytes.end);
            rest = later;
        }
        Ok(())
    }

    /// Bytes of the file that are read, and all that it has.
    pub fn progress(&self) -> (u64, u64) {
        (self.done, self.plan.file_bytes)
    }

    /// The sizes of the model and its weights, in the order of [`Layout`].
    ///
    /// # Errors
    /// [`Refusal::Length`] where the file has not been read to its end.
    pub fn finish(mut self) -> Result<(Sizes, Vec<f32>), Refusal> {
        let (found, expected) = self.progress();
        if found != expected {
            return Err(Refusal::Length { expected, found });
        }
        let mut sizes = self.plan.sizes;
        if !sizes.form.is_tied && output_is_the_token_table(&sizes, &self.values) {
            sizes.form.is_tied = true;
            self.values.truncate(Layout::new(&sizes).count());
            self.values.shrink_to_fit();
        }
        Ok((sizes, self.values))
    }
}

/// Many files repeat the token table as their output matrix.
fn output_is_the_token_table(sizes: &Sizes, values: &[f32]) -> bool {
    let (table, rest) = values.split_at(sizes.vocabulary * sizes.width);
    let output = &rest[rest.len() - table.len()..];
    table.chunks_exact(sizes.width).enumerate().all(|(token, row)| {
        row.iter()
            .enumerate()
            .all(|(column, &value)| value == output[column * sizes.vocabulary + token])
    })
}

/// Where the numbers of one run go.
struct Target<'a> {
    run: &'a Run,
    values: &'a mut [f32],
    width: usize,
    vocabulary: usize,
}

impl<'a> Target<'a> {
    fn new(plan: &Plan, run: &'a Run, values: &'a mut [f32]) -> Self {
        let Sizes { width, vocabulary, .. } = plan.sizes;
        Self { run, values, width, vocabulary }
    }

    /// Takes `bytes`, which begin `begin` bytes after the run's first. `held` has the bytes of a
    /// number that the last chunk ended in: how many, `begin` says.
    fn take<const SIZE: usize>(
        &mut self,
        begin: u64,
        held: &mut [u8; 4],
        bytes: &[u8],
        decode: impl Fn([u8; SIZE]) -> f32,
    ) -> Result<(), Refusal> {
        let (mut index, filled) = (begin as usize / SIZE, begin as usize % SIZE);
        let missing = if filled == 0 { 0 } else { (SIZE - filled).min(bytes.len()) };
        let (first, bytes) = bytes.split_at(missing);
        held[filled..filled + missing].copy_from_slice(first);
        if filled > 0 && filled + missing == SIZE {
            let mut number = [0; SIZE];
            number.copy_from_slice(&held[..SIZE]);
            self.put(index, [decode(number)].into_iter())?;
            index += 1;
        }
        let (numbers, rest) = bytes.as_chunks::<SIZE>();
        self.put(index, numbers.iter().map(|&number| decode(number)))?;
        if !rest.is_empty() {
            held[..rest.len()].copy_from_slice(rest);
        }
        Ok(())
    }

    /// Writes numbers from the run's number `index` on.
    fn put(&mut self, index: usize, numbers: impl Iterator<Item = f32>) -> Result<(), Refusal> {
        let not_finite =
            |index| Err(Refusal::NotFinite { name: self.run.name.clone(), index: index as u64 });
        match self.run.place {
            Place::Nowhere => {}
            Place::From(begin) => {
                let targets = &mut self.values[begin + index..];
                for ((index, number), target) in (index..).zip(numbers).zip(targets) {
                    if !number.is_finite() {
                        return not_finite(index);
                    }
                    *target = number;
                }
            }
            Place::Output(begin) => {
                for (index, number) in (index..).zip(numbers) {
                    if !number.is_finite() {
                        return not_finite(index);
                    }
                    let (token, column) = (index / self.width, index % self.width);
                    self.values[begin + column * self.vocabulary + token] = number;
                }
            }
        }
        Ok(())
    }
}
