//! Hostile shared code in a visitor's Python: it reaches no storage and no worker, cannot make a
//! wrong answer pass, and cannot keep Stop from working.

use anyhow::{Result, ensure};
use browser_tests::{harness::Context, visit::Visit};

use crate::{
    practice::{EXERCISE, RIGHT, run, verdict},
    python::STOP_IS_THERE,
};

/// Each attempt leaves a mark where it can, and says that it did. `scopes` are all JavaScript
/// objects that Python can lead to: by name, past the refusal of imports, and by search.
const ATTEMPTS: &str = r#"
import gc, sys

def by_import():
    import js
    yield js

def by_other_importers():
    import importlib.machinery
    for finder in [importlib.machinery.BuiltinImporter, importlib.machinery.PathFinder]:
        for name in ("js", "pyodide_js", "_pyodide_core", "_ctypes"):
            spec = finder.find_spec(name)
            if spec is not None:
                yield finder.load_module(name)

def by_search():
    gc.unfreeze()
    for it in [*gc.get_objects(), *sys.modules.values()]:
        if "JsProxy" in type(it).__name__ or "JsMethod" in str(type(it)):
            yield it

def by_functions():
    for it in by_search():
        for made in ("constructor", "__class__"):
            try:
                yield getattr(it, made).constructor("return globalThis")()
            except Exception:
                pass

def by_frames():
    frame = sys._getframe()
    while frame is not None:
        for value in [*frame.f_locals.values(), *frame.f_globals.values()]:
            if "Js" in type(value).__name__:
                yield value
        frame = frame.f_back

def indexed_db(scope):
    scope.indexedDB.open("escaped")

def cache(scope):
    scope.caches.open("escaped")

def local_storage(scope):
    scope.localStorage.setItem("escaped", "1")

def cookie(scope):
    scope.document.cookie = "escaped=1"

def files_of_origin(scope):
    scope.navigator.storage.getDirectory()

def mounted(scope):
    scope.FS.mount(scope.FS.filesystems.IDBFS, scope.Object.new(), "/home")

def worker(scope):
    scope.Worker.new("data:text/javascript,0")

def channel(scope):
    scope.BroadcastChannel.new("escaped").postMessage("escaped")

def message(scope):
    scope.postMessage('{"v":1,"body":{"type":"crashed","message":"escaped"}}')

def scripts(scope):
    scope.eval("1")

def network(scope):
    scope.fetch("/escaped")

def socket():
    import socket
    socket.create_connection(("127.0.0.1", 80), 1)

def address():
    import urllib.request
    urllib.request.urlopen("http://127.0.0.1/escaped", timeout=1)

def process():
    import subprocess
    subprocess.run(["true"])

def fork():
    import os
    os.fork()

def thread():
    import threading
    threading.Thread(target=print).start()

DEEDS = [network, indexed_db, cache, local_storage, cookie, files_of_origin, mounted, worker, channel,
         message, scripts]
for route in [by_import, by_other_importers, by_search, by_functions, by_frames]:
    try:
        for scope in route():
            for deed in DEEDS:
                try:
                    deed(scope)
                    print("got out:", route.__name__, deed.__name__)
                except Exception:
                    pass
    except BaseException as error:
        print(route.__name__, type(error).__name__)
for deed in [socket, address, process, fork, thread]:
    try:
        deed()
        print("got out:", deed.__name__)
    except BaseException as error:
        print(deed.__name__, type(error).__name__)
print("all was tried")

def iou(a, b):
    return 0.0
"#;

/// Looks for a way around the sealed modules: to C, to memory, to files that later runs import, to
/// Pyodide's own packages, to another interpreter. Each prints what it got.
const AROUND: &str = r#"
import gc, importlib.machinery, os, sys
from array import array
import _imp

sys.monitoring.free_tool_id(4)  # the search takes more steps than the budget allows
sys.meta_path[:] = [it for it in sys.meta_path if "Refusal" not in getattr(it, "__name__", "")]

def c_library():
    import ctypes
    ctypes.CDLL(None).emscripten_run_script(b"indexedDB.open('escaped')")
    return "C"

def built_ins():
    made = []
    for name in ("_ctypes", "_testcapi", "_testinternalcapi", "_pyodide_core", "_remote_debugging"):
        spec = importlib.machinery.ModuleSpec(name, importlib.machinery.BuiltinImporter)
        found = _imp.create_builtin(spec)
        made += [it for it in vars(found or object) if found and not it.startswith("__")]
    return made

def everything():
    gc.unfreeze()
    seen, found = set(), []
    waiting = [*gc.get_objects(), *sys.modules.values(), *object.__subclasses__()]
    while waiting:
        it = waiting.pop()
        if id(it) not in seen:
            seen.add(id(it))
            found += ["a JsProxy"] if any(k.__name__ == "JsProxy" for k in type(it).__mro__) else []
            waiting.extend(gc.get_referents(it))
    return found

def pyodide_again():
    import pyodide.code, pyodide.ffi
    return pyodide.code.run_js("globalThis")

def kernels_memory():
    import numpy._kernels as kernels
    beyond = array("d", [0.0])
    return kernels._run(array("i", [1, 1, 1 << 20, 8, 3, 6]), beyond)

def library_files():
    with open("/lib/warmstart.zip", "r+b", buffering=0) as file:
        file.write(b"escaped")
    return "written"

def library_moved():
    open("/tmp/other.zip", "w").close()
    os.rename("/tmp/other.zip", "/lib/warmstart.zip")
    return "moved"

def interpreter():
    import _interpreters
    made = _interpreters.create()
    failed = _interpreters.exec(made, "import _ctypes")
    return None if failed else "another interpreter"

def later():
    import asyncio
    asyncio.get_event_loop().call_soon(print, "escaped")
    return "a callback"

def audit():
    sys.addaudithook(print)
    return "a hook"

def iou(a, b):
    return 0.0

for deed in [c_library, built_ins, everything, pyodide_again, kernels_memory, library_files,
             library_moved, interpreter, later, audit]:
    try:
        got = deed()
    except BaseException as error:
        got = None
        print(deed.__name__, type(error).__name__)
    if got:
        print("got out:", deed.__name__, got)
sys.monitoring.use_tool_id(4, "warmstart steps")
print("all was tried")
"#;

/// What the attempts would have left on the device.
const TRACES: &str = "
    return (async () => {
        const databases = (await indexedDB.databases?.()) ?? [];
        const caches = self.caches ? await self.caches.keys() : [];
        const names = [...databases.map(({ name }) => name), ...caches, ...Object.keys(localStorage)];
        return [...names.filter((name) => name.includes('escaped')), document.cookie].join(' ').trim();
    })()
";

pub async fn no_storage_and_no_worker_is_reached(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    for attempts in [ATTEMPTS, AROUND] {
        run(visit, attempts).await?;
        verdict(visit, "failed").await?;
        let text = visit.text("output").await?;
        ensure!(text.contains("all was tried"), "the attempts did not end:\n{text}");
        ensure!(!text.contains("got out: "), "an attempt succeeded:\n{text}");
    }
    let traces = visit.run_async(TRACES, &[]).await?;
    ensure!(traces.as_str() == Some(""), "left behind: {traces}");
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await
}

/// Copies what the harness expects, if it is anywhere, and says of each case that it expects what
/// came back.
const FORGER: &str = r#"
import gc, json, sys

honest = json.dumps

def forged(event, honest=honest, **named):
    if isinstance(event, dict) and "seen" in event:
        event["seen"]["expected"] = event["expected"] = event["seen"]["outcome"]["value"]
    return honest(event, **named)

json.dumps = forged

def iou(a, b):
    gc.unfreeze()
    frame = sys._getframe()
    places = gc.get_objects()
    while frame is not None:
        places.append(frame.f_locals)
        frame = frame.f_back
    for place in places:
        reference = getattr(place, "entry", None) or getattr(place, "oracle", None)
        if callable(reference) and type(place).__name__ in ("Reference", "Exercise"):
            return reference(a, b)
        if isinstance(place, dict) and "expected" in place and "input" in place:
            return place["expected"]["v"]
    return 0.0
"#;

/// Takes what the next run computes, if the patch lives that long.
const PATCHER: &str = r#"
import sys
import warmstart_harness.reference as reference
import warmstart_harness.values as values

reference.Reference.expected = lambda self, case: 0.0
reference.Reference.own_answer.__code__ = (lambda self, arguments: 0.0).__code__
values.encode = lambda value: {"t": "float", "v": 0.0}

def iou(a, b):
    return 0.0
"#;

pub async fn a_wrong_answer_cannot_be_made_to_pass(
    context: &Context<'_>,
    visit: &Visit,
) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    for program in [FORGER, PATCHER, "def iou(a, b):\n    return 0.0\n"] {
        run(visit, program).await?;
        verdict(visit, "failed").await?;
    }
    run(visit, RIGHT).await?;
    verdict(visit, "passed").await
}

/// Switches the budget off, catches everything, and does not end.
const DEAF: &str = r#"
import signal, sys

for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, lambda *_: None)

def iou(a, b):
    sys.settrace(None)
    sys.monitoring.register_callback(4, sys.monitoring.events.LINE, None)
    sys.monitoring.register_callback(4, sys.monitoring.events.JUMP, None)
    sys.monitoring.free_tool_id(4)
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
"#;

/// Prints all the while.
const LOUD: &str = r#"
import os, sys

sys.monitoring.free_tool_id(4)

def iou(a, b):
    while True:
        print("again and again")
"#;

pub async fn stop_cannot_be_caught(context: &Context<'_>, visit: &Visit) -> Result<()> {
    visit.open(&context.sites.page(EXERCISE)).await?;
    for program in [DEAF, LOUD] {
        run(visit, program).await?;
        visit.until("Stop", STOP_IS_THERE, &[]).await?;
        visit.click("stop").await?;
        verdict(visit, "stopped").await?;
        run(visit, RIGHT).await?;
        verdict(visit, "passed").await?;
    }
    Ok(())
}
