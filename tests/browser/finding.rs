//! Finding one's way through the exercises: search, filters in the address, tracks, what comes next.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

use crate::practice::{RIGHT, run, verdict};

/// Titles of the exercises in the list.
const TITLES: &str =
    "return [...document.querySelectorAll('.list h2')].map((it) => it.firstChild.textContent)";

async fn titles(visit: &Visit) -> Result<Vec<String>> {
    Ok(serde_json::from_value(visit.run(TITLES, &[]).await?)?)
}

async fn until_count(visit: &Visit, count: usize) -> Result<()> {
    let script = "return document.querySelectorAll('.list h2').length === arguments[0]";
    visit.until(&format!("{count} exercises in the list"), script, &[count.into()]).await
}

async fn fragment(visit: &Visit) -> Result<String> {
    let hash = visit.run("return location.hash + ' ' + location.search", &[]).await?;
    Ok(hash.as_str().unwrap_or_default().trim_end().to_owned())
}

pub async fn search_and_filters_travel_in_the_fragment(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    let page = context.sites.page("practice/");
    visit.open(&page).await?;
    visit.element("suggestion").await?;
    let all = titles(visit).await?;
    ensure!(all.len() > 3, "only {all:?}");
    visit.element("search").await?.send_keys("boxes overlap").await?;
    until_count(visit, 1).await?;
    ensure!(titles(visit).await? == ["Intersection over union"], "{:?}", titles(visit).await?);
    ensure!(fragment(visit).await? == "#q=boxes+overlap", "{}", fragment(visit).await?);
    visit.click("clear-filters").await?;
    until_count(visit, all.len()).await?;
    ensure!(fragment(visit).await?.is_empty(), "{}", fragment(visit).await?);

    visit.open(&format!("{page}#topic=vision&level=warm-up&time=10&status=new")).await?;
    visit.driver.refresh().await?;
    visit.element("suggestion").await?;
    let few = titles(visit).await?;
    ensure!(
        few.contains(&"Intersection over union".to_owned()) && few.len() < all.len(),
        "{few:?}"
    );
    let level =
        visit.run("return document.querySelector(`[data-testid='level']`).value", &[]).await?;
    ensure!(level == "warm-up", "the field says {level}");
    Ok(())
}

pub async fn a_track_counts_what_is_solved_and_the_next_is_another(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page("practice/")).await?;
    let first = visit.attribute("suggestion", "data-slug").await?;
    visit.open(&context.sites.page("practice/intersection-over-union/")).await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.click_css("nav a[href$='practice/']").await?;
    let script = "return /^1 of/.test(document.querySelector(`[data-slug='four-weeks'] .num`)?.innerText ?? '')";
    visit.until("one solved of the track", script, &[]).await?;
    let next = visit.attribute("suggestion", "data-slug").await?;
    ensure!(next != "intersection-over-union" && !first.is_empty(), "{first}, then {next}");
    let why = visit.text("suggestion").await?;
    ensure!(why.contains("solved"), "no reason in {why}");
    visit.click_css("[data-slug='four-weeks']").await?;
    visit.css(".part-title").await?;
    ensure!(fragment(visit).await? == "#track=four-weeks", "{}", fragment(visit).await?);
    ensure!(titles(visit).await?[0] == "Intersection over union", "{:?}", titles(visit).await?);
    Ok(())
}
