//! Trained states of the attention room: a file each, fetched when its task is opened.

use anyhow::Result;

use super::assets::Assets;
use crate::files;
use crate::project::Project;

/// Puts `www/checkpoints/` beside the programs.
pub fn add(project: &Project, assets: &mut Assets) -> Result<()> {
    let folder = project.www().join("checkpoints");
    for file in files::walk(&folder)? {
        let name = format!("checkpoints/{}", files::relative(&file, &folder));
        assets.add(&name, "checkpoints/", &files::read(&file)?)?;
    }
    Ok(())
}
