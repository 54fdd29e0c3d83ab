// Starts a page: reads its data block, loads its program, and asks the browser to keep the site for
// offline use. The page's policy refuses inline scripts, so this is a file of its own.

const site = JSON.parse(document.getElementById("warmstart-site").textContent);
const program = document.documentElement.dataset.program;

globalThis.warmstart = {
  /** Rust cannot write a dynamic import. */
  import: (address) => import(address),

  /** Keeps the files whose path begins with `prefix` for offline use, once they have been used. */
  keep: async (prefix) => (await keeper())?.active?.postMessage({ keep: prefix }),
};

try {
  const { default: start } = await import(site.assets[`${program}.js`]);
  await start({ module_or_path: site.assets[`${program}.wasm`] });
} catch (error) {
  report(error);
}

// Frames on other people's pages do not register: their storage belongs to that page, and its
// readers did not come to install a site.
if (program === "app") {
  // Private windows may refuse; everything but the offline visit works without.
  navigator.serviceWorker?.register(`${site.base}sw.js`, { scope: site.base }).catch(() => {});
}

/** The registration, when there is one to wait for. */
async function keeper() {
  const known = await navigator.serviceWorker?.getRegistration(site.base);
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
