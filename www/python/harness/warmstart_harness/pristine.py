"""Puts shared state back after visitor code: each run starts in the same Python."""

import gc
import random
import sys

from .kept import Kept
from .program import MODULE

RECURSION_LIMIT = 1_000

_kept = []


def remember():
    """Take the state that every job starts in: called when Python has booted, and when it is ready.

    In between lies the snapshot of Python, which so holds nearly all of it.
    """
    if not _kept:
        _kept.append(Kept())
    _kept[0].remember()
    gc.freeze()  # collections after each job need not look at what is here now


class Pristine:
    """``with Pristine(seed):`` around a job."""

    def __init__(self, seed):
        self._seed = seed

    def __enter__(self):
        self._kept = _kept[0]
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
        sys.modules.pop(MODULE, None)
        self._kept.restore()
        gc.collect()
        sys.unraisablehook = self._unraisable
        sys.setrecursionlimit(RECURSION_LIMIT)


def _depth():
    frame, depth = sys._getframe(), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


def _silent(_):
    """What raises in a ``__del__`` has nowhere to go."""
