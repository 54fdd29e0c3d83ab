//! The Python packages that NumPy's own tests need, fetched with pip: never part of the project.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::announce;
use crate::command;
use crate::files;
use crate::project::Project;

/// For which Python and machine: any would do, since nothing compiled is run.
const FOR: [&str; 4] = ["--python-version", "3.14", "--platform", "macosx_14_0_arm64"];

/// The runner of the tests, with its requirements.
pub fn tests(project: &Project) -> PathBuf {
    project.www().join("python").join("numpy").join("tests").join("acceptance")
}

/// Where the wheels are.
pub fn folder(project: &Project) -> PathBuf {
    project.target().join("numpy-acceptance")
}

/// Downloads the wheels of `requirements.txt`, checked against its hashes, unless they are there.
pub fn fetch(project: &Project) -> Result<()> {
    let requirements = tests(project).join("requirements.txt");
    let folder = folder(project);
    let wanted = files::read_text(&requirements)?;
    // Written last, so that a download that was interrupted is begun again.
    let done = folder.join("requirements.txt");
    if fs::read_to_string(&done).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    announce("fetching NumPy's own tests and pytest with pip");
    files::remove_folder(&folder)?;
    let mut pip = project.command("pip3");
    pip.args(["download", "--quiet", "--disable-pip-version-check", "--no-deps"])
        .args(["--require-hashes", "--only-binary=:all:"])
        .args(FOR)
        .arg("--dest")
        .arg(&folder)
        .arg("--requirement")
        .arg(&requirements);
    command::run(&mut pip).context("NumPy's own tests could not be fetched")?;
    files::write(&done, wanted)
}
