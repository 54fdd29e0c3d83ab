"""What all kinds of job share: loading the program, finding its entry, running visitor code."""

from .errors import MissingEntry, describe_missing, describe_syntax
from .exercise import Exercise
from .observe import Watched
from .program import Program


class Rejected(Exception):
    """The job cannot go on; carries the wire's ``CodeError``."""


class Session:
    """One job; a kind of job adds ``events()``, a generator of the wire's events."""

    def __init__(self, job, counter, output, pristine):
        self.job = job
        self.counter = counter
        self.output = output
        self.pristine = pristine
        self.seconds = 0.0
        self.program = None
        self.budget = job["step_budget"]

    def exercise(self):
        """What ``cases.py`` says."""
        return Exercise(self.job["cases"], self.job["seed"])

    def load(self, prepare=None, names=None):
        """Compile and run the visitor's source; the entry point, or :class:`Rejected`."""
        try:
            self.program = Program(self.job["source"], prepare=prepare, names=names)
        except (Exception, MemoryError) as error:
            raise Rejected(describe_syntax(error)) from None
        self.counter.watch(self.program.code)
        return self.enter()

    def enter(self):
        """Run the top level of the compiled source in a module of its own; the entry point."""
        # What an earlier run holds would be there twice.
        self.close()
        self.program.renew()
        top = self.watched(self.program.execute, self.budget)
        if top.error is not None:
            raise Rejected(top.error)
        entry = self.job["entry"]
        try:
            return self.program.entry(entry["name"], entry["kind"])
        except MissingEntry as error:
            raise Rejected(describe_missing(error)) from None

    def watched(self, call, budget):
        """Run visitor code: counted, timed, its output sent on."""
        seen = Watched(call, budget, self.counter)
        self.output.flush()
        self.seconds += seen.seconds
        return seen

    def close(self):
        """Let go of the visitor's objects while the counter still bounds what they may do."""
        if self.program is not None:
            self.program.module.__dict__.clear()
