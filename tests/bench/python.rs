//! How long a visitor waits for Python, in each browser: from a press of Run to the verdict, from a
//! press of Stop until the run has ended, and from there until the next Python is ready.
//!
//! Prints medians beside the limits that the project has set itself. No test: the numbers are those
//! of this machine at this moment. Arguments are parts of browsers' names; without one all are
//! measured.

use std::{fs, path::Path, time::Duration};

use anyhow::{Context, Result, ensure};
use browser_tests::{
    browser::{Browser, Driver},
    site::Sites,
    visit::Visit,
};

/// Each number is the median of so many.
const RUNS: usize = 9;
/// Measured once more than it counts: the first run of a program is compiled on its way.
const WARM_UP: usize = 1;
/// A visitor reads and writes before the first run; the engine gets warm meanwhile
/// (`www/python/worker/rehearsal.js`).
const READING: Duration = Duration::from_secs(8);
/// One of each shape: numbers, a class, arrays, a graph.
const EXERCISES: [&str; 4] =
    ["intersection-over-union", "moving-average", "scaled-dot-product-attention", "shortest-path"];
/// Switches the step budget off: only ending the worker helps.
const ENDLESS: &str = "\
import sys

def iou(a, b):
    sys.monitoring.free_tool_id(4)
    while True:
        pass
";

const VERDICT_LIMIT_MS: f64 = 300.0;
const STOP_LIMIT_MS: f64 = 300.0;

fn restart_limit_ms(browser: Browser) -> f64 {
    if browser == Browser::WebKit { 1200.0 } else { 700.0 }
}

/// Looks at the page as often as it changes.
const WATCH: &str = "
    const find = (testid) => document.querySelector(`[data-testid='${testid}']`);
    const status = () => find('verdict')?.dataset.status;
    const until = (isSo) => new Promise((resolve, reject) => {
        const look = () => {
            if (!isSo()) return;
            observer.disconnect();
            resolve(performance.now());
        };
        const observer = new MutationObserver(look);
        setTimeout(() => reject(new Error(`never: ${isSo}`)), 60_000);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        look();
    });
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
";

/// Presses Run; milliseconds until the verdict says `passed`. Waits until growth is measured, too.
const RUN: &str = "
    const start = performance.now();
    find('run').click();
    await until(() => !status());
    const end = await until(status);
    if (status() !== 'passed') throw new Error(find('verdict').innerText);
    await until(() => find('verdict').getAttribute('aria-busy') === 'false');
    await pause(200);
    return end - start;
";

/// Runs what does not end and presses Stop; milliseconds until the verdict says so, and until Python
/// is ready again.
const STOP: &str = "
    find('run').click();
    await until(() => !status() && !find('stop').disabled);
    await pause(500);
    const start = performance.now();
    find('stop').click();
    const stopped = await until(() => status() === 'stopped');
    await until(() => !find('python-ready'));
    const ready = await until(() => find('python-ready'));
    await pause(200);
    return [stopped - start, ready - start];
";

/// Opens the page anew until Python is ready, in milliseconds since the page began to load.
const READY: &str = "
    const ready = await until(() => find('python-ready'));
    await pause(3000); // the snapshot is written after that
    return ready;
";

#[tokio::main]
async fn main() -> Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let sites = Sites::start()?;
    println!("{:<10}{:<44}{:>10}{:>10}", "", "", "median", "limit");
    for browser in Browser::ALL {
        let is_wanted = wanted.iter().any(|part| browser.name().contains(part.as_str()));
        if wanted.is_empty() || is_wanted {
            let driver = Driver::start(*browser).await?;
            let visit = Visit { driver: driver.open(None).await? };
            let measured = measure(*browser, &sites, &visit).await;
            visit.driver.quit().await?;
            measured.with_context(|| browser.name())?;
        }
    }
    Ok(())
}

async fn measure(browser: Browser, sites: &Sites, visit: &Visit) -> Result<()> {
    let page = |slug: &str| sites.page(&format!("practice/{slug}/"));
    visit.open(&page(EXERCISES[0])).await?;
    row(browser, "first start of Python", &[number(visit, READY).await?], None);
    visit.open(&page(EXERCISES[0])).await?;
    row(browser, "page and Python, second visit", &[number(visit, READY).await?], None);

    let (mut stops, mut restarts) = (Vec::new(), Vec::new());
    visit.write_code(ENDLESS).await?;
    for _ in 0..RUNS {
        let pair: Vec<f64> = serde_json::from_value(watched(visit, STOP).await?)?;
        ensure!(pair.len() == 2, "two times, not {pair:?}");
        stops.push(pair[0]);
        restarts.push(pair[1]);
    }
    row(browser, "Stop until the run has ended", &stops, Some(STOP_LIMIT_MS));
    row(browser, "Stop until Python is ready", &restarts, Some(restart_limit_ms(browser)));

    for slug in EXERCISES {
        visit.open(&page(slug)).await?;
        visit.write_code(&solution(slug)?).await?;
        visit.element("python-ready").await?;
        tokio::time::sleep(READING).await;
        let mut times = Vec::new();
        for _ in 0..WARM_UP + RUNS {
            times.push(number(visit, RUN).await?);
        }
        row(browser, &format!("Run to verdict: {slug}"), &times[WARM_UP..], Some(VERDICT_LIMIT_MS));
    }
    Ok(())
}

async fn watched(visit: &Visit, script: &str) -> Result<serde_json::Value> {
    visit.run_async(&format!("{WATCH}{script}"), &[]).await
}

async fn number(visit: &Visit, script: &str) -> Result<f64> {
    watched(visit, script).await?.as_f64().context("no number")
}

fn solution(slug: &str) -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/content/exercises").join(slug);
    Ok(fs::read_to_string(folder.join("solution.py"))?)
}

fn row(browser: Browser, what: &str, times_ms: &[f64], limit_ms: Option<f64>) {
    let mut sorted = times_ms.to_vec();
    sorted.sort_by(f64::total_cmp);
    let median = sorted[sorted.len() / 2];
    let limit = limit_ms.map_or_else(String::new, |limit| format!("{limit:.0} ms"));
    let missed = if limit_ms.is_some_and(|limit| median > limit) { "  missed" } else { "" };
    let range = format!("({:.0} to {:.0})", sorted[0], sorted[sorted.len() - 1]);
    let range = if sorted.len() > 1 { range } else { String::new() };
    println!("{:<10}{what:<44}{median:>7.0} ms{limit:>10}  {range}{missed}", browser.name());
}
