// NumPy's own tests in the engine that visitors get: those of allowed.toml pass, and every other
// one is excluded with a reason.
//
//   node run.mjs <folder of wheels> <kernels.wasm> [test file…]

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

import { loadKernels, offerKernels } from "../../../worker/kernels.js";

const [wheels, kernels, ...files] = process.argv.slice(2);
if (!kernels) {
  console.error("node run.mjs <wheels> <kernels.wasm> [test file…]");
  process.exit(2);
}

const python = await loadPyodide();
offerKernels(python, await loadKernels(readFileSync(kernels), python));
mount(fileURLToPath(new URL("../../..", import.meta.url)), "/packages");
mount(wheels, "/wheels");
python.globals.set("files", python.toPy(files));
const [lines, passed, failed] = python
  .runPython(
    `
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/packages", "/packages/numpy/tests/acceptance"]
import inside
from numpy import _kernels
assert _kernels.available()
inside.report("/wheels", files)
`,
  )
  .toJs();
for (const line of lines) console.log(line);
console.log(`numpy's own tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function mount(root, place) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
