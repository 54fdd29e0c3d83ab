// Measured growth: what walks its data costs what it walks, however short the line.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { growthJob } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

const SIZES = [64, 128, 256, 512, 1024];
const LIST = "def growth(n): return ([(7 * i) % n for i in range(n)],)";

let engine;
before(async () => {
  engine = await engineInNode();
});

function measure(source, growth = LIST, changes = {}) {
  const seen = engine.observe(growthJob(source, growth, SIZES, changes));
  assert.equal(seen.failed, undefined, JSON.stringify(seen.failed));
  return seen.points;
}

/** The exponent p of steps ~ size^p between the largest two sizes. */
function exponent(points) {
  const [a, b] = points.slice(-2);
  return Math.log2(b.steps / a.steps) / Math.log2(b.size / a.size);
}

function check(what, source, expected, growth, changes) {
  test(what, () => {
    const points = measure(source, growth, changes);
    const found = exponent(points);
    assert.ok(Math.abs(found - expected) < 0.06, `${found}: ${JSON.stringify(points)}`);
  });
}

const NLOGN = Math.log2((1024 * 10) / (512 * 9));

check("constant work", "def f(xs):\n    return xs[0] + xs[-1] + len(xs)", 0);
check("one loop", "def f(xs):\n    t = 0\n    for x in xs:\n        t += x\n    return t", 1);
check("sum of a list", "def f(xs): return sum(xs)", 1);
check("sum over an iterator of C", "def f(xs): return sum(map(abs, xs))", 1);
check("sum over a generator", "def f(xs): return sum(x * x for x in xs)", 1);
check("sorting", "def f(xs): return sorted(xs)", NLOGN);
check("sorting in place by key", "def f(xs):\n    xs.sort(key=lambda x: -x)\n    return xs", 1.06);
check("a list searched for each element", "def f(xs): return [x for x in range(len(xs)) if x in xs]", 2);
check("a set searched for each element", "def f(xs):\n    s = set(xs)\n    return [x for x in xs if x in s]", 1);
check("a slice for each element", "def f(xs): return [sum(xs[i:]) for i in range(len(xs))]", 2);
check("taken from the front", "def f(xs):\n    while xs: xs.pop(0)", 2);
check("taken from the end", "def f(xs):\n    while xs: xs.pop()", 1);
check("put in at the front", "def f(xs):\n    out = []\n    for x in xs: out.insert(0, x)", 2);
check("deleted at the front", "def f(xs):\n    while xs: del xs[0]", 2);
check("a deque", "from collections import deque\ndef f(xs):\n    q = deque(xs)\n    while q: q.popleft()", 1);
check("tuples grown one by one", "def f(xs):\n    t = ()\n    for x in xs: t = t + (x,)\n    return t", 2);
check("lists copied by stars", "def f(xs):\n    t = []\n    for x in xs: t = [*t, x]\n    return t", 2);
check("pieces joined", "def f(xs): return ','.join([str(x) for x in xs])", 1);
check("a heap", "import heapq\ndef f(xs):\n    h = []\n    for x in xs: heapq.heappush(h, x)\n    while h: heapq.heappop(h)", 1.1);
check("a heap made at once", "from heapq import heapify\ndef f(xs): heapify(xs)", 1);
check("binary search", "from bisect import bisect\ndef f(xs):\n    for x in xs: bisect(xs, x)", NLOGN);
check("equal lists", "def f(xs): return [0 for _ in xs if xs == list(xs)]", 2);
check("recursion", "def f(xs, i=0):\n    return 0 if i == len(xs) - 1 else 1 + f(xs, i + 1)", 1);
check(
  "methods that call each other and super()",
  "class A:\n    def __init__(self, xs): self.xs = xs\nclass B(A):\n    def __init__(self, xs):\n        super().__init__(xs)\n        self.total = sum(self.xs)\ndef f(xs): return B(xs).total",
  1,
);
check(
  "arrays",
  "import numpy as np\ndef f(xs):\n    a = np.array(xs)\n    return (a * 2 + 1).sum()",
  1,
);
check(
  "a matrix product",
  "import numpy as np\ndef f(a): return a @ a.T",
  3,
  "import numpy as np\ndef growth(n): return (np.ones((n // 16, n // 16)),)",
);

const AVERAGE = `class MovingAverage:
    def __init__(self, size):
        self.size, self.window = size, []
    def next(self, value):
        self.window.append(value)
        return sum(self.window[-self.size:]) / len(self.window[-self.size:])
`;
const RUNNING = `from collections import deque
class MovingAverage:
    def __init__(self, size):
        self.window, self.total = deque(maxlen=size), 0.0
    def next(self, value):
        if len(self.window) == self.window.maxlen:
            self.total -= self.window[0]
        self.window.append(value)
        self.total += value
        return self.total / len(self.window)
`;
const STREAM = `def growth(n):
    script = calls(n // 2)
    for i in range(n): script = script("next", i)
    return script`;
const MOVING = { entry: { name: "MovingAverage", kind: "class" }, reference: RUNNING };
check("a running sum", RUNNING, 1, STREAM, MOVING);
check("a sum taken afresh", AVERAGE, 2, STREAM, MOVING);

const SCAN = `import math
def f(graph, start, goal):
    best, open_nodes = {start: 0}, list(graph)
    while open_nodes:
        node = min(open_nodes, key=lambda n: best.get(n, math.inf))
        open_nodes.remove(node)
        for other, cost in graph[node]:
            best[other] = min(best.get(other, math.inf), best.get(node, math.inf) + cost)
    return best[goal]`;
const GRAPH = `import random
def growth(n):
    rng = random.Random(n)
    graph = {i: [((i + 1) % n, 1)] + [(rng.randrange(n), rng.random() * 9) for _ in range(2)] for i in range(n)}
    return (graph, 0, n - 1)`;
check("Dijkstra that scans a list", SCAN, 2, GRAPH);

test("rewritten code gives the same answers and the same lines", () => {
  const source = `def f(xs):
    first, *rest = xs
    rest[1:3] = [9, 9]
    del rest[0], rest[-1:]
    xs += [5]
    text = f"{len(rest)} {'a' in 'cat'} {3 not in rest}"
    out = {k: v for k, v in zip(text, rest) if not k == ' '}
    return 1 / (len(out) - len(out)
        + sum([]))`;
  const error = engine.observe(growthJob(source, LIST, SIZES)).failed;
  assert.equal(error.name, "ZeroDivisionError");
  assert.equal(error.line, 8);
});

test("printing is not shown, and an error is told with its line", () => {
  const seen = engine.observe(growthJob("def f(xs):\n    print(xs)\n    return xs.nothing", LIST, SIZES));
  assert.deepEqual(seen.output, []);
  assert.deepEqual([seen.failed.name, seen.failed.line], ["AttributeError", 3]);
});

test("what grows too fast ends early with the sizes that it managed", () => {
  const source = "def f(xs):\n    n = 2 ** (len(xs) // 8)\n    while n:\n        n -= 1";
  const seen = engine.observe(growthJob(source, LIST, SIZES));
  assert.equal(seen.failed, undefined);
  assert.deepEqual(seen.points.map(({ size }) => size), [64, 128]);
});
