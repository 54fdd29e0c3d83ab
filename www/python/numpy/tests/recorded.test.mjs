// Random numbers and statistics in the engine that visitors get: its C library is another one, so
// every bit is looked at again, with small arrays in Python and with all of them in the kernels.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { sendFrom, startPython } from "./engine.mjs";

let python;

before(async () => {
  python = await startPython();
  python.runPython("import recorded");
});

const differences = (suite) => python.runPython(`"\\n".join(recorded.differences(numpy, "${suite}"))`);

test("the same seed gives the same numbers", () => {
  assert.equal(differences("random"), "");
});

test("statistics, in Python's loops and in the kernels", () => {
  assert.equal(differences("statistics"), "");
  sendFrom(python, 1);
  assert.equal(differences("statistics"), "");
});
