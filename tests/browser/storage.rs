//! What was typed is kept: exported, erased, imported, shared by tabs, safe from broken records and
//! large texts.

use anyhow::{Context as _, Result, bail, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::{Value, json};

use crate::{
    practice::{EXERCISE, RIGHT, run, verdict},
    study::{CARD, CASE, type_into},
};

pub async fn progress_is_exported_erased_and_imported(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.element("solution").await?;
    visit.open(&context.sites.page(CARD)).await?;
    visit.click("say").await?;
    visit.click("rate-good").await?;
    visit.element("undo").await?;
    visit.open(&context.sites.page("privacy/")).await?;
    visit.run(CATCH_EXPORT, &[]).await?;
    visit.click("export").await?;
    visit.until("an exported file", "return typeof window.exported === 'string'", &[]).await?;
    let file = visit.run("return window.exported", &[]).await?;
    let file = file.as_str().context("no text")?.to_owned();
    ensure!(file.contains("max(0, min(a[2]"), "the code is not in {file}");
    ensure!(file.contains("card/activation-choice"), "the rating is not in {file}");

    visit.click("erase").await?;
    confirm(visit).await?;
    visit.until("an empty store", TEXTS, &[0.into()]).await?;
    visit.until("no rating", RATINGS, &[0.into()]).await?;
    visit.open(&context.sites.page(EXERCISE)).await?;
    ensure!(!visit.code().await?.contains("max(0"), "the code is still there");

    visit.open(&context.sites.page("privacy/")).await?;
    visit.element("import").await?;
    visit.run(IMPORT, &["{\"not\": \"ours\"}".into()]).await?;
    visit
        .until(
            "a refusal in words",
            "return (document.querySelector('.callout.bad')?.innerText ?? '').length > 10",
            &[],
        )
        .await?;
    visit.run(IMPORT, &[file.into()]).await?;
    visit.until("the records", TEXTS, &[1.into()]).await?;
    visit.until("the rating", RATINGS, &[1.into()]).await?;
    visit.open(&context.sites.page(EXERCISE)).await?;
    visit.until_code("max(0, min(a[2]").await?;
    visit.element("solution").await?;
    Ok(())
}

/// Erasing asks once more.
pub async fn confirm(visit: &Visit) -> Result<()> {
    visit.click("erase-confirm").await
}

/// Notes the text of the file that the page offers for download.
pub const CATCH_EXPORT: &str = "
    const real = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        blob.text().then((text) => { window.exported = text; });
        return real.call(URL, blob);
    };";

pub const IMPORT: &str = "
    const it = document.querySelector(`[data-testid='import']`);
    const input = it.matches('input') ? it : it.querySelector('input') ?? document.querySelector('input[type=file]');
    const data = new DataTransfer();
    data.items.add(new File([arguments[0]], 'warmstart.json', { type: 'application/json' }));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));";

/// How many texts the page counts as stored.
const TEXTS: &str = "\
    const row = [...document.querySelectorAll('tr')].find((it) => /what you typed/.test(it.innerText));
    return Number(row?.cells[1].innerText ?? -1) === arguments[0]";

/// How many items the page counts as rated.
pub const RATINGS: &str = "\
    const row = [...document.querySelectorAll('tr')].find((it) => /rated in the study room/.test(it.innerText));
    return Number(row?.cells[1].innerText ?? -1) === arguments[0]";

pub async fn two_tabs_see_the_same(context: &Context<'_>, visit: &Visit) -> Result<()> {
    let page = context.sites.page(EXERCISE);
    visit.open(&page).await?;
    let first = visit.driver.window().await?;
    let second = visit.driver.new_tab().await?;
    visit.driver.switch_to_window(second.clone()).await?;
    visit.open(&page).await?;
    visit.write_code("def iou(a, b):\n    return 'from the second tab'\n").await?;
    visit.driver.switch_to_window(first).await?;
    // A tab in the background is slow to save in some browsers.
    for _ in 0..20 {
        visit.driver.refresh().await?;
        visit.element("run").await?;
        if visit.code().await?.contains("from the second tab") {
            return Ok(());
        }
    }
    bail!("the first tab shows {}", visit.code().await?)
}

pub async fn a_corrupt_record_is_survived(context: &Context<'_>, visit: &Visit) -> Result<()> {
    let page = context.sites.page(EXERCISE);
    visit.open(&page).await?;
    visit.write_code("def iou(a, b):\n    return 1.0\n").await?;
    // Not before it is written: a record has to be there, and no transaction still be open.
    saved(visit).await?;
    visit.open(&context.sites.page("privacy/")).await?;
    visit.run_async(CORRUPT, &[]).await?;
    visit.open(&page).await?;
    visit.until_code("def iou").await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await
}

async fn saved(visit: &Visit) -> Result<()> {
    let says = "return document.body.innerText.includes('saved on this device')";
    visit.until("a saved text", says, &[]).await
}

/// Replaces every record of every store by something of no shape.
const CORRUPT: &str = "
    for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((end, fail) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => end(request.result);
            request.onerror = fail;
        });
        for (const name of database.objectStoreNames) {
            await new Promise((end) => {
                const transaction = database.transaction(name, 'readwrite');
                const store = transaction.objectStore(name);
                const all = store.getAllKeys();
                all.onsuccess = () => all.result.forEach((key) => {
                    const bad = { v: 999, code: 7, nonsense: [null] };
                    try { store.put(bad, key); } catch { store.put({ ...bad, [store.keyPath]: key }); }
                });
                transaction.oncomplete = end;
                transaction.onabort = end;
            });
        }
        database.close();
    }
    return true;";

/// A script over the site's database, which it is to close.
macro_rules! in_database {
    ($script:literal) => {
        concat!(
            "const request = indexedDB.open('warmstart');
             const database = await new Promise((end, fail) => {
                 request.onsuccess = () => end(request.result);
                 request.onerror = fail;
             });",
            $script
        )
    };
}

/// Holds a store, so that no other page can read it, until `window.release` is set.
const HOLD: &str = in_database!(
    "
    const store = database.transaction('code', 'readwrite').objectStore('code');
    const hold = () => { if (!window.release) store.count().onsuccess = hold; else database.close(); };
    hold();
    return true;"
);

/// How many texts are in the database itself, not only on their way there.
const WRITTEN: &str = in_database!(
    "
    const count = database.transaction('code').objectStore('code').count();
    const written = await new Promise((end) => { count.onsuccess = () => end(count.result); });
    database.close();
    return written;"
);

/// What was set aside.
const ASIDE: &str = in_database!(
    "
    const all = database.transaction('aside').objectStore('aside').getAll();
    const texts = await new Promise((end) => { all.onsuccess = () => end(all.result); });
    database.close();
    return texts.join();"
);

pub async fn what_a_page_could_not_read_it_does_not_replace(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    let page = context.sites.page(CASE);
    visit.open(&page).await?;
    type_into(visit, "words-requirements", "Kept before").await?;
    // Typed text waits for its write for a moment; the next page takes over what was left.
    visit.open(&context.sites.page("privacy/")).await?;
    visit.until("a record", TEXTS, &[1.into()]).await?;
    while visit.run_async(WRITTEN, &[]).await? != 1 {}
    let holder = visit.driver.window().await?;
    visit.run_async(HOLD, &[]).await?;
    let other = visit.driver.new_tab().await?;
    visit.driver.switch_to_window(other.clone()).await?;
    visit.open(&page).await?;
    // The site around the page has a notice of its own, when its own reading takes long.
    let told = "return [...document.querySelectorAll('.notice')].some((it) => it.innerText.includes(arguments[0]))";
    visit.until("a notice", told, &["does not answer".into()]).await?;
    type_into(visit, "words-requirements", "Typed later").await?;
    visit.driver.switch_to_window(holder).await?;
    visit.run("window.release = true", &[]).await?;
    visit.driver.switch_to_window(other).await?;
    type_into(visit, "words-requirements", " and on").await?;
    visit.until("what is set aside", told, &["set aside".into()]).await?;
    let aside = visit.run_async(ASIDE, &[]).await?;
    ensure!(aside.as_str().is_some_and(|it| it.contains("Kept before")), "aside is {aside}");
    visit.driver.refresh().await?;
    let kept = "return document.querySelector('[data-testid=words-requirements]')?.value.includes('Typed later')";
    visit.until("what was typed", kept, &[]).await
}

pub async fn what_is_erased_comes_back_from_no_other_tab(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(CASE)).await?;
    type_into(visit, "words-requirements", "Soon forgotten").await?;
    let writer = visit.driver.window().await?;
    let other = visit.driver.new_tab().await?;
    visit.driver.switch_to_window(other).await?;
    visit.open(&context.sites.page("privacy/")).await?;
    while visit.run_async(WRITTEN, &[]).await? != 1 {}
    visit.click("erase").await?;
    confirm(visit).await?;
    visit.until("an empty store", TEXTS, &[0.into()]).await?;
    visit.driver.switch_to_window(writer).await?;
    let is_new = "return document.querySelector('[data-testid=words-requirements]:not([disabled])')?.value === ''";
    visit.until("a page that has begun anew", is_new, &[]).await
}

pub async fn a_full_device_loses_nothing(context: &Context<'_>, visit: &Visit) -> Result<()> {
    let page = context.sites.page(EXERCISE);
    let origin = context.sites.page("");
    let room = |bytes: Value| json!({ "origin": origin, "quotaSize": bytes });
    let cdp = visit.driver.cdp();
    // Before the first page: Chromium trusts the room that it has seen for half a minute.
    cdp.send_raw("Storage.overrideQuotaForOrigin", room(1.into())).await?;
    visit.open(&page).await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    let notice = visit.css(".notice").await?.text().await?;
    ensure!(notice.contains("no room left"), "the notice says: {notice}");
    ensure!(visit.code().await?.contains("max(0"), "what was typed is gone");

    // The next change is written with all that waited.
    cdp.send_raw("Storage.overrideQuotaForOrigin", room((1_u64 << 30).into())).await?;
    visit.write_code(&format!("# with room again\n{RIGHT}")).await?;
    saved(visit).await?;
    visit.open(&page).await?;
    visit.until_code("# with room again").await?;
    visit.element("solution").await?;
    Ok(())
}

pub async fn what_a_page_could_not_write_the_next_one_does(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    let page = context.sites.page(EXERCISE);
    visit.open(&page).await?;
    visit.element("run").await?;
    let refuse = "IDBDatabase.prototype.transaction = () => { throw new Error('not now'); }";
    visit.run(refuse, &[]).await?;
    visit.write_code("def iou(a, b):\n    return 'not yet written'\n").await?;
    visit.css(".notice").await?;
    visit.open(&page).await?;
    visit.until_code("not yet written").await?;
    visit.until("nothing left to write", "return localStorage.length === 0", &[]).await?;
    visit.open(&page).await?;
    visit.until_code("not yet written").await?;
    Ok(())
}

pub async fn a_megabyte_can_be_pasted(context: &Context<'_>, visit: &Visit) -> Result<()> {
    let page = context.sites.page(EXERCISE);
    visit.open(&page).await?;
    let filler = "# sixty-four characters of somebody's notes, pasted by accident\n".repeat(16_384);
    visit.write_code(&format!("{RIGHT}{filler}")).await?;
    visit.click("run").await?;
    verdict(visit, "passed").await?;
    visit.open(&page).await?;
    visit.until_code("max(0, min(a[2]").await?;
    Ok(())
}
