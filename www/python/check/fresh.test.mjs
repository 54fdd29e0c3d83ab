// Each run starts in a Python that no earlier one has touched: what a program asks for is the same
// after another one has changed it as before.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { job, ONE_CASE } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

let engine;
before(async () => {
  engine = await engineInNode();
});

/** What a program answers, raises or prints. */
function seen(source) {
  const { cases, failed, output } = engine.observe(job(source, ONE_CASE));
  return { failed, outcome: cases[0]?.outcome, output: output.map(({ text }) => text) };
}

/** By what is changed: a program that changes it, and an expression that shows whether it did. */
const CHANGES = {
  "a module's names": ["import math\nmath.pi = 3", "math.pi"],
  "a list inside of a module": ["import keyword\nkeyword.kwlist.append('x')", "keyword.kwlist[-1]"],
  builtins: ["import builtins\nbuiltins.sum = max\nbuiltins.mine = 1", "sum([1, 2]), 'mine' in dir(__builtins__)"],
  "loaded modules": ["import sys, types\nsys.modules['x'] = types.ModuleType('x')\ndel sys.modules['heapq']", "'x' in sys.modules, __import__('heapq').heappop([1])"],
  "warnings' filters": ["import warnings\nwarnings.simplefilter('error')", "str(warnings.filters)"],
  "what was warned of": ["import warnings\nwarnings.warn('again')", "warnings.warn('again')"],
  logging: ["import logging\nlogging.basicConfig(level=10, format='%(message)s!')", "logging.getLogger().level, logging.warning('w')"],
  "the decimal context": ["import decimal\ndecimal.getcontext().prec = 3", "str(decimal.Decimal(1) / 3)"],
  "numpy's print options": ["import numpy as np\nnp.set_printoptions(precision=2)", "str(np.ones(2) / 3)"],
  "numpy's error state": ["import numpy as np\nnp.seterr(all='raise')", "str(np.geterr())"],
  "random numbers": ["import random, numpy as np\nrandom.seed(5)\nnp.random.seed(5)", "random.random(), float(np.random.rand())"],
  "the environment": ["import os\nos.environ['X'] = '1'\nos.chdir('/')", "'X' in os.environ, os.getcwd()"],
  "the collector": ["import gc\ngc.disable()\ngc.set_threshold(1)", "gc.isenabled(), gc.get_threshold()"],
  "signal handlers": ["import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)", "str(signal.getsignal(signal.SIGINT))[:20]"],
  "limits of the interpreter": ["import sys\nsys.setrecursionlimit(60)\nsys.set_int_max_str_digits(700)", "sys.getrecursionlimit(), sys.get_int_max_str_digits()"],
  "abstract classes": ["import collections.abc\ncollections.abc.Sequence.register(int)", "isinstance(3, collections.abc.Sequence)"],
  "how values are copied": ["import copyreg\ncopyreg.pickle(complex, lambda c: (int, (3,)))", "str(copy.copy(1j))"],
  "what runs at the end": ["import atexit\natexit.register(print, 'bye')", "atexit._ncallbacks()"],
  "files and modules made of them": ["open('mine.py', 'w').write('a = 1')\nopen('/tmp/x', 'w')\nimport mine", "os.listdir('.'), os.listdir('/tmp'), importlib.util.find_spec('mine')"],
  "locked folders": ["import os\nos.makedirs('a/b')\nopen('a/b/c', 'w')\nos.symlink('/lib', 'link')\nos.chmod('a/b', 0)\nos.chmod('a', 0)", "os.listdir('.'), os.path.exists('/lib/python314.zip')"],
  "closed streams": ["import os\nos.close(1)\nos.close(2)", "print('still here')"],
  "the harness": ["import warmstart_harness.session as s\ns.KINDS.clear()", "1"],
};

const IMPORTS =
  "import atexit, collections.abc, copy, decimal, gc, importlib.util, keyword, logging, math, os, random, signal, sys, warnings\nimport numpy as np\n";

for (const [what, [change, asked]] of Object.entries(CHANGES)) {
  test(`${what} are as in the first run`, () => {
    const ask = `${IMPORTS}def f(x):\n    return ${asked}`;
    const first = seen(ask);
    assert.equal(first.outcome.kind, "returned", JSON.stringify(first));
    const changing = seen(`${change}\ndef f(x):\n    return 0`);
    assert.equal(changing.failed, undefined, JSON.stringify(changing.failed));
    assert.deepEqual(seen(ask), first);
  });
}

test("two runs of the same program see the same addresses, and memory is not used up", () => {
  const source = "class A: pass\nkept = [A() for _ in range(10000)]\ndef f(x):\n    return id(kept[-1])";
  const bytes = () => engine.pyodide._module.HEAPU8.length;
  const first = seen(source);
  const before = bytes();
  for (let run = 0; run < 20; run += 1) assert.deepEqual(seen(source), first);
  assert.equal(bytes(), before);
});
