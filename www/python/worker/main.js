// The Python worker: answers the requests of `crates/protocol/src/python.rs`.
//
// Started from a blob, so that it inherits the page's policy. It observes what visitor code does
// and posts that; whether an answer is right is decided in the page.

import { info as lock } from "pyodide/pyodide-lock.json";

import { confine } from "./confine.js";
import { download } from "./download.js";
import { connect, startPython } from "./engine.js";
import { loadKernels } from "./kernels.js";
import { reporter } from "./progress.js";
import { rehearse } from "./rehearsal.js";
import { forgetSnapshots, hasSnapshot, keepSnapshot, readSnapshot } from "./snapshots.js";

const VERSION = 1;

/** A restart takes half a second; a snapshot that leads nowhere must not hold up the visitor. */
const RESTORE_LIMIT_MS = 15_000;

/** WebKit's storage may never answer after a page that was writing has been left. */
const READ_LIMIT_MS = 3_000;

// Taken before the scope is stripped, and reachable from no object that visitor code can hold.
const postMessage = globalThis.postMessage.bind(globalThis);
const postText = (body) => postMessage(`{"v":${VERSION},"body":${body}}`);
const post = (body) => postText(JSON.stringify(body));

let engine = null;

/** Ends what Python does of its own accord. */
let endRehearsal = () => {};

/** Pyodide's program, where an earlier worker of this page has compiled it. */
let compiled;

/** Said once, and again to whoever asks for more. */
let breakdown = null;

globalThis.onmessage = async ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    compiled = data;
    return;
  }
  let body;
  try {
    const message = JSON.parse(data);
    body = message.body;
    await answer(message);
  } catch (error) {
    breakDown(body, error);
  }
};

async function answer({ v, body }) {
  if (v !== VERSION) throw new Error(`The page speaks version ${v}, the worker ${VERSION}: reload`);
  if (breakdown) post(breakdown);
  else if (body.type === "start") await start(body);
  else if (body.type === "run" && engine) run(body);
  else throw new Error(`Not expected now: ${body.type}`);
}

function run(body) {
  endRehearsal();
  engine.run(body, postText);
}

/** Whatever arrives here, Python is of no further use. */
function breakDown(body, error) {
  // The browser's stack was at its end before Python's own limit: the visitor's code did that.
  if (engine && /recursion|call stack/i.test(error?.message)) post(tooDeep(body.id));
  breakdown = { type: "crashed", message: wordsFor(error) };
  post(breakdown);
}

async function start(assets) {
  const { loadPyodide } = await import(`${assets.pyodide}pyodide.mjs`);
  const source = { loadPyodide, indexURL: assets.pyodide, lock };
  const progress = reporter(post, assets.total_bytes);
  const started =
    (await restore(assets, source, progress)) ?? (await startPlain(assets, source, progress));
  engine = started.engine;
  confine(globalThis);
  const { python, numpy } = engine;
  const warm = !started.snapshot;
  post({ type: "ready", python, numpy, warm, start_ms: performance.now() });
  // Before anything is waited for: a request that comes meanwhile ends it.
  endRehearsal = rehearse(engine, (error) => breakDown({}, error));
  // For the next worker, should this one have to be ended: compiling is most of a start.
  if (!compiled) postMessage(await started.module);
  // Not before the page can go on. The database is open already; the scope no longer has it.
  if (!warm) setTimeout(() => keepSnapshot(assets.snapshot_key, started.snapshot));
}

/** Python as the snapshot on this device left it, or null where there is none or it is of no use. */
async function restore(assets, source, progress) {
  const key = assets.snapshot_key;
  const isThere = await withLimit(hasSnapshot(key), READ_LIMIT_MS).catch(() => false);
  if (!isThere) return null;
  progress.restoring();
  let wasRead = false;
  const snapshot = withLimit(readSnapshot(key), READ_LIMIT_MS).then((bytes) => {
    wasRead = true;
    return bytes;
  });
  const files = download(assets, { compiled });
  try {
    return await withLimit(begin(files, { ...source, snapshot }), RESTORE_LIMIT_MS);
  } catch {
    await files.complete; // rejects if a file could not be had, which is not the snapshot's fault
    if (wasRead) forgetSnapshots(); // not waited for: it may never answer either
    return null;
  }
}

async function startPlain(assets, source, progress) {
  const files = download(assets, { compiled, onBytes: progress.add });
  files.complete.then(progress.starting, () => {});
  await files.script;
  return begin(files, source);
}

async function begin(files, source) {
  const { packages, module } = files;
  const { pyodide, snapshot } = await files.serving(() => startPython({ ...source, packages }));
  const kernels = await files.kernels;
  const loaded = kernels && (await loadKernels(kernels, pyodide));
  const engine = connect(pyodide, { kernels: loaded, isWheel: !kernels });
  return { engine, snapshot, module };
}

function withLimit(promise, milliseconds) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("took too long")), milliseconds);
  });
  return Promise.race([promise, late]);
}

function tooDeep(id) {
  const message =
    "The calls, or the values inside one another, go so deep that Python ran out of room.";
  const place = { line: null, column: null, frames: [] };
  return {
    type: "failed",
    id,
    error: { kind: "recursion", name: "RecursionError", message, ...place },
  };
}

function wordsFor(error) {
  // An error from Python carries its whole traceback; the last line says what it was.
  const reason = String(error?.message ?? error).trim().split("\n").at(-1);
  return engine
    ? `Python stopped working (${reason}). It has to be started again.`
    : `Python could not be started (${reason}). Check the connection and try again.`;
}
