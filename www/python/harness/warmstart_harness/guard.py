"""Keeps visitor code away from the page's side of Pyodide.

Python holds no JavaScript object once it is sealed, and nothing that could make one: the modules
that lead there are emptied, not only hidden, because a module that is hidden can be found among all
objects. The page's policy and the worker's stripped global scope stand behind that.
"""

import asyncio
import gc
import sys
import time
from types import ModuleType

from .loop import Policy

BLOCKED = frozenset(
    "js pyodide_js pyodide _pyodide _pyodide_core pyodide_kernel micropip jsbind "
    "_warmstart_kernels _warmstart_stack ctypes _ctypes".split()
)
REASON = (
    "{name} is not available here: code in this playground runs without access to the page, the "
    "network or storage. Python's standard library and numpy can be imported."
)


class _Refusal:
    """First in ``sys.meta_path``: names the reason instead of "no module"."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        if _root(fullname) in BLOCKED:
            raise ImportError(REASON.format(name=fullname), name=fullname)


_doomed = []


def find_ways():
    """Looks for what :func:`seal` has to empty, which takes long. The snapshot of Python holds it."""
    _doomed[:] = filter(None, map(_names_of, gc.get_objects()))


def seal():
    """For good. Called once, by the worker itself: Pyodide's own Python does not survive it."""
    _give_back_patched()
    del sys.addaudithook  # a hook can do nothing but end Python
    hidden = [sys.modules.pop(name) for name in list(sys.modules) if _root(name) in BLOCKED]
    finders = [finder for finder in sys.meta_path if _root(_class(finder).__module__) in BLOCKED]
    sys.meta_path[:] = [_Refusal, *(finder for finder in sys.meta_path if finder not in finders)]
    for names in (*_doomed, *filter(None, map(_names_of, (*hidden, *finders)))):
        names.clear()
    _doomed.clear()


def _give_back_patched():
    """What Pyodide has put in the library's place waits, and calls back, through JavaScript."""
    webloop = sys.modules.get("pyodide.webloop")
    if webloop is not None:
        asyncio.run, time.sleep = webloop._orig_run, webloop._orig_sleep
        asyncio._set_running_loop(None)
        asyncio.events._set_event_loop_policy(Policy())
    sys.excepthook = sys.__excepthook__


def _names_of(it):
    """The names of a module that leads to JavaScript, a copy of them, or those of a loader or finder."""
    if isinstance(it, (dict, ModuleType)):
        names = vars(it) if isinstance(it, ModuleType) else it
        name = names.get("__name__")
        return names if isinstance(name, str) and _root(name) in BLOCKED else None
    is_instance = not isinstance(it, type) and hasattr(it, "__dict__")
    return vars(it) if is_instance and _root(type(it).__module__) in BLOCKED else None


def _class(finder):
    return finder if isinstance(finder, type) else type(finder)


def _root(name):
    return name.partition(".")[0]
