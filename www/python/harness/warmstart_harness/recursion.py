"""Lets memoised functions recurse as deep as others.

``functools.lru_cache`` is written in C: each level of a memoised recursion takes several kilobytes of
the browser's small stack, and ``fib(300)`` would be too deep. Python's own version of it, which
``functools`` holds for interpreters without C, calls without growing that stack. Importing this
module puts it in place.
"""

import functools
import importlib.util
import sys


def _python_version():
    """``_lru_cache_wrapper`` of a second ``functools`` that finds no accelerator."""
    spec = importlib.util.find_spec("functools")
    module = importlib.util.module_from_spec(spec)
    accelerator = sys.modules.get("_functools")
    sys.modules["_functools"] = None
    try:
        spec.loader.exec_module(module)
    finally:
        sys.modules["_functools"] = accelerator
    return module._lru_cache_wrapper


functools._lru_cache_wrapper = _python_version()
