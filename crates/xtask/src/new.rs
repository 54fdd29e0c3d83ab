//! The folder of a new exercise, ready to fill.

use anyhow::{Result, bail, ensure};
use content::authoring;

use crate::files;
use crate::project::Project;

/// Writes the template of an exercise; the content check then says what is missing in it.
///
/// # Errors
/// When the slug cannot be part of an address, or is taken.
pub fn exercise(project: &Project, slug: &str) -> Result<()> {
    ensure!(
        is_slug(slug),
        "\"{slug}\" cannot be part of an address: use lower-case letters, digits and single \
         hyphens, such as layer-norm"
    );
    let folder = project.www().join("content").join("exercises").join(slug);
    if folder.exists() {
        bail!("there is an exercise called {slug} already");
    }
    for file in authoring::template() {
        files::write(&folder.join(file.path), file.text)?;
    }
    println!("wrote {}", files::relative(&folder, project.root()));
    println!("Fill it in; `cargo xtask check` says what is still missing, then runs it.");
    Ok(())
}

fn is_slug(slug: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    slug.split('-').all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_safe_in_addresses_and_folders() {
        for good in ["layer-norm", "k-means", "1d-convolution"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "Layer-norm", "-a", "a--b", "../a", "a b", "ä"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
