//! Links in prose must lead somewhere.

use std::collections::BTreeSet;
use std::path::Path;

use super::reader::Reader;
use super::study;

/// Reports every link to an address that the site does not have, and every link that is neither
/// within the site nor `https:`.
pub fn check(reader: &mut Reader) {
    let known = addresses(reader);
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

/// By what is there, not by what could be read: an item with a problem is told once, not at every
/// link to it.
fn addresses(reader: &Reader) -> BTreeSet<String> {
    let under = |folder: &str, room: &str| -> Vec<String> {
        let names = reader.names(Path::new(folder)).into_iter();
        names.map(|name| format!("/{room}{}/", name.trim_end_matches(".md"))).collect()
    };
    let items = [
        under("exercises", "practice/"),
        under("labs", "labs/"),
        under("cards", "study/"),
        under("cases", "study/"),
        under("questions", "study/"),
    ];
    let pages = reader.names(Path::new("pages")).into_iter();
    let pages = pages.map(|it| format!("/{}/", study::address_of_page(it.trim_end_matches(".md"))));
    let fixed = ["/", "/practice/", "/labs/", "/attention/", "/study/", "/licences.txt"];
    let fixed = fixed.map(str::to_owned);
    items.into_iter().flatten().chain(pages).chain(fixed).collect()
}
