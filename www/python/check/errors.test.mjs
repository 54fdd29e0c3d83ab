// Errors in the visitor's own terms, the step budget, and what visitor code cannot reach.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { job, ONE_CASE } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

const KERNELS = fileURLToPath(new URL("../../../target/site/kernels.wasm", import.meta.url));

let engine;
before(async () => {
  engine = await engineInNode({ kernels: KERNELS });
});

const observe = (source, cases = ONE_CASE, changes = {}) =>
  engine.observe(job(source, cases, changes));
const raised = (source) => {
  const seen = observe(source);
  assert.equal(seen.failed, undefined, JSON.stringify(seen.failed));
  return seen.cases[0].outcome.error;
};
const failed = (source, changes) => observe(source, ONE_CASE, changes).failed;

test("a syntax error has the visitor's line and column", () => {
  const error = failed("def f(x):\n    return (x\n");
  assert.deepEqual([error.kind, error.name, error.line, error.column], ["syntax", "SyntaxError", 2, 12]);
  assert.equal(failed("def f(x):\nreturn x").name, "IndentationError");
  assert.equal(failed("def f(x):\n    return\0").kind, "syntax");
  assert.equal(failed("x = ".concat("(".repeat(2000))).kind, "syntax");
});

test("an error at the top level ends the job", () => {
  const error = failed("import math\nvalue = 1 / 0\ndef f(x): return x");
  assert.deepEqual([error.kind, error.name, error.line], ["exception", "ZeroDivisionError", 2]);
});

test("an exception shows the visitor's frames and nothing of the harness", () => {
  const error = raised("def g(x):\n    return x['a']\n\ndef f(x):\n    return g({})");
  assert.equal(error.name, "KeyError");
  assert.equal(error.line, 2);
  assert.deepEqual(error.frames, [{ line: 5, function: "f" }, { line: 2, function: "g" }]);
  assert.equal(raised("def f():\n    return 1").line, null);
});

test("what the library prints of the stack shows nothing of the harness either", () => {
  const printed = (source) => observe(source).output.map(({ text }) => text).join("");
  const stack = printed("import traceback\ndef g(x): traceback.print_stack()\ndef f(x): g(x)");
  assert.deepEqual(stack.match(/line \d+, in \w+/g), ["line 3, in f", "line 2, in g"]);
  const logged = printed("import logging\ndef f(x):\n    logging.warning('w', stack_info=True)");
  assert.doesNotMatch(stack + logged + printed("async def f(x): return 1"), /warmstart/);
});

test("a missing entry says what was found instead", () => {
  const error = failed("def ff(x):\n    return x\n");
  assert.equal(error.kind, "missing_entry");
  assert.match(error.message, /`f`.*did you mean/s);
  assert.match(failed("f = 3").message, /cannot be called/);
  const isClass = { entry: { name: "f", kind: "class" }, reference: "class f: pass" };
  assert.match(failed("def f(x): pass", isClass).message, /need a class/);
});

test("endless recursion is told as such, with few frames", () => {
  const error = raised("def f(x):\n    return f(x)");
  assert.equal(error.kind, "recursion");
  assert.equal(error.line, 2);
  assert.ok(error.frames.length <= 12);
});

const THROUGH_C = {
  "an attribute": "class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\ndef f(x):\n    return A().y",
  "a comparison": "class A:\n    def __eq__(self, other): return self == A()\ndef f(x):\n    return A() == A()",
  "a decoder": "import json\ndef f(x):\n    return json.loads('[' * 100000)",
};

for (const [what, source] of Object.entries(THROUGH_C)) {
  test(`endless recursion through ${what} is an error, not the end of the engine`, () => {
    const error = raised(source);
    assert.equal(error.kind, "recursion");
    assert.match(error.message, /go too deep/);
    assert.equal(observe("def f(x): return x").cases[0].outcome.value.v, "1");
  });
}

test("recursion that ends is deep enough: plain, memoised, through a generator, and freeing a list", () => {
  const returned = (source) => observe(source).cases[0].outcome.value?.v;
  assert.equal(returned("def f(x, n=900): return x if n == 0 else f(x, n - 1)"), "1");
  const cached = "from functools import cache\n@cache\ndef g(n): return 1 if n == 0 else g(n - 1)\n";
  assert.equal(returned(`${cached}def f(x): return g(450)`), "1");
  const summed = "def g(n): return 1 if n == 0 else sum(g(n - 1) for _ in 'x')\n";
  assert.equal(returned(`${summed}def f(x): return g(75)`), "1");
  const node = "class Node:\n    def __init__(self, rest): self.rest = rest\n";
  const linked = `${node}def f(x):\n    head = None\n    for _ in range(50000): head = Node(head)\n    return 1`;
  assert.equal(returned(linked), "1");
});

const NUMPY = "import numpy as np\n";
const TOO_LARGE = {
  "one list": "def f(x):\n    return [0] * 10**9",
  "a list of lists that grows": "def f(x):\n    a = []\n    while True: a.append([0] * 10**6)",
  "a dictionary of small lists": "def f(x):\n    d = {}\n    while True: d[len(d)] = [x] * 100",
  "text that doubles": "def f(x):\n    s = 'x'\n    while True: s += s",
  "a set": "def f(x):\n    return set(range(10**9))",
  "an array": `${NUMPY}def f(x):\n    return np.ones((30000, 30000))`,
  "an outer product": `${NUMPY}def f(x):\n    a = np.arange(30000.0)\n    return np.outer(a, a)`,
  "arrays that pile up": `${NUMPY}def f(x):\n    a = []\n    while True: a.append(np.ones((1000, 1000)))`,
};

for (const [what, source] of Object.entries(TOO_LARGE)) {
  // Each in a Python of its own: memory that was taken once is not given back.
  test(`more memory than there is for ${what} is an error with its line`, async () => {
    const own = await engineInNode({ snapshot: engine.snapshot, kernels: KERNELS });
    const seen = own.observe(job(source, ONE_CASE, { step_budget: 100_000_000 }));
    const { kind, line, message } = seen.cases[0].outcome.error;
    assert.equal(kind, "memory");
    assert.equal(line, source.split("\n").length);
    assert.match(message, /Python has 512 MB here\.$/);
    const isSpent = own.pyodide._module.memory.buffer.byteLength > 256 * 2 ** 20;
    assert.equal(seen.events.some(({ type }) => type === "spent"), isSpent);
    assert.equal(own.observe(job("def f(x): return x", ONE_CASE)).cases[0].outcome.value.v, "1");
  });
}

test("an engine that holds little takes further jobs", () => {
  assert.deepEqual(observe("def f(x): return x").events.map(({ type }) => type), ["remarks", "case", "finished"]);
});

test("code that nests as people write it compiles, and what does not says why", () => {
  const branches = (count) =>
    `def f(x):\n    if x < 0: return 0\n${"    elif x == -1: return 1\n".repeat(count)}    return x`;
  assert.equal(observe(branches(100)).cases[0].outcome.value.v, "1");
  assert.equal(observe("import shlex, urllib.request\ndef f(x): return x").cases[0].outcome.value.v, "1");
  assert.match(failed(branches(1000)).message, /nests too deeply/);
});

test("input(), breakpoint(), exit() and unknown modules have words of their own", () => {
  assert.match(raised("def f(x):\n    return input()").message, /no keyboard/);
  assert.match(raised("import sys\ndef f(x):\n    return sys.stdin.buffer.read()").message, /no keyboard/);
  assert.match(raised("def f(x):\n    breakpoint()").message, /no debugger/);
  assert.match(raised("def f(x):\n    exit()").message, /end by returning/);
  assert.match(raised("def f(x):\n    import pandas").message, /standard library and numpy/);
});

const ENDLESS = {
  "on one line": "def f(x):\n    while True: pass",
  "on two lines": "def f(x):\n    while True:\n        pass",
  "behind a bare except": "def f(x):\n    while True:\n        try:\n            x += 1\n        except:\n            pass",
  "behind nested excepts": "def f(x):\n    while True:\n        try:\n            try:\n                x += 1\n            except:\n                x += 2\n        except:\n            continue",
  "behind finally": "def f(x):\n    while True:\n        try:\n            x += 1\n        finally:\n            continue",
  "suppressing everything": "from contextlib import suppress\ndef f(x):\n    while True:\n        with suppress(BaseException):\n            x += 1",
  "in a comprehension": "def f(x):\n    return [0 for i in iter(int, 1) if i]",
  "in a generator": "def g():\n    while True: yield 0\ndef f(x):\n    return sum(g())",
  "in a lambda": "def f(x):\n    return max(iter(lambda: 0, 1), key=lambda v: v)",
  "in a method": "class A:\n    def run(self):\n        while 1: self.x = 1\ndef f(x):\n    A().run()",
};

for (const [where, source] of Object.entries(ENDLESS)) {
  test(`the step budget ends a loop ${where}`, () => {
    const error = raised(source);
    assert.equal(error.kind, "step_limit", JSON.stringify(error));
    assert.match(error.message, /200,000 steps/);
    assert.ok(error.line > 1);
  });
}

test("the step budget ends a loop at the top level", () => {
  assert.equal(failed("def f(x): pass\nwhile True: pass").kind, "step_limit");
});

test("after one endless case the others are short", () => {
  const cases = `CASES = [case(str(i), i, expect=i) for i in range(20)]`;
  const { cases: seen } = observe("def f(x):\n    while True: pass", cases);
  assert.equal(seen.length, 20);
  assert.ok(seen.every(({ outcome }) => outcome.error.kind === "step_limit"));
  assert.ok(seen.slice(1).every(({ steps }) => steps < 20_100), JSON.stringify(seen.map(({ steps }) => steps)));
});

test("an ordinary run within the budget is counted", () => {
  const source = "def f(x):\n    total = 0\n    for i in range(100):\n        total += i\n    return total";
  assert.equal(observe(source).cases[0].steps, 2 + 101 + 100 + 1 - 1 + 0);
});

for (const name of ["js", "pyodide_js", "pyodide", "pyodide.http", "micropip", "_pyodide_core", "_warmstart_kernels"]) {
  test(`visitor code cannot import ${name}`, () => {
    const error = raised(`def f(x):\n    import ${name}`);
    assert.equal(error.name, "ImportError");
    assert.match(error.message, /without access to the page/);
  });
}

test("the page's side is not to be found behind the import either", () => {
  const error = raised("import importlib, sys\ndef f(x):\n    assert 'js' not in sys.modules\n    importlib.import_module('js')");
  assert.equal(error.name, "ImportError");
  const found = observe(`
import sys
def f(x):
    finders = [finder for finder in sys.meta_path if hasattr(finder, "jsproxies")]
    return len(finders)`);
  assert.equal(found.cases[0].outcome.value.v, "0");
});

test("a broken exercise is not the visitor's fault", () => {
  const broken = observe("def f(x): return x", "CASES = []").failed;
  assert.equal(broken.name, "ExerciseError");
  assert.match(broken.message, /not your code/);
  const oracle = 'CASES = [case("a", 1)]\ndef oracle(x): return x / 0';
  assert.match(observe("def f(x): return x", oracle).failed.message, /ZeroDivisionError/);
});
