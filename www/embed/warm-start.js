// The loader that other people's pages include: defines <warm-start>, an element that shows its own
// text until one Warmstart widget is ready in a frame, and then shows the widget.
//
//   <warm-start item="labs/decision-boundary" theme="auto" loading="lazy" height="auto" hide="share">
//     <p>Text for readers without JavaScript, and for feeds.</p>
//   </warm-start>
//
// Works as a module, where the host sends access-control-allow-origin, and as a plain script from
// any host. Nothing of the host page is read except its theme, and nothing but the attributes is
// passed on. No inline style or script: allow this file's origin in script-src and frame-src.
//
// Frame and element talk in messages { warmstart: { v: 1, id, type, … } }:
//   frame to element: hello, ready, run, result, error (with data), height (with height in CSS px)
//   element to frame: theme (with theme "light" or "dark"); the first one answers hello

(() => {
if (customElements.get("warm-start")) return;

// import.meta would be a mistake in a plain script; the address of a module is in any stack.
const HERE = document.currentScript?.src ?? /https?:[^\s@)]+?warm-start\.js/.exec(Error().stack)[0];
const FRAME = new URL("./frame.html", HERE);
const ITEM = /^(attention|(labs|practice)\/[a-z0-9]+(-[a-z0-9]+)*)$/;
const EVENTS = ["ready", "run", "result", "error"];
const DARK = /^((theme-|mode-)?dark(-theme|-mode)?|coal|navy|ayu)$/;
const LIGHT = /^((theme-|mode-)?light(-theme|-mode)?|rust)$/;
const PATIENCE_MS = 30_000;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

// Rules for the shadow tree. The waiting frame keeps its width, so that it can measure itself.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; border: 0; }
  iframe[data-waiting] { position: absolute; inset: 0; visibility: hidden; }
  button { font: inherit; padding: 0.5em 1em; margin-block: 0.5em; cursor: pointer; }
`);

let count = 0;

class WarmStart extends HTMLElement {
  static observedAttributes = ["item", "theme", "loading", "height", "hide", "state"];

  #root = this.attachShadow({ mode: "open" });
  #id = `warm-start-${(count += 1)}`;
  #frame = null;
  #ready = false;
  #content = 0; // height that the frame asked for last
  #life = null; // ends listeners, observers and timers of one start
  #pending = false;

  connectedCallback() {
    this.#root.adoptedStyleSheets = [sheet];
    this.#restart();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#life || before === after) return;
    if (name === "theme") this.#sendTheme();
    else if (name === "height") this.#setHeight();
    else this.#restart();
  }

  // Several attributes set in a row make one start.
  #restart() {
    this.#stop();
    this.#life = new AbortController();
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.#life) this.#start();
    });
  }

  #stop() {
    this.#life?.abort();
    this.#life = this.#frame = null;
    this.#ready = false;
    this.#content = 0;
    this.#root.replaceChildren(document.createElement("slot"));
  }

  #start() {
    const item = this.getAttribute("item") ?? "";
    if (!ITEM.test(item)) {
      this.#tell("error", { message: `warm-start: no item is called "${item.slice(0, 80)}"` });
      return;
    }
    const { signal } = this.#life;
    const loading = this.getAttribute("loading");
    if (loading === "eager") this.#open(item);
    else if (loading === "click") {
      const button = document.createElement("button");
      button.textContent = "Open the widget";
      button.addEventListener("click", () => (button.remove(), this.#open(item)), { signal });
      this.#root.append(button);
    } else {
      const seen = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          seen.disconnect();
          this.#open(item);
        },
        { rootMargin: "300px" },
      );
      seen.observe(this);
      signal.addEventListener("abort", () => seen.disconnect());
    }
  }

  #open(item) {
    const { signal } = this.#life;
    const frame = (this.#frame = document.createElement("iframe"));
    const hide = (this.getAttribute("hide") ?? "").match(/[a-z][a-z-]*/g) ?? [];
    const state = this.getAttribute("state") ?? "";
    const parameters = { item, id: this.#id, theme: this.#theme(), hide: hide.join(), state };
    frame.src = `${FRAME}#${new URLSearchParams(parameters)}`;
    frame.title = this.getAttribute("aria-label") ?? `Warmstart: ${item.replace(/^.*\/|-/g, " ").trim()}`;
    frame.allow = "clipboard-write";
    frame.dataset.waiting = "";
    addEventListener("message", (event) => this.#receive(event), { signal });
    prefersDark.addEventListener("change", () => this.#sendTheme(), { signal });
    const page = new MutationObserver(() => this.#sendTheme());
    page.observe(document.documentElement, { attributeFilter: ["class", "data-theme", "data-bs-theme"] });
    const timer = setTimeout(() => {
      this.#tell("error", { message: `warm-start: ${FRAME.origin} does not answer` });
    }, PATIENCE_MS);
    frame.addEventListener("ready", () => clearTimeout(timer));
    signal.addEventListener("abort", () => (page.disconnect(), clearTimeout(timer)));
    this.#root.append(frame);
    this.#setHeight();
  }

  // Only this element's own frame, on the loader's own origin, is listened to.
  #receive({ source, origin, data }) {
    if (source !== this.#frame?.contentWindow || origin !== FRAME.origin) return;
    const message = data?.warmstart;
    if (message?.v !== 1 || message.id !== this.#id) return;
    if (message.type === "hello") {
      this.#ready = true;
      this.#sendTheme();
    } else if (message.type === "height") this.#follow(message.height);
    else if (EVENTS.includes(message.type)) {
      if (message.type === "ready") this.#show();
      this.#tell(message.type, message.data);
    }
  }

  #show() {
    delete this.#frame.dataset.waiting;
    this.#frame.dispatchEvent(new Event("ready"));
    this.#root.querySelector("slot")?.remove();
  }

  #follow(height) {
    if (!(height > 0 && height < 20_000)) return;
    this.#content = Math.ceil(height);
    this.#setHeight();
  }

  #fixed() {
    const height = Number(this.getAttribute("height"));
    return height >= 100 && height < 20_000 ? height : 0;
  }

  #setHeight() {
    const height = this.#fixed() || this.#content;
    if (this.#frame && height) this.#frame.style.height = `${height}px`;
  }

  // A fixed theme, else what the page's <html> says, else what the system prefers.
  #theme() {
    const asked = this.getAttribute("theme");
    if (asked === "light" || asked === "dark") return asked;
    const { className, dataset } = document.documentElement;
    const words = `${className} ${dataset.theme ?? ""} ${dataset.bsTheme ?? ""}`.split(/\s+/);
    if (words.some((word) => DARK.test(word))) return "dark";
    if (words.some((word) => LIGHT.test(word))) return "light";
    return prefersDark.matches ? "dark" : "light";
  }

  // Until the frame has said hello nobody would hear it; hello is answered with the theme of then.
  #sendTheme() {
    if (!this.#ready) return;
    const warmstart = { v: 1, id: this.#id, type: "theme", theme: this.#theme() };
    this.#frame.contentWindow?.postMessage({ warmstart }, FRAME.origin);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(`warm-start:${type}`, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("warm-start", WarmStart);
})();
