// Small jobs for the engine's tests.

const CASES = "from warmstart import case, calls\n";

/** A job that runs `source` on the cases of the text `CASES = [...]`, with an entry `f`. */
export function job(source, cases, changes = {}) {
  return {
    source,
    cases: CASES + cases,
    reference: changes.reference ?? "def f(*values):\n    return None\n",
    entry: changes.entry ?? { name: "f", kind: "function" },
    purpose: changes.purpose ?? { kind: "check", only: null },
    seed: 7,
    step_budget: changes.step_budget ?? 200_000,
  };
}

/** A job that measures growth at these sizes. */
export function growthJob(source, growth, sizes, changes = {}) {
  const cases = `CASES = [case("any", 1, expect=1)]\n${growth}`;
  const purpose = { kind: "growth", sizes: sizes.map((size) => [size].flat()) };
  return job(source, cases, { ...changes, purpose });
}

/** One case without arguments that matter. */
export const ONE_CASE = 'CASES = [case("one", 1, expect=1)]';
