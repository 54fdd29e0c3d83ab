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

/** Events of the cases, and for what may be right also those of the growth measurement. */
function observe(exercise, { role, source }) {
  const job = {
    source,
    cases: exercise.cases,
    reference: exercise.solutions[0].source,
    entry: exercise.entry,
    seed: exercise.seed,
    step_budget: exercise.step_budget,
  };
  const events = (purpose) =>
    engine.observe({ ...job, purpose }).events.filter(({ type }) => type !== "remarks");
  const measures = exercise.growth && (role === "solution" || role === "slow");
  const sizes = () => exercise.growth.sizes.map((size) => [size].flat());
  return {
    check: events({ kind: "check", only: null }),
    growth: measures ? events({ kind: "growth", sizes: sizes() }) : [],
  };
}
