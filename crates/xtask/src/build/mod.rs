//! From sources to `dist/`: compile everything once, then lay the site out for the address where it
//! will be served.

mod assets;
mod checkpoints;
mod content;
mod fresh;
mod licences;
mod names;
mod numeric;
mod numpy_wheel;
mod offline;
mod programs;
mod python;
pub mod rooms;
mod scripts;
mod wasm;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::files;
use crate::pages;
use crate::project::Project;
pub use assets::Assets;
pub use content::Shelf;
pub use numeric::{bench_kernels, bench_trainer};
use numpy_wheel::NumpyWheel;

/// What to write, and for which address.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the site will be mounted: begins and ends with `/`.
    pub public_url: String,
    /// The folder to write; what was there before goes.
    pub output: PathBuf,
    /// A genuine NumPy for the pinned Pyodide, to be bundled in place of our package.
    pub numpy_wheel: Option<PathBuf>,
}

impl Options {
    /// The site for the root of a domain, in `dist/`.
    #[must_use]
    pub fn at_root(project: &Project) -> Self {
        Self { public_url: "/".to_owned(), output: project.dist(), numpy_wheel: None }
    }
}

/// Compiles what has changed and writes the site.
///
/// # Errors
/// When a tool fails or content is not valid.
pub fn build(project: &Project, options: &Options) -> Result<()> {
    // Problems in the content are told in a second, not after minutes of compiling.
    content::read(project, &options.public_url)?;
    open_wheel(project, options)?;
    compile(project)?;
    lay_out(project, options)
}

/// Wasm and scripts, into `target/site/`; independent of where the site will be served.
///
/// # Errors
/// When a tool fails.
pub fn compile(project: &Project) -> Result<()> {
    numeric::programs(project)?;
    programs::pages(project)?;
    names::list(project)?;
    scripts::bundle(project)
}

fn open_wheel(project: &Project, options: &Options) -> Result<Option<NumpyWheel>> {
    let Some(path) = &options.numpy_wheel else { return Ok(None) };
    let wheel = NumpyWheel::open(project, path)
        .with_context(|| format!("{} cannot be bundled as numpy", path.display()))?;
    Ok(Some(wheel))
}

/// Writes the site from what [`compile`] left behind. It takes the place of the one before when it
/// is complete, so that a failure leaves that one whole.
///
/// # Errors
/// When something is missing or content is not valid.
pub fn lay_out(project: &Project, options: &Options) -> Result<()> {
    let base = &options.public_url;
    ensure!(
        base.starts_with('/') && base.ends_with('/') && !base.contains(['"', '<', '?', '#']),
        "--public-url must be a path that begins and ends with a slash, such as /notes/"
    );
    let unfinished = options.output.with_added_extension("new");
    files::remove_folder(&unfinished)?;
    let mut assets = Assets::new(&unfinished, base);
    assets.add_compiled(project)?;
    checkpoints::add(project, &mut assets)?;
    let wheel = open_wheel(project, options)?;
    python::add(project, &mut assets, wheel.as_ref())?;
    let library = content::add(project, &mut assets, wheel.is_some())?;
    pages::write(project, &library, &assets)?;
    licences::add(project, &assets)?;
    offline::write(project, &assets)?;
    files::remove_folder(&options.output)?;
    fs::rename(&unfinished, &options.output)?;
    println!("built {}", files::relative(&options.output, project.root()));
    Ok(())
}
