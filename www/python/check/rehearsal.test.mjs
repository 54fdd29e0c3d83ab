// What a started Python does of its own accord: sound, silent, and over when something real comes.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { rehearse, REHEARSAL } from "../worker/rehearsal.js";
import { engineInNode } from "./node.mjs";

/** What an engine is asked within a second; `during` is given the way to end it. */
function rehearsed(engine, during = () => {}) {
  const asked = [];
  const errors = [];
  const run = (body, post) => {
    asked.push(body);
    engine?.run(body, post);
  };
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const end = rehearse({ run }, (error) => errors.push(error));
    for (let tick = 0; tick < 50; tick += 1) {
      mock.timers.tick(20);
      during(asked.length, end);
    }
  } finally {
    mock.timers.reset();
  }
  return { asked, errors };
}

test("the rehearsal passes like any check", async () => {
  const { observe } = await engineInNode();
  const { cases, failed, finished } = observe(REHEARSAL.job);
  assert.equal(failed, undefined);
  assert.ok(finished);
  assert.equal(cases.length, 12);
  for (const { name, outcome, expected } of cases) {
    assert.deepEqual(outcome.value, expected, name);
  }
});

test("it is repeated a few times, and ends when asked to", () => {
  const all = rehearsed().asked;
  assert.ok(all.length > 1 && all.every((body) => body === REHEARSAL));
  const { asked } = rehearsed(undefined, (count, end) => count === 2 && end());
  assert.equal(asked.length, 2);
});

test("nothing of it is posted, and a breakdown is told", () => {
  const posted = [];
  const engine = {
    run(_body, post) {
      posted.push(post("heard by nobody"));
      throw new Error("broken");
    },
  };
  const { asked, errors } = rehearsed(engine);
  assert.equal(asked.length, 1);
  assert.deepEqual([posted, errors.map(String)], [[undefined], ["Error: broken"]]);
});
