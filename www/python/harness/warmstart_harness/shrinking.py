"""Searches for the smallest input on which the visitor's code fails in the same way.

Each input runs in a module of its own, so that nothing is left from the one before; a failing case
that passes like that depends on earlier calls, which is worth knowing too. The search takes the
first smaller input that fails and goes on from there, until none does or its means are used up.
Everything is counted, nothing timed: the same code leads to the same input everywhere.

The author's code stays in Python during the search, where visitor code could find it. Nothing is
won by that: the search follows a verdict and changes none.
"""

import json

from warmstart import UNSTATED, Case

from .checks import Waiting, announcement
from .domain import Domain
from .exercise import AuthoringError
from .facts import Facts
from .job import Session
from .observe import Invocation
from .own import Refused, own_case
from .reference import Reference
from .sameness import Sameness
from .smaller import measure, smaller
from .values import encode

TRIES_MAX = 600
# Inputs that the author's code was asked about in all.
ASKED_MAX = 1_500
# Steps of the visitor's code in all; a third of a second in the browser.
STEPS_MAX = 1_000_000
# Steps of the author's code on one input.
AUTHOR_STEPS = 100_000
# Parts of inputs copied, compared and written down in all.
PARTS_MAX = 60_000
# A smaller input that takes more steps than this, and than twice the original, is left alone.
STEPS_LEAST = 2_000
NAME = "smallest failing input"


class Shrink(Session):
    """Answers ``Purpose::Shrink``."""

    def events(self):
        self._exercise = self.exercise()
        self._reference = Reference(self.job, self._exercise)
        self._same = Sameness(self.job["purpose"]["rules"]).same
        self.load()
        case = self._named(self.job["purpose"]["case"])
        self._steps = self._author_steps = self._parts = self._tries = self._asked = 0
        self._case_budget = self.job["step_budget"]
        if self._exercise.valid is None:
            inputs = [*(case.arguments for case in self._exercise.cases), case.arguments]
            domain, facts = Domain(inputs), Facts(inputs)
            self._accepts = lambda given: domain.holds(given) and facts.hold(given)
        else:
            self._accepts = self._exercise.accepts
        expected = encode(self._reference.expected(case))
        for code in (self._reference.code, self._exercise.code):
            self.counter.watch(code)
        how = self._failure(case.arguments, expected)
        if how is None:
            yield {"type": "shrunk", "case": None, "tries": 1}
            return
        if how != ("raised", "StepLimit"):
            self._case_budget = min(self._case_budget, max(STEPS_LEAST, 2 * self._steps))
        else:
            self._case_budget //= 10
        found = self._search(case, how)
        if found is not case.arguments:
            case = Case(NAME, found, UNSTATED, False)
            expected = self._answer(found)
        yield {"type": "shrunk", "case": self._observed(case, expected), "tries": self._tries}

    def _named(self, name):
        for case in self._exercise.cases:
            if case.name == name:
                return case
        for own in self.job.get("own", ()):
            if own["name"] == name:
                try:
                    return own_case(self, own, self._exercise, self._reference)
                except Refused as refused:
                    raise AuthoringError(str(refused)) from None
        raise AuthoringError(f"There is no case named {name!r}.")

    def _search(self, case, how):
        """The arguments that no smaller ones are found for."""
        current, seen, found = case.arguments, set(), True
        while found:
            found = False
            largest = measure(current)
            for candidate in smaller(current):
                if self._is_spent():
                    return current
                size = measure(candidate)
                self._parts += size[0]
                if size < largest and self._is_new(candidate, seen) and self._fails(candidate, how):
                    current, found = candidate, True
                    break
        return current

    def _is_spent(self):
        steps = max(self._steps, self._author_steps)
        many = self._tries >= TRIES_MAX or self._asked >= ASKED_MAX
        return many or steps > STEPS_MAX or self._parts > PARTS_MAX

    @staticmethod
    def _is_new(candidate, seen):
        written = candidate if isinstance(candidate, tuple) else (candidate.construct, candidate.steps)
        key = json.dumps(encode(written))
        is_new = key not in seen
        seen.add(key)
        return is_new

    def _fails(self, candidate, how):
        expected = self._answer(candidate)
        return expected is not None and self._failure(candidate, expected) == how

    def _answer(self, candidate):
        """The right answer, encoded; None where the input is none of the exercise's."""
        reference = self._reference
        self._asked += 1
        try:
            if not self._bounded(self._accepts, candidate):
                return None
            answer = self._bounded(lambda given: encode(reference.answer(given)), candidate)
            if reference.has_oracle:
                other = self._bounded(lambda given: encode(reference.own_answer(given)), candidate)
                # Outside of the contract the two ways of finding an answer seldom agree.
                return answer if self._same(answer, other) else None
        except Refused:
            return None
        return answer

    def _bounded(self, ask, candidate):
        """What the author's code says: an odd input may keep it busy for minutes."""
        seen = self.watched(lambda: ask(candidate), AUTHOR_STEPS)
        self._author_steps += seen.steps
        if seen.error is not None:
            raise Refused(seen.error["message"])
        return seen.value

    def _failure(self, arguments, expected):
        """In which way the visitor's code fails on an input, or None."""
        self._tries += 1
        seen, invocation = self._run(arguments, self._case_budget)
        self._steps += seen.steps
        if seen.error is not None:
            return ("raised", seen.error["name"])
        if not self._same(expected, seen.value):
            return ("differs", seen.value["t"] == "none")
        changed = Waiting(arguments, self._reference, self._exercise).changed(invocation)
        return ("mutated", *changed) if changed else None

    def _run(self, arguments, budget):
        entry = self.enter()
        invocation = Invocation(arguments)
        self.pristine.reseed()
        return self.watched(lambda: invocation.observe(entry), budget), invocation

    def _observed(self, case, expected):
        """The wire's observation of the input that was found, with the whole budget."""
        seen, invocation = self._run(case.arguments, self.job["step_budget"])
        known = announcement(self.job, case, expected, self._reference)
        told = Waiting(case.arguments, self._reference, self._exercise).seen(seen, invocation)
        return {**known, **told, "name": NAME, "hidden": False, "origin": "shrunk", "stated": None}
