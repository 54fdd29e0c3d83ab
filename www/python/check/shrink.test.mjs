// The search for the smallest failing input: what it finds, what it refuses, that it ends.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { job } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

const RULES = { relative: 1e-9, absolute: 1e-12, free_order: "nowhere", same_dtype: false, calls: false };

let engine;
before(async () => {
  engine = await engineInNode();
});

function shrink(source, reference, cases, changes = {}) {
  const purpose = { kind: "shrink", case: changes.case ?? "a", rules: { ...RULES, ...changes.rules } };
  if (!/def valid/.test(cases) && !changes.learns) cases += "\ndef valid(*_): return True";
  const seen = engine.observe(job(source, cases, { reference, purpose, ...changes }));
  assert.equal(seen.failed, undefined, JSON.stringify(seen.failed));
  const found = seen.events.filter(({ type }) => type === "shrunk");
  assert.equal(found.length, 1);
  return found[0];
}

/** The written input that `source` is shrunk to. */
function check(what, { source, reference, cases, input, ...changes }) {
  test(what, () => {
    const found = shrink(source, reference, cases, changes);
    assert.deepEqual(found.case.input, input);
    assert.equal(found.case.origin, "shrunk");
    assert.equal(found.case.hidden, false);
    assert.deepEqual(shrink(source, reference, cases, changes), found, "twice the same");
  });
}

check("numbers and lists", {
  source: "def f(xs): return max(xs)",
  reference: "def f(values): return max(values, key=abs)",
  cases: 'CASES = [case("a", [8, 3, -41, 12, 7], hidden=True)]',
  input: [["values", "[-1, 0]"]],
});

check("what an earlier run held is gone before the next", {
  source: "LARGE = bytes(300_000_000)\ndef f(n): return n + 1 if LARGE else f(n)",
  reference: "def f(n): return n",
  cases: 'CASES = [case("a", 400)]',
  input: [["n", "0"]],
});

check("only what the oracle and the reference agree on is an input", {
  source: "def f(xs, k): return sum(xs[:k]) + 1",
  reference: "def f(xs, k):\n    assert 1 <= k <= len(xs)\n    return sum(xs[:k])",
  cases: 'CASES = [case("a", [5, 6, 7, 8], 3)]\ndef oracle(xs, k): return sum(x for x, _ in zip(xs, range(k)))',
  input: [["xs", "[0]"], ["k", "1"]],
});

check("only what is valid is an input", {
  source: "def f(n): return n + 1",
  reference: "def f(n): return n",
  cases: 'CASES = [case("a", 400)]\ndef valid(n): return n >= 10',
  input: [["n", "10"]],
});

check("without a word on what is valid, the cases show it", {
  source: "def f(xs, k): return 0",
  reference: "def f(xs, k): return len(xs) + k",
  cases: 'CASES = [case("a", [5, 6, 7, 8, 9], 30), case("b", [1, 0], 1)]',
  input: [["xs", "[0, 0]"], ["k", "1"]],
  learns: true,
});

check("what always holds in the cases is kept", {
  source: "def f(segments): return sum(b - a for a, b in segments) + len(segments) // 2",
  reference: "def f(segments): return sum(b - a for a, b in segments)",
  cases: `CASES = [
    case("a", [(1, 4), (2, 9), (7, 8)]), case("b", [(0, 5), (3, 3)]), case("c", [(1, 2), (4, 6)]),
    case("d", [(0, 0), (2, 2)]), case("e", [(0, 9), (5, 6)])]`,
  input: [["segments", "[(0, 0), (1, 1)]"]],
  learns: true,
});

check("an author's code that odd inputs keep busy", {
  source: "def f(n, step): return n",
  reference: "def f(n, step):\n    t = 0\n    while t < n: t += step\n    return t",
  cases: 'CASES = [case("a", 9, 5)]',
  input: [["n", "1"], ["step", "2"]],
});

check("lists of one length lose the same places", {
  source: "def f(xs, ys): return sum(x * y for x, y in zip(xs, ys)) if len(xs) < 2 else 0",
  reference: "def f(xs, ys): return sum(x * y for x, y in zip(xs, ys, strict=True))",
  cases: 'CASES = [case("a", [4, 5, 6], [7, 8, 9])]',
  input: [["xs", "[0, 1]"], ["ys", "[0, 1]"]],
});

check("arrays keep their type", {
  source: "import numpy as np\ndef f(a): return a.sum(axis=0)",
  reference: "import numpy as np\ndef f(a): return a.sum(axis=1)",
  cases: 'import numpy as np\nCASES = [case("a", np.arange(12.0).reshape(4, 3))]',
  input: [["a", "array([], shape=(0, 3), dtype=float64)"]],
});

check("trees become their branches", {
  source: "def f(t): return 0",
  reference: "def f(t): return 0 if t is None else max(f(t[1]), f(t[2])) + 1",
  cases: 'CASES = [case("a", (5, (3, None, (4, None, None)), (8, None, None)))]',
  input: [["t", "(0, None, None)"]],
});

check("an exception stays the same exception", {
  source: "def f(xs):\n    if len(xs) > 3: raise KeyError(4)\n    return xs[0] * 2",
  reference: "def f(xs): return len(xs)",
  cases: 'CASES = [case("a", [9, 9, 9, 9, 9, 9])]',
  input: [["xs", "[0, 0, 0, 0]"]],
});

check("a changed argument", {
  source: "def f(xs):\n    xs.sort()\n    return len(xs)",
  reference: "def f(xs): return len(xs)",
  cases: 'CASES = [case("a", [5, 2, 9, 1])]',
  input: [["xs", "[1, 0]"]],
});

const TALLY = (body) =>
  `class Tally:\n    def __init__(self, start): self.total = start\n    def add(self, x):\n        ${body}\n        return self.total`;

check("calls of a class", {
  source: TALLY("self.total += x if x < 5 else 0"),
  reference: TALLY("self.total += x"),
  cases: 'CASES = [case("a", calls(3)("add", 1)("add", 7)("add", 2))]',
  input: [["", "Tally(0)"], ["", "add(5)"]],
  entry: { name: "Tally", kind: "class" },
  rules: { calls: true },
});

check("lists whose order does not matter", {
  source: "def f(xs): return list(reversed(xs))[:2]",
  reference: "def f(xs): return list(xs)",
  cases: 'CASES = [case("a", [1, 2, 3, 4])]',
  input: [["xs", "[0, 0, 0]"]],
  rules: { free_order: "outside" },
});

check("a loop without an end", {
  source: "def f(n):\n    while n > 2: pass\n    return n",
  reference: "def f(n): return n",
  cases: 'CASES = [case("a", 1000)]',
  input: [["n", "3"]],
});

test("a case that fails only after others is named as such", () => {
  const source = "def f(x, seen=[]):\n    seen.append(x)\n    return len(seen)";
  const cases = 'CASES = [case("before", 1), case("a", 2)]';
  assert.equal(shrink(source, "def f(x): return 1", cases).case, null);
});

test("what cannot be made smaller comes back as it was", () => {
  const found = shrink("def f(x): return 1", "def f(x): return x", 'CASES = [case("a", 0)]');
  assert.deepEqual(found.case.input, [["x", "0"]]);
});

test("the search ends, however large the input and slow the code", () => {
  const cases = 'CASES = [case("a", [(i * 7919) % 1000 for i in range(3000)])]';
  const source = "def f(xs):\n    t = 0\n    for x in xs:\n        for y in xs[:20]: t += 1\n    return -t";
  const found = shrink(source, "def f(xs): return sum(xs)", cases);
  assert.ok(found.tries <= 600);
  assert.ok(found.case.input[0][1].length < 200, found.case.input[0][1]);
});

test("nothing that is printed on the way arrives", () => {
  const purpose = { kind: "shrink", case: "a", rules: RULES };
  const { output } = engine.observe(
    job("def f(x):\n    print(x)\n    return 1", 'CASES = [case("a", 9, expect=9)]', { purpose }),
  );
  assert.deepEqual(output, []);
});
