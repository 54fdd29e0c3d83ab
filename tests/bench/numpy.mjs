// Measures the numpy package in the visitors' engine beside plain Python in that engine and, where
// there is a Python with NumPy on this machine, genuine NumPy; prints the table:
//
//     node tests/bench/numpy.mjs <kernels.wasm> [a Python that has NumPy]
//
// Compare the columns; the absolute times are those of this machine at this moment.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What is measured, what it may take in microseconds, and the same with Python's lists. */
const ROWS = [
  { what: "element read", setup: "a = np.ones((4, 4))", run: "a[1, 2]", aim: 1.5,
    plain: ["a = [[1.0] * 4] * 4", "a[1][2]"] },
  { what: "element write", setup: "a = np.ones((4, 4))", run: "a[1, 2] = 3.5", aim: 1.5,
    plain: ["a = [[1.0] * 4] * 4", "a[1][2] = 3.5"] },
  { what: "4×4 add", setup: "a = np.ones((4, 4))", run: "a + a", aim: 8,
    plain: ["a = [[1.0] * 4] * 4", "[[x + y for x, y in zip(r, s)] for r, s in zip(a, a)]"] },
  { what: "sum of 100", setup: "a = np.ones(100)", run: "a.sum()",
    plain: ["a = [1.0] * 100", "sum(a)"] },
  { what: "boolean mask of 100", setup: "a = np.arange(100.0); m = a % 3 == 0", run: "a[m]", aim: 40,
    plain: ["a = [float(x) for x in range(100)]; m = [x % 3 == 0 for x in a]", "[x for x, y in zip(a, m) if y]"] },
  { what: "compare and mask of 100", setup: "a = np.arange(100.0)", run: "a[a > 50]", aim: 40,
    plain: ["a = [float(x) for x in range(100)]", "[x for x in a if x > 50]"] },
  { what: "256×256 add", setup: "a = np.ones((256, 256))", run: "a + a", aim: 400,
    plain: ["a = [[1.0] * 256] * 256", "[[x + y for x, y in zip(r, s)] for r, s in zip(a, a)]"] },
  { what: "64×64 matmul", setup: "a = np.ones((64, 64))", run: "a @ a", aim: 300,
    plain: ["a = [[1.0] * 64] * 64", "[[sum(x * y for x, y in zip(r, c)) for c in zip(*a)] for r in a]"] },
  { what: "256×256 matmul", setup: "a = np.ones((256, 256))", run: "a @ a", aim: 8000 },
  { what: "sort of 100,000", setup: "a = np.random.RandomState(0).rand(100000)", run: "np.sort(a)", aim: 20000,
    plain: ["import random; r = random.Random(0); a = [r.random() for _ in range(100000)]", "sorted(a)"] },
  { what: "eigh of 50×50", setup: "a = np.random.RandomState(0).rand(50, 50); a = a + a.T", run: "np.linalg.eigh(a)", aim: 5000 },
  { what: "softmax of 32×64", setup: "a = np.random.RandomState(0).rand(32, 64)",
    run: "e = np.exp(a - a.max(axis=1, keepdims=True)); e / e.sum(axis=1, keepdims=True)" },
];

/** Runs in every Python: the best of several rounds, in microseconds an operation. */
const TIMER = `
def measure(setup, run, scope=None):
    import timeit
    timer = timeit.Timer(run, setup, globals=dict(scope or {}))
    count = max(1, timer.autorange()[0] // 4)
    return min(timer.repeat(7, count)) / count * 1e6
`;

async function ours(kernels) {
  process.env.WARMSTART_KERNELS = kernels;
  const { startPython } = await import("../../www/python/numpy/tests/engine.mjs");
  const python = await startPython();
  python.runPython(TIMER);
  return (setup, run) => {
    python.globals.set("texts", JSON.stringify([setup, run]));
    return python.runPython("import json\nmeasure(*json.loads(texts), {'np': numpy})");
  };
}

/** Genuine NumPy by another Python; null where it has none. */
function native(python) {
  const script = `import json, sys, numpy as np\n${TIMER}\n` +
    "print(np.__version__, json.dumps([measure(s, r, {'np': np}) for s, r in json.loads(sys.argv[1])]))";
  try {
    const rows = JSON.stringify(ROWS.map(({ setup, run }) => [setup, run]));
    const printed = execFileSync(python, ["-c", script, rows], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const [version, ...rest] = printed.split(" ");
    return { version, times: JSON.parse(rest.join(" ")) };
  } catch {
    return null;
  }
}

function duration(us) {
  if (us === undefined) return "";
  if (us < 1000) return `${us.toPrecision(3)} µs`;
  return `${(us / 1000).toPrecision(3)} ms`;
}

function attempt(measure) {
  try {
    return measure();
  } catch {
    return undefined;
  }
}

function print(heads, table) {
  const widths = heads.map((_, column) => Math.max(...[heads, ...table].map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => cell[column ? "padStart" : "padEnd"](widths[column])).join("  ");
  console.log([line(heads), widths.map((width) => "─".repeat(width)).join("  "), ...table.map(line)].join("\n"));
}

async function main(kernels, python = "python3") {
  if (!existsSync(kernels ?? "")) throw new Error("usage: node tests/bench/numpy.mjs <kernels.wasm> [a Python that has NumPy]");
  const measure = await ours(kernels);
  const genuine = native(python);
  const table = ROWS.map(({ what, setup, run, aim, plain }, row) => [
    what,
    duration(attempt(() => measure(setup, run))),
    duration(aim),
    plain ? duration(attempt(() => measure(...plain))) : "",
    duration(genuine?.times[row]),
  ]);
  print(["", "numpy here", "aim", "lists here", genuine ? `NumPy ${genuine.version}` : "no NumPy found"], table);
}

await main(...process.argv.slice(2));
