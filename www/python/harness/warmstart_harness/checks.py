"""Runs the cases: those of the exercise, then the learner's own.

Before any line of the visitor's code runs, the author's code has answered every case of the
exercise. The answers are announced to ``www/python/worker/answers.js`` and everything that holds
or could compute them is let go, because visitor code can look at all that Python holds.
"""

import gc
import json
import linecache
import sys

from .job import Session
from .observe import Invocation, changed_names, input_lines, parameter_lists
from .own import Refused, own_case
from .program import MODULE
from .reference import FILENAME, Reference
from .remarks import remarks
from .values import encode

# After one case has run out of its budget the others get this share of it: they will hardly end
# either, and a page that waits for each in turn looks as if it hung.
REDUCED_BUDGET = 0.1


class Check(Session):
    """Answers ``Purpose::Check``."""

    def events(self):
        waiting = []
        yield {"type": "expected", "cases": self._announced(waiting)}
        self._forget()
        entry = self.load()
        if self.job["purpose"].get("only") is None:
            found = remarks(self.job["source"], self.job["entry"]["name"])
            yield {"type": "remarks", "remarks": found}
        for index, case in enumerate(waiting):
            yield {"type": "case", "index": index, "seen": self._seen(case, entry)}
        own = [own for own in self.job.get("own", ()) if self._runs(own["name"])]
        if own:
            texts = yield {"type": "own"}
            yield from self._own_cases(own, entry, json.loads(texts))

    def _runs(self, name):
        only = self.job["purpose"].get("only")
        return only is None or name in only

    def _announced(self, waiting):
        """What is known of each case beforehand; `waiting` takes what is needed to run it."""
        exercise = self.exercise()
        reference = Reference(self.job, exercise)
        found = []
        for case in exercise.cases:
            if self._runs(case.name):
                found.append(announcement(self.job, case, encode(reference.expected(case)), reference))
                waiting.append(Waiting(case.arguments, reference, exercise))
        exercise.forget()
        return found

    def _forget(self):
        del self.job["cases"], self.job["reference"]
        sys.modules.pop(MODULE, None)
        linecache.cache.pop(FILENAME, None)
        gc.collect()

    def _own_cases(self, owns, entry, texts):
        self.job.update(texts)
        exercise = self.exercise()
        reference = Reference(self.job, exercise)
        sys.modules[MODULE] = self.program.module
        for own in owns:
            try:
                case = own_case(self, own, exercise, reference)
            except Refused as refused:
                yield {"type": "refused", "name": own["name"], "message": str(refused)}
            else:
                known = announcement(self.job, case, encode(case.expect), reference)
                seen = self._seen(Waiting(case.arguments, reference, exercise), entry)
                yield {"type": "case", "own": known, "seen": seen}

    def _seen(self, case, entry):
        invocation = Invocation(case.arguments)
        self.pristine.reseed()
        watched = self.watched(lambda: invocation.observe(entry), self.budget)
        if watched.ran_out:
            self.budget = int(self.job["step_budget"] * REDUCED_BUDGET)
        return case.seen(watched, invocation)


class Waiting:
    """What is needed to run one case and to tell which arguments were changed: no answer."""

    def __init__(self, arguments, reference, exercise):
        self.arguments = arguments
        self._names = parameter_lists(arguments, reference.entry)
        self._mutates = exercise.mutates

    def changed(self, invocation):
        """Names of arguments that were changed although the exercise does not ask for it."""
        return changed_names(self.arguments, invocation.arguments, self._names, self._mutates)

    def seen(self, watched, invocation):
        """What the run of one case adds to its announcement in the wire's ``Observation``."""
        mutated = [] if watched.error is not None else self.changed(invocation)
        return {"outcome": watched.outcome, "mutated": mutated, "steps": watched.steps}


def announcement(job, case, expected, reference):
    """What the wire's ``Observation`` says of a case before it has run."""
    names = parameter_lists(case.arguments, reference.entry)
    return {
        "name": case.name,
        "hidden": case.hidden,
        "origin": case.origin,
        "input": input_lines(case.arguments, names, job["entry"]["name"]),
        "expected": expected,
        "stated": case.stated,
    }
