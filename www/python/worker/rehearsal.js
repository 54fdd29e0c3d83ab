// What a Python that has just started does until it is asked for something.
//
// A browser interprets WebAssembly first and compiles what is used often. WebKit takes seconds to
// compile Python's main loop well, on a thread of its own, and until then everything in Python takes
// five to ten times as long. So that is set going while the visitor still reads.

/** Enough for WebKit to begin; each is some 200 ms there, 30 ms elsewhere. */
const REHEARSALS = 4;

/** Between two, so that a request gets in. */
const PAUSE_MS = 20;

const SOURCE = `
import numpy as np

class Shelf:
    def __init__(self, rows):
        self.rows = rows
        self.counts = {}

    def add(self, key, value):
        self.counts[key] = self.counts.get(key, 0) + value

def rehearse(rows):
    shelf, total = Shelf(rows), 0.0
    for index, row in enumerate(rows):
        for key, value in sorted((str(number), number) for number in row):
            if value > 2:
                shelf.add(key, value * index)
            elif key not in shelf.counts:
                total += max(value, 1)
    weights = np.exp(np.array(rows, dtype=float) - np.max(rows, axis=1, keepdims=True))
    means = (weights / weights.sum(axis=1, keepdims=True)) @ weights.T
    return [total, sorted(shelf.counts.items()), means]
`;

const CASES = `
from warmstart import case

CASES = [case(f"{n} rows", [[(i * j) % 7 for j in range(5)] for i in range(n)]) for n in range(1, 13)]
`;

/** The body of a `Request::Run`: what an exercise's check needs, a little of everything. */
export const REHEARSAL = {
  type: "run",
  id: 0,
  job: {
    source: SOURCE,
    cases: CASES,
    reference: SOURCE,
    entry: { name: "rehearse", kind: "function" },
    purpose: { kind: "check", only: null },
    seed: 1,
    step_budget: 100_000,
  },
};

/**
 * Rehearses now and then, and posts nothing of it.
 *
 * @param {{ run: Function }} engine
 * @param {(error: Error) => void} onError Python broke down
 * @returns {() => void} ends it: there is something real to do
 */
export function rehearse(engine, onError) {
  let left = REHEARSALS;
  const next = () => {
    if (left === 0) return;
    left -= 1;
    try {
      engine.run(REHEARSAL, () => {});
      setTimeout(next, PAUSE_MS);
    } catch (error) {
      onError(error);
    }
  };
  setTimeout(next, PAUSE_MS);
  return () => {
    left = 0;
  };
}
