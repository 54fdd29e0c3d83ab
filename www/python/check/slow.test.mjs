// Right answers that are too slow: counted the same in ten runs of ten. `cargo xtask check` holds
// each to the class that its first line states; equal counts have equal fits.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { engineInNode } from "./node.mjs";

const RUNS = 10;
/** Enough to fit a class; the largest sizes take most of the time. */
const SIZES = 4;
const PAIRS = 5;
const EXERCISES = fileURLToPath(new URL("../../content/exercises/", import.meta.url));

let engine;
before(async () => {
  engine = await engineInNode();
});

/** What a growth job needs, of the few lines of exercise.toml that matter here. */
function jobs(slug) {
  const read = (name) => readFileSync(`${EXERCISES}${slug}/${name}`, "utf8");
  const about = read("exercise.toml");
  const [, name, kind] = /^entry = \{ name = "(\w+)", kind = "(\w+)" \}/m.exec(about);
  const all = JSON.parse(/^sizes = (\[.*\])/m.exec(about)[1]).map((size) => [size].flat());
  const sizes = all.slice(0, all[0].length > 1 ? PAIRS : SIZES);
  const rest = {
    cases: read("cases.py"),
    reference: read("solution.py"),
    entry: { name, kind },
    purpose: { kind: "growth", sizes },
    seed: 1,
    step_budget: 400_000,
  };
  const files = readdirSync(`${EXERCISES}${slug}/slow`);
  return files.map((file) => ({ label: `${slug}/${file}`, job: { ...rest, source: read(`slow/${file}`) } }));
}

test("ten exercises or more have slow answers, each counted alike in every run", () => {
  const slugs = readdirSync(EXERCISES).filter((slug) => existsSync(`${EXERCISES}${slug}/slow`));
  assert.ok(slugs.length >= 10, slugs.join());
  const all = slugs.flatMap(jobs);
  const first = new Map();
  for (let run = 0; run < RUNS; run += 1) {
    for (const { label, job } of all) {
      const seen = engine.observe(job);
      assert.equal(seen.failed, undefined, label);
      const counts = JSON.stringify(seen.points.map(({ size, second, steps }) => [size, second, steps]));
      assert.equal(counts, first.get(label) ?? counts, label);
      first.set(label, counts);
    }
  }
});
