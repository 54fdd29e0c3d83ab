// Measures training in WebAssembly beside TensorFlow.js, in one run, and prints the table:
//
//     node tests/bench/training.mjs <folder with trainer.js and trainer_bg.wasm, built with feature bench>
//
// Compare the ratios; the absolute times are those of this machine at this moment.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { openPeers } from "./peers.mjs";
import { firstDecile, timed } from "./timing.mjs";

const MAP_SIDE = 100;

/** Makes our own module's side of every row. */
async function openOurs(folder) {
  const trainer = await import(pathToFileURL(resolve(folder, "trainer.js")));
  const bytes = await readFile(resolve(folder, "trainer_bg.wasm"));
  await trainer.default({ module_or_path: bytes });
  return {
    name: trainer.engine(),
    boundary(hidden) {
      const bench = trainer.BoundaryBench.open(new Uint8Array(hidden));
      return { update: () => bench.advance(1000), updates: 1000, map: () => bench.map() };
    },
    classifier(sizes, batch) {
      const bench = trainer.ClassifierBench.open(new Uint32Array(sizes), batch);
      return () => bench.step();
    },
    slices(sizes, batch) {
      const bench = trainer.SlicesBench.open(new Uint32Array(sizes), batch);
      return () => bench.step();
    },
    transformer(width, time, batch) {
      const bench = trainer.TransformerBench.open(width, time, batch);
      return () => bench.step();
    },
  };
}

/** One measured number in milliseconds, or why there is none. */
async function measured(make, options) {
  try {
    return { ms: firstDecile(await timed(await make(), options)) };
  } catch (error) {
    return { cannot: String(error.message ?? error).split(/[\n.]/)[0].slice(0, 60) };
  }
}

/** One SGD update of a small network on plain slices, batch 10. */
async function update(side, hidden) {
  const bench = await side.boundary(hidden);
  const result = await measured(() => bench.update, { longest_ms: 1500 });
  return "ms" in result ? { ms: result.ms / bench.updates } : result;
}

/** Our layers on plain slices where they are there, the peer's own classifier where not. */
const dense = (side, sizes) => measured(() => (side.slices ?? side.classifier)(sizes, 64));

const SMALL = [4, 2];
const DEEP = [8, 8, 8, 8, 8, 8];
const DIGITS = [64, 128, 64, 10];
const IMAGES = [784, 128, 64, 10];

// What is measured, and what it may take: a time, or a multiple of the first peer's speed.
const ROWS = [
  ["2-4-2-1, batch 10, one SGD update", (side) => update(side, SMALL), { ms: 0.0005 }],
  [`${MAP_SIDE}×${MAP_SIDE} map of 2-4-2-1`, async (side) => {
    const bench = await side.boundary(SMALL);
    return measured(() => bench.map, { longest_ms: 1500 });
  }, { ms: 0.25 }],
  ["2-8-8-8-8-8-8-1, batch 10, one SGD update", (side) => update(side, DEEP), { ms: 0.006 }],
  ["64-128-64-10 on slices, batch 64, one Adam step", (side) => dense(side, DIGITS), { times: 2 }],
  ["784-128-64-10 on slices, batch 64, one Adam step", (side) => dense(side, IMAGES), { times: 5 }],
  ["64-128-64-10 in burn, batch 64, one Adam step", (side) => measured(() => side.classifier(DIGITS, 64)), { times: 2 }],
  ["784-128-64-10 in burn, batch 64, one Adam step", (side) => measured(() => side.classifier(IMAGES, 64)), { times: 5 }],
  ["GPT 32 wide, 2 layers, 32 tokens, batch 8", (side) => measured(() => side.transformer(32, 32, 8))],
  ["GPT 64 wide, 2 layers, 64 tokens, batch 16", (side) => measured(() => side.transformer(64, 64, 16), { longest_ms: 6000 })],
];

function duration({ ms, cannot }) {
  if (cannot) return "cannot";
  if (ms < 0.1) return `${(ms * 1000).toPrecision(3)} µs`;
  return ms < 100 ? `${ms.toPrecision(3)} ms` : `${Math.round(ms)} ms`;
}

function ratio(ours, theirs) {
  if (!theirs.ms || !ours.ms) return "";
  const times = theirs.ms / ours.ms;
  return `${times < 10 ? times.toFixed(1) : Math.round(times)}×`;
}

/** The limit of a row, and whether it was kept. */
function judged(limit, own, first) {
  if (!limit) return "";
  const words = limit.ms ? `≤ ${duration(limit)}` : `${limit.times}×`;
  const isKept = limit.ms ? own.ms <= limit.ms : first.ms / own.ms >= limit.times;
  return `${words} ${isKept ? "kept" : "MISSED"}`;
}

function print(heads, table) {
  const widths = heads.map((_, column) => Math.max(...[heads, ...table].map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => cell[column ? "padStart" : "padEnd"](widths[column])).join("  ");
  console.log([line(heads), widths.map((width) => "─".repeat(width)).join("  "), ...table.map(line)].join("\n"));
}

async function main(folder) {
  if (!folder) throw new Error("usage: node tests/bench/training.mjs <folder with the trainer built for the bench>");
  const ours = await openOurs(folder);
  const peers = await openPeers();
  const table = [];
  const reasons = new Set();
  for (const [name, measure, limit] of ROWS) {
    const own = await measure(ours);
    const cells = [];
    let first;
    for (const peer of peers) {
      await peer.use();
      const theirs = await measure(peer);
      first ??= theirs;
      if (theirs.cannot) reasons.add(`${peer.name}, ${name}: ${theirs.cannot}`);
      cells.push(duration(theirs), ratio(own, theirs));
    }
    table.push([name, duration(own), judged(limit, own, first), ...cells]);
    console.error(`measured ${name}`);
  }
  print(["", ours.name, "limit", ...peers.flatMap((peer) => [peer.name, "ratio"])], table);
  console.log(`\n${ours.name}, in WebAssembly on one thread; rows with SGD and "on slices" run without it.`);
  console.log(`Limits in × are of ${peers[0].name}.`);
  for (const reason of reasons) console.log(`cannot: ${reason}`);
}

await main(process.argv[2]);
