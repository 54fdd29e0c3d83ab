// Runs every program of every exercise in the engine that visitors get, and writes down what was
// seen. Whether that is as it should be is judged by `cargo xtask check`, with the same crate that
// judges visitors.
//
//   node check.mjs <folder of exercises as JSON> <folder for observations> [kernels.wasm]

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { engineInNode } from "./node.mjs";

const [exercises, observations, kernels] = process.argv.slice(2);
if (!observations) {
  console.error("node check.mjs <exercises> <observations> [kernels.wasm]");
  process.exit(2);
}

mkdirSync(observations, { recursive: true });
const engine = await engineInNode({ kernels });
/** Slow answers are measured in it too: most visitors' Python comes from a snapshot. */
const restored = await engineInNode({ kernels, snapshot: engine.snapshot });
for (const file of readdirSync(exercises).filter((name) => name.endsWith(".json"))) {
  const exercise = JSON.parse(readFileSync(join(exercises, file), "utf8"));
  const seen = programs(exercise).map((program) => ({ ...program, ...observe(exercise, program) }));
  const text = JSON.stringify(seen.map(({ source, ...rest }) => rest));
  writeFileSync(join(observations, `${exercise.slug}.json`), text);
}

function programs({ starter, solutions, mistakes, slow = [] }) {
  const named = (role) => (program) => ({ role, name: program.name, source: program.source });
  return [
    ...solutions.map(named("solution")),
    { role: "starter", name: "starter", source: starter },
    ...mistakes.map(named("mistake")),
    ...slow.map(named("slow")),
  ];
}

/**
 * Events of the cases, and for what may be right also those of the growth measurement: of slow
 * answers as many times as is asked, in either engine and with other random numbers each time.
 */
function observe(exercise, { role, source }) {
  const job = {
    source,
    cases: exercise.cases,
    reference: exercise.solutions[0].source,
    entry: exercise.entry,
    seed: exercise.seed,
    step_budget: exercise.step_budget,
  };
  const check = engine.observe({ ...job, purpose: { kind: "check", only: null } });
  const runs = { solution: 1, slow: exercise.slow_runs }[role] ?? 0;
  const sizes = exercise.growth?.sizes.map((size) => [size].flat());
  const growth = (run) => {
    const measuring = { ...job, seed: job.seed + run, purpose: { kind: "growth", sizes } };
    return (run % 2 ? restored : engine).observe(measuring).events;
  };
  return {
    check: check.events.filter(({ type }) => type !== "remarks"),
    growth: sizes ? Array.from({ length: runs }, (_, run) => growth(run)) : [],
  };
}
