//! The decision-boundary lab: it learns, replays to the same weights elsewhere, steps, rewinds,
//! explains a divergence, is drawn on, and shows what one unit sees.

use std::sync::Mutex;

use anyhow::{Context as _, Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use thirtyfour::Key;

/// Page of the lab.
pub const LAB: &str = "labs/decision-boundary/";

/// Reads the step counter; digits are grouped by spaces.
pub const STEP: &str = "Number((document.querySelector(`[data-testid='step-count']`)?.innerText ?? '').replace(/\\D/g, ''))";

/// Waits until a run has made at least so many steps.
pub async fn until_step(visit: &Visit, step: u64) -> Result<()> {
    visit.until(&format!("step {step}"), &format!("return {STEP} >= {step}"), &[]).await
}

/// What opens the place for an own table.
pub const OWN_TABLE: &str = "[data-testid='own-data'] summary";

/// Pastes an own table; its place has to be open.
pub async fn paste_table(visit: &Visit, text: &str) -> Result<()> {
    let paste = "const field = document.querySelector(`[data-testid='table-text']`);
        field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    visit.run(paste, &[text.into()]).await.map(drop)
}

pub async fn the_default_settings_separate_the_moons(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(LAB)).await?;
    visit.click("train").await?;
    visit
        .until(
            "a test accuracy of 97 %",
            "const text = document.querySelector(`[data-testid='test-accuracy']`)?.innerText ?? '';
             return Number.parseFloat(text.replace(',', '.')) >= 97",
            &[],
        )
        .await?;
    visit.click("pause").await
}

/// The hash that the first browser's run came to; the others must come to the same.
static HASH: Mutex<Option<String>> = Mutex::new(None);

pub async fn a_link_replays_to_the_same_weights(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(LAB)).await?;
    visit.click("train").await?;
    until_step(visit, 200).await?;
    visit.click("pause").await?;
    let (link, hash) = link_and_hash(visit).await?;
    visit.driver.goto("about:blank").await?;
    visit.open(&link).await?;
    visit.until(&format!("the weights {hash}"), SAME_HASH, &[hash.into()]).await?;
    same_elsewhere(context, visit, &HASH, LAB).await?;
    let hash = visit.text("weights-hash").await?;
    ensure!(hash.trim() == FIRST_VERSION, "{hash} where the lab's first version came to another");
    Ok(())
}

/// What seed 11 came to at step 60 when this lab was the only one: old links stay true.
const FIRST_VERSION: &str = "418349b7e857099d";

/// Whether the hash in sight is the one given.
pub const SAME_HASH: &str = "\
    const it = document.querySelector(`[data-testid='weights-hash']`);
    return it?.innerText.trim() === arguments[0]";

/// Whether there is a model, with weights to hash.
pub const HAS_HASH: &str = "\
    const it = document.querySelector(`[data-testid='weights-hash']`);
    return /^[0-9a-f]{16}$/.test(it?.innerText.trim())";

/// Makes a share link; gives it and the hash that it must lead to.
pub async fn link_and_hash(visit: &Visit) -> Result<(String, String)> {
    // The last frame may still be on its way when the run has been paused.
    visit.until("a run that stands still", STANDS_STILL, &[]).await?;
    visit.click("share").await?;
    visit
        .until(
            "a link",
            "return Boolean(document.querySelector(`[data-testid='share-link']`)?.value)",
            &[],
        )
        .await?;
    let link =
        visit.run("return document.querySelector(`[data-testid='share-link']`).value", &[]).await?;
    let link = link.as_str().context("no link")?.to_owned();
    ensure!(link.contains('#') && !link.contains('?'), "not in the fragment: {link}");
    Ok((link, visit.text("weights-hash").await?.trim().to_owned()))
}

/// Whether the weights are the same as twenty frames ago.
const STANDS_STILL: &str = "\
    const hash = () => document.querySelector(`[data-testid='weights-hash']`)?.innerText;
    const before = hash();
    return new Promise((end) => {
        let frames = 0;
        const next = () => (frames += 1) < 20 ? requestAnimationFrame(next) : end(hash() === before);
        next();
    })";

/// Trains to the same step in every browser, and compares.
pub async fn same_elsewhere(
    context: &Context<'_>,
    visit: &Visit,
    known: &'static Mutex<Option<String>>,
    page: &str,
) -> Result<()> {
    visit.driver.goto("about:blank").await?;
    visit.open(&context.sites.page(&format!("{page}#seed=11&step=60"))).await?;
    visit.until("step 60", &format!("return {STEP} === 60"), &[]).await?;
    let hash = visit.text("weights-hash").await?.trim().to_owned();
    let mut known = known.lock().map_err(|_| anyhow::anyhow!("another browser's test broke"))?;
    match &*known {
        None => *known = Some(hash),
        Some(other) => ensure!(*other == hash, "{hash} here, {other} in another browser"),
    }
    Ok(())
}

pub async fn steps_can_be_taken_and_rewound(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(LAB)).await?;
    visit.until("a hash of the first weights", HAS_HASH, &[]).await?;
    let start = visit.text("weights-hash").await?;
    for step in 1..=3 {
        visit.click("step").await?;
        visit.until("the next step", &format!("return {STEP} === {step}"), &[]).await?;
    }
    let third = visit.text("weights-hash").await?;
    ensure!(third != start, "three steps change nothing");
    visit.click("rewind").await?;
    visit.until("the start", SAME_HASH, &[start.trim().into()]).await?;
    for step in 1..=3 {
        visit.click("step").await?;
        visit.until("the next step", &format!("return {STEP} === {step}"), &[]).await?;
    }
    visit.until("the same third step", SAME_HASH, &[third.trim().into()]).await
}

pub async fn divergence_is_explained(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(&format!("{LAB}#{DIVERGING}"))).await?;
    visit.click("train").await?;
    visit
        .until(
            "a diagnosis that names step and learning rate",
            "const text = document.querySelector(`[data-testid='diagnosis']`)?.innerText ?? '';
             return /step/i.test(text) && /learning rate/i.test(text)",
            &[],
        )
        .await
}

const DIVERGING: &str = "lr=10&l2=1&opt=sgd&act=relu";

pub async fn points_are_drawn_and_travel_in_a_link(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{LAB}#data=own"))).await?;
    visit
        .until("a plane to draw on", "return Boolean(document.querySelector('.fig-drawn'))", &[])
        .await?;
    visit.run("document.querySelector('.fig-drawn').focus()", &[]).await?;
    let keys = [
        Key::Left + "a",
        Key::Left + "a",
        Key::Right + "",
        Key::Right + "",
        Key::Right + "b",
        Key::Right + "b",
        Key::Right + "b",
    ];
    for key in keys {
        visit.driver.action_chain().send_keys(key).perform().await?;
    }
    counted(visit, "2 of A, 3 of B").await?;
    visit.driver.action_chain().send_keys(Key::Delete).perform().await?;
    counted(visit, "2 of A, 2 of B").await?;
    visit.click("undo").await?;
    counted(visit, "2 of A, 3 of B").await?;
    visit.until("a network on these points", HAS_HASH, &[]).await?;
    for step in 1..=2 {
        visit.click("step").await?;
        visit.until("the next step", &format!("return {STEP} === {step}"), &[]).await?;
    }
    let (link, hash) = link_and_hash(visit).await?;
    ensure!(link.contains("points=h5."), "no points in {link}");
    visit.click_css("[data-testid='pencil'] [data-value='0']").await?;
    visit.click("clear-points").await?;
    counted(visit, "0 of A, 0 of B").await?;
    visit.driver.goto("about:blank").await?;
    visit.open(&link).await?;
    visit.until(&format!("the weights {hash}"), SAME_HASH, &[hash.into()]).await
}

/// Waits until so many points are counted.
pub async fn counted(visit: &Visit, words: &str) -> Result<()> {
    let script =
        "return document.querySelector(`[data-testid='own-count']`)?.innerText === arguments[0]";
    visit.until(words, script, &[words.into()]).await
}

pub async fn a_unit_is_looked_at_large(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(&format!("{LAB}#step=40"))).await?;
    visit.until("step 40", &format!("return {STEP} === 40"), &[]).await?;
    visit.run("document.querySelector('.fig-chosen').focus()", &[]).await?;
    for key in [Key::Home, Key::Right, Key::Enter] {
        visit.driver.action_chain().send_keys(key).perform().await?;
    }
    let titled = "return document.querySelector(`[data-panel='map'] .fig-title`).innerText.includes(arguments[0])";
    visit.until("a unit's map", titled, &["layer 1, unit".into()]).await?;
    visit.click("whole-map").await?;
    let gone = "return !document.querySelector(`[data-testid='whole-map']`)";
    visit.until("the whole network's map", gone, &[]).await
}

pub async fn a_table_s_errors_name_line_and_column(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{LAB}#step=0"))).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    visit.click_css(OWN_TABLE).await?;
    paste_table(visit, "x,y,label\n1,2,A\n\n3,two,B\n200,1,A\n").await?;
    let said = visit.text("table-error").await?;
    for part in ["Row 4, column y: “two” is no number", "Row 5, column x: 200 is too far out"] {
        ensure!(said.contains(part), "{said} lacks {part}");
    }
    let rows = "x,y,label\n1,1,A\n2,,A\n1,2,A\n3,1,B\n3,2,B\n";
    paste_table(visit, rows).await?;
    let gap = visit.text("table-gaps").await?;
    ensure!(gap.contains("Row 3, column y: the value is missing"), "{gap}");
    visit.click("use-table").await?;
    counted(visit, "2 of A, 2 of B").await
}
