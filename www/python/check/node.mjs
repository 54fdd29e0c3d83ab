// The visitors' Python engine, started in Node from the npm package and this folder's sources.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

import { connect, startPython } from "../worker/engine.js";
import { loadKernels } from "../worker/kernels.js";
import { archive } from "./archive.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const PYODIDE = path("../../node_modules/pyodide/");

/** Harness and numpy as visitors get them. */
export const packages = () =>
  archive([
    [path("../harness/"), ""],
    [path("../numpy/"), "numpy/"],
  ]);

/**
 * Python after its start, before the kernels are there; see `startPython`.
 *
 * @param {Uint8Array} [snapshot] to restore from
 */
export function startNode(snapshot) {
  const { info: lock } = JSON.parse(readFileSync(`${PYODIDE}pyodide-lock.json`, "utf8"));
  return startPython({ loadPyodide, indexURL: PYODIDE, lock, packages: packages(), snapshot });
}

/**
 * A running engine.
 *
 * @param {{ snapshot?: Uint8Array, kernels?: string }} [from] `kernels` is the path of the wasm
 *   module; without it numpy computes in Python
 */
export async function engineInNode({ snapshot, kernels } = {}) {
  const started = await startNode(snapshot);
  const { pyodide } = started;
  const loaded = kernels && existsSync(kernels) ? readFileSync(kernels) : null;
  const engine = connect(pyodide, { kernels: loaded && (await loadKernels(loaded, pyodide)) });
  return { ...engine, pyodide, snapshot: started.snapshot, observe: observer(engine) };
}

/** Runs a job and returns what was posted, sorted by kind. */
function observer(engine) {
  return (job) => {
    const events = [];
    engine.run({ type: "run", id: 7, job }, (text) => events.push(JSON.parse(text)));
    const of = (type) => events.filter((event) => event.type === type);
    return {
      events,
      cases: of("case").map((event) => event.case),
      points: of("growth").map((event) => event.point),
      output: of("output"),
      finished: of("finished")[0],
      failed: of("failed")[0]?.error,
    };
  };
}
