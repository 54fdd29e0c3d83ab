//! Nothing leaves the device: not from the page, not from a worker, not from a visitor's Python.

use std::{fs, path::Path};

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, listener::Listener, site::dist, visit::Visit};

use crate::{
    lab::{LAB, until_step},
    practice::{EXERCISE, RIGHT, run, verdict},
};

/// Every way out of a page that a script has. Each ends by itself: WebKit leaves some pending.
const PAGE_ATTEMPTS: &str = "
    const out = arguments[0];
    const within = (promise) => Promise.race([
        Promise.resolve(promise).then(() => 'done', () => 'refused'),
        new Promise((end) => setTimeout(end, 3000, 'pending')),
    ]);
    const element = (name, attributes) => new Promise((end, fail) => {
        const it = Object.assign(document.createElement(name), attributes);
        it.onload = end;
        it.onerror = fail;
        document.body.append(it);
    });
    const socket = (url) => new Promise((end, fail) => {
        const it = new WebSocket(url);
        it.onopen = end;
        it.onerror = fail;
    });
    const attempts = [
        () => fetch(out + '/fetch'),
        () => fetch(out + '/no-cors', { mode: 'no-cors', method: 'POST', body: 'x' }),
        () => element('img', { src: out + '/image' }),
        () => element('script', { src: out + '/script' }),
        () => element('link', { rel: 'stylesheet', href: out + '/style' }),
        () => element('iframe', { src: out + '/frame' }),
        () => element('video', { src: out + '/video' }),
        () => element('object', { data: out + '/object' }),
        () => import(out + '/import'),
        () => socket(out.replace('http', 'ws') + '/socket'),
        () => new Promise((end, fail) => { const it = new EventSource(out + '/events'); it.onopen = end; it.onerror = fail; }),
        () => new FontFace('out', `url(${out}/font)`).load(),
        () => navigator.sendBeacon(out + '/beacon', 'x'),
        () => new Worker(out + '/worker'),
    ];
    return Promise.all(attempts.map((attempt) => within((async () => attempt())())));
";

/// The same from a worker that starts as the site's own workers do.
const WORKER_ATTEMPTS: &str = "
    const out = arguments[0];
    const text = `
        const out = ${JSON.stringify(out)};
        const within = (promise) => Promise.race([
            Promise.resolve(promise).then(() => 'done', () => 'refused'),
            new Promise((end) => setTimeout(end, 3000, 'pending')),
        ]);
        const attempts = [
            () => fetch(out + '/worker-fetch'),
            () => fetch(out + '/worker-no-cors', { mode: 'no-cors' }),
            () => import(out + '/worker-import'),
            () => new Promise((end, fail) => { const it = new WebSocket(out.replace('http', 'ws') + '/worker-socket'); it.onopen = end; it.onerror = fail; }),
            () => new Promise((end, fail) => { const it = new XMLHttpRequest(); it.open('GET', out + '/worker-xhr'); it.onload = end; it.onerror = fail; it.send(); }),
            () => new Worker(out + '/worker-worker'),
        ];
        postMessage(await Promise.all(attempts.map((attempt) => within((async () => attempt())()))));
    `;
    const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), { type: 'module' });
    return Promise.race([
        new Promise((end, fail) => { worker.onmessage = ({ data }) => end(data); worker.onerror = () => fail(new Error('no worker')); }),
        new Promise((end) => setTimeout(end, 20000, ['no answer'])),
    ]);
";

/// What hostile shared code would try from Python.
fn python_attempts(out: &str) -> String {
    format!(
        r#"OUT = "{out}"

def attempts():
    def by_js():
        import js
        js.fetch(OUT + "/python-fetch")
    def by_xhr():
        import js
        request = js.XMLHttpRequest.new()
        request.open("GET", OUT + "/python-xhr", False)
        request.send()
    def by_code():
        from pyodide.code import run_js
        run_js("fetch('" + OUT + "/python-run-js')")
    def by_import():
        from pyodide.code import run_js
        run_js("import('" + OUT + "/python-import')")
    def by_socket():
        import js
        js.WebSocket.new(OUT.replace("http", "ws") + "/python-socket")
    def by_pyodide():
        from pyodide.http import open_url
        open_url(OUT + "/python-open-url")
    def by_urllib():
        from urllib.request import urlopen
        urlopen(OUT + "/python-urllib", timeout=2)
    def by_plain_socket():
        import socket
        host, port = OUT.rsplit("/", 1)[1].split(":")
        socket.create_connection((host, int(port)), timeout=2)
    def by_worker():
        import js
        js.Worker.new(OUT + "/python-worker")
    def by_scripts():
        import js
        js.importScripts(OUT + "/python-import-scripts")
    return [by_js, by_xhr, by_code, by_import, by_socket, by_pyodide, by_urllib,
            by_plain_socket, by_worker, by_scripts]

for attempt in attempts():
    try:
        attempt()
        print(attempt.__name__, "ended")
    except BaseException as error:
        print(attempt.__name__, type(error).__name__)

def iou(a, b):
    return 0.0
"#
    )
}

pub async fn nothing_reaches_another_origin(context: &Context<'_>, visit: &Visit) -> Result<()> {
    let listener = Listener::start()?;
    // Another host name and port: neither same origin nor same site.
    let out = format!("http://localhost:{}", listener.address().port());
    visit.open(&context.sites.page(EXERCISE)).await?;
    visit.run_async(PAGE_ATTEMPTS, &[out.as_str().into()]).await?;
    let worker = visit.run_async(WORKER_ATTEMPTS, &[out.as_str().into()]).await?;
    ensure!(worker.as_array().is_some_and(|it| it.len() == 6), "the worker answered {worker}");
    run(visit, &python_attempts(&out)).await?;
    visit
        .until(
            "a verdict and every attempt's end",
            "const verdict = document.querySelector(`[data-testid='verdict']`)?.dataset.status;
             return Boolean(verdict) && /by_scripts/.test(document.body.innerText)",
            &[],
        )
        .await?;
    // Chromium opens a connection for a frame before it asks the policy; nothing is said in it.
    let heard: Vec<String> = listener.heard().into_iter().filter(|it| !it.is_empty()).collect();
    ensure!(heard.is_empty(), "reached: {heard:?}");
    // The listener can hear: an origin without a policy reaches it.
    visit.driver.goto(&out).await?;
    ensure!(listener.heard().iter().any(|it| it.starts_with("GET")), "the listener is deaf");
    Ok(())
}

pub async fn a_whole_session_asks_no_other_machine(
    context: &Context<'_>,
    first: &Visit,
) -> Result<()> {
    // Some drivers hold one window at a time: the first one makes room for one with a proxy.
    first.driver.goto("about:blank").await?;
    first.driver.clone().quit().await?;
    let proxy = Listener::start()?;
    let visit = context.visitor_through(proxy.address()).await?;
    // What the browser asks for itself, before the site is open, is not the site's.
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let of_browser = proxy.heard();
    let session = whole_session(context, &visit).await;
    visit.driver.quit().await?;
    session?;
    let asked: Vec<String> = proxy
        .heard()
        .into_iter()
        .skip(of_browser.len())
        .filter(|line| !is_browsers_own(line))
        .collect();
    ensure!(asked.is_empty(), "asked for: {asked:?}");
    Ok(())
}

async fn whole_session(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page("")).await?;
    visit.open(&context.sites.page(EXERCISE)).await?;
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await?;
    visit.open(&context.sites.page(LAB)).await?;
    visit.click("train").await?;
    until_step(visit, 20).await?;
    for page in ["attention/", "embed/", "privacy/"] {
        visit.open(&context.sites.page(page)).await?;
    }
    let own = context.sites.page("");
    let others = "return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !name.startsWith(arguments[0]) && !/^(blob|data):/.test(name))";
    let others = visit.run(others, &[own.into()]).await?;
    ensure!(others.as_array().is_some_and(Vec::is_empty), "resources of others: {others}");
    Ok(())
}

/// Whether a request through the proxy is one that the browser makes of its own accord.
pub fn is_browsers_own(line: &str) -> bool {
    const VENDORS: [&str; 7] = [
        "mozilla.com",
        "mozilla.org",
        "mozilla.net",
        "firefox.com",
        "google.com",
        "googleapis.com",
        "gstatic.com",
    ];
    line.is_empty() || VENDORS.iter().any(|vendor| line.contains(vendor))
}

pub async fn every_page_carries_policy_and_text(
    _context: &Context<'_>,
    _visit: &Visit,
) -> Result<()> {
    let mut pages = Vec::new();
    collect(&dist(), &mut pages)?;
    ensure!(pages.len() >= 12, "only {} pages: {pages:?}", pages.len());
    for page in pages {
        let text = fs::read_to_string(&page)?;
        let name = page.display();
        ensure!(text.contains("Content-Security-Policy"), "{name} has no policy");
        ensure!(text.contains("default-src 'none'"), "{name} has an open policy");
        ensure!(!text.contains("unsafe-inline") && !text.contains("'unsafe-eval'"), "{name}");
        ensure!(!text.contains(" style=\""), "{name} has an inline style");
        ensure!(text.contains("<title>") && text.contains("name=\"description\""), "{name}");
        let body = text.split("<body").nth(1).unwrap_or_default();
        ensure!(words(body) >= 8, "{name} says nothing without a script");
    }
    Ok(())
}

fn collect(folder: &Path, pages: &mut Vec<std::path::PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, pages)?;
        } else if path.extension().is_some_and(|it| it == "html") {
            pages.push(path);
        }
    }
    Ok(())
}

/// Words outside of tags.
fn words(html: &str) -> usize {
    let text: String =
        html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect();
    text.split_whitespace().count()
}
