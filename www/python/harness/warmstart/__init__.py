"""What an exercise's ``cases.py`` imports: ``case`` and ``calls``.

A case names one input and, where the author states it, the answer. Inputs are
plain arguments for a function, or one ``calls(...)`` for a class: how it is
constructed, then which methods are called in which order.
"""

import copy

__all__ = ["Calls", "Case", "calls", "case"]


class _Unstated:
    """Stands for "no expected value": None is a value that a case may expect."""

    def __repr__(self):
        return "unstated"


UNSTATED = _Unstated()


class Case:
    """One input with its name, and the answer where it is stated.

    ``origin`` and ``stated`` are as on the wire: where the case comes from, and what a learner
    expects of a case of their own.
    """

    def __init__(self, name, arguments, expect, hidden):
        self.name = name
        self.arguments = arguments
        self.expect = expect
        self.hidden = hidden
        self.origin = "listed"
        self.stated = None

    @property
    def states_answer(self):
        """Whether the author wrote down what should come back."""
        return self.expect is not UNSTATED

    def __repr__(self):
        return f"case({self.name!r})"


class Calls:
    """A construction followed by method calls; calling it adds one more.

    Each addition gives a new object and leaves the old one as it was, so a
    common beginning can be shared between cases.
    """

    def __init__(self, construct, before=None, step=None):
        self.construct = construct
        self._before = before
        self._step = step

    def __call__(self, method, *arguments):
        if not isinstance(method, str) or not method.isidentifier():
            raise TypeError(
                f"calls(...)(method, ...) needs a method's name as text, not {method!r}"
            )
        return Calls(self.construct, self, (method, arguments))

    @property
    def steps(self):
        """The method calls in order: ``[(name, arguments), ...]``."""
        found = []
        link = self
        while link._step is not None:
            found.append(link._step)
            link = link._before
        return found[::-1]

    def __deepcopy__(self, memo):
        # One step after the other: a stream of a thousand values is too deep to recurse into.
        made = Calls(copy.deepcopy(self.construct, memo))
        for method, arguments in self.steps:
            made = made(method, *copy.deepcopy(arguments, memo))
        return made

    def __repr__(self):
        steps = "".join(f"({name!r}, ...)" for name, _ in self.steps)
        return f"calls(...){steps}"


def case(name, *arguments, expect=UNSTATED, hidden=False):
    """One case. Without ``expect`` the answer comes from ``oracle``, else from the reference."""
    if not isinstance(name, str) or not name.strip():
        raise TypeError(f"case(name, ...) needs a name as its first argument, not {name!r}")
    if not isinstance(hidden, bool):
        raise TypeError(f"case {name!r}: hidden is True or False, not {hidden!r}")
    among = [argument for argument in arguments if isinstance(argument, Calls)]
    if among and len(arguments) != 1:
        raise TypeError(f"case {name!r}: calls(...) stands alone, without other arguments")
    return Case(name, arguments[0] if among else arguments, expect, hidden)


def calls(*arguments):
    """The constructor's arguments; add method calls with ``(method, arguments...)``."""
    return Calls(arguments)
