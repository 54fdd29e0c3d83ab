//! Every lab: a prediction is asked for and graded, a link replays to the same bits in every browser,
//! lanes run side by side, the past can be looked at, and everything can be taken away.

use std::{collections::BTreeMap, sync::Mutex};

use anyhow::{Context as _, Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

use crate::lab::{HAS_HASH, OWN_TABLE, STEP, paste_table};

/// Every lab.
async fn slugs(visit: &Visit) -> Result<Vec<String>> {
    let script = "
        const site = JSON.parse(document.getElementById('warmstart-site').textContent);
        const index = await (await fetch(`${site.base}content/index.json`)).json();
        return index.filter((item) => item.kind === 'lab').map((item) => item.slug);";
    let slugs = visit.run_async(script, &[]).await?;
    Ok(serde_json::from_value(slugs)?)
}

/// Trains as fast as the worker can from now on.
pub async fn full_speed(visit: &Visit) -> Result<()> {
    visit.click_css("[data-testid='speed'] [data-value='full']").await
}

pub async fn every_lab_asks_runs_and_grades(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page("labs/")).await?;
    for slug in slugs(visit).await? {
        grades(context, visit, &slug).await.with_context(|| slug.clone())?;
    }
    Ok(())
}

async fn grades(context: &Context<'_>, visit: &Visit, slug: &str) -> Result<()> {
    visit.open(&context.sites.page(&format!("labs/{slug}/"))).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    full_speed(visit).await?;
    visit.click("answer").await?;
    visit.until("a grade", GRADED, &[]).await?;
    let right = "return document.querySelectorAll(`[data-testid='answer'][data-right='true']`).length === 1";
    visit.until("one right answer", right, &[]).await?;
    let why = visit.text("grade").await?;
    ensure!(why.len() > 120, "no reason in {why}");
    let diagnosis = visit.text("diagnosis").await?;
    ensure!(diagnosis.len() > 20, "no diagnosis: {diagnosis}");
    let empty = "
        const figures = [...document.querySelectorAll('.labs-figure')];
        return figures.length > 1 && figures.every((it) => it.querySelector('svg, canvas, table, dl, pre'))";
    visit.until("every figure drawn", empty, &[]).await
}

/// Whether the question has been answered by the run.
const GRADED: &str =
    "return (document.querySelector(`[data-testid='grade']`)?.innerText ?? '').length > 0";

/// Hashes of the first browser's runs, by lab; the others must come to the same.
static HASHES: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());

pub async fn every_link_replays_to_the_same_bits(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page("labs/")).await?;
    for slug in slugs(visit).await? {
        visit.driver.goto("about:blank").await?;
        visit.open(&context.sites.page(&format!("labs/{slug}/#seed=11&step=3"))).await?;
        let there = format!("return {STEP} > 0 && !document.querySelector('progress')");
        visit.until(&format!("{slug} at its step"), &there, &[]).await?;
        let hash = visit.text("weights-hash").await?.trim().to_owned();
        let mut known =
            HASHES.lock().map_err(|_| anyhow::anyhow!("another browser's test broke"))?;
        match known.get(&slug) {
            None => drop(known.insert(slug, hash)),
            Some(other) => {
                ensure!(*other == hash, "{slug}: {hash} here, {other} in another browser");
            }
        }
    }
    Ok(())
}

pub async fn lanes_are_compared_and_the_past_is_kept(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page("labs/k-means/#k=5&start=random&step=0")).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    visit.click("add-lane").await?;
    visit.element("lane-b").await?;
    let choose = "const field = document.querySelector(`[data-testid='set-k']`);
        field.value = '3'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    visit.run(choose, &[]).await?;
    let two = "return document.querySelectorAll(`[data-measure='inertia']`).length === 2";
    visit.until("two results", two, &[]).await?;
    for _ in 0..3 {
        visit.click("step").await?;
    }
    visit.until("three steps", &format!("return {STEP} === 3"), &[]).await?;
    let back = "const scrub = document.querySelector(`[data-testid='scrub']`);
        scrub.value = '1'; scrub.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    visit.run(back, &[]).await?;
    visit.until("an earlier step", &format!("return {STEP} === 1"), &[]).await?;
    visit.driver.refresh().await?;
    visit.element("lane-b").await.map(drop)
}

pub async fn an_own_table_is_read_and_kept(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page("labs/k-means/")).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    visit.click_css(OWN_TABLE).await?;
    paste_table(visit, "x,y\n1,2\n3\n").await?;
    ensure!(visit.text("table-error").await?.contains("Row 3"), "the row is not named");
    let rows: String = (0..12).map(|i| format!("{},{}\n", i % 3 * 10, i % 3 * 7 + i / 6)).collect();
    paste_table(visit, &format!("width,height\n{rows}")).await?;
    visit.click("use-table").await?;
    let named = "return document.body.innerText.includes('width')";
    visit.until("the visitor's columns", named, &[]).await?;
    visit.driver.refresh().await?;
    visit.until("the visitor's columns again", named, &[]).await
}

pub async fn figures_and_measures_are_taken_away(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page("labs/pca/")).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    visit.run(CATCH, &[]).await?;
    visit.click("take-away").await?;
    for (button, start) in [("save-svg", "<svg"), ("save-csv", ""), ("save-curve", "step,")] {
        visit.click(button).await?;
        let caught = "return window.caught.length === arguments[0]";
        let count = visit.run("return window.asked = (window.asked ?? 0) + 1", &[]).await?;
        visit.until(&format!("a file of {button}"), caught, &[count]).await?;
        let file = visit.run("return window.caught.at(-1)", &[]).await?;
        let file = file.as_str().unwrap_or_default();
        ensure!(file.len() > 40 && file.starts_with(start), "{button} gives {file:.80}");
    }
    Ok(())
}

/// Notes the text of every file that the page offers for download.
const CATCH: &str = "
    window.caught = [];
    const real = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        blob.text().then((text) => window.caught.push(text));
        return real.call(URL, blob);
    };";

pub async fn a_picture_has_the_shape_of_its_drawing(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page("labs/pca/")).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    visit.run(MEASURE, &[]).await?;
    visit.click("take-away").await?;
    let count = "return document.querySelectorAll(`[data-testid='figure'] option`).length";
    let count = visit.run(count, &[]).await?.as_u64().unwrap_or(0);
    let choose = "const field = document.querySelector(`[data-testid='figure']`);
        field.value = String(arguments[0]); field.dispatchEvent(new Event('change', { bubbles: true }))";
    let mut compared = 0;
    for index in 0..count {
        visit.run(choose, &[index.into()]).await?;
        let is_drawn = "return !document.querySelector(`[data-testid='save-picture']`).disabled";
        if !visit.run(is_drawn, &[]).await?.as_bool().unwrap_or(false) {
            continue;
        }
        visit.run("window.sizes = {}", &[]).await?;
        visit.click("save-picture").await?;
        let both = "return Boolean(window.sizes.svg && window.sizes.png)";
        visit.until("a drawing and its picture", both, &[]).await?;
        let sizes = visit.run("return window.sizes", &[]).await?;
        for side in 0..2 {
            let (svg, png) = (sizes["svg"][side].as_f64(), sizes["png"][side].as_f64());
            let (svg, png) = (svg.context("no size")?, png.context("no size")?);
            ensure!((png - 2.0 * svg).abs() <= 2.0, "figure {index}: {svg} became {png}");
        }
        compared += 1;
    }
    ensure!(compared > 1, "{compared} figures compared");
    Ok(())
}

pub async fn on_a_narrow_screen_results_stand_before_settings(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.driver.set_window_rect(0, 0, 600, 800).await?;
    visit.open(&context.sites.page("labs/optimisers/")).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    visit.until("figures", "return document.querySelectorAll('.labs-row').length > 1", &[]).await?;
    let order = "
        const parts = ['.labs-predict', '.lab-time', '.labs-results', '.lab-diagnosis', '.labs-row',
            '.labs-controls', '.labs-row ~ .labs-row'];
        const tops = parts.map((it) => document.querySelector(it).getBoundingClientRect().top);
        return tops.every((top, index) => index === 0 || top > tops[index - 1])";
    visit.until("question, run, results, a figure, settings, other figures", order, &[]).await?;
    let fits =
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    visit.until("a page as wide as the screen", fits, &[]).await
}

/// Notes the width and height of every drawing and picture that the page makes.
const MEASURE: &str = "
    window.sizes = {};
    const real = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        if (blob.type === 'image/svg+xml') {
            blob.text().then((text) => {
                const drawing = new DOMParser().parseFromString(text, blob.type).documentElement;
                window.sizes.svg = ['width', 'height'].map((it) => Number(drawing.getAttribute(it)));
            });
        } else {
            createImageBitmap(blob).then((it) => window.sizes.png = [it.width, it.height]);
        }
        return real.call(URL, blob);
    };";
