//! The names of the numpy package, with signatures and one line each: asked of the package itself,
//! for the page that lists them and for what the editor completes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::Deserialize;

use super::fresh;
use crate::pages::escape;
use crate::project::Project;
use crate::{command, files};

/// What pages call the file, and what `target/site/` holds.
pub const FILE: &str = "numpy.json";

/// The page that the list is put on.
pub const PAGE: &str = "numpy";

/// The page's prose where a host bundles NumPy itself.
pub const GENUINE: &str = "<p>This site runs NumPy itself: <code>import numpy as np</code> gives \
    you all of it. These names are those that the editor completes after <code>np.</code>, with \
    the signatures of NumPy 2.4.</p>";

/// Names that belong together.
#[derive(Debug, Deserialize)]
pub struct Group {
    title: String,
    /// Name without `np.`, signature of what can be called, one line of text.
    names: Vec<(String, Option<String>, String)>,
}

/// Lists the names into `target/site/`, when the package has changed.
///
/// # Errors
/// When Python cannot import the package.
pub fn list(project: &Project) -> Result<()> {
    let package = project.www().join("python").join("numpy");
    let script = package.join("tests").join("listing.py");
    let listed = project.target().join("site").join(FILE);
    let mut inputs = sources(&package)?;
    inputs.extend([script.clone(), package.join("names.txt")]);
    fresh::unless_made(&listed, &inputs, "python", || {
        println!("listing the names of numpy");
        let names = command::output(project.command("python3").arg("-B").arg(&script))?;
        files::write(&listed, names)
    })
}

/// The package's modules, without their tests.
fn sources(package: &Path) -> Result<Vec<PathBuf>> {
    let mut all = files::walk(package)?;
    all.retain(|path| {
        let name = files::relative(path, package);
        name.ends_with(".py") && !name.starts_with("tests/")
    });
    Ok(all)
}

/// What [`list`] left behind.
///
/// # Errors
/// When it is missing.
pub fn read(project: &Project) -> Result<Vec<Group>> {
    let listed = files::read_text(&project.target().join("site").join(FILE))?;
    Ok(serde_json::from_str(&listed)?)
}

/// The list as it stands on the page: a heading a group, a definition a name.
#[must_use]
pub fn html(groups: &[Group]) -> String {
    let mut html = String::new();
    for Group { title, names } in groups {
        let _ = write!(html, "<h2>{}</h2><dl class=\"names\">", escape(title));
        for (name, signature, line) in names {
            let signature = signature.as_deref().unwrap_or_default();
            let _ = write!(
                html,
                "<dt><code>{}<b>{}</b>{}</code></dt><dd>{}</dd>",
                before(name),
                escape(name.rsplit('.').next().unwrap_or(name)),
                escape(signature),
                with_code(line)
            );
        }
        html += "</dl>";
    }
    html
}

/// What stands before the last part of a name: an array's own names without `np.`.
fn before(name: &str) -> String {
    let place = name.rsplit_once('.').map_or(String::new(), |(place, _)| format!("{place}."));
    let of_objects = ["ndarray.", "ufunc.", "random.Generator."].contains(&place.as_str());
    if of_objects { place.trim_start_matches("random.").to_owned() } else { format!("np.{place}") }
}

/// A line of a docstring: what stands between double backticks is code.
fn with_code(line: &str) -> String {
    let parts = line.split("``").enumerate();
    parts
        .map(|(place, part)| match place % 2 {
            0 => escape(part),
            _ => format!("<code>{}</code>", escape(part)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, signature: Option<&str>, line: &str, expect: &str) {
        let entry = (name.to_owned(), signature.map(str::to_owned), line.to_owned());
        let html = html(&[Group { title: "All".into(), names: vec![entry] }]);
        assert_eq!(html, format!("<h2>All</h2><dl class=\"names\">{expect}</dl>"));
    }

    #[test]
    fn a_name_is_shown_as_it_is_called() {
        check(
            "zeros",
            Some("(shape)"),
            "Zeros.",
            "<dt><code>np.<b>zeros</b>(shape)</code></dt><dd>Zeros.</dd>",
        );
        check(
            "ndarray.T",
            None,
            "``a`` < turned",
            "<dt><code>ndarray.<b>T</b></code></dt><dd><code>a</code> &lt; turned</dd>",
        );
        check(
            "random.Generator.normal",
            Some("(loc=0.0)"),
            "Normal.",
            "<dt><code>Generator.<b>normal</b>(loc=0.0)</code></dt><dd>Normal.</dd>",
        );
        check(
            "linalg.norm",
            Some("(x)"),
            "Length.",
            "<dt><code>np.linalg.<b>norm</b>(x)</code></dt><dd>Length.</dd>",
        );
    }
}
