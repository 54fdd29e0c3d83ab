// Pyodide with the package mounted and the kernels registered, as visitors get it: for the tests.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

import { loadKernels, offerKernels } from "../../worker/kernels.js";

export const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The module of the release build, or the one a plain `cargo build` leaves. */
const KERNELS = [
  process.env.WARMSTART_KERNELS,
  path("../../../../target/site/kernels.wasm"),
  path("../../../../target/wasm32-unknown-unknown/numeric/kernels.wasm"),
].find((file) => file && existsSync(file));

/** A new Python in which `import numpy` gives the package, and its tests can be imported too. */
export async function startPython() {
  if (!KERNELS) throw new Error("the kernels are not built: cargo xtask build");
  const python = await loadPyodide();
  offerKernels(python, await loadKernels(readFileSync(KERNELS), python));
  python.FS.mkdirTree("/packages");
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path("../..") }, "/packages");
  python.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/packages", "/packages/numpy/tests"]
import numpy
from numpy import _kernels, _native, _algebra
assert _kernels.available()
`);
  return python;
}

/** Makes the package send arrays of this many elements, and more, to the kernels. */
export function sendFrom(python, count) {
  python.runPython(`_native.WORTH_A_CALL = _algebra._WORTH_A_CALL = ${count}`);
}
