//! Python that does not end: stopped by hand, and by its budget; the next run works.

use anyhow::Result;
use browser_tests::{harness::Context, visit::Visit};

use crate::practice::{EXERCISE, RIGHT, run, verdict};

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
