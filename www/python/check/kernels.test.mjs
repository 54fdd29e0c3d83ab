// The glue between Python's memory and the kernels': what happens when a kernel breaks off, and what
// a call may touch.

import assert from "node:assert/strict";
import { test } from "node:test";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";

import { loadKernels } from "../worker/kernels.js";
import { job, ONE_CASE } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

const PAGE = 65536;
const BUILT = fileURLToPath(new URL("../../../target/site/kernels.wasm", import.meta.url));

/** Kernels that grow to `pages` and trap when the first parameter is 1; else they return it. */
function kernels(pages) {
  const module = binaryen.parseText(`(module
    (memory (export "memory") 1)
    (func (export "reserve") (param i32) (result i32) (i32.const 16))
    (func (export "run") (param i32) (result i32)
      (if (i32.eq (i32.load offset=8 (local.get 0)) (i32.const 1))
        (then (drop (memory.grow (i32.const ${pages - 1}))) (unreachable)))
      (i32.load offset=8 (local.get 0))))`);
  return module.emitBinary();
}

async function outcome(pages) {
  const python = { _module: { HEAPU8: new Uint8Array(64) } };
  const { run, bytes } = await loadKernels(kernels(pages), python);
  return { broken: run([1], []), after: run([7], []), bytes: bytes() };
}

test("a kernel that traps is a negative number, and the next call works in fresh memory", async () => {
  assert.deepEqual(await outcome(2), { broken: -3, after: 7, bytes: PAGE });
});

test("a trap with much memory taken is want of memory", async () => {
  assert.deepEqual(await outcome(5000), { broken: -1, after: 7, bytes: PAGE });
});

test("a call touches nothing outside of the storages that it is given", async () => {
  const { pyodide, observe } = await engineInNode({ kernels: BUILT });
  assert.ok(existsSync(BUILT), "the kernels are built with the site");
  const seen = (words, storages) => {
    const source = `
from array import array
import numpy._kernels as kernels
def f(x):
    return kernels._run(array("i", ${JSON.stringify(words)}), ${storages})`;
    return observe(job(source, ONE_CASE)).cases[0].outcome.error?.message;
  };
  const one = 'array("d", [1.0])';
  assert.match(seen([1, 1, 8, 8, 3, 1], one), /outside of its storage/);
  assert.match(seen([1, 1, -8, 8, 3, 1], one), /outside of its storage/);
  assert.match(seen([1, 1, 0, 2 ** 31 - 1, 3, 1], one), /outside of its storage/);
  assert.match(seen([2, 1, 0, 8, 3, 0, 8, 1, 1], one), /too few arguments/);
  assert.match(seen([1, 1, 0, 1, 3, 1], 'b"x"'), /writable|read-only/i);
  assert.match(seen([1, 1, 0, 1, 1, 1], "7"), /bytes-like/);
  assert.equal(pyodide._module._PyErr_Occurred(), 0);
});
