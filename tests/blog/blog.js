// Notes what the widgets tell their page, and loads the loader from the site that the test names.
globalThis.heard = [];
for (const type of ["ready", "run", "result", "error"]) {
  addEventListener(`warm-start:${type}`, (event) => {
    globalThis.heard.push({ from: event.target.id, type, detail: event.detail });
  });
}
const host = new URLSearchParams(location.search).get("host");
await import(new URL("/embed/v1/warm-start.js", host));
