// The package in the engine that visitors get: every recorded expression, with all arrays sent
// through the kernels, and each kernel against the loop in Python on larger arrays.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

import { loadKernels } from "../../worker/kernels.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The module of the release build, or the one a plain `cargo build` leaves. */
const KERNELS = [
  process.env.WARMSTART_KERNELS,
  path("../../../../target/site/kernels.wasm"),
  path("../../../../target/wasm32-unknown-unknown/numeric/kernels.wasm"),
].find((file) => file && existsSync(file));

let python;

before(async () => {
  assert.ok(KERNELS, "the kernels are not built: cargo xtask build");
  python = await loadPyodide();
  python.registerJsModule("_warmstart_kernels", await loadKernels(readFileSync(KERNELS), python));
  python.FS.mkdirTree("/packages");
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path("../..") }, "/packages");
  python.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/packages", "/packages/numpy/tests"]
import numpy, test_fixtures
from numpy import _kernels, _native, _algebra
assert _kernels.available()
`);
});

/** Makes the package send arrays of this many elements, and more, to the kernels. */
function sendFrom(count) {
  python.runPython(`_native.WORTH_A_CALL = _algebra._WORTH_A_CALL = ${count}`);
}

function differences() {
  return python.runPython(`
"\\n".join(f"{text}: got {got}, expected {want}"
          for _, text, got, want in test_fixtures.differences(numpy))
`);
}

test("recorded expressions, small arrays in Python", () => {
  sendFrom(256);
  assert.equal(differences(), "");
});

test("recorded expressions, all arrays through the kernels", () => {
  sendFrom(1);
  assert.equal(differences(), "");
  sendFrom(256);
});

test("kernels and Python's loops agree on large arrays in every layout", () => {
  assert.equal(python.runPython(readFileSync(path("compare_kernels.py"), "utf8")), "");
});

test("memory of dropped arrays is freed", () => {
  const grown = python.runPython(`
import numpy as np
a = np.ones((64, 64))
for _ in range(2000):
    a + a
b = np.ones(4)
for _ in range(20000):
    b + b
0
`);
  assert.equal(grown, 0);
  const before = python._module.HEAPU8.length;
  python.runPython("for _ in range(20000): a + a");
  assert.equal(python._module.HEAPU8.length, before);
});

test("an allocation that cannot be had is a MemoryError", () => {
  const kind = python.runPython(`
try:
    np.zeros((200000, 200000))
    kind = None
except MemoryError as error:
    kind = str(error)
kind
`);
  assert.match(kind, /Unable to allocate .* shape \(200000, 200000\)/);
});
