"""Where each job starts: the same depth of recursion, the same random numbers.

All else is as it was because the worker puts Python's memory back after each job (see
``www/python/worker/memory.js``).
"""

import random
import sys

RECURSION_LIMIT = 1_000


class Pristine:
    """Made at the start of a job."""

    def __init__(self, seed):
        self._seed = seed
        sys.unraisablehook = _silent
        sys.setrecursionlimit(_depth() + RECURSION_LIMIT)
        self.reseed()

    def reseed(self):
        """Start the shared random streams at the job's seed; done before every case."""
        random.seed(self._seed)
        seed_arrays = getattr(sys.modules.get("numpy.random"), "seed", None)
        if seed_arrays is not None:
            seed_arrays(self._seed)


def _depth():
    frame, depth = sys._getframe(), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


def _silent(_):
    """What raises in a ``__del__`` has nowhere to go."""
