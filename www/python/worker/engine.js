// Python itself: started from its files or from a snapshot, and asked to run jobs.
//
// Nothing in here knows about workers or browsers: the content check starts the same engine in Node.

import { Answers, written } from "./answers.js";
import { offerModule } from "./builtins.js";
import { offerKernels } from "./kernels.js";
import { keepAsItIs } from "./memory.js";
import { sealBuiltins } from "./seal.js";

/** Where the archive of our own packages lies in Python's file system; it is imported from there. */
const PACKAGES = "/lib/warmstart.zip";

/** Where the files of the host's own numpy wheel are put, since a zip archive cannot hold compiled modules. */
const UNPACK = `
import importlib, sys, zipfile
with zipfile.ZipFile("${PACKAGES}") as archive:
    names = [name for name in archive.namelist() if name.startswith("unpacked/")]
    archive.extractall("/lib", names)
if "/lib/unpacked" not in sys.path:
    sys.path.append("/lib/unpacked")
importlib.invalidate_caches()
for name in names:
    if name.endswith(".so"):
        # Now, because what is loaded later is gone with Python's memory after a job.
        importlib.import_module(name.removeprefix("unpacked/").partition(".")[0].replace("/", "."))
del archive, names
`;

/** Imported before the snapshot is taken, so that a restart has them at once. */
const BOOT = `
import sys
sys.path.append("${PACKAGES}")
import ast, abc, bisect, collections, copy, dataclasses, datetime, decimal, difflib, enum, fractions
import functools, heapq, inspect, itertools, json, math, operator, random, re, statistics, string
import textwrap, time, traceback, types, typing
try:
    import numpy
except ModuleNotFoundError:
    pass  # a host's own wheel is unpacked later: compiled code is no part of a snapshot
import warmstart, warmstart_harness.recursion, warmstart_harness.session, warmstart_harness.stack
import gc
gc.collect()
warmstart_harness.guard.find_ways()
gc.freeze()
`;

/**
 * Bytes of Python's own stack after which recursion through C (a `__getattr__` that calls itself, a
 * key function that sorts) is a RecursionError. Pyodide allows 10 MB, but the browser's stack, which
 * both share, ends the whole engine long before: in Chromium at about 60 KB of these when a long
 * linked list is freed. The compiler takes far less of the browser's: 400 KB of these are no trouble
 * in any of the three browsers (measured). The harness chooses (`warmstart_harness/room.py`).
 */
const STACK_BYTES = { narrow: 56_000, wide: 400_000 };

/** What Python's `js` module holds: nothing of the worker's scope. Pyodide itself asks for `eval`. */
const javascript = () => ({
  eval() {
    throw new Error("JavaScript cannot be evaluated here");
  },
});

/**
 * Starts Python, from `snapshot` where there is one.
 *
 * @param {object} files
 * @param {Function} files.loadPyodide of the pinned Pyodide
 * @param {string} files.indexURL folder of Pyodide's files
 * @param {object} files.lock the `info` of Pyodide's lock file; no package is loaded through it
 * @param {Uint8Array | Promise<Uint8Array>} files.packages the archive of harness and numpy
 * @param {Uint8Array | Promise<Uint8Array>} [files.snapshot] as an earlier call returned it
 * @returns {Promise<{ pyodide: object, snapshot: Uint8Array | null }>} with a new snapshot after a
 *   plain start, which must be kept before anything else is done with this Python
 */
export async function startPython({ loadPyodide, indexURL, lock, packages, snapshot }) {
  const pyodide = await loadPyodide({
    indexURL,
    lockFileContents: JSON.stringify({ info: lock, packages: {} }),
    jsglobals: javascript(),
    // Sets and dictionaries of text iterate in the same order in every run.
    env: { PYTHONHASHSEED: "0" },
    ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
  });
  pyodide.FS.writeFile(PACKAGES, await packages);
  if (snapshot) return { pyodide, snapshot: null };
  pyodide.runPython(BOOT);
  return { pyodide, snapshot: pyodide.makeMemorySnapshot() };
}

/**
 * Makes a started Python ready for jobs: the kernels, the output, the harness; no way to JavaScript.
 *
 * @param {object} pyodide
 * @param {object} [numpy]
 * @param {object} [numpy.kernels] what `loadKernels` returned
 * @param {boolean} [numpy.isWheel] the site bundles a numpy wheel of its host's instead of our package
 * @returns {{ python: string, numpy: string, run: Function }} `run(body, post)` runs one
 *   `Request::Run` and posts the bodies of its events, as JSON text
 */
export function connect(pyodide, { kernels, isWheel } = {}) {
  const { _module: python } = pyodide;
  if (kernels) offerKernels(pyodide, kernels);
  if (isWheel) pyodide.runPython(UNPACK);
  offerModule(python, "_warmstart_stack", {
    narrow: () => limitStack(python, STACK_BYTES.narrow),
    wide: () => limitStack(python, STACK_BYTES.wide),
  });
  limitStack(python, STACK_BYTES.wide);
  // Python asks for signals from now on. None ever comes; but WebKit can end a worker only where
  // its WebAssembly calls JavaScript, and every loop in Python now does so now and then.
  pyodide.setInterruptBuffer(new Uint8Array(1));
  const session = pyodide.pyimport("warmstart_harness.session");
  const { run: runInPython, ready } = session;
  sealBuiltins(python);
  const { memory_mb, ...versions } = JSON.parse(ready());
  const streams = listen(pyodide);
  silenceFatalErrors(pyodide._api, streams);
  const memory = keepAsItIs(pyodide, memory_mb << 20);
  const run = (body, post) => {
    const ending = runJob(runInPython, streams, body, post);
    if (memory.isSpent()) post(JSON.stringify({ type: "spent" }));
    post(written(ending, body.id));
    memory.restore();
  };
  return { ...versions, run };
}

function limitStack(python, bytes) {
  const start = python._emscripten_stack_get_base() - bytes;
  const thread = python._PyThreadState_Get();
  const refused = python._PyUnstable_ThreadState_SetStackProtection(thread, start, bytes);
  if (refused) throw new Error("Python refused the limit of its stack");
  return 0;
}

/** Runs a job, posts all of its events but the last, and returns that. */
function runJob(runInPython, streams, body, post) {
  const { id } = body;
  const answers = new Answers(body.job);
  const send = (event) => post(written(event, id));
  streams.receive = (stream, text) => send({ type: "output", stream, text });
  const events = runInPython(JSON.stringify(body));
  try {
    for (let answer; ; ) {
      const { done, value } = events.next(answer);
      if (done) break;
      const taken = answers.take(value);
      if (taken.post) send(taken.post);
      answer = taken.answer;
    }
  } finally {
    streams.receive = () => {};
    events.destroy();
  }
  return answers.end();
}

/** Pyodide prints its own frames, the harness's among them, when it breaks down. */
function silenceFatalErrors(api, streams) {
  const report = api.fatal_error;
  api.fatal_error = (error) => {
    streams.receive = () => {};
    return report(error);
  };
}

/** Both streams as text, in the order in which they are written. */
function listen(pyodide) {
  const streams = { receive: () => {} };
  const writer = (stream) => {
    const decoder = new TextDecoder();
    return (bytes) => {
      const text = decoder.decode(bytes, { stream: true });
      if (text) streams.receive(stream, text);
      return bytes.length;
    };
  };
  pyodide.setStdout({ write: writer("stdout") });
  pyodide.setStderr({ write: writer("stderr") });
  return streams;
}
