"""Runs one case and says what happened, in the wire's shapes."""

import copy
import inspect
import time

from warmstart import Calls

from .equality import same
from .errors import describe
from .room import running
from .values import encode, short_repr

MAX_INPUT = 2_000


class Invocation:
    """A private copy of a case's input, ready to be given to an entry point once."""

    def __init__(self, arguments):
        self.arguments = copy.deepcopy(arguments)
        # Listed now: in a growth run the list would count as memory of the visitor's.
        self._steps = self.arguments.steps if isinstance(arguments, Calls) else []

    def call(self, entry):
        """What the entry returns; for ``calls`` the list of what each method returned."""
        if not isinstance(self.arguments, Calls):
            return entry(*self.arguments)
        made = entry(*self.arguments.construct)
        return [getattr(made, name)(*given) for name, given in self._steps]

    def run(self, entry):
        """As :meth:`call`, but what the methods of a class return is let go at once."""
        if not isinstance(self.arguments, Calls):
            return entry(*self.arguments)
        made = entry(*self.arguments.construct)
        for name, given in self._steps:
            getattr(made, name)(*given)
        return made

    def observe(self, entry):
        """As :meth:`call`, encoded. Each result is encoded before the next method may change it."""
        if not isinstance(self.arguments, Calls):
            return encode(entry(*self.arguments))
        made = entry(*self.arguments.construct)
        results = []
        for name, given in self._steps:
            results.append(encode(getattr(made, name)(*given)))
        return {"t": "list", "v": results}


class Watched:
    """What one call did: ``outcome`` and ``steps`` for the wire, ``seconds``, and its input."""

    def __init__(self, run, budget, counter):
        self.value = None
        self.error = None
        counter.start(budget)
        started = time.perf_counter()
        try:
            with running():
                self.value = run()
        except BaseException as error:
            self.error = describe(error, budget)
        self.seconds = time.perf_counter() - started
        self.steps = counter.steps

    @property
    def ran_out(self):
        """Whether the budget ended it."""
        return self.error is not None and self.error["kind"] == "step_limit"

    @property
    def outcome(self):
        """The wire's ``Outcome``."""
        if self.error is not None:
            return {"kind": "raised", "error": self.error}
        return {"kind": "returned", "value": self.value}


def input_lines(arguments, names, entry_name):
    """The input for people: ``[name, text]`` an argument; a call has its whole text and no name."""
    if isinstance(arguments, Calls):
        written = [(entry_name, arguments.construct), *arguments.steps]
        return [["", f"{name}({_listed(given)})"] for name, given in written]
    texts = [short_repr(value, MAX_INPUT) for value in arguments]
    return [list(pair) for pair in zip(names[0], texts, strict=True)]


def changed_names(before, after, names, allowed):
    """Names of parameters whose values differ now, in order, without those that may change."""
    changed = []
    for listed, old, new in zip(names, _lists(before), _lists(after), strict=True):
        changed += [n for n, a, b in zip(listed, old, new, strict=True) if not same(a, b)]
    return [name for name in dict.fromkeys(changed) if name not in allowed]


def parameter_lists(arguments, reference):
    """Parameter names as the reference writes them: of the call, or of construction and steps."""
    if not isinstance(arguments, Calls):
        return [_parameter_names(reference, len(arguments))]
    # On the class itself the first parameter is `self`; a partial takes it away.
    methods = [_without_self(getattr(reference, name, None)) for name, _ in arguments.steps]
    owners = [reference, *methods]
    lists = zip(owners, _lists(arguments), strict=True)
    return [_parameter_names(owner, len(given)) for owner, given in lists]


def _parameter_names(function, count):
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        parameters = []
    names = []
    for index in range(count):
        variadic = index >= len(parameters) or parameters[index].kind is inspect.Parameter.VAR_POSITIONAL
        names.append(f"argument {index + 1}" if variadic else parameters[index].name)
    return names


def _lists(arguments):
    if not isinstance(arguments, Calls):
        return [arguments]
    return [arguments.construct, *(given for _, given in arguments.steps)]


def _without_self(method):
    return method.__get__(object()) if inspect.isfunction(method) else method


def _listed(values):
    return ", ".join(short_repr(value, MAX_INPUT) for value in values)
