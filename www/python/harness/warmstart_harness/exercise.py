"""Reads ``cases.py``: the stated cases, the generated ones, the oracle, growth inputs."""

import copy
import random

from warmstart import UNSTATED, Calls, Case

# Two generated cases never share a random stream: the seeds are this far apart.
SEED_STRIDE = 1_000_003


class AuthoringError(Exception):
    """The exercise itself is broken; the visitor's code is not to blame."""


class Exercise:
    """What ``cases.py`` defines, checked.

    Attributes: ``cases`` (stated, then generated), ``oracle`` (or None),
    ``mutates`` (names of parameters that the code may change), ``valid`` (or None).
    """

    def __init__(self, text, seed):
        self.code, self._names = _execute(text)
        self.oracle = _function(self._names, "oracle")
        self.valid = _function(self._names, "valid")
        self.mutates = frozenset(_mutates(self._names))
        self.cases = _stated(self._names) + _generated(self._names, seed)
        _refuse_repeated_names(self.cases)

    def forget(self):
        """Takes the answers out of the namespace that a function among the inputs may hold on to."""
        for name in ("CASES", "GENERATED", "oracle", "generate", "valid", "growth"):
            self._names.pop(name, None)

    def accepts(self, arguments):
        """Whether an input keeps the contract, as far as ``valid`` says."""
        if self.valid is None:
            return True
        given = copy.deepcopy(arguments)
        given = given if isinstance(given, tuple) else (given,)
        return bool(_call(self.valid, *given))

    def growth_input(self, *sizes):
        """The input of one size (or two, n and m): a tuple of arguments, or ``calls``."""
        growth = _function(self._names, "growth")
        if growth is None:
            raise AuthoringError("cases.py has no growth(n), but exercise.toml states a growth.")
        written = ", ".join(map(str, sizes))
        return _arguments(_call(growth, *sizes), f"growth({written})")


def _execute(text):
    names = {"__name__": "cases"}
    try:
        code = compile(text, "cases.py", "exec", dont_inherit=True)
        exec(code, names)
    except Exception as error:
        raise AuthoringError(f"cases.py does not run: {type(error).__name__}: {error}") from error
    return code, names


def _function(names, name):
    found = names.get(name)
    if found is not None and not callable(found):
        raise AuthoringError(f"{name} in cases.py is no function.")
    return found


def _call(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        name = getattr(function, "__name__", "a function")
        raise AuthoringError(f"{name} in cases.py: {type(error).__name__}: {error}") from error


def _mutates(names):
    found = names.get("MUTATES", ())
    if isinstance(found, str) or not all(isinstance(name, str) for name in found):
        raise AuthoringError('MUTATES in cases.py is a tuple of names, such as ("matrix",).')
    return found


def _stated(names):
    found = names.get("CASES")
    if not isinstance(found, (list, tuple)) or not found:
        raise AuthoringError("cases.py has no CASES, a list of case(...).")
    for item in found:
        if not isinstance(item, Case):
            raise AuthoringError(f"CASES in cases.py holds {item!r}, which is no case(...).")
    return list(found)


def _generated(names, seed):
    count = names.get("GENERATED", 0)
    if not isinstance(count, int) or count < 0:
        raise AuthoringError(f"GENERATED in cases.py is a number of cases, not {count!r}.")
    generate = _function(names, "generate")
    if count and generate is None:
        raise AuthoringError("cases.py states GENERATED, but has no generate(rng).")
    made = []
    for number in range(1, count + 1):
        rng = random.Random(seed + number * SEED_STRIDE)
        arguments = _arguments(_call(generate, rng), "generate(rng)")
        case = Case(f"generated {number}", arguments, UNSTATED, True)
        case.origin = "generated"
        made.append(case)
    return made


def _arguments(value, origin):
    if isinstance(value, (tuple, Calls)):
        return value
    raise AuthoringError(
        f"{origin} in cases.py returns the tuple of arguments or calls(...), "
        f"not {type(value).__name__}."
    )


def _refuse_repeated_names(cases):
    seen = set()
    for case in cases:
        if case.name in seen:
            raise AuthoringError(f"Two cases in cases.py are named {case.name!r}.")
        seen.add(case.name)
