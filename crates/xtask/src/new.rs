//! Folders and files of new items, ready to fill.

use std::path::Path;

use anyhow::{Result, bail, ensure};
use content::{Kind, authoring};

use crate::files;
use crate::project::Project;

/// Writes the template of an exercise; the content check then says what is missing in it.
///
/// # Errors
/// When the slug cannot be part of an address, or is taken.
pub fn exercise(project: &Project, slug: &str) -> Result<()> {
    check_slug(slug)?;
    let folder = project.www().join("content").join("exercises").join(slug);
    if folder.exists() {
        bail!("there is an exercise called {slug} already");
    }
    for file in authoring::template() {
        files::write(&folder.join(file.path), file.text)?;
    }
    told(project, &folder);
    println!("Fill it in; `cargo xtask check` says what is still missing, then runs it.");
    Ok(())
}

/// Writes the template of a card, a design case or a behavioural question.
///
/// # Errors
/// When the slug cannot be part of an address, or is taken by any of the three: their addresses are
/// one.
pub fn study(project: &Project, kind: Kind, slug: &str) -> Result<()> {
    check_slug(slug)?;
    let content = project.www().join("content");
    if let Some(kind) = authoring::kind_of(&content, slug) {
        bail!("{slug} is taken: there is a {} of that name", word(kind));
    }
    let place = match kind {
        Kind::Design => content.join("cases").join(slug),
        Kind::Behavioural => content.join("questions").join(format!("{slug}.md")),
        _ => content.join("cards").join(format!("{slug}.md")),
    };
    match kind {
        Kind::Design => {
            for file in authoring::case_template() {
                files::write(&place.join(file.path), file.text)?;
            }
        }
        Kind::Behavioural => files::write(&place, authoring::question_template())?,
        _ => files::write(&place, authoring::card_template())?,
    }
    told(project, &place);
    println!("Fill it in; `cargo xtask check {slug}` says what is still missing.");
    Ok(())
}

/// What contributors call an item of the study room.
#[must_use]
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Design => "case",
        Kind::Behavioural => "question",
        _ => "card",
    }
}

fn told(project: &Project, place: &Path) {
    println!("wrote {}", files::relative(place, project.root()));
}

fn check_slug(slug: &str) -> Result<()> {
    ensure!(
        is_slug(slug),
        "\"{slug}\" cannot be part of an address: use lower-case letters, digits and single \
         hyphens, such as layer-norm"
    );
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
