//! The HTML around every page: `www/index.html`, which Trunk reads as well, and `www/embed.html`.
//!
//! A template names its gaps as `{{gap}}`; each must be known, so that a misspelt one cannot reach a
//! visitor.

use anyhow::{Context, Result, bail};

use super::PageFile;
use super::html::{escape, escape_json};
use crate::build::Assets;
use crate::files;
use crate::project::Project;

/// What a page may load and run. As a `<meta>` it needs no header from the host; workers that start
/// from a blob inherit it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; worker-src blob: 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; \
    font-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// A page with gaps.
#[derive(Debug)]
pub struct Template {
    text: String,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(project: &Project, file: &str) -> Result<Self> {
        let text = files::read_text(&project.www().join(file))?;
        // Trunk's own instruction is of no use to a visitor.
        let lines = text.lines().filter(|line| !line.contains("data-trunk"));
        Ok(Self { text: lines.map(|line| format!("{line}\n")).collect() })
    }

    /// The finished page.
    ///
    /// # Errors
    /// When the template names a gap that does not exist.
    pub fn fill(&self, project: &Project, assets: &Assets, page: &PageFile) -> Result<String> {
        fill(&self.text, |gap| {
            Ok(match gap {
                "policy" => POLICY.to_owned(),
                "title" => escape(&page.title),
                "description" => escape(&page.description),
                "site" => escape_json(&assets.data_block(project).to_string()),
                "body" => page.body.clone(),
                "preload" => preload(assets, page.room)?,
                asset => assets.address(asset)?.to_owned(),
            })
        })
    }
}

/// Asks for the app, and the program of the room that the page opens, before the start script has
/// been read.
fn preload(assets: &Assets, room: Option<&str>) -> Result<String> {
    let mut links = String::new();
    for program in ["app"].into_iter().chain(room) {
        let script = assets.address(&format!("{program}.js"))?;
        let wasm = assets.address(&format!("{program}.wasm"))?;
        links += &format!(
            "<link rel=\"modulepreload\" href=\"{script}\">\n\
             <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{wasm}\">\n"
        );
    }
    Ok(links)
}

fn fill(text: &str, value: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut filled = String::with_capacity(text.len() * 4);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((gap, after)) = after.split_once("}}") else {
            bail!("a gap in a page template has no end");
        };
        filled += before;
        filled += &value(gap.trim()).with_context(|| format!("page template, {{{{{gap}}}}}"))?;
        rest = after;
    }
    Ok(filled + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Result<String> {
        fill(text, |gap| match gap {
            "title" => Ok("{{not a gap}}".to_owned()),
            _ => bail!("unknown"),
        })
    }

    #[test]
    fn fills_gaps_once() {
        assert_eq!(check("<p>{{title}}</p>").unwrap(), "<p>{{not a gap}}</p>");
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(check("{{tilte}}").is_err());
        assert!(check("{{title").is_err());
    }
}
