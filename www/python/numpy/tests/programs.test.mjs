// Random programs and views in the engine that visitors get, with all arrays sent through the kernels.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { sendFrom, startPython } from "./engine.mjs";

/** One in this many programs: the rest run on Python's own loops, in test_programs.py. */
const ONE_IN = 5;

let python;

before(async () => {
  python = await startPython();
  sendFrom(python, 1);
});

test("random programs give what NumPy gave", () => {
  const differing = python.runPython(`
import test_programs
str(test_programs.differing(numpy, ${ONE_IN}))
`);
  assert.equal(differing, "[]");
});

test("functions give the same on views as on copies", () => {
  const differing = python.runPython(`
import test_views
"\\n".join([*test_views.always_refused(), *test_views.differences(("float64", "int64"), (7,))])
`);
  assert.equal(differing, "");
});
