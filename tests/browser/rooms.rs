//! Every kind of room is a program of its own: it is downloaded when such a room is opened, and
//! several live in one page without hearing each other's clicks.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

use crate::{
    attention::ATTENTION,
    lab::{LAB, until_step},
    practice::{EXERCISE, RIGHT, run, verdict},
};

/// Another exercise, and its reference.
const ANOTHER: &str = "practice/moving-average/";
const ANOTHER_RIGHT: &str = include_str!("../../www/content/exercises/moving-average/solution.py");

pub async fn one_page_goes_through_all_of_them(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    visit.run("document.documentElement.dataset.page = 'the first'", &[]).await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    loaded(visit, &["app", "exercise"]).await?;

    follow(visit, &["labs/", LAB]).await?;
    visit.click("step").await?;
    until_step(visit, 1).await?;
    loaded(visit, &["app", "exercise", "lab"]).await?;

    follow(visit, &[ATTENTION]).await?;
    visit.click("step").await?;
    until_step(visit, 1).await?;
    loaded(visit, &["app", "attention", "exercise", "lab"]).await?;

    follow(visit, &["practice/", ANOTHER]).await?;
    run(visit, ANOTHER_RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.until("still the first page", SAME_PAGE, &[]).await
}

/// Not a variable: a driver may run scripts in a world of their own, and begin another.
const SAME_PAGE: &str = "return document.documentElement.dataset.page === 'the first'";

/// Clicks one link after the other.
async fn follow(visit: &Visit, paths: &[&str]) -> Result<()> {
    for path in paths {
        visit.click_css(&format!("a[href$='/{path}']")).await?;
        visit
            .until(path, "return location.pathname.endsWith(arguments[0])", &[(*path).into()])
            .await?;
    }
    Ok(())
}

/// Checks which of the programs the page has asked for.
async fn loaded(visit: &Visit, expect: &[&str]) -> Result<()> {
    let names: BTreeSet<String> = serde_json::from_value(visit.run(PROGRAMS, &[]).await?)?;
    ensure!(names.iter().eq(expect), "the page has loaded {names:?}, not {expect:?}");
    Ok(())
}

const PROGRAMS: &str = "\
    return performance.getEntriesByType('resource')
        .map(({ name }) => /\\/assets\\/(app|exercise|lab|attention)-[^/]+\\.wasm$/.exec(name)?.[1])
        .filter(Boolean)";

pub async fn a_frame_says_what_it_does_not_know(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    for item in ["", "labs/nowhere", "practice/../x", "attention/2", "__proto__", "%00"] {
        visit.driver.goto("about:blank").await?;
        visit.open(&context.sites.page(&format!("embed/v1/frame.html#item={item}"))).await?;
        let text = visit.page_text().await?;
        ensure!(text.contains("There is no item called"), "{item}: {text}");
    }
    Ok(())
}
