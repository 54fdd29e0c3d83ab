//! axe finds nothing on any page, light or dark.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::Value;

use crate::{
    mock_loop::{INTERVIEW, SHEET},
    own_study::{HISTORY, RESUME, STORIES},
    study::{CARD, CASE, QUESTION, STUDY},
};

const PAGES: [&str; 25] = [
    "",
    "practice/",
    "practice/intersection-over-union/",
    "labs/",
    "labs/decision-boundary/",
    "labs/compression/",
    "attention/",
    "attention/#view=inside",
    "attention/#view=lens",
    "attention/#view=change",
    "attention/#view=write",
    "attention/#task=pairs",
    STUDY,
    CARD,
    CASE,
    QUESTION,
    INTERVIEW,
    SHEET,
    STORIES,
    RESUME,
    HISTORY,
    "embed/",
    "numpy/",
    "privacy/",
    "nowhere/",
];

pub async fn no_page_has_a_violation_in_light(context: &Context<'_>, visit: &Visit) -> Result<()> {
    check(context, visit, "light").await
}

pub async fn no_page_has_a_violation_in_dark(context: &Context<'_>, visit: &Visit) -> Result<()> {
    check(context, visit, "dark").await
}

async fn check(context: &Context<'_>, visit: &Visit, theme: &str) -> Result<()> {
    let mut all = Vec::new();
    for page in PAGES {
        visit.open(&context.sites.page(page)).await?;
        visit.run("document.documentElement.dataset.theme = arguments[0]", &[theme.into()]).await?;
        settle(visit, page).await?;
        let found = violations(visit).await?;
        all.extend(found.into_iter().map(|violation| format!("/{page}: {violation}")));
    }
    ensure!(all.is_empty(), "{} violations:\n{}", all.len(), all.join("\n"));
    Ok(())
}

/// Checks the page as it stands; `what` is on it.
pub async fn check_now(visit: &Visit, what: &str) -> Result<()> {
    visit.until("no transition", MOVING, &[]).await?;
    let found = violations(visit).await?;
    ensure!(found.is_empty(), "{} violations with {what}:\n{}", found.len(), found.join("\n"));
    Ok(())
}

async fn violations(visit: &Visit) -> Result<Vec<String>> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe).context("axe-core is not installed: run npm ci in www")?;
    visit.driver.execute(axe, Vec::<Value>::new()).await?;
    Ok(serde_json::from_value(visit.run_async(RUN, &[]).await?)?)
}

/// Waits for what a page shows later than its shell.
async fn settle(visit: &Visit, page: &str) -> Result<()> {
    match page {
        "attention/" | "attention/#view=inside" => {
            visit.element("attention-matrix").await.map(drop)
        }
        "attention/#view=lens" => visit.element("lens-sentence").await.map(drop),
        "attention/#view=change" => visit.element("change-outcome").await.map(drop),
        "attention/#view=write" => visit.element("write").await.map(drop),
        "attention/#task=pairs" => visit.element("own-text").await.map(drop),
        "labs/decision-boundary/" | "labs/compression/" => {
            visit.element("weights-hash").await.map(drop)
        }
        "practice/intersection-over-union/" => visit.code().await.map(drop),
        STUDY => visit.element("tasks").await.map(drop),
        INTERVIEW => visit.element("start-loop").await.map(drop),
        SHEET => {
            let all = "return document.querySelectorAll('[data-testid=sheet-rubric]').length === 2";
            visit.until("both rubrics", all, &[]).await
        }
        CARD => open(visit, &["say", "all-steps"], "rate").await,
        CASE => open(visit, &["show-model"], "criterion").await,
        QUESTION => open(visit, &["show-strong"], "criterion").await,
        STORIES => open(visit, &["add-story"], "story-title").await,
        RESUME => open(visit, &["add-project"], "drill").await,
        // By now the card that was opened above could have been rated; nothing was.
        HISTORY => visit.css(".empty").await.map(drop),
        _ => Ok(()),
    }?;
    // Colours change over a fifth of a second at most; nothing may be half-way when axe looks.
    visit.until("no transition", MOVING, &[]).await
}

/// Opens everything on a page of the study room.
async fn open(visit: &Visit, buttons: &[&str], last: &str) -> Result<()> {
    for button in buttons {
        visit.click(button).await?;
    }
    visit.element(last).await?;
    let all = "document.querySelectorAll('main details').forEach((it) => { it.open = true; })";
    visit.run(all, &[]).await.map(drop)
}

/// Whether nothing moves; otherwise what does.
const MOVING: &str = "
    const moving = document.getAnimations();
    const name = (it) => `${it.transitionProperty ?? it.animationName} of ${it.effect?.target?.outerHTML.slice(0, 80)}`;
    return moving.length === 0 || moving.map(name).join()";

const RUN: &str = "
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
        `${id} (${help}) at ${target.join(' ')}: ${failureSummary.split('\\n')[1]?.trim()}`));";
