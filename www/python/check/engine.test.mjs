// The harness inside the engine that visitors get: what is seen, and what cannot be done.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { job, ONE_CASE } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

let engine;
before(async () => {
  engine = await engineInNode();
});

const observe = (source, cases = ONE_CASE, changes = {}) =>
  engine.observe(job(source, cases, changes));
const outcome = (source, cases, changes) => {
  const seen = observe(source, cases, changes);
  assert.equal(seen.failed, undefined);
  return seen.cases[0].outcome;
};
const value = (source, cases, changes) => outcome(source, cases, changes).value;
const raised = (source, cases, changes) => outcome(source, cases, changes).error;

test("a case says what went in, what came back and what should have", () => {
  const seen = observe("def f(a, b):\n    return a + b", 'CASES = [case("sum", 1, [2], expect=3)]', {
    reference: "def f(left, right):\n    return 3\n",
  });
  assert.equal(seen.cases[0].outcome.error.name, "TypeError");
  assert.deepEqual(seen.cases[0].input, [["left", "1"], ["right", "[2]"]]);
  assert.deepEqual(seen.cases[0].expected, { t: "int", v: "3" });
  assert.ok(seen.finished.duration_ms >= 0);
});

test("expected values come from the case, the oracle, or the reference", () => {
  const expected = (cases) =>
    observe("def f(x):\n    return x", cases, { reference: "def f(x):\n    return x * 10\n" })
      .cases[0].expected.v;
  assert.equal(expected('CASES = [case("a", 4, expect=1)]'), "1");
  assert.equal(expected('CASES = [case("a", 4)]\ndef oracle(x): return x * 2'), "8");
  assert.equal(expected('CASES = [case("a", 4)]'), "40");
});

test("generated cases are hidden, named, and the same every time", () => {
  const cases = `${ONE_CASE}\nGENERATED = 3\ndef generate(rng): return (rng.random(),)`;
  const run = () => observe("def f(x):\n    return x", cases).cases;
  assert.deepEqual(run(), run());
  assert.deepEqual(run().map(({ name }) => name), ["one", "generated 1", "generated 2", "generated 3"]);
  assert.deepEqual(run().map(({ hidden }) => hidden), [false, true, true, true]);
});

test("only the named cases run where names are given", () => {
  const cases = 'CASES = [case("a", 1, expect=1), case("b", 2, expect=2)]';
  const changes = { purpose: { kind: "check", only: ["b"] } };
  assert.deepEqual(observe("def f(x): return x", cases, changes).cases.map((c) => c.name), ["b"]);
});

test("a class is constructed and its methods are called in order", () => {
  const source = `
class Tally:
    def __init__(self, start):
        self.seen = [start]
    def add(self, x):
        self.seen.append(x)
        return self.seen`;
  const seen = observe(source, 'CASES = [case("a", calls(1)("add", 2)("add", 3), expect=[])]', {
    entry: { name: "Tally", kind: "class" },
    reference: source,
  });
  const lists = seen.cases[0].outcome.value.v.map((list) => list.v.map((item) => item.v));
  assert.deepEqual(lists, [["1", "2"], ["1", "2", "3"]]);
  assert.deepEqual(seen.cases[0].input, [["", "Tally(1)"], ["", "add(2)"], ["", "add(3)"]]);
});

test("each job starts in a fresh module and in the same Python", () => {
  const source = `
import builtins, math, random, sys
found = (getattr(math, "left", None), sys.getrecursionlimit() < 5000, max is builtins.max)
math.left = 1
builtins.max = min
sys.setrecursionlimit(9000)
draw = random.random()
def f(x):
    return (found, max(3, 4), draw, random.random())`;
  assert.deepEqual(value(source), value(source));
  assert.equal(value(source).v[1].v, "3");
  assert.equal(value("def f(x):\n    return max(3, 4)").v, "4");
});

test("coroutines run, and sleep", () => {
  const source = `
import asyncio
async def g(n):
    await asyncio.sleep(n / 100)
    return n
async def h():
    return await asyncio.gather(g(2), g(1))
def f(x):
    return asyncio.run(h())`;
  assert.deepEqual(value(source).v.map(({ v }) => v), ["2", "1"]);
});

test("arguments are private to a case, and changing them is noticed", () => {
  const cases = 'SHARED = [1, [2]]\nCASES = [case("a", SHARED, 0), case("b", SHARED, 0)]';
  const source = "def f(values, other):\n    values[1].append(9)\n    return len(values[1])";
  const reference = "def f(numbers, other):\n    return 2\n";
  const seen = observe(source, cases, { reference });
  assert.deepEqual(seen.cases.map((c) => c.outcome.value.v), ["2", "2"]);
  assert.deepEqual(seen.cases[0].mutated, ["numbers"]);
  const allowed = observe(source, `${cases}\nMUTATES = ("numbers",)`, { reference });
  assert.deepEqual(allowed.cases[0].mutated, []);
});

test("an array that is changed in place is noticed", () => {
  const cases = 'import numpy as np\nCASES = [case("a", np.array([1.0, 2.0]), expect=0)]';
  const source = "def f(a):\n    a[0] = 5\n    return 0";
  const seen = observe(source, cases, { reference: "def f(a):\n    return 0\n" });
  assert.deepEqual(seen.cases[0].mutated, ["a"]);
});

test("printing arrives in order, and stops at its limit with a word about it", () => {
  const source = "import sys\nprint('top')\ndef f(x):\n    print('out'); print('err', file=sys.stderr)\n    return x";
  const { output } = observe(source);
  assert.deepEqual(output.map(({ stream, text }) => [stream, text]), [
    ["stdout", "top\n"],
    ["stdout", "out\n"],
    ["stderr", "err\n"],
  ]);
  const bytes = "import sys\ndef f(x):\n    print('a')\n    sys.stdout.buffer.write('é'.encode())\n    print('b')";
  assert.deepEqual(observe(bytes).output.map(({ text }) => text), ["a\néb\n"]);
  const flood = observe("def f(x):\n    for i in range(5000): print('é' * 100)\n    return 1").output;
  const total = flood.map(({ text }) => text).join("");
  assert.ok(total.length < 200_200 && total.length > 199_000, String(total.length));
  assert.match(flood.at(-1).text, /Output ends here/);
  assert.equal(flood.at(-1).stream, "stderr");
});

test("values travel by type, with bounds", () => {
  const encoded = (expression) => value(`import numpy as np\ndef f(x):\n    return ${expression}`);
  assert.deepEqual(encoded("None"), { t: "none" });
  assert.deepEqual(encoded("True"), { t: "bool", v: true });
  assert.deepEqual(encoded("2**80"), { t: "int", v: "1208925819614629174706176" });
  assert.deepEqual(encoded("float('nan')"), { t: "float", v: "nan" });
  assert.deepEqual(encoded("-float('inf')"), { t: "float", v: "-inf" });
  assert.deepEqual(encoded("np.float64(1.5)"), { t: "float", v: 1.5 });
  assert.deepEqual(encoded("np.array([[True, False]])").v, { dtype: "bool", shape: [1, 2], data: [1, 0] });
  assert.deepEqual(encoded("{'a': (1,)}").v[0][1], { t: "tuple", v: [{ t: "int", v: "1" }] });
  assert.equal(encoded("(i for i in [])").v.type_name, "generator");
  assert.equal(encoded("'\\ud800'").v, "\\ud800");
  assert.match(encoded("10**99999").v.repr, /bits/);
  assert.equal(encoded("[0] * 10**6").t, "object");
  assert.ok(encoded("[0] * 10**6").v.repr.length <= 200);
});

test("a value that contains itself ends", () => {
  const source = "def f(x):\n    a = [1]\n    a.append(a)\n    return a";
  assert.equal(value(source).v[1].t, "object");
});

test("a repr that raises or never ends does no harm", () => {
  const source = (body) => `class A:\n    def __repr__(self):\n        ${body}\ndef f(x):\n    return A()`;
  assert.match(value(source("raise ValueError")).v.repr, /repr raises ValueError/);
  assert.equal(raised(source("while True: pass")).kind, "step_limit");
});
