// Starts a page: reads its data block, loads its program, and asks the browser to keep the site for
// offline use. The page's policy refuses inline scripts, so this is a file of its own.

const site = JSON.parse(document.getElementById("warmstart-site").textContent);
const isFrame = document.documentElement.dataset.program === "frame";
const programs = {};
/** For how long a page has line and processor to itself before the site is stored, in milliseconds. */
const QUIET_MS = 5_000;

globalThis.warmstart = {
  /** Rust cannot write a dynamic import. */
  import: (address) => import(address),

  /** Starts the program that holds the room of an item: `practice/iou`, `attention`. */
  startRoom: (item) => start(holder(item)),

  /** Keeps the files whose path begins with `prefix` for offline use, once they have been used. */
  keep: async (prefix) => (await keeper())?.active?.postMessage({ keep: prefix }),
};

// Not awaited up here: when a page takes a frame away while its module waits, WebKit resumes the module
// for ever, and the page with it stands still.
const started = (isFrame ? warmstart.startRoom(asked()) : start("app")).catch(report);

// Frames on other people's pages do not register: their storage belongs to that page, and its
// readers did not come to install a site. Private windows may refuse; everything but the offline
// visit works without.
const registered = isFrame ? undefined : started.then(quiet).then(register).catch(() => {});

/** A program's module, started once a page. What failed is tried again when it is next needed. */
function start(program) {
  programs[program] ??= load(program).catch((error) => {
    delete programs[program];
    throw error;
  });
  return programs[program];
}

/** Script and wasm are asked for at the same time. */
async function load(program) {
  const wasm = fetch(site.assets[`${program}.wasm`]);
  const [module] = await Promise.all([import(site.assets[`${program}.js`]), wasm]);
  await module.default({ module_or_path: wasm });
  return module;
}

/** The program of an item's room. An item that no room knows gets one that says so. */
function holder(item) {
  const [, program] = site.rooms.find(([beginning]) => item.startsWith(beginning)) ?? site.rooms[0];
  return program;
}

/** The item that a frame's fragment asks for. */
function asked() {
  return new URLSearchParams(location.hash.slice(1)).getAll("item").at(-1) ?? "";
}

function quiet() {
  return new Promise((resolve) => setTimeout(resolve, QUIET_MS));
}

/** Has the site stored for offline use. */
function register() {
  return navigator.serviceWorker?.register(`${site.base}sw.js`, { scope: site.base });
}

/** The registration, when there is one to wait for. */
async function keeper() {
  const known = await (registered ?? navigator.serviceWorker?.getRegistration(site.base));
  return known && navigator.serviceWorker.ready;
}

/** Says above the readable text why nothing on the page can be used. */
function report(error) {
  const message = document.createElement("p");
  message.className = "callout bad";
  message.setAttribute("role", "alert");
  message.textContent =
    typeof WebAssembly === "object"
      ? `The page could not start: ${error.message}. Reload it; if that does not help, this browser may be too old.`
      : "This browser has WebAssembly switched off, or is too old for it. You can read this page; running code and training models needs WebAssembly.";
  document.body.prepend(message);
}
