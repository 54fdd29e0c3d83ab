//! Where things are: the workspace's folders, and programs started with the project's own tools on `PATH`.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The workspace that this program builds.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The project around the current folder.
    ///
    /// # Errors
    /// When no folder above the current one has a `Trunk.toml`.
    pub fn find() -> Result<Self> {
        let here = env::current_dir().context("the current folder cannot be read")?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file())
            .context("run this inside the project: no Trunk.toml in this folder or above it")?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// The project's root folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Sources of everything that is not Rust.
    #[must_use]
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The finished site.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo's folder, where this program keeps its intermediate files as well.
    #[must_use]
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// The workspace's version, written once in the root manifest.
    #[must_use]
    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// A program to be started in the root folder, with Cargo's and npm's tools found first.
    #[must_use]
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.path());
        command
    }

    fn path(&self) -> OsString {
        let mut folders = vec![self.www().join("node_modules").join(".bin"), cargo_bin()];
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        env::join_paths(folders).unwrap_or_default()
    }
}

/// Where `cargo install` puts programs.
fn cargo_bin() -> PathBuf {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).unwrap_or_else(|| {
        PathBuf::from(
            env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).unwrap_or_default(),
        )
        .join(".cargo")
    });
    home.join("bin")
}
