//! Content as small JSON files: what the app fetches when a visitor opens an item.

use std::collections::BTreeMap;

use anyhow::Result;
use content::authoring::{self, Library};
use content::{Item, Kind};
use serde::Serialize;
use serde_json::json;

use super::assets::Assets;
use super::names;
use crate::project::Project;

/// Everything that there is to practise, and the index of it.
#[derive(Debug)]
pub struct Shelf {
    /// Read and checked.
    pub library: Library,
    /// As in `content/index.json`.
    pub items: Vec<Item>,
}

/// Reads and checks `www/content/`; its links lead to pages under `base`.
pub fn read(project: &Project, base: &str) -> Result<Library> {
    authoring::load(&project.www().join("content"), base)
}

/// Writes `content/`: the index under its stable name (and, for pages, in two hashed halves: what
/// every first page lists, and the study room's, which is more than twice as long), one file an item,
/// one a page of prose, one of tracks, one of the syllabus, one of what is asked about a project. A
/// site with a genuine NumPy says so on the page of names.
pub fn add(project: &Project, assets: &mut Assets, has_genuine_numpy: bool) -> Result<Shelf> {
    let mut library = read(project, assets.base())?;
    if let Some(page) = library.pages.iter_mut().find(|page| page.slug == names::PAGE) {
        if has_genuine_numpy {
            names::GENUINE.clone_into(&mut page.body_html);
        }
        page.body_html += &names::html(&names::read(project)?);
    }
    let mut paths = add_items(&library, assets)?;
    for page in library.prose() {
        let path = add_known(assets, &format!("content/pages/{}.json", page.slug), page)?;
        for kind in [Kind::Lab, Kind::Attention] {
            paths.insert((kind, page.slug.clone()), path.clone());
        }
    }
    for lab in library.labs.iter().filter_map(|reading| reading.lab.as_ref()) {
        add_known(assets, &format!("content/labs/{}.json", lab.slug), lab)?;
    }
    add_known(assets, "content/tracks.json", &library.tracks)?;
    add_known(assets, "content/syllabus.json", &library.syllabus)?;
    add_known(assets, "content/drill.json", &library.drill)?;
    let items =
        library.items(|kind, slug| paths.remove(&(kind, slug.to_owned())).unwrap_or_default());
    add_index(assets, &items)?;
    Ok(Shelf { library, items })
}

/// Writes the index: whole for whoever looks for it, in halves for pages.
fn add_index(assets: &mut Assets, items: &[Item]) -> Result<()> {
    assets.write("content/index.json", serde_json::to_vec(items)?)?;
    let is_study =
        |item: &&Item| matches!(item.kind, Kind::Card | Kind::Design | Kind::Behavioural);
    let (study, rooms): (Vec<&Item>, Vec<&Item>) = items.iter().partition(is_study);
    add_known(assets, "content/rooms.json", &rooms)?;
    add_known(assets, "content/study.json", &study)?;
    Ok(())
}

/// Where the file of an item is, by its kind and slug.
type Paths = BTreeMap<(Kind, String), String>;

/// Writes what the index leads to.
fn add_items(library: &Library, assets: &Assets) -> Result<Paths> {
    let mut paths = Paths::new();
    for item in &library.exercises {
        add_item(assets, &mut paths, (Kind::Exercise, "exercises", &item.slug), item)?;
    }
    for item in &library.cards {
        add_item(assets, &mut paths, (Kind::Card, "cards", &item.slug), item)?;
    }
    for item in &library.cases {
        add_item(assets, &mut paths, (Kind::Design, "cases", &item.slug), item)?;
    }
    for item in &library.questions {
        add_item(assets, &mut paths, (Kind::Behavioural, "questions", &item.slug), item)?;
    }
    Ok(paths)
}

fn add_item(
    assets: &Assets,
    paths: &mut Paths,
    (kind, folder, slug): (Kind, &str, &str),
    item: &impl Serialize,
) -> Result<()> {
    let name = format!("content/{folder}/{slug}.json");
    let path = assets.write_hashed(&name, &serde_json::to_vec(item)?)?;
    paths.insert((kind, slug.to_owned()), path);
    Ok(())
}

/// Writes a file that every page knows by its name, and returns its path.
fn add_known(assets: &mut Assets, name: &str, content: &impl Serialize) -> Result<String> {
    let path = assets.write_hashed(name, &serde_json::to_vec(content)?)?;
    assets.name(name, json!(assets.link(&path)));
    Ok(path)
}

#[cfg(test)]
mod tests;
