//! The names of NumPy: in the editor as one types, and on a page of their own.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use thirtyfour::Key;

use crate::practice::EXERCISE;

/// The root that holds the editor, and the list of names over it.
const OFFERED: &str = "
    const host = document.querySelector(`[data-testid='editor']`);
    const inside = [host, ...host.querySelectorAll('*')];
    const root = inside.map((it) => it.shadowRoot).find(Boolean);
    const offered = root?.querySelector('.cm-tooltip-autocomplete');
";

pub async fn the_editor_completes_them_by_keyboard(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    visit.write_code("import numpy as np").await?;
    visit.editor_content().await?;
    type_keys(visit, Key::Enter).await?;
    type_keys(visit, "x = np.zer").await?;
    let offers = "
        const text = offered?.textContent ?? '';
        const about = root?.querySelector('.cm-completionInfo')?.textContent ?? '';
        return text.includes('zeros_like') && about.includes('A new array of zeros.')
            && about.includes('zeros(shape, dtype=None');";
    visit.until("zeros is offered, with what it does", &format!("{OFFERED}{offers}"), &[]).await?;
    type_keys(visit, Key::Tab).await?;
    visit.until_code("x = np.zeros").await?;

    // A name that is written out takes no second Enter.
    type_keys(visit, Key::Enter).await?;
    type_keys(visit, "y = np.e").await?;
    let open = format!("{OFFERED} return Boolean(offered)");
    visit.until("names are offered", &open, &[]).await?;
    type_keys(visit, Key::Enter).await?;
    type_keys(visit, "z = 1").await?;
    let code = visit.code().await?;
    ensure!(code.ends_with("x = np.zeros\ny = np.e\nz = 1"), "typed: {code}");

    // Escape closes the list; only the next one leaves the editor.
    type_keys(visit, Key::Enter).await?;
    type_keys(visit, "np.linalg.no").await?;
    visit.until("names of a module are offered", &open, &[]).await?;
    type_keys(visit, Key::Escape).await?;
    visit.until("the list is closed", &format!("{OFFERED} return !offered"), &[]).await?;
    type_keys(visit, "r").await?;
    visit.until_code("np.linalg.nor").await
}

pub async fn a_page_lists_them(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page("practice/")).await?;
    visit.click_css("main a[href$='numpy/']").await?;
    let listed = "
        const names = [...document.querySelectorAll('main dt')];
        const zeros = names.find((it) => it.textContent.startsWith('np.zeros(shape'));
        return zeros?.nextElementSibling.textContent === 'A new array of zeros.'
            && names.some((it) => it.textContent.startsWith('Generator.integers('));";
    visit.until("names with signatures and descriptions", listed, &[]).await
}

async fn type_keys(visit: &Visit, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
    Ok(visit.driver.action_chain().send_keys(keys).perform().await?)
}
