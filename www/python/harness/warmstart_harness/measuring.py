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


class Growth(Session):
    """Answers ``Purpose::Growth``; stops early where an answer grows too fast."""

    def events(self):
        exercise = self.exercise()
        sys.setrecursionlimit(sys.getrecursionlimit() + GROWTH_RECURSION * RECURSION_LIMIT)
        costs = Costs(self.counter.charge)
        entry = self.load(transform, costs.names())
        budget = max(GROWTH_BUDGET, self.job["step_budget"])
        for sizes in self.job["purpose"]["sizes"]:
            invocation = Invocation(exercise.growth_input(*sizes))
            self.pristine.reseed()
            peak = Peak()
            seen = self.watched(lambda call=invocation, peak=peak: peak.of(call, entry), budget)
            if seen.ran_out:
                return
            if seen.error is not None:
                raise Rejected(seen.error)
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
    """The most bytes that a call holds at once, beyond its input; what it returns is among them."""

    def __init__(self):
        self.bytes = 0

    def of(self, invocation, entry):
        """``invocation.run(entry)``, measured."""
        gc.collect()
        tracemalloc.start(1)
        try:
            return invocation.run(entry)
        finally:
            self.bytes = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
