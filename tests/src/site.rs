//! The built site on its port, the foreign blog on another, and where both are.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use xtask::server::Server;

/// The built site: `WARMSTART_DIST`, or `dist/` of this checkout.
#[must_use]
pub fn dist() -> PathBuf {
    std::env::var_os("WARMSTART_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"), PathBuf::from)
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
        Ok(Self { site: Server::start(&dist, "/", 0)?, blog: Server::start(&blog, "/", 0)? })
    }

    /// Address of a page of the site, from its path without a leading slash.
    #[must_use]
    pub fn page(&self, path: &str) -> String {
        format!("{}/{path}", self.site.origin())
    }

    /// The blog post, told where the site is.
    #[must_use]
    pub fn blog_post(&self) -> String {
        // Another host name makes it another site, not only another origin.
        let origin = self.blog.origin().replace("127.0.0.1", "localhost");
        format!("{origin}/index.html?host={}", self.site.origin())
    }
}
