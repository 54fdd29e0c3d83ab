"""One job from the page: a generator of events, each a JSON text for the wire.

The order of nesting matters: outside the state that is put back, then the counter, then the
output; the guard only around calls into visitor code.
"""

import json
import sys
import traceback

from .costs import Costs, transform
from .errors import (
    MissingEntry,
    describe,
    describe_authoring,
    describe_missing,
    describe_syntax,
)
from .exercise import AuthoringError, Exercise
from .guard import Guard
from .observe import Invocation, Watched, changed_names, input_lines
from .output import Output
from .pristine import RECURSION_LIMIT, Pristine
from .program import Program
from .steps import Counter
from .values import encode

# Growth runs need room: an honest quadratic answer on the largest size is not an endless loop.
GROWTH_BUDGET = 3_000_000
# After one case has run out of its budget the others get this share of it: they will hardly end
# either, and a page that waits for each in turn looks as if it hung.
REDUCED_BUDGET = 0.1
# In growth runs each call passes through one frame of the harness.
GROWTH_RECURSION = 3


class Rejected(Exception):
    """The job cannot go on; carries the wire's ``CodeError``."""


def run(request_text):
    """Events of one ``Request::Run`` (the text of its body), without the envelope."""
    request = json.loads(request_text)
    job = request["job"]
    growth = job["purpose"]["kind"] == "growth"
    with Pristine(job["seed"]) as pristine, Counter() as counter, Output(muted=growth) as output:
        session = (_Growth if growth else _Check)(job, counter, output, pristine)
        try:
            for event in session.events():
                yield _text(request["id"], event)
            ending = {"type": "finished", "duration_ms": session.seconds * 1000}
        except Rejected as rejected:
            ending = {"type": "failed", "error": rejected.args[0]}
        except AuthoringError as error:
            ending = {"type": "failed", "error": describe_authoring(error)}
        except GeneratorExit:
            raise
        except BaseException as error:  # from a property or comparison of the visitor's own objects
            ending = {"type": "failed", "error": describe(error, job["step_budget"])}
        session.close()
        output.flush()
        yield _text(request["id"], ending)


def _text(number, event):
    return json.dumps({**event, "id": number}, separators=(",", ":"))


class _Session:
    """What both kinds of job share: loading the program and finding its entry."""

    def __init__(self, job, counter, output, pristine):
        self.job = job
        self.counter = counter
        self.output = output
        self.pristine = pristine
        self.seconds = 0.0
        self.program = None
        self.budget = job["step_budget"]

    def exercise(self):
        return Exercise(self.job["cases"], self.job["seed"])

    def load(self, prepare=None, names=None):
        """Compile and run the visitor's source; the entry point, or :class:`Rejected`."""
        try:
            self.program = Program(self.job["source"], prepare=prepare, names=names)
        except (Exception, MemoryError) as error:
            raise Rejected(describe_syntax(error)) from None
        self.counter.watch(self.program.code)
        top = self.watched(self.program.execute, self.budget)
        if top.error is not None:
            raise Rejected(top.error)
        entry = self.job["entry"]
        try:
            return self.program.entry(entry["name"], entry["kind"])
        except MissingEntry as error:
            raise Rejected(describe_missing(error)) from None

    def watched(self, call, budget):
        """Run visitor code: guarded, counted, timed, its output sent on."""
        with Guard():
            seen = Watched(call, budget, self.counter)
        self.output.flush()
        self.seconds += seen.seconds
        return seen

    def close(self):
        """Let go of the visitor's objects while the counter still bounds what they may do."""
        if self.program is not None:
            self.program.module.__dict__.clear()


class _Check(_Session):
    """Runs the cases."""

    def events(self):
        exercise = self.exercise()
        reference = _Reference(self.job, exercise)
        entry = self.load()
        only = self.job["purpose"].get("only")
        for case in exercise.cases:
            if only is None or case.name in only:
                yield {"type": "case", "case": self._observation(case, entry, exercise, reference)}

    def _observation(self, case, entry, exercise, reference):
        expected = encode(reference.answer(case))
        invocation = Invocation(case.arguments)
        self.pristine.reseed()
        seen = self.watched(lambda: invocation.observe(entry), self.budget)
        mutated = []
        if seen.ran_out:
            self.budget = int(self.job["step_budget"] * REDUCED_BUDGET)
        if seen.error is None:
            mutated = changed_names(
                case.arguments, invocation.arguments, reference.entry, exercise.mutates
            )
        return {
            "name": case.name,
            "hidden": case.hidden,
            "input": input_lines(case.arguments, reference.entry, self.job["entry"]["name"]),
            "expected": expected,
            "outcome": seen.outcome,
            "mutated": mutated,
            "steps": seen.steps,
        }


class _Growth(_Session):
    """Counts steps on inputs of growing size; stops early where an answer grows too fast."""

    def events(self):
        exercise = self.exercise()
        sys.setrecursionlimit(sys.getrecursionlimit() + GROWTH_RECURSION * RECURSION_LIMIT)
        costs = Costs(self.counter.charge)
        entry = self.load(transform, costs.names())
        budget = max(GROWTH_BUDGET, self.job["step_budget"])
        for size in self.job["purpose"]["sizes"]:
            invocation = Invocation(exercise.growth_input(size))
            self.pristine.reseed()
            seen = self.watched(lambda call=invocation: call.call(entry), budget)
            if seen.ran_out:
                return
            if seen.error is not None:
                raise Rejected(seen.error)
            yield {"type": "growth", "point": {"size": size, "steps": seen.steps}}


class _Reference:
    """The exercise's own solution: names its parameters, and answers what is not stated."""

    def __init__(self, job, exercise):
        self._oracle = exercise.oracle
        entry = job["entry"]
        try:
            program = Program(job["reference"], "reference.py")
            program.execute()
            self.entry = program.entry(entry["name"], entry["kind"])
        except (Exception, MissingEntry) as error:
            raise AuthoringError(f"Its reference does not run: {_words(error)}") from error

    def answer(self, case):
        """The expected value of a case: stated, from the oracle, or the reference's own."""
        if case.states_answer:
            return case.expect
        call = Invocation(case.arguments)
        try:
            if self._oracle is None:
                return call.call(self.entry)
            given = call.arguments
            return self._oracle(*given) if isinstance(given, tuple) else self._oracle(given)
        except Exception as error:
            raise AuthoringError(f"No answer to {case.name!r}: {_words(error)}") from error


def _words(error):
    return traceback.format_exception_only(error)[-1].strip()


