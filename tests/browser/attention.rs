//! The attention room: what it shows untrained, what it learns, what it refuses, and that a link
//! leads to the same weights everywhere.

use std::sync::Mutex;

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use thirtyfour::Key;

use crate::lab::{SAME_HASH, STEP, link_and_hash, same_elsewhere, until_step};

/// Page of the room.
pub const ATTENTION: &str = "attention/";
/// The same, before training.
pub const UNTRAINED: &str = "attention/#step=0";

/// The matrix in focus as rows of weights; masked cells are null.
const ROWS: &str = "\
    const rows = document.querySelectorAll(`[data-testid='attention-matrix'] [role='row']`);
    return [...rows].map((row) => [...row.querySelectorAll('[role=gridcell]')]
        .map((cell) => cell.dataset.masked === 'true' ? null : Number(cell.dataset.value)))";

async fn rows(visit: &Visit) -> Result<Vec<Vec<Option<f64>>>> {
    visit.element("attention-matrix").await?;
    Ok(serde_json::from_value(visit.run(ROWS, &[]).await?)?)
}

pub async fn the_untrained_model_is_shown_with_its_mask(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(UNTRAINED)).await?;
    let first = rows(visit).await?;
    ensure!(first.len() > 3, "a matrix of {} rows", first.len());
    for place in ["1.1", "1.2", "2.1", "2.2"] {
        let (layer, head) = place.split_at(1);
        let selector = format!(".heads [data-layer='{layer}'][data-head='{}']", &head[1..]);
        visit.click_css(&selector).await?;
        visit.until_attribute("attention-matrix", "data-head", &head[1..]).await?;
        check_causal(&rows(visit).await?)?;
    }
    let sum = visit.run(PROBABILITIES, &[]).await?.as_f64().unwrap_or_default();
    ensure!(sum > 0.0 && sum <= 1.0, "the likeliest next tokens add up to {sum}");
    Ok(())
}

const PROBABILITIES: &str =
    "return Number(document.querySelector(`[data-testid='next-token']`).dataset.probability)";

fn check_causal(rows: &[Vec<Option<f64>>]) -> Result<()> {
    for (query, row) in rows.iter().enumerate() {
        let visible: f64 = row.iter().flatten().sum();
        ensure!((visible - 1.0).abs() < 1e-4, "row {query} adds up to {visible}");
        for (key, cell) in row.iter().enumerate() {
            ensure!(cell.is_none() == (key > query), "cell {query}, {key}: {cell:?}");
        }
    }
    Ok(())
}

pub async fn a_head_learns_to_read_backwards(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(UNTRAINED)).await?;
    visit.click("train").await?;
    visit
        .until(
            "99 % of the next letters right",
            "return Number(document.querySelector(`[data-testid='accuracy']`)?.dataset.value) >= 0.99",
            &[],
        )
        .await?;
    visit.click("pause").await?;
    let input = visit.element("prompt-input").await?;
    input.send_keys(Key::Control + "a").await?;
    input.send_keys("magnet>tenga").await?;
    visit
        .until(
            "the next letter m",
            "return document.querySelector(`[data-testid='next-token']`)?.dataset.token === 'm'",
            &[],
        )
        .await?;
    visit
        .until(
            "a head that reads backwards",
            "return /reads the word backwards/.test(document.querySelector('h1').innerText)",
            &[],
        )
        .await?;
    let rows = rows(visit).await?;
    check_causal(&rows)?;
    // The diagonal of the letter to be written next, or of the letter just written.
    let on_diagonal = |shift: usize| {
        (6..12).filter(|query| strongest(&rows[*query]) + query == 12 - shift).count()
    };
    let mirrored = on_diagonal(0).max(on_diagonal(1));
    ensure!(mirrored >= 4, "only {mirrored} of 6 rows are on a reversed diagonal: {rows:?}");
    Ok(())
}

fn strongest(row: &[Option<f64>]) -> usize {
    let largest = |best: (usize, f64), (key, weight): (usize, &Option<f64>)| match weight {
        Some(weight) if *weight > best.1 => (key, *weight),
        _ => best,
    };
    row.iter().enumerate().fold((usize::MAX, -1.0), largest).0
}

/// The hash that the first browser's run came to; the others must come to the same.
static HASH: Mutex<Option<String>> = Mutex::new(None);

pub async fn a_link_replays_to_the_same_weights(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(UNTRAINED)).await?;
    visit.click("train").await?;
    until_step(visit, 30).await?;
    visit.click("pause").await?;
    let (link, hash) = link_and_hash(visit).await?;
    visit.driver.goto("about:blank").await?;
    visit.open(&link).await?;
    visit.until(&format!("the weights {hash}"), SAME_HASH, &[hash.into()]).await?;
    same_elsewhere(context, visit, &HASH, ATTENTION).await
}

pub async fn text_that_cannot_be_read_is_refused_in_words(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(UNTRAINED)).await?;
    let before = rows(visit).await?;
    let input = visit.element("prompt-input").await?;
    for text in ["12:30", "Grüße", "🦀", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
    {
        // Not every driver can type every character: the text arrives as an input event.
        visit.run(TYPE, &[text.into()]).await?;
        let refusal = visit.text("prompt-refusal").await?;
        ensure!(refusal.len() > 10, "{text}: {refusal:?}");
        ensure!(rows(visit).await? == before, "the last look is gone after {text}");
    }
    input.send_keys(Key::Control + "a").await?;
    input.send_keys("ab>b").await?;
    visit
        .until("four rows", "return document.querySelectorAll(`[data-testid='attention-matrix'] [role='row']`).length === 4", &[])
        .await?;
    let step = visit.run(&format!("return {STEP}"), &[]).await?;
    ensure!(step == 0, "typing trained: step {step}");
    Ok(())
}

const TYPE: &str = "\
    const input = document.querySelector(`[data-testid='prompt-input']`);
    input.value = arguments[0];
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))";

/// What a run stands at: step, hash, share of held-out tokens that is right.
const RUN: &str = "\
    const find = (name) => document.querySelector(`[data-testid='${name}']`);
    const step = Number(find('step-count')?.dataset.value);
    return find('attention-matrix') && step > 0
        ? [step, find('weights-hash').innerText.trim(), Number(find('accuracy').dataset.value)]
        : null";

pub async fn the_room_opens_on_a_model_that_was_trained_alike(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(ATTENTION)).await?;
    visit.until("a trained model", &format!("return (() => {{ {RUN} }})() !== null"), &[]).await?;
    let shipped = visit.run(RUN, &[]).await?;
    ensure!(shipped[2].as_f64() >= Some(0.99), "it opens on {shipped}");
    // Two lanes have no trained state: they begin at the beginning, here, in this browser.
    let step = &shipped[0];
    visit.driver.goto("about:blank").await?;
    visit.open(&context.sites.page(&format!("{ATTENTION}#step={step}&b.heads=1&b.seed=7"))).await?;
    visit.until("as many steps", &format!("return {STEP} === {step}"), &[]).await?;
    let trained = visit.run(RUN, &[]).await?;
    ensure!(trained[1] == shipped[1], "trained here {trained}, with the site {shipped}");
    visit.click("lane-b").await?;
    visit.until("other weights", SAME_HASH_NOT, &[trained[1].clone()]).await
}

const SAME_HASH_NOT: &str = "return document.querySelector(`[data-testid='weights-hash']`).innerText.trim() !== arguments[0]";
