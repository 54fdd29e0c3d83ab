//! The attention room's other views: stages and cells, changes, texts that are continued, lanes, looking
//! back, and a text of the visitor's own.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

use crate::attention::ATTENTION;
use crate::lab::{STEP, until_step};

const CELL: &str = "document.querySelector(`[data-testid='cell-weight']`)?.innerText";

pub async fn a_stage_opens_and_its_cell_says_how_it_came_about(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{ATTENTION}#view=inside&stage=query.2.1"))).await?;
    let open = "return document.querySelector(`[data-testid='attention-matrix'] [data-row='3'][data-column='5']`)?.dataset.value ?? null";
    visit
        .until("the queries of a head", &format!("return (() => {{ {open} }})() !== null"), &[])
        .await?;
    let value: f64 = visit.run(open, &[]).await?.as_str().unwrap_or_default().parse()?;
    visit
        .click_css("[data-testid='attention-matrix'] [data-row='3'][data-column='5'] rect")
        .await?;
    visit.until("its arithmetic", &format!("return /\\d/.test({CELL} ?? '')"), &[]).await?;
    let said = visit.run(&format!("return {CELL}"), &[]).await?;
    let said: f64 = said.as_str().unwrap_or_default().replace('−', "-").trim().parse()?;
    ensure!((said - value).abs() < 0.005, "the cell is {value}, its arithmetic says {said}");
    Ok(())
}

pub async fn a_head_taken_out_changes_the_answer(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{ATTENTION}#view=change"))).await?;
    visit.element("change-outcome").await?;
    let share =
        "return Number(document.querySelector(`[data-testid='next-token']`).dataset.probability)";
    let before = visit.run(share, &[]).await?.as_f64().unwrap_or_default();
    for head in 1..=4 {
        let choose =
            "const list = document.querySelector(`[data-testid='role-2-${arguments[0]}']`);
            list.value = 'removed'; list.dispatchEvent(new Event('change', { bubbles: true }))";
        visit.run(choose, &[head.into()]).await?;
        // As a person would: the next one once this one is counted.
        let counted = "return document.querySelector(`#attention-tab-3`).innerText.includes(`(${arguments[0]})`)";
        visit.until("the change is counted", counted, &[head.into()]).await?;
    }
    let words = "return document.querySelector(`[data-testid='change-outcome']`).innerText.includes('With these 4 changes')";
    visit.until("words for it", words, &[]).await?;
    let after = visit.run(share, &[]).await?.as_f64().unwrap_or_default();
    ensure!((before - after).abs() > 0.05, "{before} before, {after} after");
    visit.click("undo-all").await?;
    visit.until("the answer as it was", &format!("{share} === {before}"), &[]).await
}

pub async fn a_text_is_continued_with_and_without_its_cache(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{ATTENTION}#view=write&text=planet>"))).await?;
    visit.click("write").await?;
    let written =
        "(document.querySelector(`[data-testid='written']`)?.innerText ?? '').replace(/\\s/g, '')";
    visit
        .until("the word backwards", &format!("return {written}.includes('planet>tenalp')"), &[])
        .await?;
    visit
        .until(
            "the end",
            "return Boolean(document.querySelector(`[data-testid='write-again']:not([disabled])`))",
            &[],
        )
        .await?;
    visit.click("write-again").await?;
    let costs = "return /without/.test(document.querySelector(`[data-testid='write-cost']`)?.innerText ?? '')";
    visit.until("what both cost", costs, &[]).await?;
    // The costs are told while the text is still being written.
    visit.until("the same word", &format!("return {written}.includes('planet>tenalp')"), &[]).await
}

pub async fn earlier_weights_are_looked_back_at(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(ATTENTION)).await?;
    let matrix = "[...document.querySelectorAll(`[data-testid='attention-matrix'] [data-value]`)].map((cell) => cell.dataset.value).join()";
    visit.element("scrub").await?;
    visit.element("attention-matrix").await?;
    let now = visit.run(&format!("return {matrix}"), &[]).await?;
    let to_start = "const slider = document.querySelector(`[data-testid='scrub']`);
        slider.value = arguments[0]; slider.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    visit.run(to_start, &["0".into()]).await?;
    visit
        .until(
            "other weights",
            &format!("return {matrix} !== arguments[0]"),
            std::slice::from_ref(&now),
        )
        .await?;
    visit.run("document.querySelector(`[data-testid='scrub']`).value = document.querySelector(`[data-testid='scrub']`).max; document.querySelector(`[data-testid='scrub']`).dispatchEvent(new InputEvent('input', { bubbles: true }))", &[]).await?;
    visit.until("the present", &format!("return {matrix} === arguments[0]"), &[now]).await
}

/// A few sentences, over and over.
fn text() -> String {
    "The tide comes in and the tide goes out. Boats wait in the harbour for the wind. ".repeat(40)
}

pub async fn an_own_text_is_learnt_and_stays_here(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{ATTENTION}#task=characters"))).await?;
    let paste = "const field = document.querySelector(`[data-testid='own-text']`);
        field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    visit.element("own-text").await?;
    visit.run(paste, &["too short".into()]).await?;
    visit.click("learn-text").await?;
    let refused = "return /too short/.test(document.querySelector(`[data-testid='notice']`)?.innerText ?? '')";
    visit.until("why it cannot be learnt", refused, &[]).await?;
    visit.run(paste, &[text().into()]).await?;
    visit.click("learn-text").await?;
    visit.element("attention-matrix").await?;
    visit.click("train").await?;
    until_step(visit, 20).await?;
    visit.click("pause").await?;
    let step = visit.run(&format!("return {STEP}"), &[]).await?;
    ensure!(step.as_u64() >= Some(20), "step {step}");
    visit.open(&context.sites.page("privacy/")).await?;
    visit.open(&context.sites.page(&format!("{ATTENTION}#task=characters&step=3"))).await?;
    until_step(visit, 3).await?;
    let kept = visit.run("return document.querySelector(`[data-testid='own-text']`).value", &[]);
    ensure!(kept.await?.as_str() == Some(text().as_str()), "the text is gone after a reload");
    Ok(())
}
