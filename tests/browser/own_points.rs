//! Points of the visitor's own: drawn by keyboard, kept, and not lost to a link.

use anyhow::Result;
use browser_tests::{harness::Context, visit::Visit};
use thirtyfour::Key;

use crate::lab::{HAS_HASH, LAB, OWN_TABLE, counted, paste_table};

/// Two points, one of each class.
const LINK: &str = "data=own&points=h2.MgDO_wAAlgAC";

/// Presses these keys, one after the other.
async fn press(visit: &Visit, keys: impl IntoIterator<Item = Key>) -> Result<()> {
    for key in keys {
        visit.driver.action_chain().send_keys("" + key).perform().await?;
    }
    Ok(())
}

/// Draws a point of that class beside the last one.
async fn draw(visit: &Visit, class: &str) -> Result<()> {
    visit.run("document.querySelector('.fig-drawn').focus()", &[]).await?;
    press(visit, [Key::Left]).await?;
    visit.driver.action_chain().send_keys(class).perform().await.map_err(Into::into)
}

pub async fn a_link_leaves_the_visitor_s_points_alone(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{LAB}#data=own"))).await?;
    visit.css(".fig-drawn").await?;
    for class in ["a", "b", "b"] {
        draw(visit, class).await?;
    }
    counted(visit, "1 of A, 2 of B").await?;
    visit.driver.goto("about:blank").await?;
    visit.open(&context.sites.page(&format!("{LAB}#{LINK}"))).await?;
    counted(visit, "1 of A, 1 of B").await?;
    visit.click("new-seed").await?;
    // The link is gone from the address, and what was made of it is opened again.
    let kept = "return location.hash === ''";
    visit.until("an address without the link", kept, &[]).await?;
    visit.driver.refresh().await?;
    counted(visit, "1 of A, 1 of B").await?;
    draw(visit, "a").await?;
    counted(visit, "2 of A, 1 of B").await?;
    visit.driver.refresh().await?;
    counted(visit, "2 of A, 1 of B").await?;
    visit.click("bring-back").await?;
    counted(visit, "1 of A, 2 of B").await?;
    visit.driver.refresh().await?;
    counted(visit, "1 of A, 2 of B").await
}

/// Whether an element of this selector has the focus.
const HAS_FOCUS: &str = "return Boolean(document.activeElement?.matches(arguments[0]))";

pub async fn the_focus_stays_with_who_uses_the_keyboard(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{LAB}#step=0"))).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    let data = "[data-testid='set-data']";
    let choose = "const field = document.querySelector(arguments[0]); field.focus();
        field.value = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }))";
    for (value, seen) in [("own", true), ("moons", false)] {
        visit.run(choose, &[data.into(), value.into()]).await?;
        let is_there =
            "return Boolean(document.querySelector(`[data-testid='undo']`)) === arguments[0]";
        visit.until("the pencil, or none", is_there, &[seen.into()]).await?;
        visit.until("the focus on the choice", HAS_FOCUS, &[data.into()]).await?;
    }
    visit.until("the moons", HAS_HASH, &[]).await?;
    visit
        .until(
            "points to edit",
            "return !document.querySelector(`[data-testid='edit-points']`)?.disabled",
            &[],
        )
        .await?;
    visit.run("document.querySelector(`[data-testid='edit-points']`).focus()", &[]).await?;
    press(visit, [Key::Enter]).await?;
    visit
        .until("the focus on a tool", HAS_FOCUS, &["[data-testid='pencil'] button".into()])
        .await?;
    visit.click("add-lane").await?;
    visit.element("lane-b").await?;
    visit.run("document.querySelector('[aria-label=\"Remove lane B\"]').focus()", &[]).await?;
    press(visit, [Key::Enter]).await?;
    visit
        .until("the focus on what is left", HAS_FOCUS, &["[data-testid='add-lane']".into()])
        .await?;
    let last = ".lab-layers li:last-child button:last-child";
    loop {
        let layers =
            visit.run("return document.querySelectorAll('.lab-layers li').length", &[]).await?;
        let Some(layers) = layers.as_u64().filter(|count| *count > 0) else { break };
        visit.run("document.querySelector(arguments[0]).focus()", &[last.into()]).await?;
        press(visit, [Key::Enter]).await?;
        let fewer = "return document.querySelectorAll('.lab-layers li').length < arguments[0]";
        visit.until("a layer less", fewer, &[layers.into()]).await?;
        let next = if layers > 1 { last } else { "[data-testid='add-layer']" };
        visit.until("the focus nearby", HAS_FOCUS, &[next.into()]).await?;
    }
    Ok(())
}

pub async fn a_pasted_table_can_be_chosen_from_again(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(&format!("{LAB}#step=0"))).await?;
    visit.until("the first weights", HAS_HASH, &[]).await?;
    visit.click_css(OWN_TABLE).await?;
    paste_table(visit, "x,y,label\n1,1,A\n2,,A\n1,2,A\n3,1,B\n3,2,B\n").await?;
    visit.click("use-table").await?;
    counted(visit, "2 of A, 2 of B").await?;
    visit.click_css("[data-testid='missing'] [data-value='mean']").await?;
    visit.click("use-table").await?;
    counted(visit, "3 of A, 2 of B").await
}
