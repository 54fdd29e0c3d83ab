// The ways from Python to JavaScript and to memory are closed, in a Python that was started plainly
// and in one that comes from a snapshot.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { job, ONE_CASE } from "./jobs.mjs";
import { engineInNode } from "./node.mjs";

const KERNELS = fileURLToPath(new URL("../../../target/site/kernels.wasm", import.meta.url));

/** Walks from all objects, modules and classes to everything that they refer to. */
const SEARCH = `
import gc, sys
def reached():
    gc.unfreeze()
    seen, waiting = set(), [*gc.get_objects(), *sys.modules.values(), *object.__subclasses__(), sys._getframe()]
    while waiting:
        it = waiting.pop()
        if id(it) not in seen:
            seen.add(id(it))
            yield it
            waiting.extend(gc.get_referents(it))
def is_javascript(it):
    return any(kind.__name__ in ("JsProxy", "JsException") for kind in type(it).__mro__)
`;

/** Leaves out what refuses imports by name. */
const UNREFUSED = `
import importlib.machinery, sys, _imp
sys.meta_path[:] = [it for it in sys.meta_path if "Refusal" not in getattr(it, "__name__", "")]
`;

const UNSAFE = ["_ctypes", "ctypes", "_testcapi", "_testinternalcapi", "js", "pyodide_js"];

for (const start of ["a plain start", "a snapshot"]) {
  describe(`after ${start}`, () => {
    let engine;
    before(async () => {
      assert.ok(existsSync(KERNELS), "the kernels are built with the site");
      const plain = await engineInNode({ kernels: KERNELS });
      engine =
        start === "a snapshot" ? await engineInNode({ kernels: KERNELS, snapshot: plain.snapshot }) : plain;
    });
    const value = (source) => {
      const seen = engine.observe(job(source, ONE_CASE, { step_budget: 100_000_000 }));
      assert.equal(seen.failed, undefined, JSON.stringify(seen.failed));
      assert.equal(seen.cases[0].outcome.kind, "returned", JSON.stringify(seen.cases[0].outcome));
      return seen.cases[0].outcome.value.v;
    };

    test("no JavaScript object is to be found, and the search sees what is there", () => {
      const found = "[type(it).__name__ for it in reached() if is_javascript(it)]";
      assert.deepEqual(value(`${SEARCH}\ndef f(x):\n    return ${found}`), []);
      const own = `${SEARCH}\nclass JsProxy: pass\nkept = [JsProxy()]\ndef f(x):\n    return len(${found})`;
      assert.equal(value(own), "1");
    });

    test("nothing that leads to JavaScript has a name left", () => {
      const source = `${SEARCH}
def f(x):
    names = ("create_proxy", "to_js", "run_js", "run_sync", "register_js_module", "eval_code_async")
    held = [it for it in reached() if type(it) is dict and "__name__" in it]
    return [name for it in held for name in names if name in it]`;
      assert.deepEqual(value(source), []);
    });

    for (const name of UNSAFE) {
      test(`${name} is not imported by any other way`, () => {
        const source = `${UNREFUSED}
def f(x):
    found = []
    for finder in [importlib.machinery.BuiltinImporter, importlib.machinery.PathFinder, *sys.meta_path]:
        if finder.find_spec("${name}") is not None and "${name}" != "ctypes":
            found.append(str(finder))
    try:
        __import__("${name}")
        found.append("import")
    except ImportError:
        pass
    spec = importlib.machinery.ModuleSpec("${name}", importlib.machinery.BuiltinImporter)
    made = _imp.create_builtin(spec)
    return found + sorted(set(vars(made or object())) if made else ())`;
        assert.deepEqual(value(source), []);
      });
    }

    test("what is left of Pyodide's own module is empty", () => {
      const source = `${UNREFUSED}
def f(x):
    spec = importlib.machinery.ModuleSpec("_pyodide_core", importlib.machinery.BuiltinImporter)
    made = _imp.create_builtin(spec)
    return [name for name in vars(made or sys.__class__("x")) if not name.startswith("__")]`;
      assert.deepEqual(value(source), []);
    });

    test("Pyodide's packages, which lie among the library's files, lead nowhere when imported again", () => {
      const source = `${SEARCH}${UNREFUSED}
import pyodide, pyodide.code, pyodide.ffi, pyodide.http
def attempt(deed):
    try:
        return deed()
    except Exception as error:
        return None
def f(x):
    made = [
        attempt(lambda: pyodide.code.run_js("globalThis")),
        attempt(lambda: pyodide.ffi.to_js([1]) if type(pyodide.ffi.to_js([1])) is not list else None),
        attempt(lambda: __import__("js")),
    ]
    return [type(it).__name__ for it in (*made, *reached()) if it is not None and is_javascript(it)]`;
      assert.deepEqual(value(source), []);
    });

    test("the library's files cannot be changed, whoever owns them", () => {
      const source = `
import os
PATHS = ["/lib/warmstart.zip", "/lib/python314.zip"]
DEEDS = [
    lambda path: open(path, "r+b", buffering=0).write(b"x"),
    lambda path: os.truncate(path, 0),
    os.unlink,
    lambda path: os.rename(path, "/tmp/taken"),
    lambda path: os.rename("/tmp/other", path),
    lambda path: open(path + ".py", "w"),
    lambda path: os.chmod(path, 0o777),
    lambda path: os.rename("/lib", "/tmp/lib"),
    lambda path: os.symlink("/tmp", "/lib/link"),
    lambda path: os.rmdir(os.path.expanduser("~")),
    lambda path: os.chmod("/tmp", 0),
]
def f(x):
    open("/tmp/other", "w").close()
    done = []
    for path in PATHS:
        for number, deed in enumerate(DEEDS):
            try:
                deed(path)
                done.append(number)
            except OSError:
                pass
    return done`;
      assert.deepEqual(value(source), []);
      assert.equal(value("import tomllib\ndef f(x):\n    return len(tomllib.loads('a = 1'))"), "1");
    });

    test("nothing is left anywhere but in two folders", () => {
      const source = `
import os
def f(x):
    home, done = os.getcwd(), []
    for folder, _, files in os.walk("/"):
        try:
            open(os.path.join(folder, "left"), "w").close()
            done.append(folder)
        except OSError:
            pass
        for path in [folder, *(os.path.join(folder, name) for name in files)]:
            try:
                os.utime(path, (1, 1))
                done.append(path)
            except OSError:
                pass
    return [path.replace(home, "~") for path in done]`;
      assert.deepEqual(value(source).map((it) => it.v).sort(), ["/tmp", "~"]);
    });

    test("numpy still has its kernels, which are plain built-ins", () => {
      const source = `
import numpy as np, numpy._kernels as kernels
def f(x):
    run = kernels._run
    return [kernels.available(), type(run).__name__, run.__self__, float(np.arange(5000.0).sum())]`;
      const found = value(source).map((it) => it.v);
      assert.deepEqual(found, [true, "builtin_function_or_method", undefined, 12497500]);
    });
  });
}
