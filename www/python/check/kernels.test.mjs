// The glue between Python's memory and the kernels': what happens when a kernel breaks off.

import assert from "node:assert/strict";
import { test } from "node:test";
import binaryen from "binaryen";

import { loadKernels } from "../worker/kernels.js";

const PAGE = 65536;

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

/** Python's memory with a call without operands and with one parameter at its start. */
function python(parameter) {
  const HEAPU8 = new Uint8Array(64);
  new Int32Array(HEAPU8.buffer).set([0, 1, parameter]);
  return { _module: { HEAPU8 } };
}

async function outcome(pages) {
  const memory = python(1);
  const { run, bytes } = await loadKernels(kernels(pages), memory);
  const broken = run(0);
  new Int32Array(memory._module.HEAPU8.buffer)[2] = 7;
  return { broken, after: run(0), bytes: bytes() };
}

test("a kernel that traps is a negative number, and the next call works in fresh memory", async () => {
  assert.deepEqual(await outcome(2), { broken: -3, after: 7, bytes: PAGE });
});

test("a trap with much memory taken is want of memory", async () => {
  assert.deepEqual(await outcome(5000), { broken: -1, after: 7, bytes: PAGE });
});
