"""Runs the cases: those of the exercise, then the learner's own."""

from .job import Session
from .observe import Invocation, changed_names, input_lines
from .own import Refused, own_case
from .reference import Reference
from .remarks import remarks
from .values import encode

# After one case has run out of its budget the others get this share of it: they will hardly end
# either, and a page that waits for each in turn looks as if it hung.
REDUCED_BUDGET = 0.1


class Check(Session):
    """Answers ``Purpose::Check``."""

    def events(self):
        exercise = self.exercise()
        reference = Reference(self.job, exercise)
        only = self.job["purpose"].get("only")
        entry = self.load()
        if only is None:
            found = remarks(self.job["source"], self.job["entry"]["name"])
            yield {"type": "remarks", "remarks": found}
        for case in exercise.cases:
            if only is None or case.name in only:
                yield self._event(case, entry, exercise, reference)
        for own in self.job.get("own", ()):
            if only is None or own["name"] in only:
                yield from self._own(own, entry, exercise, reference)

    def _own(self, own, entry, exercise, reference):
        try:
            case = own_case(self, own, exercise, reference)
        except Refused as refused:
            yield {"type": "refused", "name": own["name"], "message": str(refused)}
        else:
            yield self._event(case, entry, exercise, reference)

    def _event(self, case, entry, exercise, reference):
        expected = encode(reference.expected(case))
        invocation = Invocation(case.arguments)
        self.pristine.reseed()
        seen = self.watched(lambda: invocation.observe(entry), self.budget)
        if seen.ran_out:
            self.budget = int(self.job["step_budget"] * REDUCED_BUDGET)
        seen_case = observation(self.job, case, expected, seen, invocation, exercise, reference)
        return {"type": "case", "case": seen_case}


def observation(job, case, expected, seen, invocation, exercise, reference):
    """The wire's ``Observation`` of one case that was run."""
    mutated = []
    if seen.error is None:
        mutated = changed_names(
            case.arguments, invocation.arguments, reference.entry, exercise.mutates
        )
    return {
        "name": case.name,
        "hidden": case.hidden,
        "origin": case.origin,
        "input": input_lines(case.arguments, reference.entry, job["entry"]["name"]),
        "expected": expected,
        "stated": case.stated,
        "outcome": seen.outcome,
        "mutated": mutated,
        "steps": seen.steps,
    }
