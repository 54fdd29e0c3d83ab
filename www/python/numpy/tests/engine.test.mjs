// The package in the engine that visitors get: every recorded expression, with all arrays sent
// through the kernels, and each kernel against the loop in Python on larger arrays.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";

import { path, sendFrom, startPython } from "./engine.mjs";

let python;

before(async () => {
  python = await startPython();
  python.runPython("import test_fixtures");
});

function differences() {
  return python.runPython(`
"\\n".join(f"{text}: got {got}, expected {want}"
          for _, text, got, want in test_fixtures.differences(numpy))
`);
}

test("recorded expressions, small arrays in Python", () => {
  sendFrom(python, 256);
  assert.equal(differences(), "");
});

test("recorded expressions, all arrays through the kernels", () => {
  sendFrom(python, 1);
  assert.equal(differences(), "");
  sendFrom(python, 256);
});

test("kernels and Python's loops agree on large arrays in every layout", () => {
  assert.equal(python.runPython(readFileSync(path("compare_kernels.py"), "utf8")), "");
});
