//! The diagram of a design case: drawn by keyboard and by pointer, kept, taken along.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::Value;
use thirtyfour::{Key, TypingData};

use crate::{access, study::CASE};

async fn press(visit: &Visit, key: impl Into<TypingData>) -> Result<()> {
    Ok(visit.driver.action_chain().send_keys(key).perform().await?)
}

/// Waits until what has the focus is the field for the name, or a box.
async fn until_focus(visit: &Visit, selector: &str) -> Result<()> {
    let script = "return document.activeElement?.matches(arguments[0]) ?? false";
    visit.until(&format!("focus on {selector}"), script, &[selector.into()]).await
}

/// Waits until the diagram in words holds a piece.
async fn until_words(visit: &Visit, piece: &str) -> Result<()> {
    let script = "return (document.querySelector('[data-testid=diagram-words]')?.textContent ?? '').includes(arguments[0])";
    visit.until(&format!("{piece:?} in the diagram's words"), script, &[piece.into()]).await
}

async fn until_boxes(visit: &Visit, count: usize) -> Result<()> {
    visit.until_attribute("diagram", "data-boxes", &count.to_string()).await
}

/// Opens the case; nothing can be drawn before what was kept has been read.
async fn open(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(CASE)).await?;
    visit.css("#diagram-add:not([disabled])").await.map(drop)
}

pub async fn it_is_drawn_by_keyboard_kept_and_taken_along(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    open(context, visit).await?;
    visit.run("document.querySelector('#diagram-add').focus()", &[]).await?;
    press(visit, Key::Enter).await?;
    until_focus(visit, "#diagram-name").await?;
    press(visit, "Mic & \"filter\" <b>").await?;
    until_words(visit, "Mic & \"filter\" <b>").await?;
    press(visit, Key::Enter).await?;
    until_focus(visit, "#diagram-box-1").await?;
    visit.run("document.querySelector('#diagram-add').focus()", &[]).await?;
    press(visit, Key::Enter).await?;
    until_boxes(visit, 2).await?;
    until_focus(visit, "#diagram-name").await?;
    press(visit, "Detector").await?;
    until_words(visit, "Detector").await?;
    press(visit, Key::Enter).await?;
    until_focus(visit, "#diagram-box-2").await?;

    // From the second box to the first, by keys alone.
    press(visit, "a").await?;
    visit.element("diagram-leave").await?;
    press(visit, Key::Right).await?;
    until_focus(visit, "#diagram-box-1").await?;
    press(visit, Key::Enter).await?;
    until_words(visit, "Detector → Mic & \"filter\" <b>.").await?;
    until_focus(visit, "#diagram-box-2").await?;
    let x = "return document.querySelector('#diagram-box-2 rect').getAttribute('x')";
    let before = visit.run(x, &[]).await?;
    press(visit, Key::Right).await?;
    visit.until("a moved box", &format!("{x} !== arguments[0]"), &[before]).await?;
    press(visit, Key::Delete).await?;
    until_boxes(visit, 1).await?;
    until_focus(visit, "#diagram-add").await?;
    let chain = visit.driver.action_chain().key_down(Key::Control).send_keys("z");
    chain.key_up(Key::Control).perform().await?;
    until_words(visit, "Detector → Mic").await?;
    access::check_now(visit, "a diagram").await?;

    visit.run(CATCH_SAVED, &[]).await?;
    visit.click("diagram-svg").await?;
    visit.until("a picture", "return typeof window.saved === 'string'", &[]).await?;
    let svg = visit.run("return window.saved", &[]).await?;
    let svg = svg.as_str().context("no text")?;
    ensure!(svg.contains("Mic &amp; &quot;filter&quot; &lt;b&gt;"), "not escaped: {svg}");
    let parsed = visit.run(PARSED, &[svg.into()]).await?;
    ensure!(parsed == serde_json::json!([2, 1]), "boxes and arrows: {parsed}");

    visit.driver.refresh().await?;
    until_words(visit, "Detector → Mic").await?;
    visit.click("diagram-clear").await?;
    until_boxes(visit, 0).await?;
    visit.click("diagram-undo").await?;
    until_words(visit, "Detector → Mic").await
}

/// Notes the text of the next file that is offered.
const CATCH_SAVED: &str = "
    const real = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        blob.text().then((text) => { window.saved = text; });
        return real.call(URL, blob);
    };";

/// Boxes and heads of arrows of a picture, if it is well formed.
const PARSED: &str = "
    const picture = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
    if (picture.querySelector('parsererror')) return 'not well formed';
    return [picture.querySelectorAll('rect[rx]').length, picture.querySelectorAll('polygon').length]";

pub async fn it_is_drawn_by_pointer_on_a_narrow_screen(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.driver.set_window_rect(0, 0, 500, 800).await?;
    open(context, visit).await?;
    visit.click("diagram-start").await?;
    until_boxes(visit, 5).await?;
    until_words(visit, "Monitoring → Data (retrain)").await?;
    let fits =
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    ensure!(visit.run(fits, &[]).await? == Value::Bool(true), "the page scrolls sideways");

    drag(visit, "#diagram-box-1", (60, 45)).await?;
    let moved = "const it = document.querySelector('#diagram-box-1 rect');
        return it.getAttribute('x') === '80' && it.getAttribute('y') === '60'";
    visit.until("a box that snapped to the grid", moved, &[]).await?;
    visit.click("diagram-undo").await?;
    visit.until("the box where it was", &format!("return !(() => {{ {moved} }})()"), &[]).await?;

    // An arrow by two taps.
    tap(visit, "#diagram-box-1").await?;
    visit.click("diagram-aim").await?;
    visit.element("diagram-leave").await?;
    tap(visit, "#diagram-box-3").await?;
    until_words(visit, "Data → Model.").await?;

    // A double tap on bare paper adds a box there.
    let paper = visit.element("diagram-paper").await?;
    paper.scroll_into_view().await?;
    let twice = "const it = document.querySelector('[data-testid=diagram-paper]');
        const area = it.getBoundingClientRect();
        it.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, clientX: area.left + 120, clientY: area.top + 150 }))";
    visit.run(twice, &[]).await?;
    until_boxes(visit, 6).await?;
    until_focus(visit, "#diagram-name").await?;
    ensure!(visit.run(fits, &[]).await? == Value::Bool(true), "the page scrolls sideways");
    visit.driver.refresh().await?;
    until_boxes(visit, 6).await
}

/// Where the middle of an element is on the screen. Not every driver's pointer finds its way into a
/// picture by itself.
async fn middle(visit: &Visit, selector: &str) -> Result<(i64, i64)> {
    visit.css(selector).await?;
    let script = "const it = document.querySelector(arguments[0]);
        it.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const area = it.getBoundingClientRect();
        return [Math.round(area.left + area.width / 2), Math.round(area.top + area.height / 2)]";
    Ok(serde_json::from_value(visit.run(script, &[selector.into()]).await?)?)
}

async fn drag(visit: &Visit, selector: &str, by: (i64, i64)) -> Result<()> {
    let (x, y) = middle(visit, selector).await?;
    let chain = visit.driver.action_chain().move_to(x, y).click_and_hold();
    Ok(chain.move_to(x + by.0, y + by.1).release().perform().await?)
}

async fn tap(visit: &Visit, selector: &str) -> Result<()> {
    let (x, y) = middle(visit, selector).await?;
    Ok(visit.driver.action_chain().move_to(x, y).click().perform().await?)
}
