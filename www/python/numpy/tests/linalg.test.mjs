// np.linalg in the engine that visitors get, where alone it has its kernels: what NumPy was asked,
// how it treats views, and what it leaves in memory.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { startPython } from "./engine.mjs";

let python;
const kernelBytes = () => python.runPython("import _warmstart_kernels; _warmstart_kernels.bytes()");

before(async () => {
  python = await startPython();
  python.runPython("import linalg_fixtures, numpy as np");
});

test("recorded expressions", () => {
  assert.equal(python.runPython(`"\\n".join(linalg_fixtures.differences(numpy))`), "");
});

test("views give what copies give", () => {
  const differing = python.runPython(`
from layouts import VIEWS, scopes
calls = """solve(p, v); solve(p, p); inv(p); det(a); slogdet(p); qr(a); svd(a); svdvals(h); eig(p)
eigvals(a); eigh(p); eigvalsh(p, 'U'); cholesky(p); lstsq(a, v); pinv(a); matrix_rank(a); cond(p)
norm(a, 2); norm(h, 'nuc', axis=(0, 2))""".replace("\\n", "; ").split("; ")
def outcome(call, scope):
    try:
        return repr(eval("np.linalg." + call, {"np": np, **scope}))
    except np.linalg.LinAlgError as error:
        return str(error)
found = []
for kind in ("float64", "float32", "int64", "complex128"):
    for layout in VIEWS:
        views, copies, _ = scopes(np, kind, 7, layout)
        for call in calls:
            if outcome(call, views) != outcome(call, copies):
                found.append((call, kind, layout))
str(found)
`);
  assert.equal(differing, "[]");
});

test("a thousand decompositions leave memory as it was", () => {
  const work = `
for _ in range(1000):
    np.linalg.svd(a); np.linalg.eigh(a + a.T); np.linalg.solve(a, a[0]); np.linalg.eigvals(a)
`;
  python.runPython(`a = np.random.RandomState(1).randn(8, 8)\n${work}`);
  const before = [python._module.HEAPU8.length, kernelBytes()];
  python.runPython(work);
  assert.deepEqual([python._module.HEAPU8.length, kernelBytes()], before);
});

test("without the kernels it says what is missing", () => {
  const message = python.runPython(`
from numpy import _kernels
run, _kernels._run = _kernels._run, None
try:
    np.linalg.solve([[1.0]], [1.0])
    message = None
except RuntimeError as error:
    message = str(error)
_kernels._run = run
message
`);
  assert.match(message, /compiled kernels, which are not loaded/);
});
