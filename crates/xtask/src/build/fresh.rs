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
    // What is interrupted leaves an output of these inputs beside a note of earlier ones.
    files::write(&note, "")?;
    make()?;
    files::write(&note, made_from)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::bail;

    use super::*;

    #[test]
    fn what_was_interrupted_is_made_again() {
        let folder = std::env::temp_dir().join(format!("fresh-{}", std::process::id()));
        let (input, output) = (folder.join("input"), folder.join("output"));
        let made = |content: &str, is_interrupted: bool| {
            files::write(&input, content).unwrap();
            let mut is_made = false;
            let make = || {
                is_made = true;
                files::write(&output, content)?;
                if is_interrupted { bail!("interrupted") } else { Ok(()) }
            };
            let ended = unless_made(&output, std::slice::from_ref(&input), "", make);
            assert_eq!(ended.is_err(), is_interrupted);
            is_made
        };
        assert!(made("one", false));
        assert!(!made("one", false));
        assert!(made("two", true));
        assert!(made("one", false));
        fs::remove_dir_all(folder).unwrap();
    }
}
