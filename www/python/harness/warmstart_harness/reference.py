"""The exercise's own solution: names the parameters, and answers what no case states."""

import traceback

from .errors import MissingEntry
from .exercise import AuthoringError
from .observe import Invocation
from .program import Program

FILENAME = "reference.py"


class Reference:
    """The reference and, where ``cases.py`` has one, the oracle."""

    def __init__(self, job, exercise):
        self._oracle = exercise.oracle
        entry = job["entry"]
        try:
            program = Program(job["reference"], FILENAME)
            program.execute()
            self.code = program.code
            self.entry = program.entry(entry["name"], entry["kind"])
        except (Exception, MissingEntry) as error:
            raise AuthoringError(f"Its reference does not run: {words(error)}") from error

    def expected(self, case):
        """The answer to a case: stated, from the oracle, or the reference's own."""
        if case.states_answer:
            return case.expect
        try:
            return self.answer(case.arguments)
        except Exception as error:
            raise AuthoringError(f"No answer to {case.name!r}: {words(error)}") from error

    def answer(self, arguments):
        """The oracle's answer, else the reference's. Raises what they raise."""
        if self._oracle is None:
            return self.own_answer(arguments)
        given = Invocation(arguments).arguments
        return self._oracle(*given) if isinstance(given, tuple) else self._oracle(given)

    def own_answer(self, arguments):
        """What the reference returns. Raises what it raises."""
        return Invocation(arguments).call(self.entry)

    @property
    def has_oracle(self):
        """Whether there are two ways to an answer."""
        return self._oracle is not None


def words(error):
    """An exception as the last line of its traceback says it."""
    return traceback.format_exception_only(error)[-1].strip()
