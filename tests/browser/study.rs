//! The study room: a card is answered and rated by keyboard, the plan follows, own words are kept,
//! typed answers are judged.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::Value;
use thirtyfour::{Key, TypingData};

pub const STUDY: &str = "study/";
pub const CARD: &str = "study/activation-choice/";
pub const CASE: &str = "study/wake-word/";
pub const QUESTION: &str = "study/making-a-model-faster/";

pub async fn press(visit: &Visit, key: impl Into<TypingData>) -> Result<()> {
    Ok(visit.driver.action_chain().send_keys(key).perform().await?)
}

/// Waits until the text of an element holds a piece.
pub async fn until_text(visit: &Visit, testid: &str, piece: &str) -> Result<()> {
    visit
        .until(
            &format!("{piece:?} in {testid}"),
            "const it = document.querySelector(`[data-testid='${arguments[0]}']`); \
             return Boolean(it?.innerText.includes(arguments[1]))",
            &[testid.into(), piece.into()],
        )
        .await
}

/// Types into a field of own words, once what was kept has been read.
pub async fn type_into(visit: &Visit, testid: &str, text: &str) -> Result<()> {
    let field = visit.css(&format!("[data-testid='{testid}']:not([disabled])")).await?;
    Ok(field.send_keys(text).await?)
}

/// Sets a field as a visitor who leaves it afterwards.
pub async fn set(visit: &Visit, testid: &str, value: &str) -> Result<()> {
    visit.element(testid).await?;
    let script = "const field = document.querySelector(`[data-testid='${arguments[0]}']`);
        field.value = arguments[1];
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))";
    visit.run(script, &[testid.into(), value.into()]).await.map(drop)
}

const TASKS: &str =
    "return [...document.querySelectorAll('[data-testid=task]')].map((it) => it.dataset.slug)";

async fn tasks(visit: &Visit) -> Result<Vec<String>> {
    visit.element("tasks").await?;
    Ok(serde_json::from_value(visit.run(TASKS, &[]).await?)?)
}

pub async fn a_card_is_answered_and_rated_by_keyboard(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(CARD)).await?;
    visit.element("say").await?;
    let hidden = visit.page_text().await?;
    ensure!(!hidden.contains("Fifty linear layers"), "the answer is there already: {hidden}");
    press(visit, " ").await?;
    visit.element("short-answer").await?;
    until_text(visit, "steps-shown", "0 of 7").await?;
    press(visit, " ").await?;
    until_text(visit, "steps-shown", "1 of 7").await?;
    until_text(visit, "derivation", "Fifty linear layers").await?;
    press(visit, Key::Enter).await?;
    until_text(visit, "steps-shown", "2 of 7").await?;

    visit.element("rate").await?;
    press(visit, "4").await?;
    until_text(visit, "rated", "Rated easy").await?;
    press(visit, "3").await?;
    until_text(visit, "rated", "Rated good").await?;
    visit.element("next-up").await?;
    visit.click("undo").await?;
    until_text(visit, "rated", "It comes back on the day shown").await?;
    visit.click("rate-again").await?;
    until_text(visit, "rated", "tomorrow").await?;

    visit.driver.refresh().await?;
    visit.click("say").await?;
    until_text(visit, "rated", "Rated again").await?;
    visit.until_attribute("rate-again", "aria-pressed", "true").await?;

    visit.open(&context.sites.page("study/#state=learning")).await?;
    until_text(visit, "done-today", "Sigmoid, ReLU, GELU").await?;
    until_text(visit, "count", "1 of ").await
}

pub async fn the_plan_follows_date_and_ratings(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(STUDY)).await?;
    let first = tasks(visit).await?;
    ensure!(!first.is_empty(), "nothing is planned for a newcomer");
    for day in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] {
        set(visit, &format!("minutes-{day}"), "20").await?;
    }
    let fewer = "return document.querySelectorAll('[data-testid=task]').length < arguments[0]";
    visit.until("a shorter day", fewer, &[first.len().into()]).await?;
    let date = visit.run("const day = new Date(); day.setDate(day.getDate() + 10); return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, 0)}-${String(day.getDate()).padStart(2, 0)}`", &[]).await?;
    set(visit, "interview-day", date.as_str().unwrap_or_default()).await?;
    until_text(visit, "until", "Interview in 10 days").await?;
    let short = tasks(visit).await?;

    visit.driver.refresh().await?;
    until_text(visit, "until", "Interview in 10 days").await?;
    ensure!(tasks(visit).await? == short, "another plan after a reload");

    // The first card of the day is done: it goes from the day, and its time with it.
    let card = "return document.querySelector('[data-testid=task] a[href*=\"/study/\"]')?.getAttribute('href') ?? ''";
    let address = visit.run(card, &[]).await?;
    let address = address.as_str().unwrap_or_default().to_owned();
    ensure!(!address.is_empty(), "no card, case or question in {short:?}");
    visit.click_css(&format!("[data-testid=task] a[href='{address}']")).await?;
    open_answer(visit).await?;
    visit.click("rate-good").await?;
    until_text(visit, "rated", "Rated good").await?;
    visit.click_css("nav a[href$='/study/']").await?;
    visit.element("done-today").await?;
    let left = tasks(visit).await?;
    let done = address.trim_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    ensure!(!left.contains(&done), "{done} is still planned: {left:?}");
    // What is left is filled again: with what was done it is no more than the day, and nearly all.
    let minutes = "const of = (testid, tag) => Number(/(\\d+) min/.exec([...document.querySelectorAll(tag)].find((it) => it.innerText.startsWith(testid)).innerText)[1]); \
                   return of('Today', 'h2') + of('Done today', 'h3')";
    let minutes = visit.run(minutes, &[]).await?.as_f64().unwrap_or_default();
    ensure!((15.0..=20.0).contains(&minutes), "{minutes} min of 20: {left:?} after {short:?}");
    Ok(())
}

/// Opens what stands between a page and its ratings.
async fn open_answer(visit: &Visit) -> Result<()> {
    let script = "document.querySelector('[data-testid=say], [data-testid=show-strong]')?.click(); \
                  return Boolean(document.querySelector('[data-testid=rate-good]'))";
    visit.until("the ratings", script, &[]).await
}

pub async fn a_case_keeps_its_words(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(CASE)).await?;
    let words = "Six milliwatts on average is all there is.";
    type_into(visit, "words-requirements", words).await?;
    until_text(visit, "part-text", "8 words").await?;
    visit.click("show-model").await?;
    visit.element("model").await?;
    visit.click("criterion").await?;
    visit
        .until(
            "a point",
            "return !document.querySelector('[data-testid=score]').innerText.startsWith('0 of')",
            &[],
        )
        .await?;
    visit.click_css("[data-testid=part][data-part=Data]").await?;
    type_into(visit, "words-data", "Negatives stay on the phone.").await?;

    visit.driver.refresh().await?;
    let kept =
        "return document.querySelector('[data-testid=words-requirements]')?.value === arguments[0]";
    visit.until("the words", kept, &[words.into()]).await?;
    visit
        .until(
            "the point",
            "return !document.querySelector('[data-testid=score]').innerText.startsWith('0 of')",
            &[],
        )
        .await?;
    visit.click("part-next").await?;
    visit.until("the other words", "return document.querySelector('[data-testid=words-data]')?.value.startsWith('Negatives')", &[]).await?;

    visit.click_css("[data-testid=calculator] summary").await?;
    let results = visit.text("results").await?;
    set_first_number(visit, "none").await?;
    visit.css(".field-error").await?;
    // What was typed there is kept, too; taking it back is.
    visit.driver.refresh().await?;
    visit.click_css("[data-testid=calculator] summary").await?;
    visit.css(".field-error").await?;
    visit.click("preset").await?;
    until_text(visit, "results", results.lines().last().unwrap_or_default()).await
}

async fn set_first_number(visit: &Visit, value: &str) -> Result<Value> {
    let script = "const field = document.querySelector('[data-testid=calculator] input');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    visit.run(script, &[value.into()]).await
}

pub async fn a_story_is_held_against_a_rubric(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(QUESTION)).await?;
    type_into(visit, "words-result", "From 90 to 31 ms.").await?;
    visit.click("timer-start").await?;
    // Each second is shown for a second: a slow look may miss the first.
    let runs = "return /^0:0[1-9]|^0:[1-5]|^[1-9]/.test(document.querySelector('[data-testid=timer]').innerText)";
    visit.until("a running clock", runs, &[]).await?;
    visit.click("show-strong").await?;
    visit.element("trap").await?;
    for _ in 0..20 {
        let tick = "document.querySelector('[data-testid=criterion]:not(:checked)')?.click()";
        visit.run(tick, &[]).await?;
    }
    until_text(visit, "rated", "By the rubric this was “easy”").await?;
    visit.driver.refresh().await?;
    let kept = "return document.querySelector('[data-testid=words-result]')?.value === 'From 90 to 31 ms.'";
    visit.until("the story", kept, &[]).await
}

pub async fn a_typed_formula_is_judged(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(CARD)).await?;
    visit.click("say").await?;
    for (typed, verdict) in
        [("s s", "This cannot be read"), ("s^2", "Not yet"), ("s - s^2", "Right")]
    {
        set(visit, "answer", typed).await?;
        visit.click("judge").await?;
        until_text(visit, "answer-verdict", verdict).await?;
    }
    // What is typed is no order to the page.
    visit.element("answer").await?.send_keys("1").await?;
    until_text(visit, "rated", "It comes back on the day shown").await?;
    visit.driver.refresh().await?;
    visit.click("say").await?;
    let kept = "return document.querySelector('[data-testid=answer]')?.value === 's - s^21'";
    visit.until("the typed answer", kept, &[]).await
}

pub async fn an_older_database_is_carried_over(context: &Context<'_>, visit: &Visit) -> Result<()> {
    // A page of the site without its program, so that nothing has opened the database.
    visit.driver.goto(&context.sites.page("embed/v1/warm-start.js")).await?;
    visit.run_async(FIRST_VERSION, &[]).await?;
    visit.open(&context.sites.page(CARD)).await?;
    visit.click("say").await?;
    visit.click("rate-hard").await?;
    until_text(visit, "rated", "Rated hard").await?;
    visit.driver.refresh().await?;
    visit.click("say").await?;
    until_text(visit, "rated", "Rated hard").await?;
    visit.open(&context.sites.page("privacy/")).await?;
    let counted = "const rows = [...document.querySelectorAll('tr')].map((it) => it.innerText);
        return rows.some((it) => /what you typed\\s+1\\b/.test(it)) && rows.some((it) => /rated in the study room\\s+1\\b/.test(it))";
    visit.until("both records", counted, &[]).await
}

const FIRST_VERSION: &str = "
    const request = indexedDB.open('warmstart', 1);
    request.onupgradeneeded = () => {
        for (const name of ['code', 'progress', 'settings', 'aside']) request.result.createObjectStore(name);
    };
    await new Promise((resolve, reject) => { request.onsuccess = resolve; request.onerror = reject; });
    const work = request.result.transaction('code', 'readwrite');
    work.objectStore('code').put(JSON.stringify({ text: 'def iou(a, b): ...' }), 'iou');
    await new Promise((resolve, reject) => { work.oncomplete = resolve; work.onerror = reject; });
    request.result.close();";
