//! Interview mode: plan before code, a clock that a reload does not stop, a summary.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

use crate::practice::{EXERCISE, RIGHT, verdict};

const IS_DISABLED: &str = "return document.querySelector(`[data-testid='run']`).disabled";

pub async fn an_interview_goes_from_plan_to_summary(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    visit.write_code("def iou(a, b):\n    return 'from before'\n").await?;
    let before = visit.page_text().await?;
    ensure!(before.contains("Warm-up"), "no level in {before}");
    visit.click("interview-start").await?;
    visit.element("interview-clock").await?;
    ensure!(!visit.code().await?.contains("from before"), "the old text is still there");
    ensure!(visit.run(IS_DISABLED, &[]).await? == true, "Run is open without a plan");
    let hidden =
        "return ![...document.querySelectorAll('[data-testid=hint], [data-testid=note]')].length
        && !document.querySelector('.task').innerText.includes('Warm-up')";
    visit.until("no help and no level", hidden, &[]).await?;

    let approach = "Clamp each side of the overlap at zero, then divide by the union.";
    visit.element("approach").await?.send_keys(approach).await?;
    for field in ["plan-time", "plan-space"] {
        let choose = "const field = document.querySelector(`[data-testid='${arguments[0]}']`);
            field.value = '1'; field.dispatchEvent(new Event('change', { bubbles: true }))";
        visit.run(choose, &[field.into()]).await?;
    }
    visit.click("commit-plan").await?;
    visit.until("Run to be open", &IS_DISABLED.replace("return ", "return !"), &[]).await?;

    visit.driver.refresh().await?;
    visit.element("interview-clock").await?;
    visit.write_code(RIGHT).await?;
    visit.click("run").await?;
    verdict(visit, "passed").await?;
    let summary = visit.text("interview-summary").await?;
    for part in [
        "of 10 minutes",
        "1 run",
        "pass",
        "You said 1 steps; measured are 1, as you said",
        "Clamp each side",
    ] {
        ensure!(summary.contains(part), "no {part:?} in {summary}");
    }
    visit.element("take-kept").await?;
    visit.driver.refresh().await?;
    visit.element("interviews").await?;
    visit.element("hint").await.map(drop)
}
