//! The built site on its port, the foreign blog on another, and where both are.

use std::{
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Result, anyhow, ensure};
use xtask::server::Server;

/// The built site: `WARMSTART_DIST`, or `dist/` of this checkout.
#[must_use]
pub fn dist() -> PathBuf {
    std::env::var_os("WARMSTART_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"), PathBuf::from)
}

/// Serves a folder under a prefix on a free port. The server has a runtime of its own, which cannot
/// be started from inside the tests' one.
///
/// # Errors
/// If there is no free port.
pub fn serve(folder: &Path, prefix: &str) -> Result<Server> {
    let (folder, prefix) = (folder.to_owned(), prefix.to_owned());
    let started = thread::spawn(move || Server::start(&folder, &prefix, 0)).join();
    started.map_err(|_| anyhow!("the server broke at its start"))?
}

/// The site and the blog, as different origins.
pub struct Sites {
    site: Server,
    blog: Server,
}

impl Sites {
    /// Serves both on free ports.
    ///
    /// # Errors
    /// If the site has not been built.
    pub fn start() -> Result<Self> {
        let dist = dist();
        ensure!(
            dist.join("index.html").is_file(),
            "there is no built site in {}: run `cargo xtask build` first",
            dist.display()
        );
        let blog = Path::new(env!("CARGO_MANIFEST_DIR")).join("blog");
        Ok(Self { site: serve(&dist, "/")?, blog: serve(&blog, "/")? })
    }

    /// Address of a page of the site, from its path without a leading slash.
    #[must_use]
    pub fn page(&self, path: &str) -> String {
        format!("{}/{path}", self.site.origin())
    }

    /// The blog post, told where the site is and how to include the loader: as a `module`, or as a
    /// plain `script`.
    #[must_use]
    pub fn blog_post(&self, kind: &str) -> String {
        // Another host name makes it another site, not only another origin.
        let origin = self.blog.origin().replace("127.0.0.1", "localhost");
        format!("{origin}/index.html?as={kind}&host={}", self.site.origin())
    }
}
