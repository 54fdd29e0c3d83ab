"""Keeps visitor code away from the page's side of Pyodide.

The content security policy and the worker's stripped global scope are what hold; this says it
early and in words, and removes the short paths. It is in force only while visitor code runs.
"""

import sys

BLOCKED = frozenset(
    "js pyodide_js pyodide _pyodide _pyodide_core pyodide_kernel micropip jsbind "
    "_warmstart_kernels ctypes _ctypes".split()
)
REASON = (
    "{name} is not available here: code in this playground runs without access to the page, the "
    "network or storage. Python's standard library and numpy can be imported."
)


NO_CALLBACKS = "Nothing can run later here: a case ends when the call returns."


def close_loopholes():
    """For good: nothing of a visitor's may run after the job, or hear what the next one does."""
    webloop = sys.modules.get("pyodide.webloop")
    if webloop is not None:
        webloop.scheduleCallback = _no_callbacks
    del sys.addaudithook


def _no_callbacks(*_):
    raise RuntimeError(NO_CALLBACKS)


class _Refusal:
    """First in ``sys.meta_path``: names the reason instead of "no module"."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        if _root(fullname) in BLOCKED:
            raise ImportError(REASON.format(name=fullname), name=fullname)
        return None


class Guard:
    """``with Guard():`` around every call into visitor code."""

    def __enter__(self):
        self._removed = {name: sys.modules[name] for name in list(sys.modules) if _hidden(name)}
        for name in self._removed:
            del sys.modules[name]
        self._finders = sys.meta_path[:]
        # Without the finder of JavaScript modules there is also nothing to look them up in.
        sys.meta_path[:] = [_Refusal, *(f for f in self._finders if not _is_javascript(f))]

    def __exit__(self, *_):
        sys.meta_path[:] = self._finders
        sys.modules.update(self._removed)


def _root(name):
    return name.partition(".")[0]


def _hidden(name):
    return _root(name) in BLOCKED


def _is_javascript(finder):
    return type(finder).__module__.startswith("_pyodide")
