//! Whole files: those of Hugging Face, made-up right ones, and made-up wrong ones.

mod hugging_face;
mod kinds;
mod laws;
mod refused;

use nets::transformer::Sizes;

use crate::gpt2::{self, Asked};
use crate::made::{self, Made};
use crate::{Loading, Refusal, header};

/// Memory enough for every model here.
pub const ENOUGH: u64 = 1 << 30;

/// As a page asks that knows the number of heads.
pub fn asked(heads: usize) -> Asked<'static> {
    Asked { config: None, heads: Some(heads), memory_bytes: ENOUGH }
}

/// Opens a file in chunks of these sizes, over and over, until it ends.
pub fn open(file: &[u8], asked: &Asked, chunks: &[usize]) -> Result<(Sizes, Vec<f32>), Refusal> {
    let header = header::read(file, file.len() as u64)?;
    let mut loading = Loading::new(gpt2::plan(&header, asked)?)?;
    let (mut rest, mut sizes) = (file, chunks.iter().cycle());
    while !rest.is_empty() {
        let size = sizes.next().map_or(rest.len(), |&size| size.clamp(1, rest.len()));
        let (chunk, later) = rest.split_at(size);
        loading.push(loading.progress().0, chunk)?;
        rest = later;
    }
    loading.finish()
}

/// Opens a file of these tensors, whole.
pub fn opened(tensors: &[Made]) -> Result<(Sizes, Vec<f32>), Refusal> {
    open(&made::file(tensors), &asked(2), &[])
}
