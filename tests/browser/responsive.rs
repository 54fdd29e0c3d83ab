//! Three lanes at full speed leave the page free: how long its longest task takes is measured and told,
//! and held below a bound.

use anyhow::{Result, bail};
use browser_tests::{harness::Context, visit::Visit};

use crate::lab::{LAB, STEP, until_step};

/// Three lanes of the largest network, which go as far as the link says without a pause.
const THREE_LANES: &str =
    "lanes=3&hidden=8,8,8,8,8,8&a.act=tanh&b.act=relu&c.act=sigmoid&step=5000000";
/// How many steps the lanes train while the page is watched.
const WATCHED_STEPS: u64 = 20_000;
/// Milliseconds that no task may take. What is aimed at is half of it.
const LONGEST_MS: f64 = 100.0;
/// A task that the machine interrupts counts as long without having worked long: what the page
/// itself does is in every window, what other programs do is not.
const WINDOWS: usize = 5;

pub async fn the_page_stays_responsive_while_three_lanes_train(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{LAB}#{THREE_LANES}"))).await?;
    until_step(visit, 50).await?;
    visit.run(WATCH, &[]).await?;
    visit.run(HOLD, &[]).await?;
    let is_noticed = format!("return window.longest > {LONGEST_MS}");
    visit.until("that a long task is noticed", &is_noticed, &[]).await?;
    let mut longest = Vec::new();
    for _ in 0..WINDOWS {
        visit.run("window.longest = 50", &[]).await?;
        let step = visit.run(&format!("return {STEP}"), &[]).await?.as_u64().unwrap_or_default();
        until_step(visit, step + WATCHED_STEPS).await?;
        longest.push(visit.run("return window.longest", &[]).await?.as_f64().unwrap_or(f64::NAN));
    }
    println!(
        "longest task of the page while three lanes train, by window, in ms (50: none is longer): {longest:.1?}"
    );
    if longest.iter().any(|duration| *duration <= LONGEST_MS) {
        return Ok(());
    }
    bail!("a task longer than {LONGEST_MS} ms in every window: {longest:.1?}")
}

/// Chromium tells of every task of more than 50 ms; without any, the longest is said to be that.
const WATCH: &str = "
    window.longest = 50;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
            window.longest = Math.max(window.longest, duration);
        }
    }).observe({ type: 'longtask' });";

/// A task that is too long, so that the watch is known to see one.
const HOLD: &str = "
    setTimeout(() => {
        const start = performance.now();
        while (performance.now() - start < 150);
    });";
