//! Bytes are what a visitor costs: measured a page, compressed, against a budget each.

mod budget;
mod compressed;

use anyhow::{Context, Result, bail};

use crate::files;
use crate::project::Project;
use budget::{BUDGETS, EXERCISE_GZIP_BYTES};
use compressed::Size;

/// Prints the table of sizes.
///
/// # Errors
/// When a budget is exceeded, or the site has not been built.
pub fn report(project: &Project) -> Result<()> {
    let site = Built::read(project)?;
    let mut over = Vec::new();
    println!("{:<44} {:>10} {:>10} {:>10} {:>10}", "KB", "raw", "gzip", "brotli", "budget");
    for budget in BUDGETS {
        let size = site.size(budget.what, budget.files)?;
        println!("{}", row(budget.what, size, budget.gzip_bytes));
        if size.gzip > budget.gzip_bytes {
            over.push(budget.what.to_owned());
        }
    }
    let (slug, size) = site.largest_exercise()?;
    let what = format!("the largest exercise's own: {slug}");
    println!("{}", row(&what, size, EXERCISE_GZIP_BYTES));
    if size.gzip > EXERCISE_GZIP_BYTES {
        over.push(what);
    }
    if !over.is_empty() {
        bail!("over budget (gzip): {}", over.join(", "));
    }
    Ok(())
}

fn row(what: &str, size: Size, gzip_bytes: usize) -> String {
    let kilobytes = |bytes: usize| format!("{:.1}", bytes as f64 / 1000.0);
    format!(
        "{:<44} {:>10} {:>10} {:>10} {:>10}",
        what,
        kilobytes(size.raw),
        kilobytes(size.gzip),
        kilobytes(size.brotli),
        kilobytes(gzip_bytes)
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

    /// The exercise whose page and content are the largest.
    fn largest_exercise(&self) -> Result<(String, Size)> {
        let slugs = self.paths.iter().filter_map(|path| budget::exercise(path));
        let sizes = slugs.map(|slug| {
            let page = format!("practice/{slug}/index.html");
            let content = format!("content/exercises/{slug}-*.json");
            Ok((slug.to_owned(), self.size(slug, &[&page, &content])?))
        });
        let sizes: Vec<(String, Size)> = sizes.collect::<Result<_>>()?;
        let largest = sizes.into_iter().max_by_key(|(_, size)| size.gzip);
        largest.context("the site has no exercise")
    }

    /// The sum over all files that patterns name.
    fn size(&self, what: &str, patterns: &[&str]) -> Result<Size> {
        let mut sum = Size::default();
        for pattern in patterns {
            let mut matching =
                self.paths.iter().filter(|path| budget::matches(pattern, path)).peekable();
            if matching.peek().is_none() {
                bail!("{what}: the site has no {pattern}");
            }
            for path in matching {
                sum += compressed::size(&files::read(&self.folder.join(path))?, &self.cache)?;
            }
        }
        Ok(sum)
    }
}
