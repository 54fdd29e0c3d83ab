"""Counts executed steps, and ends code that takes too many.

A step is a line that begins to run. Where Python reports no new line, it is one round of a loop
written on a single line, or one call of a function written on a single line, such as a lambda. Only code objects handed to :meth:`Counter.watch` are counted, so
neither the standard library nor this package slows down or adds to the number.

Measured in Pyodide: ``sys.monitoring`` costs 0.25 to 0.3 µs a step, as much as ``sys.settrace``,
but it stays in force after its callback has raised, which is what makes the budget hold against a
bare ``except:``.
"""

import sys
from types import CodeType

TOOL = 4


class StepLimit(BaseException):
    """The budget ran out. Not an ``Exception``: ``except Exception`` must not swallow it."""


class Counter:
    """One a job. ``start`` a measurement, run the code, read ``steps``."""

    def __init__(self):
        self._watched = []
        self._one_line = set()
        self._charged = 0
        self._lines = lambda: 0

    def watch(self, code):
        """Count what runs in this code object and in all that are defined inside it."""
        self._watched.append(code)
        if all(line in (None, code.co_firstlineno) for _, _, line in code.co_lines()):
            self._one_line.add(id(code))
        events = sys.monitoring.events
        sys.monitoring.set_local_events(TOOL, code, events.LINE | events.JUMP | events.PY_START)
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                self.watch(constant)

    def start(self, budget):
        """Begin at zero. Past `budget` every further step raises :class:`StepLimit`."""
        self._charged = 0
        self._install(budget)

    def charge(self, amount):
        """Add the cost of a call that walked its data without running any line."""
        self._charged += amount

    @property
    def steps(self):
        """Steps since ``start``, charges included."""
        return self.lines + int(self._charged)

    @property
    def lines(self):
        """Lines (and what stands for them) since ``start``, without charges."""
        return self._lines()

    def __enter__(self):
        sys.monitoring.use_tool_id(TOOL, "warmstart steps")
        return self

    def __exit__(self, *_):
        if sys.monitoring.get_tool(TOOL) is None:  # visitor code gave it back
            sys.monitoring.use_tool_id(TOOL, "warmstart steps")
        for code in self._watched:
            sys.monitoring.set_local_events(TOOL, code, 0)
        self._register(None, None, None)
        sys.monitoring.free_tool_id(TOOL)

    def _install(self, budget):
        # Closures over one local are the fastest callbacks; they run once a step. The count stays
        # above the budget once it is there, so a handler that swallowed the error is ended on
        # its next line.
        count = 0
        rounds = set()
        one_line = self._one_line
        disable = sys.monitoring.DISABLE

        def line(_code, _number):
            nonlocal count
            count += 1
            if count > budget:
                raise StepLimit

        def jump(code, offset, destination):
            nonlocal count
            place = (id(code), offset)
            if place not in rounds:
                if _line_at(code, offset) != _line_at(code, destination):
                    return disable
                rounds.add(place)
            count += 1
            if count > budget:
                raise StepLimit
            return None

        def start(code, _offset):
            nonlocal count
            if id(code) not in one_line:
                return disable
            count += 1
            if count > budget:
                raise StepLimit
            return None

        self._register(line, jump, start)
        self._lines = lambda: count

    @staticmethod
    def _register(line, jump, start):
        events = sys.monitoring.events
        for event, callback in ((events.LINE, line), (events.JUMP, jump), (events.PY_START, start)):
            sys.monitoring.register_callback(TOOL, event, callback)


def _line_at(code, offset):
    return next((line for start, end, line in code.co_lines() if start <= offset < end), None)

