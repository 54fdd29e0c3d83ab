//! A small wheel that calls itself numpy, and the site that bundles it in place of our package.
//!
//! `www/python/check/another_numpy.test.mjs` starts the Python of that site.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::project::Project;

const FILES: [(&str, &str); 3] = [
    ("numpy/__init__.py", "from .inner import answer\n__version__ = '99.0'\n"),
    ("numpy/inner.py", "import os\n\n\ndef answer():\n    return os.path.exists(__file__)\n"),
    ("numpy-99.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: numpy\nVersion: 99.0\n"),
];

/// Where the site lies that bundles the wheel.
pub fn dist(project: &Project) -> PathBuf {
    project.target().join("dist-with-another-numpy")
}

/// Writes the wheel and returns its path.
pub fn wheel(project: &Project) -> Result<PathBuf> {
    let path = project.target().join("numpy-99.0-py3-none-any.whl");
    let mut archive = ZipWriter::new(File::create(&path)?);
    for (name, content) in FILES {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(content.as_bytes())?;
    }
    archive.finish()?;
    Ok(path)
}
