// The Python of a site that was built with `--numpy-wheel`: `cargo xtask test` lays one out with a
// small wheel of its own, and here it is started as the worker starts it.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { loadPyodide } from "pyodide";

import { connect, startPython } from "../worker/engine.js";
import { job, ONE_CASE } from "./jobs.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const SITE = path("../../../target/dist-with-another-numpy/");
const PYODIDE = path("../../node_modules/pyodide/");

/** What the pages of the site know. */
function assets() {
  assert.ok(existsSync(SITE), "the site with another numpy is laid out by cargo xtask test");
  const page = readFileSync(`${SITE}index.html`, "utf8");
  const [, block] = page.match(/id="warmstart-site"[^>]*>([^<]*)</);
  return JSON.parse(block).assets;
}

function start(snapshot) {
  const { info: lock } = JSON.parse(readFileSync(`${PYODIDE}pyodide-lock.json`, "utf8"));
  const packages = gunzipSync(readFileSync(`${SITE}${assets()["python.zip"]}`));
  return startPython({ loadPyodide, indexURL: PYODIDE, lock, packages, snapshot });
}

test("our package and its kernels are not bundled", () => {
  assert.equal(assets()["kernels.wasm"], undefined);
  assert.deepEqual(readdirSync(`${SITE}assets`).filter((name) => name.startsWith("kernels")), []);
  const archive = gunzipSync(readFileSync(`${SITE}${assets()["python.zip"]}`)).toString("latin1");
  assert.ok(archive.includes("unpacked/numpy/inner.py"));
  assert.ok(archive.includes("warmstart_harness/session.py"));
  assert.ok(!archive.includes("numpy/_kernels.py"));
});

test("import numpy gives the wheel's, at the first start and from the snapshot", async () => {
  const first = await start();
  const again = await start(first.snapshot);
  for (const { pyodide } of [first, again]) {
    const engine = connect(pyodide, { isWheel: true });
    assert.equal(engine.numpy, "99.0");
    // Compiled modules need a real file.
    const body = { id: 1, job: job("import numpy\ndef f(x):\n    return numpy.answer()", ONE_CASE) };
    const texts = [];
    engine.run(body, (text) => texts.push(JSON.parse(text)));
    const { value } = texts.find(({ type }) => type === "case").case.outcome;
    assert.deepEqual(value, { t: "bool", v: true });
  }
});
