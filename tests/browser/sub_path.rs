//! The site below a path of its host, as a blog's sub-folder would hold it.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, site::serve, visit::Visit};

use crate::{
    lab::{LAB, STEP},
    practice::{EXERCISE, RIGHT, run, verdict},
};

/// The build for a sub-path, and the path: from `cargo xtask test`, else where that leaves them.
fn build() -> (PathBuf, String) {
    let folder = std::env::var_os("WARMSTART_SUB_PATH_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/dist-under-sub-path"),
        PathBuf::from,
    );
    let path = std::env::var("WARMSTART_SUB_PATH").unwrap_or_else(|_| xtask::test::SUB_PATH.into());
    (folder, path)
}

pub async fn every_room_works_below_a_path(_context: &Context<'_>, visit: &Visit) -> Result<()> {
    let (folder, path) = build();
    ensure!(
        folder.join("index.html").is_file(),
        "there is no site for {path} in {}: run `cargo xtask test`, which builds it",
        folder.display()
    );
    let server = serve(&folder, &path)?;
    let page = |inside: &str| format!("{}{path}{inside}", server.origin());
    visit.open(&page("")).await?;
    visit.click_css("a[href*='practice/']").await?;
    visit.until("the list below the path", IS_AT, &[format!("{path}practice/").into()]).await?;
    visit.open(&page(EXERCISE)).await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.open(&page(LAB)).await?;
    visit.click("step").await?;
    visit.until("a step", &format!("return {STEP} >= 1"), &[]).await?;
    visit.open(&page("attention/")).await?;
    visit.element("attention-matrix").await?;
    visit
        .open(&page("interview/#sheet=theory&minutes=5&level=junior&items=card/activation-choice"))
        .await?;
    visit.element("sheet-rubric").await?;
    Ok(())
}

const IS_AT: &str = "return location.pathname === arguments[0]";
