//! Content as small JSON files: what the app fetches when a visitor opens an item.

use std::collections::BTreeMap;

use anyhow::Result;
use content::authoring::{self, Library};
use content::{Item, Kind};
use serde::Serialize;

use super::assets::Assets;
use crate::project::Project;

/// Everything that there is to practise, and the index of it.
#[derive(Debug)]
pub struct Shelf {
    /// Read and checked.
    pub library: Library,
    /// As in `content/index.json`.
    pub items: Vec<Item>,
}

/// Writes `content/`: the index under its stable name (and under a hashed one, which pages use),
/// one file an exercise, one file a page of prose.
pub fn add(project: &Project, assets: &mut Assets) -> Result<Shelf> {
    let library = authoring::load(&project.www().join("content"), assets.base())?;
    let mut paths = BTreeMap::new();
    for exercise in &library.exercises {
        let name = format!("content/exercises/{}.json", exercise.slug);
        paths.insert(name.clone(), add_json(assets, &name, exercise)?);
    }
    for page in library.prose() {
        let name = format!("content/pages/{}.json", page.slug);
        paths.insert(name.clone(), add_json(assets, &name, page)?);
    }
    let items = library.items(|kind, slug| {
        let folder = if kind == Kind::Exercise { "exercises" } else { "pages" };
        paths.get(&format!("content/{folder}/{slug}.json")).cloned().unwrap_or_default()
    });
    assets.write("content/index.json", serde_json::to_vec(&items)?)?;
    add_json(assets, "content/index.json", &items)?;
    Ok(Shelf { library, items })
}

/// Returns the path inside the site, which is what the index holds.
fn add_json(assets: &mut Assets, name: &str, value: &impl Serialize) -> Result<String> {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let address = assets.add(name, &format!("{folder}/"), &serde_json::to_vec(value)?)?;
    Ok(address.strip_prefix(assets.base()).unwrap_or(&address).to_owned())
}
