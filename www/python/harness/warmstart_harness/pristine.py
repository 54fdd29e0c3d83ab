"""Puts shared state back after visitor code: each run starts in the same Python.

A visitor may set ``math.pi``, replace ``print`` or leave a changed recursion limit behind. The
modules that learners use are remembered once, shallowly, and restored after each job.
"""

import gc
import os
import random
import sys

from .program import MODULE

REMEMBERED = (
    "builtins math random heapq collections collections.abc itertools functools bisect re json "
    "typing dataclasses string statistics copy abc enum operator time datetime sys os io ast "
    "traceback inspect warnings contextlib types numpy numpy.linalg numpy.random warmstart"
).split()
RECURSION_LIMIT = 1_000


class Pristine:
    """``with Pristine(seed):`` around a job."""

    def __init__(self, seed):
        self._seed = seed

    def __enter__(self):
        self._modules = set(sys.modules)
        self._names = {name: dict(vars(sys.modules[name])) for name in _present()}
        self._paths = (sys.path[:], sys.meta_path[:], dict(os.environ), os.getcwd())
        self._unraisable = sys.unraisablehook
        sys.unraisablehook = _silent
        sys.setrecursionlimit(_depth() + RECURSION_LIMIT)
        self.reseed()
        return self

    def reseed(self):
        """Start the shared random streams at the job's seed; done before every case."""
        random.seed(self._seed)
        seed_arrays = getattr(sys.modules.get("numpy.random"), "seed", None)
        if seed_arrays is not None:
            seed_arrays(self._seed)

    def __exit__(self, *_):
        for name, before in self._names.items():
            _restore(vars(sys.modules.get(name) or __import__(name)), before)
        sys.path[:], sys.meta_path[:] = self._paths[0], self._paths[1]
        if dict(os.environ) != self._paths[2]:
            os.environ.clear()
            os.environ.update(self._paths[2])
        os.chdir(self._paths[3])
        sys.modules.pop(MODULE, None)
        for name in set(sys.modules) - self._modules:
            if not _is_library(sys.modules[name]):
                del sys.modules[name]
        gc.collect()
        sys.unraisablehook = self._unraisable
        sys.setrecursionlimit(RECURSION_LIMIT)


def _present():
    return [name for name in REMEMBERED if name in sys.modules]


def _restore(names, before):
    for name in [name for name in names if name not in before]:
        del names[name]
    for name, value in before.items():
        if name not in names or names[name] is not value:
            names[name] = value


def _is_library(module):
    origin = getattr(module, "__file__", None)
    return origin is None or origin.startswith("/lib/")


def _depth():
    frame, depth = sys._getframe(), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


def _silent(_):
    """What raises in a ``__del__`` has nowhere to go."""
