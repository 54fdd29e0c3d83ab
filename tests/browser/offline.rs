//! The second visit, with the server gone.

use anyhow::Result;
use browser_tests::{
    harness::Context,
    site::{dist, serve},
    visit::Visit,
};

use crate::{
    lab::{LAB, STEP},
    practice::{EXERCISE, RIGHT, run, verdict},
};

pub async fn the_second_visit_works_without_a_server(
    _context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    let server = serve(&dist(), "/")?;
    let page = |path: &str| format!("{}/{path}", server.origin());
    let (exercise, lab, home) = (page(EXERCISE), page(LAB), page(""));

    visit.open(&home).await?;
    visit.until("the site kept for offline use", KEPT, &[]).await?;
    visit.open(&exercise).await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.until("Python kept for offline use", PYTHON_KEPT, &[]).await?;

    drop(server);
    visit.open(&home).await?;
    visit.open(&exercise).await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.open(&lab).await?;
    visit.click("step").await?;
    visit.until("a step without a server", &format!("return {STEP} >= 1"), &[]).await
}

const KEPT: &str = "\
    return navigator.serviceWorker.controller !== null
        || navigator.serviceWorker.getRegistration().then((it) => it?.active?.state === 'activated')";

const PYTHON_KEPT: &str = "\
    return caches.keys().then(async (names) => {
        const caches_ = await Promise.all(names.map((name) => caches.open(name)));
        const keys = (await Promise.all(caches_.map((it) => it.keys()))).flat();
        return keys.some(({ url }) => url.includes('pyodide.asm.wasm'));
    })";
