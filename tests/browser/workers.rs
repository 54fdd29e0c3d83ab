//! Each worker dies in the middle of its work; the page says so and goes on.
//!
//! How it dies: the site is opened at its home page, where no worker runs yet, and a script of the
//! test notes every worker that is started from then on. A link inside the site opens the room
//! without loading the page anew, and the noted worker is ended from outside.

use anyhow::Result;
use browser_tests::{harness::Context, visit::Visit};

use crate::{
    attention::UNTRAINED,
    lab::{LAB, STEP, until_step},
    practice::{EXERCISE, RIGHT, run, verdict},
};

const NOTE_WORKERS: &str = "
    const Real = window.Worker;
    window.noted = [];
    window.Worker = class extends Real {
        constructor(...all) {
            super(...all);
            window.noted.push(this);
        }
    };";

const END_WORKERS: &str = "window.noted.forEach((worker) => worker.terminate())";

/// Opens a room without loading the page anew, with its workers noted.
async fn open_noted(context: &Context<'_>, visit: &Visit, path: &str) -> Result<()> {
    visit.open(&context.sites.page("")).await?;
    visit.run(NOTE_WORKERS, &[]).await?;
    let go = "
        history.pushState(null, '', arguments[0]);
        dispatchEvent(new PopStateEvent('popstate'))";
    visit.run(go, &[context.sites.page(path).into()]).await?;
    visit.until("a worker", "return window.noted.length > 0", &[]).await
}

pub async fn a_lost_trainer_is_replaced(context: &Context<'_>, visit: &Visit) -> Result<()> {
    open_noted(context, visit, LAB).await?;
    visit.click("train").await?;
    until_step(visit, 20).await?;
    visit.run(END_WORKERS, &[]).await?;
    visit.until("another worker", "return window.noted.length > 1", &[]).await?;
    goes_on(visit).await
}

pub async fn a_lost_attention_trainer_trains_back(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    open_noted(context, visit, UNTRAINED).await?;
    visit.click("train").await?;
    until_step(visit, 5).await?;
    visit.run(END_WORKERS, &[]).await?;
    visit.until("another worker", "return window.noted.length > 1", &[]).await?;
    let notice =
        "return /ended/.test(document.querySelector(`[data-testid='notice']`)?.innerText ?? '')";
    visit.until("a notice", notice, &[]).await?;
    until_step(visit, 5).await?;
    goes_on(visit).await
}

/// Trains on from wherever the room stands, at least ten steps.
async fn goes_on(visit: &Visit) -> Result<()> {
    visit
        .until(
            "a run that can be started, or goes on",
            "return Boolean(document.querySelector(`[data-testid='train']:not([disabled]), [data-testid='pause']:not([disabled])`))",
            &[],
        )
        .await?;
    let step = visit.run(&format!("return {STEP}"), &[]).await?.as_u64().unwrap_or_default();
    let start = "const train = document.querySelector(`[data-testid='train']:not([disabled])`); train?.click(); return true";
    visit
        .until(
            "ten more steps",
            &format!(
                "if ({STEP} < {step} + 10) {{ (() => {{ {start} }})(); return false; }} return true"
            ),
            &[],
        )
        .await
}

pub async fn a_lost_python_is_replaced(context: &Context<'_>, visit: &Visit) -> Result<()> {
    open_noted(context, visit, EXERCISE).await?;
    run(visit, "def iou(a, b):\n    return sum(range(10 ** 12))\n").await?;
    visit
        .until(
            "a run",
            "return Boolean(document.querySelector(`[data-testid='stop']:not([disabled])`))",
            &[],
        )
        .await?;
    visit.run(END_WORKERS, &[]).await?;
    visit
        .until(
            "a verdict that says what happened",
            "const it = document.querySelector(`[data-testid='verdict']`);
             return ['error', 'stopped'].includes(it?.dataset.status)",
            &[],
        )
        .await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await
}
