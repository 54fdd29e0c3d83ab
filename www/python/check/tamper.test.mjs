// Visitor code that tries to pass without solving: by finding the answer, by forging what is said of
// it, by changing the harness for the next run, by lying objects, by not ending.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { job } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

let engine;
before(async () => {
  engine = await engineInNode();
});

const ANSWER = "the right answer is 4711";
const CASES = 'CASES = [case("stated", 1, expect="the right answer is 4711"), case("asked", 2)]';
const REFERENCE = 'def f(n):\n    return "the right answer is 4711"\n';
const RIGHT = REFERENCE;
const check = (source, changes = {}) =>
  engine.observe(job(source, CASES, { reference: REFERENCE, ...changes }));

/** That a run of `source` ends without passing, and that the next one is as if it had never been. */
function isHarmless(source) {
  const seen = check(source);
  assert.equal(passes(seen), false, JSON.stringify(seen.cases));
  assert.ok(seen.finished || seen.failed);
  assert.equal(passes(check(RIGHT)), true, "a right answer after it");
  assert.equal(passes(check("def f(n):\n    return 0")), false, "a wrong answer after it");
  return seen;
}

function passes({ cases, finished }) {
  const isRight = ({ outcome, expected }) =>
    expected.v === ANSWER && JSON.stringify(outcome.value) === JSON.stringify(expected);
  return Boolean(finished) && cases.length === 2 && cases.every(isRight);
}

/** `found()` looks through all that Python holds for a text of the answer's length and beginning. */
const SEARCH = `
import gc, sys, linecache
def roots():
    frame = sys._getframe()
    while frame is not None:
        yield frame
        yield frame.f_locals
        frame = frame.f_back
    try:
        raise KeyError
    except KeyError as error:
        frame = error.__traceback__.tb_frame
        while frame is not None:
            yield frame.f_locals
            frame = frame.f_back
    gc.unfreeze()
    yield from gc.get_objects()
    yield sys.modules
    yield linecache.cache
def found():
    seen, waiting = set(), list(roots())
    while waiting:
        it = waiting.pop()
        if id(it) in seen:
            continue
        seen.add(id(it))
        if isinstance(it, str) and "".join(["the ri", "ght answer is 4"]) in it:
            if "def found" not in it:
                return it
        waiting.extend(gc.get_referents(it))
    return "nothing"
`;

test("the answer is in no frame, no object and no module while visitor code runs", () => {
  const budget = { step_budget: 20_000_000 };
  for (const source of [
    `${SEARCH}\ndef f(n):\n    return found()`,
    `${SEARCH}\ntop = found()\ndef f(n):\n    return top`,
  ]) {
    const seen = check(source, budget);
    assert.deepEqual(seen.cases.map(({ outcome }) => outcome.value?.v), ["nothing", "nothing"]);
  }
});

test("the same search finds an answer that is there", () => {
  const source = `${SEARCH}\nkept = ["the right answer is"[:], "".join(["the right answer", " is 4711"])]\ndef f(n):\n    return found()`;
  assert.match(check(source, { step_budget: 20_000_000 }).cases[0].outcome.value.v, /4711/);
});

const FORGERIES = {
  "an encoder that writes down what came back as expected": `
import json
honest = json.dumps
def forged(event, honest=honest, **named):
    if isinstance(event, dict) and event.get("type") == "case":
        event["seen"]["expected"] = event["expected"] = event["seen"]["outcome"]["value"]
        event["case"] = event["seen"]
    return honest(event, **named)
json.dumps = forged
def f(n):
    return 0`,
  "another announcement of the cases": `
import warmstart_harness.session as session
honest = session._text
def forged(event, honest=honest, calls=[]):
    calls.append(event)
    return honest({"type": "expected", "cases": []} if len(calls) == 1 else event)
session._text = forged
def f(n):
    return 0`,
  "an ending before the cases": `
import warmstart_harness.session as session
session._text = lambda event: '{"type": "finished", "duration_ms": 1}'
def f(n):
    return 0`,
  "cases as the learner's own": `
import warmstart_harness.session as session
honest = session._text
def forged(event, honest=honest):
    if event["type"] == "case":
        right = {"t": "int", "v": "0"}
        event = {"type": "case", "seen": event["seen"], "own": {"name": "stated", "expected": right}}
    return honest(event)
session._text = forged
def f(n):
    return 0`,
  "asking for the texts": `
import sys, warmstart_harness.session as session
session._text = lambda event: '{"type": "own"}'
def f(n):
    back = sys._getframe()
    while back is not None:
        for value in back.f_locals.values():
            if isinstance(value, str) and "reference" in value:
                return "the right answer is " + str(4711)
        back = back.f_back
    return 0`,
  "closing the harness's own generators": `
import gc, types
def f(n):
    for it in gc.get_objects():
        if isinstance(it, types.GeneratorType):
            try:
                it.close()
            except ValueError:
                pass
    return 0`,
};

for (const [what, source] of Object.entries(FORGERIES)) {
  test(`${what} makes nothing pass`, () => {
    isHarmless(source);
  });
}

test("a case that is said twice counts once, and a run without all its cases fails with a reason", () => {
  const twice = `
import warmstart_harness.session as session
honest = session._text
def forged(event, honest=honest):
    return honest({**event, "index": 0} if event["type"] == "case" else event)
session._text = forged
def f(n):
    return 0`;
  const { cases, failed, finished } = check(twice);
  assert.deepEqual(cases.map(({ name }) => name), ["stated"]);
  assert.equal(finished, undefined);
  assert.match(failed.message, /before all cases had run/);
});

const TAKE = `
def take(*_):
    import sys, math
    frame = sys._getframe()
    while frame is not None:
        for value in frame.f_locals.values():
            if type(value).__name__ in ("Case", "Exercise", "Reference"):
                math.taken = value
        frame = frame.f_back
`;
const PATCHES = {
  "a function of the harness": "import warmstart_harness.values as v\nv.encode = take",
  "a name that another module imported": "import warmstart_harness.checks as c\nc.encode = lambda _: {'t': 'int', 'v': '0'}",
  "a method": "import warmstart_harness.reference as r\nr.Reference.expected = lambda *_: 0",
  "the code of a method": "import warmstart_harness.reference as r\nr.Reference.expected.__code__ = (lambda self, case: 0).__code__",
  "defaults": "import warmstart\nwarmstart.case.__kwdefaults__ = {'expect': 0, 'hidden': True}",
  "a class of the library": "import random\nrandom.Random.random = lambda self: 0.5",
  "json": "import json.encoder\njson.encoder.JSONEncoder.encode = lambda *_: '{}'",
  "numpy": "import numpy as np\nnp.ndarray.sum = take\nnp.array = take\nnp.float64.__add__ = take",
  "a module in another's place": "import sys, types\nsys.modules['warmstart'] = types.ModuleType('warmstart')",
  "a trace function": "import sys\nsys.settrace(take)\nsys.setprofile(take)",
  "another tool's monitoring": "import sys\nm = sys.monitoring\nm.use_tool_id(2, 'x')\nm.register_callback(2, m.events.PY_START, take)\nm.set_events(2, m.events.PY_START)",
  "a callback of the collector": "import gc\ngc.callbacks.append(take)\ngc.disable()",
  "an audit hook": "import sys\nsys.addaudithook(take)",
  "an importer": "import sys\nsys.meta_path.insert(0, type('T', (), {'find_spec': take}))\nsys.path_hooks.append(take)",
};

for (const [what, patch] of Object.entries(PATCHES)) {
  test(`${what}, patched, is as before in the next run`, () => {
    isHarmless(`${TAKE}\n${patch}\ndef f(n):\n    return 0`);
    const seen = check(`import math, random, json, numpy as np
def f(n):
    random.seed(3)
    return [hasattr(math, "taken"), random.random() == 0.5, json.dumps([1]), float(np.array([1.0, 2.0]).sum())]`);
    const found = seen.cases[0].outcome.value.v.map(({ v }) => v);
    assert.deepEqual(found, [false, false, "[1]", 3]);
  });
}

test("nothing can be left to run after the job", async () => {
  for (const call of ["call_soon(later)", "call_later(0, later)", "create_task(task())"]) {
    check(`
import asyncio, math
def later():
    math.later = True
async def task():
    later()
def f(n):
    asyncio.get_event_loop().${call}`);
  }
  await new Promise((end) => setTimeout(end, 20));
  const { cases } = check("import math\ndef f(n):\n    return hasattr(math, 'later')");
  assert.equal(cases[0].outcome.value.v, false);
});

const LOOPS = {
  "a handler of everything": "while True:\n        try:\n            while True: pass\n        except BaseException:\n            continue",
  "a finally": "try:\n        while True: pass\n    finally:\n        while True: pass",
  "a context manager that swallows": "class S:\n        def __enter__(self): pass\n        def __exit__(self, *_): return True\n    while True:\n        with S():\n            while True: pass",
  "signal handlers": "import signal\n    signal.signal(signal.SIGINT, lambda *_: None)\n    while True: pass",
  "a trace function": "import sys\n    sys.settrace(None)\n    sys.setprofile(None)\n    while True: pass",
  "__del__": "class D:\n        def __del__(self):\n            while True: pass\n    it = D()\n    del it\n    while True: pass",
  "a generator that will not close": "def g():\n        while True:\n            try:\n                yield\n            except GeneratorExit:\n                while True: pass\n    it = g()\n    next(it)\n    it.close()\n    while True: pass",
  "printing without an end": "while True: print('again and again')",
};

for (const [what, body] of Object.entries(LOOPS)) {
  test(`the budget ends ${what}`, () => {
    const seen = isHarmless(`def f(n):\n    ${body}`);
    assert.equal(seen.cases[0].outcome.error.kind, "step_limit");
  });
}

test("no thread can be started", () => {
  const { cases } = check("import threading\ndef f(n):\n    threading.Thread(target=print).start()");
  assert.equal(cases[0].outcome.error.name, "RuntimeError");
});

test("code that gives the counter's place away ends the run or goes on, and the next one is counted", () => {
  isHarmless("import sys\nsys.monitoring.free_tool_id(4)\ndef f(n):\n    return 0");
  const { cases } = check("def f(n):\n    while True: pass");
  assert.equal(cases[0].outcome.error.kind, "step_limit");
});

const LIARS = {
  "equal to everything": "class A:\n    def __eq__(self, other): return True\n    __hash__ = None",
  "of a text's class": "class A:\n    __class__ = str\n    def __str__(self): return 'x'\n    def encode(self, *_): return b'x'",
  "a subclass of str": "class A(str):\n    def __eq__(self, other): return True\n    __hash__ = None\n    def encode(self, *_): return b'x'",
};

for (const [what, source] of Object.entries(LIARS)) {
  test(`an object that is ${what} is no answer`, () => {
    isHarmless(`${source}\ndef f(n):\n    return A()`);
  });
}

test("numbers and containers are read as they are, whatever their classes override", () => {
  const value = (source) => check(`import numpy as np\n${source}\ndef f(n):\n    return A()`).cases[0].outcome.value;
  assert.deepEqual(value("class A(float):\n    def __new__(c): return float.__new__(c, 2)\n    def __float__(self): return 9.0"), { t: "float", v: 2 });
  assert.deepEqual(value("class A(int):\n    def __int__(self): return 9\n    def __repr__(self): return '9'"), { t: "int", v: "0" });
  assert.deepEqual(value("class A(list):\n    def __iter__(self): return iter([9])"), { t: "list", v: [] });
  assert.deepEqual(value("class A(dict):\n    def items(self): return [(9, 9)]"), { t: "dict", v: [] });
  assert.equal(value("class A:\n    __class__ = list\n    def __iter__(self): return iter([9])").t, "object");
  const array = value(`class B(np.ndarray):
    def tolist(self): return [9.0]
    def ravel(self): return self
    shape = (1,)
def A():
    made = np.array([1.0, 2.0])
    made = made.view(B)
    return made`);
  assert.notDeepEqual(array?.v?.data, [9]);
});

test("a negative zero stays one", () => {
  const seen = [];
  engine.run({ type: "run", id: 1, job: job("def f(x):\n    return -0.0", 'CASES = [case("a", 1, expect=-0.0)]') }, (text) => seen.push(text));
  const text = seen.find((it) => it.includes('"case"'));
  assert.equal(text.split('"v":-0.0').length, 3, text);
});
