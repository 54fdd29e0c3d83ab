//! One HTML file for every address, with its own title, description and readable text: for readers
//! without JavaScript, for search engines, and for the moment before the app has loaded.

mod html;
mod study;
mod template;
mod text;

use anyhow::Result;

use crate::build::{Assets, Shelf};
use crate::files;
use crate::project::Project;
pub use html::escape;
use template::Template;

/// What the address shows when the app has not (yet) taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PageFile {
    /// Below the site's root: `practice/index.html`.
    path: String,
    /// For the tab and search engines.
    title: String,
    /// One sentence for search engines.
    description: String,
    /// HTML of the text.
    body: String,
    /// The program of the room that the page opens, if it does: worth asking for at once.
    room: Option<&'static str>,
}

/// Writes every page, the frame for embeds, and the loader under its two addresses.
///
/// # Errors
/// When a template is wrong or an asset is missing.
pub fn write(project: &Project, shelf: &Shelf, assets: &Assets) -> Result<()> {
    let app = Template::read(project, "index.html")?;
    for page in text::all(&shelf.library, assets.base()) {
        assets.write(&page.path, app.fill(project, assets, &page)?)?;
    }
    let frame = Template::read(project, "embed.html")?;
    let loader = files::read(&project.target().join("site").join("warm-start.js"))?;
    // The moving address, and one that never changes what it serves.
    for folder in ["embed/v1", &format!("embed/{}", project.version())] {
        let page = text::frame(&format!("{folder}/frame.html"), assets.base());
        assets.write(&page.path, frame.fill(project, assets, &page)?)?;
        assets.write(&format!("{folder}/warm-start.js"), &loader)?;
    }
    Ok(())
}
