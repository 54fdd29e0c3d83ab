// Repeated timing: warm up, then run until enough has been seen.

/** What one run in ten stays below: other programs, and a machine that saves power, only ever add. */
export function firstDecile(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 10)];
}

/** Runs that come before this are not counted. */
const WARM_UP_MS = 1200;

/** Milliseconds of each run of `run`: at least `fewest`, then until `longest_ms` have passed. */
export async function timed(run, { fewest = 3, longest_ms = 2500 } = {}) {
  // Engines interpret first, or compile in haste, and well only what they have seen often.
  const warm = performance.now() + WARM_UP_MS;
  for (let runs = 0; runs < 2 || performance.now() < warm; runs += 1) await run();
  const start = performance.now();
  const times = [];
  while (times.length < fewest || (performance.now() - start < longest_ms && times.length < 10_000)) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  return times;
}
