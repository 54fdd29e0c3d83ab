//! Content as small JSON files: what the app fetches when a visitor opens an item.

use std::collections::BTreeMap;

use anyhow::Result;
use content::authoring::{self, Library};
use content::{Item, Kind};
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

/// Writes `content/`: the index under its stable name (and under a hashed one, which pages use),
/// one file an exercise, one file a page of prose, one of tracks. A site with a genuine NumPy says so
/// on the page of names.
pub fn add(project: &Project, assets: &mut Assets, has_genuine_numpy: bool) -> Result<Shelf> {
    let mut library = read(project, assets.base())?;
    if let Some(page) = library.pages.iter_mut().find(|page| page.slug == names::PAGE) {
        if has_genuine_numpy {
            names::GENUINE.clone_into(&mut page.body_html);
        }
        page.body_html += &names::html(&names::read(project)?);
    }
    let mut paths = BTreeMap::new();
    for exercise in &library.exercises {
        let name = format!("content/exercises/{}.json", exercise.slug);
        let path = assets.write_hashed(&name, &serde_json::to_vec(exercise)?)?;
        paths.insert((Kind::Exercise, exercise.slug.clone()), path);
    }
    for page in library.prose() {
        let name = format!("content/pages/{}.json", page.slug);
        let path = assets.write_hashed(&name, &serde_json::to_vec(page)?)?;
        assets.name(&name, json!(assets.link(&path)));
        for kind in [Kind::Lab, Kind::Attention] {
            paths.insert((kind, page.slug.clone()), path.clone());
        }
    }
    for lab in library.labs.iter().filter_map(|reading| reading.lab.as_ref()) {
        let name = format!("content/labs/{}.json", lab.slug);
        let path = assets.write_hashed(&name, &serde_json::to_vec(lab)?)?;
        assets.name(&name, json!(assets.link(&path)));
    }
    let tracks = serde_json::to_vec(&library.tracks)?;
    let path = assets.write_hashed("content/tracks.json", &tracks)?;
    assets.name("content/tracks.json", json!(assets.link(&path)));
    let items =
        library.items(|kind, slug| paths.remove(&(kind, slug.to_owned())).unwrap_or_default());
    let index = serde_json::to_vec(&items)?;
    assets.write("content/index.json", &index)?;
    assets.add("content/index.json", "content/", &index)?;
    Ok(Shelf { library, items })
}
