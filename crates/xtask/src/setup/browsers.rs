//! Set-up of the browsers that the tests drive, from Debian's packages where there is apt.

use std::process::Command;

use anyhow::{Result, bail};

use super::announce;
use crate::command;
use crate::project::Project;

/// A program that the tests start, and the Debian packages that bring it.
const NEEDED: [(&str, &[&str]); 7] = [
    ("chromium", &["chromium"]),
    ("chromedriver", &["chromium-driver"]),
    ("firefox-esr", &["firefox-esr"]),
    ("WebKitWebDriver", &["webkit2gtk-driver"]),
    ("xvfb-run", &["xvfb", "xauth"]),
    ("python3", &["python3"]),
    ("pip3", &["python3-pip"]),
];

/// Installs what is missing.
pub fn packages(project: &Project) -> Result<()> {
    let missing: Vec<&str> = NEEDED
        .iter()
        .filter(|(program, _)| !is_on_path(project, program))
        .flat_map(|(_, packages)| packages.iter().copied())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(apt) = apt(project) else {
        bail!(
            "the tests need three browsers and their WebDriver programs, and there is no apt that \
             this user may run. Install {}, or their equivalents, so that they are on PATH.",
            missing.join(", ")
        );
    };
    announce(format_args!("installing {} with apt", missing.join(", ")));
    command::run(apt().arg("update"))?;
    command::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(missing))
}

fn is_on_path(project: &Project, program: &str) -> bool {
    let search = format!("command -v {program}");
    command::output(project.command("sh").args(["-c", &search])).is_ok()
}

/// How apt is started here: as root, or through a sudo that asks nothing.
pub fn apt(project: &Project) -> Option<impl Fn() -> Command> {
    if !is_on_path(project, "apt-get") {
        return None;
    }
    let is_root = command::output(project.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let through_sudo = !is_root;
    if through_sudo && command::output(project.command("sudo").args(["-n", "true"])).is_err() {
        return None;
    }
    let project = project.clone();
    Some(move || {
        let mut apt = project.command(if through_sudo { "sudo" } else { "apt-get" });
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        if through_sudo {
            apt.args(["-n", "apt-get"]);
        }
        apt
    })
}
