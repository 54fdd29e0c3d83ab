//! The interview room: an onsite of five rounds by keyboard alone, from the choice to a printed and
//! saved report; a single round with its sheet; a damaged record.

use anyhow::{Context as _, Result, bail, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::Value;
use thirtyfour::Key;

use crate::{
    access::check_now,
    keyboard::{press, tab_to},
    storage::{CATCH_EXPORT, RATINGS},
    study::{set, until_text},
};

pub const INTERVIEW: &str = "interview/";
pub const SHEET: &str =
    "interview/#sheet=design&minutes=45&level=senior&items=design/wake-word,card/activation-choice";

const WORKING: &str = "Ask for the range of the numbers first.";
const NOTES: &str = "Spoke too fast.";

/// Types over what stands in a field, by keyboard.
async fn type_over(visit: &Visit, testid: &str, text: &str) -> Result<()> {
    tab_to(visit, testid, |it| it["own"] == testid).await?;
    visit.press_with_control("a").await?;
    Ok(visit.driver.action_chain().send_keys(text).perform().await?)
}

/// Goes to a button by Tab and presses Enter.
async fn enter(visit: &Visit, testid: &str) -> Result<()> {
    tab_to(visit, testid, |it| it["own"] == testid).await?;
    press(visit, Key::Enter).await
}

/// The same by Shift and Tab, from what stands below.
async fn enter_above(visit: &Visit, testid: &str) -> Result<()> {
    back_to(visit, testid).await?;
    press(visit, Key::Enter).await
}

/// Goes back by Shift and Tab.
async fn back_to(visit: &Visit, testid: &str) -> Result<()> {
    let own = "return document.activeElement?.dataset?.testid ?? document.activeElement?.tagName";
    let mut seen = Vec::new();
    for _ in 0..80 {
        let now = visit.run(own, &[]).await?;
        if now == testid {
            return Ok(());
        }
        seen.push(now.to_string());
        let keys = visit.driver.action_chain().key_down(Key::Shift).send_keys(Key::Tab);
        keys.key_up(Key::Shift).perform().await?;
    }
    bail!("Shift and Tab never reach {testid}; they went over\n{}", seen.join("\n"))
}

/// Waits for a page of the room: its heading says so and has the focus.
async fn until_heading(visit: &Visit, words: &str) -> Result<()> {
    let script = "const it = document.activeElement;
        return it?.id === 'interview-heading' && it.innerText.includes(arguments[0])";
    visit.until(&format!("the focus on {words:?}"), script, &[words.into()]).await
}

/// Waits until a field holds a text.
async fn until_value(visit: &Visit, testid: &str, text: &str) -> Result<()> {
    let script =
        "return document.querySelector(`[data-testid='${arguments[0]}']`)?.value === arguments[1]";
    visit.until(&format!("{text:?} in {testid}"), script, &[testid.into(), text.into()]).await
}

/// Waits until every item of the round can be scored, and counts them.
async fn to_score(visit: &Visit) -> Result<u64> {
    let script = "const items = [...document.querySelectorAll('[data-testid=scored]')];
        return items.length > 0 && items.every((it) => it.querySelector('[data-testid=own], [data-testid=criterion]'))";
    visit.until("items to score", script, &[]).await?;
    let count = "return document.querySelectorAll('[data-testid=scored]').length";
    visit.run(count, &[]).await?.as_u64().context("no count")
}

/// Scores each item by Space: the first line of its rubric, or one's own judgement.
async fn score_all(visit: &Visit) -> Result<()> {
    for done in 1..=to_score(visit).await? {
        let unscored = "return [...document.querySelectorAll('[data-testid=scored]')].findIndex((it) => it.contains(document.activeElement))";
        let mut tabs = 0;
        loop {
            let at = visit.run(unscored, &[]).await?.as_i64();
            let is_box =
                "return ['own', 'criterion'].includes(document.activeElement?.dataset?.testid)";
            if at == Some(done as i64 - 1) && visit.run(is_box, &[]).await? == true {
                break;
            }
            tabs += 1;
            ensure!(tabs < 80, "Tab never reaches the score of item {done}");
            press(visit, Key::Tab).await?;
        }
        press(visit, " ").await?;
        until_text(visit, "marked", &format!("{done} of")).await?;
    }
    Ok(())
}

pub async fn an_onsite_goes_from_start_to_report_by_keyboard(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(INTERVIEW)).await?;
    visit.element("start-loop").await?;
    tab_to(visit, "the presets", |it| it["id"] == "preset").await?;
    press(visit, Key::Enter).await?;
    until_text(visit, "length", "9 rounds").await?;
    press(visit, Key::Tab).await?;
    press(visit, Key::Enter).await?;
    until_text(visit, "length", "5 rounds").await?;
    type_over(visit, "minutes-coding", "4").await?;
    for (round, minutes) in [("theory", "7"), ("domain", "8"), ("behaviour", "5")] {
        type_over(visit, &format!("minutes-{round}"), minutes).await?;
    }
    enter(visit, "start-loop").await?;
    until_text(visit, "refused", "a round takes 5 to 120 minutes").await?;
    back_to(visit, "minutes-coding").await?;
    type_over(visit, "minutes-coding", "15").await?;
    until_text(visit, "length", "5 rounds, 1 h 25 min").await?;
    enter(visit, "start-loop").await?;

    until_heading(visit, "Next: Coding").await?;
    enter(visit, "begin").await?;
    until_heading(visit, "Coding").await?;
    first_round(visit).await?;
    for round in ["Theory", "System design", "Domain", "Behaviour"] {
        until_heading(visit, &format!("Next: {round}")).await?;
        enter(visit, "begin").await?;
        until_heading(visit, round).await?;
        enter(visit, "end-round").await?;
        enter(visit, "confirm").await?;
        until_heading(visit, "Score yourself").await?;
        score_all(visit).await?;
        let next = if round == "Behaviour" { "see-report" } else { "next-round" };
        enter_above(visit, next).await?;
    }
    until_heading(visit, "Mock loop").await?;
    check_now(visit, "a report").await?;
    take_away(visit).await
}

/// Written in, paused, reloaded paused and running, ended, and refused until it is scored.
async fn first_round(visit: &Visit) -> Result<()> {
    visit.element("asked").await?;
    check_now(visit, "a running round").await?;
    type_over(visit, "working", WORKING).await?;
    type_over(visit, "notes", NOTES).await?;
    enter_above(visit, "hold").await?;
    until_text(visit, "said", "The clock is stopped").await?;
    let stands = visit.text("clock").await?;
    visit.driver.refresh().await?;
    visit.element("covered").await?;
    ensure!(visit.text("clock").await? == stands, "the clock went on from {stands}");
    let asked = visit.run("return document.querySelector('[data-testid=asked]')", &[]).await?;
    ensure!(asked.is_null(), "paused, and not covered");
    enter(visit, "hold").await?;
    until_value(visit, "working", WORKING).await?;
    visit.driver.refresh().await?;
    until_value(visit, "working", WORKING).await?;
    until_value(visit, "notes", NOTES).await?;
    let runs = "return document.querySelector('[data-testid=clock]').innerText !== arguments[0]";
    visit.until("a running clock", runs, &[stands.into()]).await?;
    ensure!(
        visit.run("return document.querySelector('[data-testid=answer]')", &[]).await?.is_null(),
        "an answer in a running round"
    );
    enter(visit, "end-round").await?;
    enter(visit, "confirm").await?;
    until_heading(visit, "Score yourself").await?;
    to_score(visit).await?;
    enter(visit, "next-round").await?;
    until_text(visit, "refused", "left to score").await?;
    score_all(visit).await?;
    check_now(visit, "a round to score").await?;
    enter_above(visit, "next-round").await
}

/// The report is saved in both forms and printed.
async fn take_away(visit: &Visit) -> Result<()> {
    visit.run(CATCH_EXPORT, &[]).await?;
    // What is offered has been read by then; Firefox's panel of downloads would take the keys.
    visit.run("HTMLAnchorElement.prototype.click = () => {}", &[]).await?;
    visit.run("window.print = () => { window.isPrinted = true; }", &[]).await?;
    enter(visit, "print").await?;
    visit.until("the browser asked to print", "return window.isPrinted === true", &[]).await?;
    enter(visit, "save-markdown").await?;
    let holds = "return (window.exported ?? '').startsWith(arguments[0]) && arguments[1].every((it) => window.exported.includes(it))";
    let texts: Value = vec![WORKING, NOTES].into();
    visit.until("a report in Markdown", holds, &["# Mock loop".into(), texts.clone()]).await?;
    enter(visit, "save-json").await?;
    visit.until("a report in JSON", holds, &["{".into(), texts]).await?;
    for hidden in [".bar", ".dock", ".no-print"] {
        ensure!(visit.run(PRINTS_WITHOUT, &[hidden.into()]).await? == true, "{hidden} on paper");
    }
    Ok(())
}

/// Whether a rule for paper hides what a selector names.
const PRINTS_WITHOUT: &str = "
    const rules = [...document.styleSheets].flatMap((it) => [...it.cssRules]);
    const paper = rules.filter((it) => it.media?.mediaText === 'print').flatMap((it) => [...it.cssRules]);
    return paper.some((it) => it.selectorText?.split(/, */).includes(arguments[0]) && it.style.display === 'none')";

pub async fn a_single_round_is_asked_rated_once_and_mended(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    let room = context.sites.page(INTERVIEW);
    visit.open(&room).await?;
    set(visit, "minutes-theory", "7").await?;
    visit.click("alone-theory").await?;
    let sheet = visit.attribute("sheet-link", "href").await?;
    let origin = visit.run("return location.origin", &[]).await?;
    visit.open(&format!("{}{sheet}", origin.as_str().unwrap_or_default())).await?;
    until_text(visit, "sheet", "A strong answer").await?;
    visit.element("sheet-rubric").await?;
    let slug = visit.attribute("sheet-item", "data-slug").await?;
    visit.open(&room).await?;
    visit.click("begin").await?;
    ensure!(visit.attribute("asked", "data-slug").await? == slug, "the sheet is of another item");
    visit.click("end-round").await?;
    visit.click("confirm").await?;
    score_all(visit).await?;
    visit.click("see-report").await?;
    until_text(visit, "fed", "The score of 1 item").await?;
    let report = visit.run("return location.href", &[]).await?;
    let report = report.as_str().context("no address")?.to_owned();

    // Taken back by hand, the rating stays so: a report that is opened again rates nothing.
    visit.open(&context.sites.page(&format!("study/{slug}/"))).await?;
    visit.click("say").await?;
    visit.click("undo").await?;
    visit.until("no rating", "return !document.querySelector('[data-testid=undo]')", &[]).await?;
    visit.element("next-up").await?;
    visit.open(&report).await?;
    until_text(visit, "fed", "The score of 1 item").await?;
    visit.driver.refresh().await?;
    until_text(visit, "fed", "The score of 1 item").await?;
    visit.open(&context.sites.page("privacy/")).await?;
    visit.until("no rating", RATINGS, &[0.into()]).await?;

    visit.run_async(DAMAGE, &[]).await?;
    visit.open(&room).await?;
    until_text(visit, "damaged", "The kept loop cannot be read").await?;
    let reports =
        "return document.querySelectorAll('[data-testid=earlier]').length === arguments[0]";
    visit.until("one report", reports, &[1.into()]).await?;
    visit.click("ask").await?;
    visit.click("confirm").await?;
    visit.until("no report", reports, &[0.into()]).await?;
    visit.click("alone-behaviour").await?;
    visit.element("begin").await.map(drop)
}

pub async fn a_coding_round_opens_an_editor_that_helps_with_nothing(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(INTERVIEW)).await?;
    set(visit, "minutes-coding", "20").await?;
    visit.click("alone-coding").await?;
    visit.click("begin").await?;
    let editor = visit.attribute("editor-link", "href").await?;
    let origin = visit.run("return location.origin", &[]).await?;
    visit.open(&format!("{}{editor}", origin.as_str().unwrap_or_default())).await?;
    visit.element("interview-clock").await?;
    let hides = "return location.hash === ''
        && !document.querySelector('[data-testid=hint], [data-testid=note], [data-testid=interview-start]')";
    visit.until("an interview without help", hides, &[]).await?;
    check_now(visit, "an exercise in a round").await?;
    visit.driver.refresh().await?;
    visit.click("interview-end").await?;
    visit.element("hint").await?;
    visit.driver.refresh().await?;
    visit.element("hint").await.map(drop)
}

/// Puts something of no shape where the loop is kept.
const DAMAGE: &str = "
    const request = indexedDB.open('warmstart');
    await new Promise((resolve, reject) => { request.onsuccess = resolve; request.onerror = reject; });
    const work = request.result.transaction('code', 'readwrite');
    work.objectStore('code').put(JSON.stringify({ version: 1, rounds: '<b>no</b>' }), 'interview/session');
    await new Promise((resolve, reject) => { work.oncomplete = resolve; work.onerror = reject; });
    request.result.close();";
