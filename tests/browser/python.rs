//! Python that does not end: stopped by hand, and by its budget; Python that takes much memory, and
//! is replaced. The next run works.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

use crate::practice::{EXERCISE, RIGHT, WRONG, run, verdict};

/// Counts no steps at all: only ending the worker helps.
const IN_C: &str = "def iou(a, b):\n    return sum(range(10 ** 12))\n";
const LOOP: &str = "def iou(a, b):\n    while True:\n        pass\n";
/// Catches whatever a budget throws.
const STUBBORN: &str = "\
def iou(a, b):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
";

/// More than an engine may hold and go on.
const LARGE: &str = "BIG = bytes(300_000_000)\n";

pub async fn an_endless_loop_stops_on_stop(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    run(visit, IN_C).await?;
    visit.until("a case under way or Stop", STOP_IS_THERE, &[]).await?;
    visit.click("stop").await?;
    verdict(visit, "stopped").await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await
}

/// Whether a run can be stopped.
pub const STOP_IS_THERE: &str = "\
    const stop = document.querySelector(`[data-testid='stop']`);
    return Boolean(stop && !stop.disabled)";

pub async fn an_endless_loop_ends_at_the_budget(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    for program in [LOOP, STUBBORN] {
        run(visit, program).await?;
        visit.until("a verdict that names the budget", BUDGET_IS_NAMED, &[]).await?;
        run(visit, RIGHT).await?;
        verdict(visit, "passed").await?;
    }
    Ok(())
}

const BUDGET_IS_NAMED: &str = "\
    const it = document.querySelector(`[data-testid='verdict']`);
    const ended = ['stopped', 'error', 'failed'].includes(it?.dataset.status);
    return ended && /step/i.test(it.innerText)";

pub async fn much_memory_leaves_a_verdict_and_the_next_run(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    run(visit, &format!("{LARGE}{WRONG}")).await?;
    verdict(visit, "failed").await?;
    visit.until("no more jobs", RUN_IS_OVER, &[]).await?;
    visit.css("[data-testid='case'][data-status='passed']").await?;
    let mistake = visit.text("mistake").await?;
    ensure!(mistake.contains("negative"), "the mistake is called {mistake}");
    visit.element("smallest").await?;

    run(visit, &format!("{LARGE}{RIGHT}")).await?;
    verdict(visit, "passed").await?;
    run(visit, &format!("{LARGE}{WRONG}")).await?;
    verdict(visit, "failed").await?;
    // While the engine still searches for a smaller input: it is replaced before it comes to this.
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.until_attribute("complexity", "data-measured", "1").await
}

/// Whether the run wants nothing more of Python.
const RUN_IS_OVER: &str = "\
    const it = document.querySelector(`[data-testid='verdict']`);
    return it?.getAttribute('aria-busy') === 'false'";
