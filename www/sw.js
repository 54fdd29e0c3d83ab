// The service worker: the second visit needs no server.
//
// The build puts SITE in front: a version that stands for every byte of the site, and three lists
// of paths: `always` and `ahead` are stored when this worker is installed (`ahead` only if the
// visitor has not asked for less data), `onUse` when a page first asks for them.
//
// A version has a cache of its own and answers everything from it, pages and assets alike, so no
// page ever meets files of another version. A new version is installed beside the running one and
// takes over when the last tab of the old one has gone; there is no skipWaiting on purpose.

const OURS = `warmstart ${registration.scope} `;
const CACHE = OURS + SITE.version;
// Their names change with their content: a copy from an older version is the same file.
const UNCHANGING = /^(assets|pyodide)\/|-[0-9a-f]{16}\.json$/;

const LANES = 6;

const address = (path) => new URL(path, registration.scope).href;
const known = new Map([...SITE.always, ...SITE.ahead, ...SITE.onUse].map((path) => [address(path), path]));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const response = answer(event.request);
  if (response) event.respondWith(response);
});
addEventListener("message", (event) => event.waitUntil(keep(String(event.data?.keep ?? ""))));

async function install() {
  const cache = await caches.open(CACHE);
  await inLanes(SITE.always, (path) => store(cache, path));
  // A page opens without these; they are tried again on use.
  const ahead = navigator.connection?.saveData ? [] : SITE.ahead;
  await inLanes(ahead, (path) => store(cache, path).catch(() => {}));
}

/** Hundreds of files, a few at a time: pages that are open have the rest of the line. */
async function inLanes(paths, work) {
  const left = paths.values();
  const lane = async () => {
    for (const path of left) await work(path);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

/** Stores what a page loaded before this worker was there to see it. */
async function keep(prefix) {
  if (!prefix) return;
  const cache = await caches.open(CACHE);
  const paths = SITE.onUse.filter((path) => path.startsWith(prefix));
  await Promise.allSettled(paths.map((path) => store(cache, path, "force-cache")));
}

async function store(cache, path, mode = "no-cache") {
  const url = address(path);
  if (await cache.match(url)) return;
  const copy = UNCHANGING.test(path) ? await caches.match(url) : undefined;
  const response = copy ?? (await fetch(url, { cache: mode }));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(url, plain(response));
}

/** What to answer, or nothing when the request is none of ours. */
function answer(request) {
  const url = new URL(request.url);
  url.search = url.hash = "";
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return undefined;
  if (request.mode === "navigate") return open(request, url.href.replace(/\/index\.html$/, "/"));
  return known.has(url.href) ? load(request, url.href) : undefined;
}

/** A page; folders are found without their slash, as hosts do it. */
async function open(request, url) {
  if (known.has(url)) return load(request, url);
  if (known.has(`${url}/`)) return Response.redirect(`${url}/`, 301);
  try {
    return await fetch(request);
  } catch {
    const page = await (await caches.open(CACHE)).match(address("404.html"));
    return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
  }
}

/** From this version's cache; else from the network, and kept. */
async function load(request, url) {
  const cache = await caches.open(CACHE);
  const stored = await cache.match(url, { ignoreVary: true });
  if (stored) return stored;
  const response = await fetch(request);
  if (response.ok && response.status === 200) {
    // Without room to store it, the file still serves this visit.
    await cache.put(url, plain(response.clone())).catch(() => {});
  }
  return response;
}

/** A redirected response may not answer a navigation; its content may. */
function plain(response) {
  if (!response.redirected) return response;
  return new Response(response.body, { status: response.status, headers: response.headers });
}
