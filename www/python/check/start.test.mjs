// Starting: snapshots that are whole, broken or foreign, and the confined scope.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { confine, KEPT } from "../worker/confine.js";
import { packed, unpackInto, unpacked } from "../worker/sparse.js";
import { job } from "./jobs.mjs";
import { engineInNode, startNode } from "./node.mjs";

const SOURCE = "import numpy as np\ndef f(x):\n    return np.arange(x).sum() + len({'a', 'b'})";
const CASES = 'CASES = [case("one", 4, expect=8)]';

test("a restored Python answers as the first one did", async () => {
  const first = await engineInNode();
  const second = await engineInNode({ snapshot: first.snapshot });
  const third = await engineInNode({ snapshot: first.snapshot });
  assert.equal(second.snapshot, null);
  const answers = [first, second, third].map((engine) => engine.observe(job(SOURCE, CASES)).cases);
  assert.deepEqual(answers[0][0].outcome.value, { t: "int", v: "8" });
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(answers[2], answers[0]);
  // What was not imported before the snapshot was taken can still be imported.
  const later = job("import tomllib, numpy.testing\ndef f(x):\n    return 8", CASES);
  assert.equal(second.observe(later).failed, undefined);
});

test("a snapshot that is none, or is broken, fails at once; a plain start still works", async () => {
  const { snapshot } = await startNode();
  const zeroed = snapshot.slice().fill(0, 5_000_000, 25_000_000);
  for (const broken of [new Uint8Array(1 << 20), snapshot.slice(0, snapshot.length / 2), zeroed]) {
    await assert.rejects(engineInNode({ snapshot: broken }));
  }
  assert.match((await engineInNode()).python, /^3\.14\./);
});

test("nothing of the language itself is taken, other than eval", () => {
  const language = [...runInNewContext("Object.getOwnPropertyNames(globalThis)")];
  assert.deepEqual(language.filter((name) => !KEPT.has(name)), ["eval"]);
});

test("confining leaves the language and takes the rest", () => {
  class Scope {
    fetch() {}
    get indexedDB() {
      return {};
    }
    postMessage() {}
    setTimeout() {}
  }
  class Navigator {
    get storage() {
      return {};
    }
    get userAgent() {
      return "a browser";
    }
  }
  const scope = new Scope();
  const navigator = new Navigator();
  Object.assign(scope, { Worker: 1, Math, WebAssembly, navigator, somethingNew: 1 });
  confine(scope);
  for (const name of ["fetch", "indexedDB", "postMessage", "Worker", "somethingNew"]) {
    assert.equal(name in scope, false, name);
  }
  assert.equal(scope.Math, Math);
  assert.equal(typeof scope.setTimeout, "function");
  assert.equal(navigator.storage, undefined);
  assert.equal(navigator.userAgent, "a browser");
});

test("a snapshot is kept without its empty pages, and comes back whole", () => {
  const bytes = new Uint8Array(10 * 4096 + 5);
  bytes.set([7, 8], 4095);
  bytes.set([9], 10 * 4096 + 4);
  const kept = packed(bytes);
  assert.deepEqual([...kept.runs], [0, 8192, 40960, 5]);
  assert.equal(kept.content.length, 8192 + 5);
  assert.deepEqual(unpacked(kept), bytes);
  const written = new Uint8Array(12 * 4096).fill(3);
  unpackInto(written, kept, 11 * 4096);
  assert.deepEqual(written.subarray(0, bytes.length), bytes);
  assert.deepEqual([written[11 * 4096 - 1], written[11 * 4096]], [0, 3]);
  assert.deepEqual(unpacked(packed(new Uint8Array(4096))), new Uint8Array(4096));
  assert.throws(() => unpacked(undefined));
  assert.throws(() => unpacked(new Uint8Array(8)));
});
