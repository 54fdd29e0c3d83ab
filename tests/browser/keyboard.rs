//! Everything by keyboard alone.

use anyhow::{Result, bail, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::Value;
use thirtyfour::{Key, TypingData};

use crate::{
    attention::ATTENTION,
    practice::{EXERCISE, RIGHT, verdict},
};

/// Where the focus is, also inside the editor's shadow root: a test id, else a class, else a tag.
const FOCUS: &str = "
    let at = document.activeElement;
    const id = at?.closest('[data-testid]')?.dataset.testid;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return { id: id ?? '', own: at?.dataset?.testid ?? '', tag: at?.tagName ?? '', editor: Boolean(at?.classList?.contains('cm-content')) }";

async fn focus(visit: &Visit) -> Result<Value> {
    visit.run(FOCUS, &[]).await
}

pub async fn press(visit: &Visit, key: impl Into<TypingData>) -> Result<()> {
    visit.driver.action_chain().send_keys(key).perform().await?;
    Ok(())
}

/// Presses Tab until something with the focus satisfies `is_there`.
pub async fn tab_to(visit: &Visit, what: &str, is_there: impl Fn(&Value) -> bool) -> Result<()> {
    let mut seen = Vec::new();
    for _ in 0..80 {
        let now = focus(visit).await?;
        if is_there(&now) {
            return Ok(());
        }
        seen.push(now.to_string());
        press(visit, Key::Tab).await?;
    }
    bail!("Tab never reaches {what}; it went over\n{}", seen.join("\n"))
}

pub async fn an_exercise_is_solved_without_a_mouse(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    visit.code().await?;
    tab_to(visit, "the editor", |it| it["editor"] == true).await?;
    visit.press_with_control("a").await?;
    press(visit, Key::Delete).await?;
    // The editor indents by itself: typed lines carry no indentation of their own.
    for (index, line) in RIGHT.lines().enumerate() {
        if index > 0 {
            press(visit, Key::Enter).await?;
        }
        visit.driver.action_chain().send_keys(line.trim()).perform().await?;
    }
    let code = visit.code().await?;
    ensure!(code.contains("    return overlap / union"), "typed: {code}");
    visit.press_with_control(Key::Enter).await?;
    verdict(visit, "passed").await?;

    press(visit, Key::Escape).await?;
    ensure!(focus(visit).await?["editor"] == false, "Escape stays in the editor");
    for control in ["run", "hint", "reset"] {
        tab_to(visit, control, |it| it["own"] == control).await?;
    }
    Ok(())
}

pub async fn a_matrix_is_read_with_arrow_keys(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(ATTENTION)).await?;
    visit.element("attention-matrix").await?;
    for control in ["train", "step", "share", "prompt-input"] {
        tab_to(visit, control, |it| it["own"] == control).await?;
    }
    tab_to(visit, "the matrix", |it| it["id"] == "attention-matrix" && it["tag"] == "g").await?;
    press(visit, Key::Home).await?;
    visit.until("the first column", COLUMN, &["0".into()]).await?;
    press(visit, Key::Right).await?;
    visit.until("the second column", COLUMN, &["1".into()]).await?;
    let label = visit.run("return document.activeElement.getAttribute('aria-label')", &[]).await?;
    ensure!(label.as_str().is_some_and(|it| it.contains("place 2")), "{label}");
    Ok(())
}

const COLUMN: &str = "return document.activeElement.dataset.column === arguments[0]";
