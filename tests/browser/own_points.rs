//! Points of the visitor's own: drawn by keyboard, kept, and not lost to a link.

use anyhow::Result;
use browser_tests::{harness::Context, visit::Visit};
use thirtyfour::Key;

use crate::lab::{LAB, counted};

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
