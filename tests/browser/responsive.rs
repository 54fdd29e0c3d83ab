//! A lab at full speed leaves the page free: no task of it takes longer than 50 ms.

use anyhow::{Result, bail};
use browser_tests::{harness::Context, visit::Visit};

use crate::lab::{LAB, STEP, until_step};

/// How many steps the lab trains while the page is watched.
const WATCHED_STEPS: u64 = 1_000;
/// A task that the machine interrupts counts as long without having worked long: what the page
/// itself does is in every window, what other programs do is not.
const WINDOWS: usize = 5;

pub async fn the_page_stays_responsive_while_a_lab_trains(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(LAB)).await?;
    visit.click("train").await?;
    until_step(visit, 50).await?;
    visit.run(WATCH, &[]).await?;
    let mut windows = Vec::new();
    for _ in 0..WINDOWS {
        visit.run("window.longTasks.length = 0", &[]).await?;
        let step = visit.run(&format!("return {STEP}"), &[]).await?.as_u64().unwrap_or_default();
        until_step(visit, step + WATCHED_STEPS).await?;
        let long = visit.run("return window.longTasks", &[]).await?;
        if long.as_array().is_some_and(Vec::is_empty) {
            return Ok(());
        }
        windows.push(long.to_string());
    }
    bail!("tasks longer than 50 ms in every window: {}", windows.join(" "))
}

const WATCH: &str = "
    window.longTasks = [];
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });";
