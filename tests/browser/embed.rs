//! Three widgets on a page of another origin with a strict policy of its own.

use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::Value;

/// Scrolls an element into sight and waits until its widget says that it is ready.
async fn ready(visit: &Visit, id: &str) -> Result<()> {
    visit.run("document.getElementById(arguments[0]).scrollIntoView()", &[id.into()]).await?;
    visit.until(&format!("{id} is ready"), HEARD, &[id.into(), "ready".into()]).await
}

const HEARD: &str =
    "return heard.some(({ from, type }) => from === arguments[0] && type === arguments[1])";

/// Goes into the frame of a widget.
async fn enter(visit: &Visit, id: &str) -> Result<()> {
    let frame = visit
        .driver
        .execute(
            "return document.getElementById(arguments[0]).shadowRoot.querySelector('iframe')",
            vec![Value::from(id)],
        )
        .await?
        .element()
        .with_context(|| format!("{id} has no frame"))?;
    frame.enter_frame().await?;
    Ok(())
}

async fn leave(visit: &Visit) -> Result<()> {
    Ok(visit.driver.enter_default_frame().await?)
}

pub async fn three_widgets_work_on_a_foreign_page(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.driver.goto(context.sites.blog_post("module")).await?;
    visit.until("the loader", "return Boolean(customElements.get('warm-start'))", &[]).await?;
    let fallback = visit.run("return document.getElementById('exercise').innerText", &[]).await?;
    ensure!(fallback.as_str().is_some_and(|text| text.contains("every detector")), "{fallback}");
    visit.until("the wrong tag reports", HEARD, &["wrong".into(), "error".into()]).await?;

    ready(visit, "attention").await?;
    enter(visit, "attention").await?;
    visit.press("train").await?;
    visit
        .until(
            "steps",
            "return Number(document.querySelector(`[data-testid='step-count']`).dataset.value) > 3",
            &[],
        )
        .await?;
    visit.press("pause").await?;
    leave(visit).await?;
    visit.until("run", HEARD, &["attention".into(), "run".into()]).await?;
    visit.until("result", HEARD, &["attention".into(), "result".into()]).await?;
    let hash = visit.run("return heard.findLast(({ from, type }) => from === 'attention' && type === 'result').detail.weightsHash", &[]).await?;
    ensure!(hash.as_str().is_some_and(|hash| hash.len() == 16), "detail carries {hash}");

    ready(visit, "lab").await?;
    enter(visit, "lab").await?;
    visit.press("train").await?;
    let seen = "return document.querySelector('.labs-controls').getClientRects().length > 0 === arguments[0]";
    visit.until("a lab without its settings", seen, &[false.into()]).await?;
    visit.press("more").await?;
    visit.until("its settings", seen, &[true.into()]).await?;
    leave(visit).await?;
    visit.until("run", HEARD, &["lab".into(), "run".into()]).await?;

    visit
        .run("document.getElementById('exercise').shadowRoot.querySelector('button').click()", &[])
        .await?;
    ready(visit, "exercise").await?;
    enter(visit, "exercise").await?;
    // Where it is narrow, task, code and result are tabs.
    visit.code().await?;
    visit
        .run(
            "document.querySelector(`[role='tab'][aria-controls='exercise-panel-1']`)?.click()",
            &[],
        )
        .await?;
    visit.write_code(crate::practice::RIGHT).await?;
    visit.press("run").await?;
    crate::practice::verdict(visit, "passed").await?;
    leave(visit).await?;
    visit.until("run", HEARD, &["exercise".into(), "run".into()]).await?;
    visit.until("result", HEARD, &["exercise".into(), "result".into()]).await
}

pub async fn theme_and_height_follow_the_page(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.driver.goto(context.sites.blog_post("script")).await?;
    visit.until("the loader", "return Boolean(customElements.get('warm-start'))", &[]).await?;
    ready(visit, "lab").await?;
    ready(visit, "attention").await?;
    for theme in ["dark", "light", "dark"] {
        visit.run("document.documentElement.dataset.theme = arguments[0]", &[theme.into()]).await?;
        enter(visit, "lab").await?;
        visit
            .until(
                theme,
                "return document.documentElement.dataset.theme === arguments[0]",
                &[theme.into()],
            )
            .await?;
        leave(visit).await?;
        enter(visit, "attention").await?;
        let fixed = visit.run("return document.documentElement.dataset.theme", &[]).await?;
        ensure!(fixed == "dark", "a fixed theme followed: {fixed}");
        leave(visit).await?;
    }
    for id in ["lab", "attention"] {
        as_tall_as_its_content(visit, id).await?;
    }
    let fallback = visit
        .run("return document.querySelector('#lab > p').checkVisibility?.() ?? false", &[])
        .await?;
    ensure!(fallback == Value::Bool(false), "the fallback text stands beside the widget");
    Ok(())
}

/// Waits until a frame has its content's height, which may still change: both are measured anew each
/// time. In sight, because Chromium renders nothing in a frame that is not, so nothing there notices.
async fn as_tall_as_its_content(visit: &Visit, id: &str) -> Result<()> {
    visit.run("document.getElementById(arguments[0]).scrollIntoView()", &[id.into()]).await?;
    let mut seen = Vec::new();
    for _ in 0..100 {
        enter(visit, id).await?;
        let content = visit.run("return document.documentElement.offsetHeight", &[]).await?;
        leave(visit).await?;
        let frame = "return document.getElementById(arguments[0]).shadowRoot.querySelector('iframe').offsetHeight";
        let frame = visit.run(frame, &[id.into()]).await?;
        let heights = (content.as_f64().unwrap_or_default(), frame.as_f64().unwrap_or_default());
        if (heights.0 - heights.1).abs() <= 2.0 && heights.1 > 300.0 {
            return Ok(());
        }
        seen.push(heights);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    seen.dedup();
    bail!("{id} is never as tall as its content: content and frame {seen:?}")
}

pub async fn every_view_of_attention_fits_in_a_frame(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.driver.goto(context.sites.blog_post("module")).await?;
    visit.until("the loader", "return Boolean(customElements.get('warm-start'))", &[]).await?;
    let views = ["heads", "inside", "lens", "change", "write"];
    for (tab, view) in views.into_iter().enumerate() {
        let show = "heard.length = 0; \
                    document.getElementById('attention').setAttribute('state', `view=${arguments[0]}`)";
        visit.run(show, &[view.into()]).await?;
        ready(visit, "attention").await?;
        enter(visit, "attention").await?;
        // What a view is about lies in its panel, and nothing is wider than the frame.
        let shown = "const panel = document.getElementById(`attention-panel-${arguments[0]}`); \
                     return panel !== null && panel.querySelectorAll('svg, table, [role=table], button').length > 0 \
                       && document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        visit.until(view, shown, &[tab.into()]).await?;
        leave(visit).await?;
    }
    Ok(())
}
