//! A trained model from the visitor's disk: chosen or dropped, checked, looked into, continued, left;
//! refused in words where it does not fit; and sent nowhere.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use browser_tests::{
    harness::Context,
    listener::Listener,
    visit::{PATIENCE, Visit},
};
use serde_json::Value;
use thirtyfour::{By, Key};

use crate::{access, attention::ATTENTION, policy::is_browsers_own};

/// A text that Hugging Face's transformers have read with the same files.
const TEXT: &str = "When Mary and John went to the store";
const IS_OPEN: &str = "return Boolean(document.querySelector(`[data-testid='own-model-bar']`)) && Boolean(document.querySelector(`[data-testid='attention-matrix']`))";

/// The files that Hugging Face's transformers wrote.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/gpt2")
}

async fn open_panel(visit: &Visit) -> Result<()> {
    visit.click_css("[data-testid='own-model-open'] > summary").await?;
    visit.element("own-model-files").await.map(drop)
}

/// Chooses files in the field, as a person does.
async fn choose(visit: &Visit, names: &[&str]) -> Result<()> {
    let paths: Vec<String> =
        names.iter().map(|name| folder().join(name).display().to_string()).collect();
    visit.element("own-model-files").await?.send_keys(paths.join("\n")).await?;
    Ok(())
}

/// Drops files on the panel; of the weights only so many bytes.
async fn drop_files(visit: &Visit, names: &[&str], weight_bytes: usize) -> Result<()> {
    let mut files = Vec::new();
    for name in names {
        let mut bytes = std::fs::read(folder().join(name))?;
        if name.ends_with(".safetensors") {
            bytes.truncate(weight_bytes);
        }
        files.push(serde_json::json!([name, bytes]));
    }
    let script = "const data = new DataTransfer();
        for (const [name, bytes] of arguments[0]) data.items.add(new File([new Uint8Array(bytes)], name));
        const panel = document.querySelector(`[data-testid='own-model']`);
        panel.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
    visit.run(script, &[files.into()]).await.map(drop)
}

async fn until_says(visit: &Visit, testid: &str, part: &str) -> Result<()> {
    let script = "return (document.querySelector(`[data-testid='${arguments[0]}']`)?.innerText ?? '').includes(arguments[1])";
    visit.until(&format!("{testid} says {part}"), script, &[testid.into(), part.into()]).await
}

async fn type_text(visit: &Visit, text: &str) -> Result<()> {
    let input = visit.element("prompt-input").await?;
    input.send_keys(Key::Control + "a").await?;
    input.send_keys(text).await.map_err(Into::into)
}

/// Layer and head of the matrix on screen, and its cells, row by row; masked ones are 0.
async fn shown(visit: &Visit) -> Result<(usize, usize, Vec<f64>)> {
    let script = "const it = document.querySelector(`[data-testid='attention-matrix']`);
        const cells = [...it.querySelectorAll('[data-row]')].map((cell) => Number(cell.dataset.value ?? 0));
        return [Number(it.dataset.layer), Number(it.dataset.head), cells]";
    Ok(serde_json::from_value(visit.run(script, &[]).await?)?)
}

/// Attention weights of one head for [`TEXT`], as Hugging Face's transformers have them.
fn expected(layer: usize, head: usize) -> Result<Vec<f64>> {
    let all = std::fs::read_to_string(folder().join("expected.json"))?;
    let all: Value = serde_json::from_str(&all)?;
    let texts = all["texts"].as_array().context("texts")?;
    let text = texts.iter().find(|text| text["text"] == TEXT).context("the text")?;
    Ok(serde_json::from_value(text["attentions"][layer - 1][head - 1].clone())?)
}

/// Waits until the matrix is that of [`TEXT`]: what was typed before its last letter may have as many
/// tokens.
async fn check_matrix(visit: &Visit) -> Result<()> {
    let count = "return document.querySelectorAll(`[data-testid='attention-matrix'] [data-row]`).length === 17 * 17";
    visit.until("a matrix of 17 tokens", count, &[]).await?;
    let start = Instant::now();
    loop {
        let (layer, head, cells) = shown(visit).await?;
        let expected = expected(layer, head)?;
        let far = cells.iter().zip(&expected).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        if cells.len() == expected.len() && far < 1e-4 {
            return Ok(());
        }
        let cells = cells.len();
        ensure!(
            start.elapsed() < PATIENCE,
            "head {layer}.{head} of {cells} cells is {far} away from Hugging Face's"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn look_inside(visit: &Visit) -> Result<()> {
    visit.click_css("#attention-tab-1").await?;
    visit.click_css("[data-stage='query.2.1']").await?;
    let cell = "[data-testid='attention-matrix'] [data-row='3'][data-column='5']";
    visit.until("the queries", "return /Queries, layer 2/.test(document.querySelector('.stage-view h2')?.innerText ?? '')", &[]).await?;
    visit.click_css(&format!("{cell} rect")).await?;
    let script = "const value = Number(document.querySelector(arguments[0])?.dataset.value);
        const said = document.querySelector(`[data-testid='cell-weight']`)?.innerText ?? '';
        return Math.abs(Number(said.replace('−', '-').trim()) - value) < 0.005";
    visit.until("the arithmetic of a query", script, &[cell.into()]).await
}

async fn write_on(visit: &Visit) -> Result<()> {
    visit.click_css("#attention-tab-4").await?;
    visit.click("write").await?;
    let ended = "return /Wrote|done/.test(document.querySelector(`[data-testid='write-status']`)?.innerText ?? '')";
    visit.until("the end of the writing", ended, &[]).await?;
    let longer =
        "return document.querySelector(`[data-testid='written']`).innerText.length > arguments[0]";
    visit.until("a longer text", longer, &[TEXT.len().into()]).await
}

pub async fn a_checkpoint_is_opened_looked_into_and_left(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(ATTENTION)).await?;
    visit.element("attention-matrix").await?;
    let text = "return document.querySelector(`[data-testid='prompt-input']`).value";
    let before = visit.run(text, &[]).await?;
    open_panel(visit).await?;
    choose(visit, &["model.safetensors", "vocab.json"]).await?;
    until_says(visit, "own-model-status", "Still missing: merges.txt").await?;
    choose(visit, &["merges.txt", "config.json"]).await?;
    visit.until("the model", IS_OPEN, &[]).await?;
    for gone in ["train", "step", "rewind", "scrub", "share", "samples", "add-lane"] {
        let found = visit.driver.find_all(By::Css(format!("[data-testid='{gone}']"))).await?;
        ensure!(found.is_empty(), "{gone} is offered for a model that is not trained");
    }
    type_text(visit, TEXT).await?;
    check_matrix(visit).await?;
    access::check_now(visit, "a checkpoint").await?;
    look_inside(visit).await?;
    write_on(visit).await?;
    visit.click("own-model-leave").await?;
    visit.element("train").await?;
    visit.until("the text as it was", &format!("{text} === arguments[0]"), &[before]).await?;
    visit.click("step").await?;
    let stepped = "return Number(document.querySelector(`[data-testid='step-count']`)?.dataset.value) % 10 === 1";
    visit.until("a further step", stepped, &[]).await
}

pub async fn files_that_do_not_fit_are_refused_in_words(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    let three = ["model.safetensors", "vocab.json", "merges.txt"];
    visit.open(&context.sites.page(ATTENTION)).await?;
    open_panel(visit).await?;
    drop_files(visit, &three, 100_000).await?;
    until_says(visit, "own-model-refused", "was the download complete?").await?;
    visit.element("train").await?;
    drop_files(visit, &["model.safetensors"], usize::MAX).await?;
    until_says(visit, "own-model-refused", "how many heads share its width of 32").await?;
    access::check_now(visit, "a refusal").await?;
    visit.click("own-model-heads-4").await?;
    visit.until("the model", IS_OPEN, &[]).await?;
    type_text(visit, TEXT).await?;
    check_matrix(visit).await?;
    type_text(visit, &"x".repeat(60)).await?;
    until_says(visit, "prompt-refusal", "60 tokens; at most 24 are shown").await
}

pub async fn nothing_of_it_is_sent_or_kept(context: &Context<'_>, first: &Visit) -> Result<()> {
    // Some drivers hold one window at a time: the first one makes room for one with a proxy.
    first.driver.goto("about:blank").await?;
    first.driver.clone().quit().await?;
    let proxy = Listener::start()?;
    let visit = context.visitor_through(proxy.address()).await?;
    // What the browser asks for itself, before the site is open, is not the site's.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let of_browser = proxy.heard().len();
    let session = opened_and_forgotten(context, &visit).await;
    visit.driver.quit().await?;
    session?;
    let heard = proxy.heard().into_iter().skip(of_browser);
    let asked: Vec<String> = heard.filter(|line| !is_browsers_own(line)).collect();
    ensure!(asked.is_empty(), "asked for: {asked:?}");
    Ok(())
}

async fn opened_and_forgotten(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(ATTENTION)).await?;
    visit.element("attention-matrix").await?;
    // Whatever the page itself sends from here on, it would have to send with one of these.
    let watch = "window.sent = [];
        for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) {
            const real = window[name];
            window[name] = function (...all) { window.sent.push(name); return new.target ? new real(...all) : real.apply(this, all); };
        }
        const beacon = navigator.sendBeacon.bind(navigator);
        navigator.sendBeacon = (...all) => { window.sent.push('beacon'); return beacon(...all); }";
    visit.run(watch, &[]).await?;
    open_panel(visit).await?;
    choose(visit, &["model.safetensors", "vocab.json", "merges.txt", "config.json"]).await?;
    visit.until("the model", IS_OPEN, &[]).await?;
    type_text(visit, TEXT).await?;
    check_matrix(visit).await?;
    let sent = visit.run("return window.sent", &[]).await?;
    ensure!(sent.as_array().is_some_and(Vec::is_empty), "sent by {sent}");
    let address = visit.run("return location.href", &[]).await?;
    ensure!(!address.as_str().is_some_and(|it| it.contains("Mary")), "the address is {address}");
    visit.driver.refresh().await?;
    visit.element("train").await?;
    visit.element("attention-matrix").await?;
    let kept = visit.driver.find_all(By::Css("[data-testid='own-model-bar']")).await?;
    ensure!(kept.is_empty(), "the checkpoint outlived a reload");
    Ok(())
}
