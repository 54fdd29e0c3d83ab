//! An exercise from the first wrong answer to a solved one that is still there the next day.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

/// Page of the exercise that most tests use.
pub const EXERCISE: &str = "practice/intersection-over-union/";

/// Right except for boxes that are apart on both axes.
pub const WRONG: &str = "\
def iou(a, b):
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    overlap = width * height
    area = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
    union = area - overlap
    return overlap / union if union else 0.0
";

/// Right.
pub const RIGHT: &str = "\
def iou(a, b):
    width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    overlap = width * height
    area = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
    union = area - overlap
    return overlap / union if union else 0.0
";

/// Writes a program and runs it.
pub async fn run(visit: &Visit, code: &str) -> Result<()> {
    visit.write_code(code).await?;
    visit.click("run").await
}

/// Waits until the verdict has a status.
pub async fn verdict(visit: &Visit, status: &str) -> Result<()> {
    visit.until_attribute("verdict", "data-status", status).await
}

pub async fn a_wrong_answer_is_explained_mended_and_kept(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    let page = context.sites.page(EXERCISE);
    visit.open(&page).await?;
    run(visit, WRONG).await?;
    verdict(visit, "failed").await?;
    visit.css("[data-testid='case'][data-status='failed']").await?;
    visit.css("[data-testid='case'][data-status='passed']").await?;
    let why = visit.text("verdict").await?;
    ensure!(why.to_ascii_lowercase().contains("expected"), "no expected value in:\n{why}");
    let mistake = visit.text("mistake").await?;
    ensure!(mistake.contains("negative"), "the mistake is called {mistake}");

    let before = visit.page_text().await?;
    visit.click("hint").await?;
    visit
        .until(
            "a hint",
            "return document.body.innerText.slice(0, 1500) !== arguments[0]",
            &[before.into()],
        )
        .await?;

    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.until_attribute("complexity", "data-measured", "1").await?;
    let target = visit.attribute("complexity", "data-target").await?;
    ensure!(target == "1", "the target is {target}");
    visit.element("solution").await?;

    // Inside the site first: the page stays, and what it saves is saved.
    visit.click_css("nav a[href$='practice/']").await?;
    visit
        .until(
            "the exercise marked as solved",
            "return [...document.querySelectorAll('a[href*=intersection]')]
                .some((it) => /solved/i.test(it.closest('li, article, tr, div')?.innerText ?? ''))",
            &[],
        )
        .await?;
    visit.open(&page).await?;
    visit.until_code("max(0, min(a[2]").await?;
    visit.element("solution").await.map(drop)
}

pub async fn a_syntax_error_marks_its_line(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    run(visit, "def iou(a, b):\n    return a[0] +\n").await?;
    verdict(visit, "error").await?;
    let words = visit.text("verdict").await?;
    ensure!(words.contains("line 2") || words.contains("Line 2"), "no line in:\n{words}");
    let marked = visit.marked_lines().await?;
    ensure!(marked.iter().any(|line| line.contains("return a[0] +")), "marked: {marked:?}");

    run(visit, "def iou(a, b):\n    overlap = 1\n    return overlap / width\n").await?;
    visit
        .until(
            "the name that is missing",
            "return /width/.test(document.querySelector(`[data-testid='verdict']`)?.innerText ?? '')",
            &[],
        )
        .await?;
    let marked = visit.marked_lines().await?;
    ensure!(marked.iter().any(|line| line.contains("overlap / width")), "marked: {marked:?}");
    Ok(())
}

pub async fn an_array_exercise_draws_the_learners_weights(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page("practice/scaled-dot-product-attention/")).await?;
    let code = "\
import numpy as np

def attention(query, key, value, mask=None):
    scores = query @ key.T / np.sqrt(query.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights
";
    run(visit, code).await?;
    verdict(visit, "passed").await?;
    visit.element("attention-matrix").await?;
    let sums = visit
        .run(
            "const rows = document.querySelectorAll(`[data-testid='attention-matrix'] [role='row']`);
             return [...rows].map((row) => [...row.querySelectorAll('[data-value]')]
                 .reduce((sum, cell) => sum + Number(cell.dataset.value), 0))",
            &[],
        )
        .await?;
    let sums: Vec<f64> = serde_json::from_value(sums)?;
    ensure!(!sums.is_empty() && sums.iter().all(|sum| (sum - 1.0).abs() < 1e-4), "{sums:?}");
    Ok(())
}
