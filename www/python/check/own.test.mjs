// The learner's own cases, and remarks on the source.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { job } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

let engine;
before(async () => {
  engine = await engineInNode();
});

const REFERENCE = `def f(xs, k=1, *, scale=1):
    total = 0
    for x in xs:
        total += x
    return total * k`;
const CASES = 'CASES = [case("one", [1], expect=1)]\ndef valid(xs, k=1): return k < 100';

function run(own, changes = {}) {
  const given = job(changes.source ?? REFERENCE, changes.cases ?? CASES, { reference: REFERENCE, ...changes });
  const seen = engine.observe({ ...given, own: [{ name: "mine", expected: null, ...own }] });
  assert.equal(seen.failed, undefined, JSON.stringify(seen.failed));
  const refused = seen.events.find(({ type }) => type === "refused");
  return { case: seen.cases.find(({ origin }) => origin === "own"), refused: refused?.message };
}

test("arguments, or the whole call, with names or without", () => {
  for (const text of ["[2, 3], 4", "f([2, 3], 4)", "k=4, xs=[2, 3]", " [2,\n 3], k=2 + 2 ", "[2, 3], 4,"]) {
    const seen = run({ arguments: text }).case;
    assert.deepEqual(seen.input, [["xs", "[2, 3]"], ["k", "4"]], text);
    assert.deepEqual(seen.expected, { t: "int", v: "20" });
    assert.deepEqual([seen.name, seen.hidden, seen.stated], ["mine", false, null]);
  }
});

test("one argument that is a tuple stays one", () => {
  assert.deepEqual(run({ arguments: "(1, 2)" }).case.input, [["xs", "(1, 2)"]]);
});

test("an expectation is told beside the right answer", () => {
  const seen = run({ arguments: "[2, 3]", expected: "2 * 3" }).case;
  assert.deepEqual([seen.stated.v, seen.expected.v], ["6", "5"]);
});

test("names of numbers and arrays", () => {
  const { input } = run({ arguments: "[inf, math.pi, np.float64(1)]" }).case;
  assert.match(input[0][1], /^\[inf, 3.14/);
});

test("what makes no case is refused with a reason", () => {
  for (const [text, reason] of [
    ["[1,", /no Python expression/],
    ["", /does not fit: missing a required argument: 'xs'/],
    ["[1], 2, 3", /does not fit: too many/],
    ["[1], scale=2", /by position/],
    ["*[[1]]", /without stars/],
    ["1", /gives no answer.*TypeError/],
    ["range(10**9)", /gives no answer.*StepLimit/],
    ["[1], 100", /outside of what the exercise promises/],
    ["[1 / 0]", /ZeroDivisionError/],
    ["[x for x in iter(int, 1)]", /cannot be evaluated. StepLimit/],
    ["__import__('js')", /cannot be evaluated. ImportError/],
    ["[1]), f([2]", /./],
  ]) {
    const seen = run({ arguments: text });
    assert.match(seen.refused ?? "", reason, text);
    assert.equal(seen.case, undefined);
  }
  assert.match(run({ arguments: "[1]", expected: "5 +" }).refused, /expected value is no Python/);
  assert.match(run({ arguments: "[1]", name: "one" }).refused, /of this name/);
});

test("calls of a class, one a line", () => {
  const reference = "class Sum:\n    def __init__(self, start=0): self.t = start\n    def add(self, x, times=1):\n        self.t += x * times\n        return self.t";
  const changes = { reference, source: reference, entry: { name: "Sum", kind: "class" }, cases: 'CASES = [case("one", calls(1))]' };
  const seen = run({ arguments: "Sum(4)\nadd(5)\n\nadd(1, times=3)" }, changes).case;
  assert.deepEqual(seen.input.map(([, text]) => text), ["Sum(4)", "add(5)", "add(1, 3)"]);
  assert.deepEqual(seen.expected.v.map(({ v }) => v), ["9", "12"]);
  assert.deepEqual(run({ arguments: "4\nadd(5)" }, changes).case.expected.v.map(({ v }) => v), ["9"]);
  assert.match(run({ arguments: "Sum(4)\npop(5)" }, changes).refused, /no method `pop`/);
  assert.match(run({ arguments: "Sum(4)\n5" }, changes).refused, /no call of a method/);
  assert.match(run({ arguments: "" }, changes).refused, /construction first/);
});

test("own cases run where they are named, with a mistake as with a submission", () => {
  const changes = { purpose: { kind: "check", only: ["mine"] }, source: "def f(xs, k=1): return 0" };
  const given = job(changes.source, CASES, { reference: REFERENCE, ...changes });
  const seen = engine.observe({ ...given, own: [{ name: "mine", arguments: "[7]", expected: null }] });
  assert.deepEqual(seen.cases.map(({ name, outcome }) => [name, outcome.value.v]), [["mine", "0"]]);
});

test("an own case can be made smaller", () => {
  const rules = { relative: 0, absolute: 0, free_order: "nowhere", same_dtype: false, calls: false };
  const given = job("def f(xs, k=1): return 0", CASES, { reference: REFERENCE, purpose: { kind: "shrink", case: "mine", rules } });
  const seen = engine.observe({ ...given, own: [{ name: "mine", arguments: "[7, 8, 9], 3", expected: "0" }] });
  const { case: found } = seen.events.find(({ type }) => type === "shrunk");
  assert.deepEqual(found.input, [["xs", "[1]"], ["k", "1"]]);
});

test("remarks come once, before the cases, and not where single cases run", () => {
  const source = "def f(x):\n    unused = 3\n    return x";
  const events = (purpose) => engine.observe(job(source, 'CASES = [case("one", 1)]', { purpose })).events;
  const [first] = events({ kind: "check", only: null });
  assert.equal(first.type, "remarks");
  assert.deepEqual(first.remarks, [{ kind: "unused_variable", name: "unused", line: 2 }]);
  assert.equal(events({ kind: "check", only: ["one"] })[0].type, "case");
});
