//! Bytes are what a visitor costs: measured a page, compressed, against a budget each.

mod budget;
mod compressed;

use anyhow::{Context, Result, bail};

use crate::files;
use crate::project::Project;
use budget::{BUDGETS, Budget};
use compressed::Size;

/// Prints the table of sizes.
///
/// # Errors
/// When a budget is exceeded, or the site has not been built.
pub fn report(project: &Project) -> Result<()> {
    let site = Built::read(project)?;
    let mut over = Vec::new();
    println!("{:<28} {:>10} {:>10} {:>10} {:>10}", "KB", "raw", "gzip", "brotli", "budget");
    for budget in BUDGETS {
        let size = site.size(&budget)?;
        println!("{}", row(&budget, size));
        if size.gzip > budget.gzip_bytes {
            over.push(budget.what);
        }
    }
    if !over.is_empty() {
        bail!("over budget (gzip): {}", over.join(", "));
    }
    Ok(())
}

fn row(budget: &Budget, size: Size) -> String {
    let kilobytes = |bytes: usize| format!("{:.1}", bytes as f64 / 1000.0);
    format!(
        "{:<28} {:>10} {:>10} {:>10} {:>10}",
        budget.what,
        kilobytes(size.raw),
        kilobytes(size.gzip),
        kilobytes(size.brotli),
        kilobytes(budget.gzip_bytes)
    )
}

/// The files of the built site.
struct Built {
    folder: std::path::PathBuf,
    cache: std::path::PathBuf,
    paths: Vec<String>,
}

impl Built {
    fn read(project: &Project) -> Result<Self> {
        let folder = project.dist();
        let all = files::walk(&folder).context("build the site first: cargo xtask build")?;
        let paths = all.iter().map(|path| files::relative(path, &folder)).collect();
        Ok(Self { folder, cache: project.target().join("sizes"), paths })
    }

    /// The sum over everything that a budget covers.
    fn size(&self, budget: &Budget) -> Result<Size> {
        let mut sum = Size::default();
        for pattern in budget.files {
            let mut matching =
                self.paths.iter().filter(|path| budget::matches(pattern, path)).peekable();
            if matching.peek().is_none() {
                bail!("{}: the site has no {pattern}", budget.what);
            }
            for path in matching {
                sum += compressed::size(&files::read(&self.folder.join(path))?, &self.cache)?;
            }
        }
        Ok(sum)
    }
}
