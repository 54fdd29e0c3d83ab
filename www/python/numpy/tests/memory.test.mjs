// What becomes of memory: arrays that are dropped leave none behind, and one that cannot be had is
// an error in Python, after which everything still works.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { startPython } from "./engine.mjs";

let python;

before(async () => {
  python = await startPython();
  python.runPython("import numpy as np");
});

/** Runs `body` many times after a warm-up; returns by how many bytes the memory has grown, and by
 * how many small blocks what Python holds in it. */
function growth(setup, body, times) {
  python.runPython(`
import sys
def repeat(times):
    ${setup}
    for _ in range(times):
        ${body}
    return sys.getallocatedblocks()
before = repeat(2000)
`);
  const bytes = python._module.HEAPU8.length;
  const blocks = python.runPython(`repeat(${times}) - before`);
  return { bytes: python._module.HEAPU8.length - bytes, blocks };
}

/** Caches fill in their own time; a leak of one block an operation is a thousand times this. */
const FEW = 100;

function expectFlat(grown) {
  assert.equal(grown.bytes, 0);
  assert.ok(grown.blocks < FEW, `${grown.blocks} blocks are still held`);
}

test("20,000 additions of 64×64 leave memory as it was", () => {
  expectFlat(growth("a = np.ones((64, 64))", "a + a", 20000));
});

const SMALL = {
  "additions": ["b = np.ones(4)", "b + b"],
  "views and assignments": ["b = np.ones((4, 4))", "b[1:, ::2] = b.T[:3, :2]"],
  "sums and comparisons": ["b = np.ones((4, 4))", "(b > b.sum(axis=0)).any()"],
};
for (const [what, [setup, body]] of Object.entries(SMALL)) {
  test(`100,000 small ${what} leave memory as it was`, () => {
    expectFlat(growth(setup, body, 100000));
  });
}

test("what has no room in the tab is refused, and work goes on", () => {
  const bytes = python._module.HEAPU8.length;
  const refused = python.runPython(`
import test_memory
"\\n".join(test_memory.not_refused(np))
`);
  assert.equal(refused, "");
  assert.ok(python._module.HEAPU8.length - bytes < 2 ** 27, "something large was allocated");
  assert.equal(python.runPython("float((np.arange(5) @ np.ones(5)).sum())"), 10);
});
