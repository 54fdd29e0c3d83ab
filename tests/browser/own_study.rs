//! The visitor's own side of the study room: stories, the projects of a résumé, pictures of practice.
//! Kept as they are typed, in no request, taken along and erased with everything else.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    access,
    storage::{CATCH_EXPORT, IMPORT, confirm},
    study::{CARD, QUESTION, press, type_into, until_text},
};

pub const STORIES: &str = "study/stories/";
pub const RESUME: &str = "study/resume/";
pub const HISTORY: &str = "study/history/";

/// What the visitor writes and no request may hold.
const SECRET: &str = "Zebrafinch";

/// Notes every request that a script of the page makes, with what it carries.
const WATCH: &str = "
    window.asked = [];
    const note = (it) => window.asked.push(it instanceof Request ? it.url : String(it ?? ''));
    const { fetch, navigator, XMLHttpRequest } = window;
    window.fetch = (...all) => { note(all[0]); note(all[1]?.body); return fetch.apply(window, all); };
    navigator.sendBeacon = (...all) => { all.forEach(note); return true; };
    const { open, send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (...all) { note(all[1]); return open.apply(this, all); };
    XMLHttpRequest.prototype.send = function (...all) { note(all[0]); return send.apply(this, all); };";

/// Whether none of them, and nothing that the browser fetched, holds a word.
async fn nothing_is_sent(visit: &Visit) -> Result<()> {
    let script = "const fetched = performance.getEntries().map(({ name }) => name);
        return [...window.asked, ...fetched].filter((it) => it.includes(arguments[0]))";
    let sent = visit.run(script, &[SECRET.into()]).await?;
    ensure!(sent.as_array().is_some_and(Vec::is_empty), "sent: {sent}");
    Ok(())
}

async fn until_focus(visit: &Visit, testid: &str) -> Result<()> {
    let script = "return document.activeElement?.dataset.testid === arguments[0]";
    visit.until(&format!("the focus on {testid}"), script, &[testid.into()]).await
}

async fn until_count(visit: &Visit, testid: &str, count: u32) -> Result<()> {
    let script = "return document.querySelectorAll(`[data-testid='${arguments[0]}']`).length === arguments[1]";
    visit.until(&format!("{count} of {testid}"), script, &[testid.into(), count.into()]).await
}

async fn until_value(visit: &Visit, testid: &str, value: &str) -> Result<()> {
    let script =
        "return document.querySelector(`[data-testid='${arguments[0]}']`)?.value === arguments[1]";
    visit.until(&format!("{value:?} in {testid}"), script, &[testid.into(), value.into()]).await
}

pub async fn stories_are_written_mapped_and_taken_along(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(STORIES)).await?;
    visit.run(WATCH, &[]).await?;
    until_text(visit, "matrix-count", "0 of 40").await?;
    visit.click("add-story").await?;
    until_focus(visit, "story-title").await?;
    press(visit, SECRET).await?;
    type_into(visit, "story-result", "From 90 to 31 ms.").await?;
    until_text(visit, "own-row", "5 words").await?;
    type_into(visit, "find-question", "conflict").await?;
    // Else the list shrinks under the pointer.
    let found = "return document.querySelectorAll('[data-testid=story-question]').length < 8";
    visit.until("what was looked for", found, &[]).await?;
    visit.click_css("[data-testid=story-question][data-slug=conflict-with-a-peer]").await?;
    until_text(visit, "matrix-count", "1 of 40").await?;

    // Removed and brought back by keyboard: the focus is never lost.
    visit.element("own-remove").await?.send_keys(Key::Enter + "").await?;
    until_focus(visit, "own-undo").await?;
    until_count(visit, "own-row", 0).await?;
    press(visit, Key::Enter).await?;
    until_focus(visit, "own-open").await?;
    until_count(visit, "own-row", 1).await?;
    nothing_is_sent(visit).await?;

    visit.open(&context.sites.page(QUESTION)).await?;
    visit.run(WATCH, &[]).await?;
    visit.click("use-story").await?;
    until_text(visit, "own-said", SECRET).await?;
    type_into(visit, "words-task", "Half the energy.").await?;
    visit.click("save-story").await?;
    until_text(visit, "own-said", "Half the energy").await?;
    until_count(visit, "own-story", 2).await?;
    until_count(visit, "save-story", 0).await?;
    until_value(visit, "words-task", "Half the energy.").await?;
    nothing_is_sent(visit).await?;

    visit.open(&context.sites.page(STORIES)).await?;
    until_count(visit, "own-row", 2).await?;
    until_text(visit, "matrix-count", "2 of 40").await?;
    taken_along(context, visit).await
}

/// Exported, erased, and imported with a record that somebody else has written.
async fn taken_along(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page("privacy/")).await?;
    visit.run(CATCH_EXPORT, &[]).await?;
    visit.click("export").await?;
    visit.until("an exported file", "return typeof window.exported === 'string'", &[]).await?;
    let file = visit.run("return window.exported", &[]).await?;
    let file = file.as_str().context("no text")?;
    ensure!(file.contains(SECRET), "the story is not in {file}");
    visit.click("erase").await?;
    confirm(visit).await?;
    // A page that is left while its database is being deleted holds up the next one.
    let erased = "return document.body.innerText.includes('Everything is erased')";
    visit.until("everything erased", erased, &[]).await?;
    visit.open(&context.sites.page(STORIES)).await?;
    until_text(visit, "matrix-count", "0 of 40").await?;

    let file = file.replacen(SECRET, "<img src=x id=injected>", 1);
    let mut file: Value = serde_json::from_str(&file)?;
    let code = file["stores"]["code"].as_object_mut().context("no store")?;
    code.insert("study/story/odd".to_owned(), json!({ "title": 7, "questions": "all" }));
    code.insert("study/story/../x".to_owned(), json!({ "title": "elsewhere" }));
    code.insert("study/story/none".to_owned(), json!("no record"));
    visit.open(&context.sites.page("privacy/")).await?;
    visit.element("import").await?;
    visit.run(IMPORT, &[file.to_string().into()]).await?;
    let said = "return document.body.innerText.includes('Imported')";
    visit.until("the import", said, &[]).await?;
    visit.open(&context.sites.page(STORIES)).await?;
    until_count(visit, "own-row", 3).await?;
    let injected = visit.run("return Boolean(document.getElementById('injected'))", &[]).await?;
    ensure!(injected == false, "a title became an element");
    Ok(())
}

const FIRST: &str =
    "return document.querySelector('[data-testid=drill-question]')?.dataset.id === arguments[0]";

pub async fn a_project_is_drilled_and_the_shaky_come_first(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(RESUME)).await?;
    visit.run(WATCH, &[]).await?;
    visit.click("add-project").await?;
    until_focus(visit, "project-name").await?;
    press(visit, SECRET).await?;
    type_into(visit, "project-before", "90 {name}").await?;
    let before = visit.text("drill-count").await?;
    visit.click_css("li:nth-child(5) > label > [data-testid=project-has]").await?;
    let more = "return parseInt(document.querySelector('[data-testid=drill-count]').innerText) > arguments[0]";
    let count = before.split(' ').next().unwrap_or_default().parse::<u32>()?;
    visit.until("questions about a device", more, &[count.into()]).await?;

    // The project's words stand in the question as they were typed.
    let summary = "return document.querySelector('[data-id=before-after] summary').innerText";
    let asked = visit.run(summary, &[]).await?;
    let asked = asked.as_str().unwrap_or_default();
    ensure!(asked.contains("Take 90 {name} and the number after"), "{asked}");
    visit.click_css("[data-id=before-after] summary").await?;
    type_into(visit, "answer-before-after", "On the same phone, twice.").await?;
    visit.click_css("[data-testid=rating-before-after] [data-value=shaky]").await?;
    until_text(visit, "drill-count", "1 shaky").await?;
    let stays = "return document.querySelector('[data-testid=drill-question]')?.dataset.id !== arguments[0]";
    visit.until("no jump", stays, &["before-after".into()]).await?;
    visit.click_css("[data-testid=drill-order] [data-value=next]").await?;
    visit.until("the shaky one first", FIRST, &["before-after".into()]).await?;
    access::check_now(visit, "a project open").await?;
    nothing_is_sent(visit).await?;

    visit.driver.refresh().await?;
    visit.click("own-open").await?;
    visit.until("the shaky one first", FIRST, &["before-after".into()]).await?;
    until_value(visit, "answer-before-after", "On the same phone, twice.").await?;
    until_value(visit, "project-name", SECRET).await
}

pub async fn what_was_rated_is_drawn(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(HISTORY)).await?;
    visit.css(".empty").await?;
    visit.open(&context.sites.page(CARD)).await?;
    visit.click("say").await?;
    visit.click("rate-good").await?;
    until_text(visit, "falls", "Recall falls from 100 %").await?;
    visit.click_css("[data-testid=falls] a[href$='/study/history/']").await?;

    until_text(visit, "ratings", "1 rating on 1 of the last 84 days").await?;
    until_text(visit, "forgetting", "Of 1 item that you rated you would recall 100 % today")
        .await?;
    until_text(visit, "topics", "topics begun").await?;
    visit.css("[data-testid=ratings] .fig-stack").await?.send_keys(Key::End + "").await?;
    let read = "return /good 1/.test(document.querySelector('[data-testid=ratings] [data-testid=reading]').textContent)";
    visit.until("the value of today", read, &[]).await?;
    visit.click_css("[data-testid=forgetting] .as-table button").await?;
    visit.css("[data-testid=forgetting] .as-table table").await?;
    visit.click_css("[data-testid=single-items] summary").await?;
    until_text(visit, "single-items", "100 %").await?;
    visit.run(CATCH_EXPORT, &[]).await?;
    visit.click_css("[data-testid=topics] [data-testid=save-svg]").await?;
    visit.until("a drawing", "return (window.exported ?? '').includes('<svg')", &[]).await?;
    access::check_now(visit, "pictures of practice").await
}
