//! A recorded answer: recorded from a microphone that the browser invents, played, kept, exported,
//! erased, imported, and sent nowhere.

use std::slice;

use anyhow::{Context as _, Result, ensure};
use browser_tests::{harness::Context, visit::Visit};
use serde_json::Value;

use crate::{access, study::QUESTION};

const TAKE: &str = "document.querySelector('[data-testid=take]')";

async fn until_text(visit: &Visit, testid: &str, piece: &str) -> Result<()> {
    let script = "return (document.querySelector(`[data-testid='${arguments[0]}']`)?.innerText ?? '').includes(arguments[1])";
    visit.until(&format!("{piece:?} in {testid}"), script, &[testid.into(), piece.into()]).await
}

pub async fn an_answer_is_recorded_played_exported_erased_and_imported(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(QUESTION)).await?;
    visit.element("recorder").await?;
    if !records(visit).await? {
        return without_a_recorder(visit).await;
    }
    visit.run(WATCH, &[]).await?;
    record(visit).await?;
    let is_off =
        "return window.tracks.length > 0 && window.tracks.every((it) => it.readyState === 'ended')";
    visit.until("a microphone that is let go of", is_off, &[]).await?;
    access::check_now(visit, "a take").await?;
    plays(visit).await?;
    let sent = visit.run("return window.sent", &[]).await?;
    ensure!(sent.as_array().is_some_and(Vec::is_empty), "sent by {sent}");

    visit.driver.refresh().await?;
    visit.element("take").await?;
    visit.click("delete-take").await?;
    visit.click("undo-delete").await?;
    visit.element("take").await?;
    plays(visit).await?;
    let key = visit.run(&format!("return {TAKE}.dataset.key"), &[]).await?;
    let kept = visit.run_async(KEPT, slice::from_ref(&key)).await?;
    ensure!(kept.as_str().is_some_and(|it| it.len() > 1000), "too little was kept: {kept}");

    visit.open(&context.sites.page("privacy/")).await?;
    visit.until("a recording that is counted", COUNTED, &[1.into()]).await?;
    visit.run(CATCH_EXPORT, &[]).await?;
    visit.click("export").await?;
    visit.until("an exported file", "return typeof window.exported === 'string'", &[]).await?;
    let file = visit.run("return window.exported", &[]).await?;
    let file = file.as_str().context("no text")?.to_owned();
    let read: Value = serde_json::from_str(&file)?;
    let key_name = key.as_str().context("no key")?;
    let exported = &read["stores"]["recordings"][key_name];
    ensure!(exported["data"] == kept, "other bytes were exported than kept");

    visit.click("erase").await?;
    visit.click("erase-confirm").await?;
    visit.until("an empty store", COUNTED, &[0.into()]).await?;
    let gone = visit.run_async(KEPT, slice::from_ref(&key)).await?;
    ensure!(gone == Value::Null, "erased, and still there");
    for (what, broken) in [("no media type", "audio/webm"), ("no base64", "\"data\":\"")] {
        let with = if what == "no base64" { "\"data\":\"?" } else { "text/html" };
        refused(visit, &file.replace(broken, with)).await.context(what)?;
    }
    visit.run(IMPORT, &[file.into()]).await?;
    visit.until("the recording", COUNTED, &[1.into()]).await?;
    let back = visit.run_async(KEPT, &[key]).await?;
    ensure!(back == kept, "other bytes came back");
    visit.open(&context.sites.page(QUESTION)).await?;
    plays(visit).await
}

async fn refused(visit: &Visit, file: &str) -> Result<()> {
    // What was refused before is gone.
    visit.driver.refresh().await?;
    visit.element("import").await?;
    visit.run(IMPORT, &[file.into()]).await?;
    let says =
        "return (document.querySelector('.callout.bad')?.innerText ?? '').includes('recording')";
    visit.until("a refusal in words", says, &[]).await
}

/// Whether this browser can record at all: WebKitGTK as packaged writes no kind of sound.
async fn records(visit: &Visit) -> Result<bool> {
    let can = "const kinds = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];
        return 'MediaRecorder' in window && kinds.some((it) => MediaRecorder.isTypeSupported(it))";
    Ok(visit.run(can, &[]).await? == Value::Bool(true))
}

/// The page says so, and the rest of it works.
async fn without_a_recorder(visit: &Visit) -> Result<()> {
    until_text(visit, "recording-said", "This browser does not record").await?;
    visit.css("[data-testid=record-audio][disabled]").await?;
    access::check_now(visit, "no recorder").await?;
    visit.click("show-strong").await?;
    visit.element("trap").await.map(drop)
}

/// Records for two seconds.
async fn record(visit: &Visit) -> Result<()> {
    visit.click("record-audio").await?;
    let heard = "return /^(0:0[2-9]|0:[1-5]|[1-9])/.test(document.querySelector('[data-testid=recorded]')?.innerText ?? '')";
    visit.until("two seconds", heard, &[]).await?;
    visit.click("record-stop").await?;
    until_text(visit, "recording-said", "kept on this device").await?;
    let length = "return /^0:0[2-9]|^0:[1-5]|^[1-9]/.test(document.querySelector('[data-testid=take-length]')?.innerText ?? '')";
    visit.until("a take with its length", length, &[]).await
}

async fn plays(visit: &Visit) -> Result<()> {
    visit.click("play").await?;
    // Where there is no speaker, Firefox decodes it and then says that it has none.
    let plays = "const it = document.querySelector('[data-testid=player]');
        const isSilent = /Sink/.test(it?.error?.message ?? '');
        return Boolean(it) && (!it.error || isSilent) && (it.currentTime > 0 || it.readyState >= 3)";
    visit.until("a take that plays", plays, &[]).await
}

/// Notes microphones that are opened, and everything that is sent.
const WATCH: &str = "
    window.sent = [];
    window.tracks = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (...all) => {
        const stream = await ask(...all);
        window.tracks.push(...stream.getTracks());
        return stream;
    };
    for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport']) {
        const real = window[name];
        if (real) window[name] = function (...all) { window.sent.push(name); return new real(...all); };
    }
    const get = window.fetch;
    window.fetch = (...all) => {
        if (all[1]?.body || all[0]?.body) window.sent.push('fetch');
        return get(...all);
    };
    navigator.sendBeacon = () => { window.sent.push('beacon'); return true; }";

/// The bytes of a recording as base64; nothing if there is no database, or no such recording.
const KEPT: &str = "
    if (!(await indexedDB.databases()).some((it) => it.name === 'warmstart')) return null;
    const request = indexedDB.open('warmstart');
    const database = await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const found = database.transaction('recorded').objectStore('recorded').get(arguments[0]);
    const buffer = await new Promise((resolve) => { found.onsuccess = () => resolve(found.result); });
    database.close();
    if (!buffer) return null;
    return btoa(Array.from(new Uint8Array(buffer), (it) => String.fromCharCode(it)).join(''))";

const COUNTED: &str = "
    const row = [...document.querySelectorAll('tr')].find((it) => /answers you recorded/.test(it.innerText));
    return Number(row?.cells[1].innerText ?? -1) === arguments[0]";

const CATCH_EXPORT: &str = "
    const real = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        blob.text().then((text) => { window.exported = text; });
        return real.call(URL, blob);
    };";

const IMPORT: &str = "
    const input = document.querySelector(`[data-testid='import']`);
    const data = new DataTransfer();
    data.items.add(new File([arguments[0]], 'warmstart.json', { type: 'application/json' }));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));";

pub async fn what_goes_wrong_is_said_and_loses_nothing(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(QUESTION)).await?;
    visit.element("recorder").await?;
    visit.run(WATCH, &[]).await?;
    visit.run(REFUSE_ONCE, &["NotAllowedError".into()]).await?;
    visit.click("record-audio").await?;
    until_text(visit, "recording-said", "Allow it for this site").await?;
    visit.run(REFUSE_ONCE, &["NotFoundError".into()]).await?;
    visit.click("record-video").await?;
    until_text(visit, "recording-said", "Plug one in").await?;

    // A full device: the take can still be played and downloaded, and is gone with the page.
    visit.run(FULL_ONCE, &[]).await?;
    visit.click("record-audio").await?;
    visit.click("record-stop").await?;
    until_text(visit, "recording-said", "could not be kept: download it").await?;
    until_text(visit, "take", "only in this page").await?;
    plays(visit).await?;
    visit.driver.refresh().await?;
    visit.element("recorder").await?;

    // A page that is left for another keeps what was said until then, and lets go of the microphone.
    visit.run(WATCH, &[]).await?;
    visit.click("record-audio").await?;
    visit.element("record-stop").await?;
    let is_on = "return window.tracks.some((it) => it.readyState === 'live')";
    visit.until("a microphone", is_on, &[]).await?;
    visit.click_css("nav a[href$='/study/']").await?;
    visit.element("tasks").await?;
    visit.until("no microphone", &is_on.replace("return ", "return !"), &[]).await?;
    visit.driver.back().await?;
    visit.element("take").await.map(drop)
}

/// The next microphone is refused under that name.
const REFUSE_ONCE: &str = "
    const devices = navigator.mediaDevices, ask = devices.getUserMedia, name = arguments[0];
    devices.getUserMedia = async () => {
        devices.getUserMedia = ask;
        throw new DOMException('no', name);
    };";

/// The next recording does not fit.
const FULL_ONCE: &str = "
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
        if (!(value instanceof ArrayBuffer)) return put.call(this, value, key);
        IDBObjectStore.prototype.put = put;
        throw new DOMException('full', 'QuotaExceededError');
    };";

pub async fn a_database_without_recordings_is_carried_over(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    // A page of the site without its program, so that nothing has opened the database.
    visit.driver.goto(&context.sites.page("embed/v1/warm-start.js")).await?;
    visit.run_async(SECOND_VERSION, &[]).await?;
    visit.open(&context.sites.page("privacy/")).await?;
    // What is counted has been read, so the database is at its latest version.
    visit.until("the record", &counted("what you typed"), &[]).await?;
    visit.run_async(ADD_RECORDING, &[]).await?;
    visit.driver.refresh().await?;
    visit.until("the recording", &counted("answers you recorded"), &[]).await?;
    visit.until("the record still", &counted("what you typed"), &[]).await
}

/// Whether one thing of that sort is counted.
fn counted(what: &str) -> String {
    format!(
        "return [...document.querySelectorAll('tr')].some((it) => /{what}\\s+1\\b/.test(it.innerText))"
    )
}

const SECOND_VERSION: &str = "
    const request = indexedDB.open('warmstart', 2);
    request.onupgradeneeded = () => {
        for (const name of ['code', 'progress', 'settings', 'aside', 'study']) request.result.createObjectStore(name);
    };
    await new Promise((resolve, reject) => { request.onsuccess = resolve; request.onerror = reject; });
    const work = request.result.transaction('code', 'readwrite');
    work.objectStore('code').put(JSON.stringify({ text: 'def iou(a, b): ...' }), 'iou');
    await new Promise((resolve, reject) => { work.oncomplete = resolve; work.onerror = reject; });
    request.result.close();";

/// Puts a recording there as the page does.
const ADD_RECORDING: &str = "
    const request = indexedDB.open('warmstart');
    const database = await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const work = database.transaction(['recordings', 'recorded'], 'readwrite');
    const about = { at_ms: 1, length_ms: 2000, type: 'audio/webm', bytes: 3 };
    work.objectStore('recordings').put(JSON.stringify(about), 'study/making-a-model-faster/1');
    work.objectStore('recorded').put(new Uint8Array([1, 2, 3]).buffer, 'study/making-a-model-faster/1');
    await new Promise((resolve, reject) => { work.oncomplete = resolve; work.onerror = reject; });
    database.close();";
