// Repeated timing: warm up, then run until enough has been seen.

/** The middle of a list of numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds of each run of `run`: at least `fewest`, then until `longest_ms` have passed. */
export async function timed(run, { fewest = 3, longest_ms = 2500 } = {}) {
  const start = performance.now();
  await run();
  await run();
  const times = [];
  while (times.length < fewest || (performance.now() - start < longest_ms && times.length < 500)) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  return times;
}
