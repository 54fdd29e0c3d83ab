//! A lab at full speed leaves the page free: no task of it takes longer than 50 ms.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

use crate::lab::{LAB, STEP, until_step};

/// How many steps the lab trains while the page is watched.
const WATCHED_STEPS: u64 = 2_000;

pub async fn the_page_stays_responsive_while_a_lab_trains(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(LAB)).await?;
    visit.click("train").await?;
    until_step(visit, 50).await?;
    visit.run(WATCH, &[]).await?;
    let step = visit.run(&format!("return {STEP}"), &[]).await?.as_u64().unwrap_or_default();
    until_step(visit, step + WATCHED_STEPS).await?;
    let long = visit.run("return window.longTasks", &[]).await?;
    ensure!(long.as_array().is_some_and(Vec::is_empty), "tasks longer than 50 ms: {long}");
    Ok(())
}

const WATCH: &str = "
    window.longTasks = [];
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });";
