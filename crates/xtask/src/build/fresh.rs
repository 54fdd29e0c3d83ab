//! Work that is left out when its inputs have not changed since the last time.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{files, hash};

/// Calls `make` unless `output` exists and was made from the same `inputs` with the same `settings`.
///
/// # Errors
/// When an input cannot be read, or `make` fails.
pub fn unless_made(
    output: &Path,
    inputs: &[PathBuf],
    settings: &str,
    make: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let mut all = settings.as_bytes().to_vec();
    for input in inputs {
        all.extend(files::read(input)?);
    }
    let made_from = hash::of(&all);
    let note = output.with_added_extension("from");
    if output.exists() && files::read_text(&note).is_ok_and(|noted| noted == made_from) {
        return Ok(());
    }
    make()?;
    files::write(&note, made_from)
}
