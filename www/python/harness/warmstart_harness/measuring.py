"""Counts steps and bytes on inputs of growing size.

What visitor code may find or forge here is worth nothing: no answers are at hand, and growth is
measured after a verdict that it does not change.
"""

import gc
import sys
import tracemalloc

from .costs import Costs, transform
from .job import Rejected, Session
from .observe import Invocation
from .pristine import RECURSION_LIMIT

# Growth runs need room: an honest quadratic answer on the largest size is not an endless loop.
GROWTH_BUDGET = 3_000_000
# In growth runs each call passes through one frame of the harness.
GROWTH_RECURSION = 3
# Following every allocation doubles the time. After a size that ran as many lines the larger ones
# go without: their memory is not measured, and the visitor does not wait for it.
FOLLOWED_LINES = 200_000


class Growth(Session):
    """Answers ``Purpose::Growth``; stops early where an answer grows too fast."""

    def events(self):
        exercise = self.exercise()
        sys.setrecursionlimit(sys.getrecursionlimit() + GROWTH_RECURSION * RECURSION_LIMIT)
        costs = Costs(self.counter.charge)
        entry = self.load(transform, costs.names())
        budget = max(GROWTH_BUDGET, self.job["step_budget"])
        peak = Peak()
        for sizes in self.job["purpose"]["sizes"]:
            invocation = Invocation(exercise.growth_input(*sizes))
            self.pristine.reseed()
            seen = self.watched(lambda call=invocation: peak.of(call, entry), budget)
            if seen.ran_out:
                return
            if seen.error is not None:
                raise Rejected(seen.error)
            peak.is_followed = self.counter.lines < FOLLOWED_LINES
            first, *rest = sizes
            second = rest[0] if rest else None
            yield {
                "type": "growth",
                "point": {
                    "size": first,
                    "second": second,
                    "steps": seen.steps,
                    "peak_bytes": peak.bytes,
                },
            }


class Peak:
    """The most bytes that a call holds at once, beyond its input; what it returns is among them.

    ``bytes`` is 0 where memory was not followed, and only there.
    """

    def __init__(self):
        self.bytes = 0
        self.is_followed = True

    def of(self, invocation, entry):
        """``invocation.run(entry)``, measured."""
        self.bytes = 0
        if not self.is_followed:
            return invocation.run(entry)
        gc.collect()
        tracemalloc.start(1)
        try:
            return invocation.run(entry)
        finally:
            self.bytes = max(1, tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
