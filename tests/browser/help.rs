//! What helps: the reference's lines by keyboard, own cases, and a verdict that a reload finds again.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use thirtyfour::Key;

use crate::practice::{EXERCISE, RIGHT, WRONG, run, verdict};

/// Waits until nothing is being run any more.
async fn settled(visit: &Visit, status: &str) -> Result<()> {
    verdict(visit, status).await?;
    visit.until_attribute("verdict", "aria-busy", "false").await
}

/// Place of the line that belongs at `arguments[0]`.
const PLACE: &str = "return [...document.querySelectorAll(`[data-testid='parsons-line']`)]
    .findIndex((it) => it.dataset.piece === String(arguments[0]))";

const GRIP: &str = "document.querySelectorAll('.parsons-grip')[arguments[0]].focus()";

pub async fn lines_are_put_in_order_by_keyboard(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    for _ in 0..2 {
        run(visit, WRONG).await?;
        settled(visit, "failed").await?;
    }
    visit.click("parsons-open").await?;
    visit.element("parsons").await?;
    visit.click("parsons-check").await?;
    visit.until_attribute("parsons-result", "data-right", "false").await?;

    let lines = "return document.querySelectorAll(`[data-testid='parsons-line']`).length";
    let count = visit.run(lines, &[]).await?.as_u64().unwrap_or_default();
    ensure!(count > 3, "only {count} lines");
    for wanted in 0..count {
        let place = visit.run(PLACE, &[wanted.into()]).await?.as_u64().unwrap_or_default();
        visit.run(GRIP, &[place.into()]).await?;
        for at in (wanted..place).rev() {
            visit.driver.action_chain().send_keys(Key::Up).perform().await?;
            // The focus goes with the line, and each move is said.
            let there = "return document.activeElement.dataset.piece === String(arguments[0])
                && document.querySelector(`[data-testid='parsons-said']`).textContent.includes(`line ${arguments[1] + 1} of`)";
            visit.until("the focus on the moved line", there, &[wanted.into(), at.into()]).await?;
        }
    }
    visit.click("parsons-check").await?;
    visit.until_attribute("parsons-result", "data-right", "true").await?;

    // The two areas can come in either order: not the reference, but the engine says that it is right.
    visit.run(GRIP, &[(count - 3).into()]).await?;
    visit.driver.action_chain().send_keys(Key::Up).perform().await?;
    visit.click("parsons-check").await?;
    visit.until_attribute("parsons-result", "data-right", "false").await?;
    visit.click("parsons-run").await?;
    settled(visit, "passed").await?;
    let kept = visit.text("take-kept").await;
    ensure!(kept.is_ok(), "the text from before is not offered");
    visit.element("follow-ups").await.map(drop)
}

pub async fn an_own_case_is_judged_and_kept(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    visit.write_code(WRONG).await?;
    visit.click("own-add").await?;
    visit.element("own-arguments").await?.send_keys("(0, 0, 2, 2), (5, 5, 6, 6)").await?;
    visit.click("own-add").await?;
    let second = visit.css("li:nth-child(2) [data-testid='own-arguments']").await?;
    second.clear().await?;
    second.send_keys("(0, 0").await?;
    visit.click("run").await?;
    settled(visit, "failed").await?;
    let outcomes = "return [...document.querySelectorAll(`[data-testid='own-outcome']`)].map((it) => it.innerText)";
    let told: Vec<String> = serde_json::from_value(visit.run(outcomes, &[]).await?)?;
    ensure!(told[0].contains("another value"), "{told:?}");
    ensure!(told[1].starts_with("Not run."), "{told:?}");

    visit.driver.refresh().await?;
    visit.element("own-case").await?;
    let kept = "return document.querySelector(`[data-testid='own-arguments']`).value";
    let kept = visit.run(kept, &[]).await?;
    ensure!(kept == "(0, 0, 2, 2), (5, 5, 6, 6)", "kept: {kept}");
    run(visit, RIGHT).await?;
    settled(visit, "passed").await?;
    let told: Vec<String> = serde_json::from_value(visit.run(outcomes, &[]).await?)?;
    ensure!(told[0].contains("passes"), "{told:?}");
    Ok(())
}

/// What the verdict shows, without the line that says it is an earlier one.
const VERDICT: &str = "
    const verdict = document.querySelector(`[data-testid='verdict']`).cloneNode(true);
    verdict.querySelector(`[data-testid='earlier']`)?.remove();
    return [verdict.dataset.status, verdict.textContent]";

pub async fn a_reload_finds_the_verdict_as_it_was(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    run(visit, WRONG).await?;
    settled(visit, "failed").await?;
    let before = visit.run(VERDICT, &[]).await?;
    visit.driver.refresh().await?;
    let words = visit.text("earlier").await?;
    ensure!(words.contains("of this text"), "{words}");
    let after = visit.run(VERDICT, &[]).await?;
    ensure!(before == after, "before:\n{before}\nafter:\n{after}");
    visit.element("mistake").await?;

    run(visit, RIGHT).await?;
    settled(visit, "passed").await?;
    ensure!(
        visit.run("return document.querySelector(`[data-testid='earlier']`)", &[]).await?.is_null()
    );
    // Solved, and left in the same instant: it is on the device already.
    visit.driver.refresh().await?;
    visit.until_attribute("verdict", "data-status", "passed").await?;
    visit.element("solution").await.map(drop)
}
