// Notes what the widgets tell their page, and loads the loader from the site that the test names.
globalThis.heard = [];
for (const type of ["ready", "run", "result", "error"]) {
  addEventListener(`warm-start:${type}`, (event) => {
    globalThis.heard.push({ from: event.target.id, type, detail: event.detail });
  });
}
const asked = new URLSearchParams(location.search);
const script = document.createElement("script");
if (asked.get("as") === "module") script.type = "module";
script.src = new URL("/embed/v1/warm-start.js", asked.get("host"));
document.head.append(script);
