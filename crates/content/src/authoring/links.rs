//! Links in prose must lead somewhere.

use std::collections::BTreeSet;

use super::library::Library;
use super::reader::Reader;

/// Reports every link to an address that the site does not have, and every link that is neither
/// within the site nor `https:`.
pub fn check(library: &Library, reader: &mut Reader) {
    let known = addresses(library);
    for link in std::mem::take(&mut reader.links) {
        let path = link.target.split('#').next().unwrap_or_default();
        let message = if path.starts_with('/') {
            if known.contains(path) {
                continue;
            }
            format!(
                "links to {path}, which the site does not have: \
                     use the address of an item or page, with a slash at both ends"
            )
        } else if path.starts_with("https://") {
            continue;
        } else {
            format!(
                "links to {:?}: write addresses within the site from its root (/labs/), \
                     others with https://",
                link.target
            )
        };
        reader.problem(&link.file, Some(link.line), message);
    }
}

fn addresses(library: &Library) -> BTreeSet<String> {
    let pages = library.pages.iter().map(|page| match page.slug.as_str() {
        "home" => "/".to_owned(),
        slug => format!("/{slug}/"),
    });
    let exercises = library.exercises.iter().map(|item| format!("/practice/{}/", item.slug));
    let readings = library.labs.iter().chain(&library.attention);
    pages.chain(exercises).chain(readings.map(|item| format!("/{}/", item.page.slug))).collect()
}
