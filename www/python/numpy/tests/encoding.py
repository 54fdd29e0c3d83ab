"""Running an expression, and its result as plain JSON that two engines can agree on."""

import warnings

from expressions import NAMES


def names(np):
    """The arrays that expressions refer to, made afresh."""
    made = {"np": np}
    for name, text in NAMES.items():
        made[name] = eval(text, {"np": np})
    return made


def outcome(np, expression):
    """What an expression gives: a value, or an error's type and message; and its warnings."""
    scope = names(np)
    *before, last = expression.split("; ")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            for statement in before:
                exec(statement, scope)
            result = encoded(np, eval(last, scope))
        except Exception as error:
            kind = next(c for c in type(error).__mro__ if c.__module__ == "builtins").__name__
            result = ["!", kind, str(error)]
    return result, sorted({f"{entry.category.__name__}: {entry.message}" for entry in caught})


def encoded(np, value):
    """A value as JSON: arrays and scalars with type and shape, sequences piece by piece."""
    if isinstance(value, np.ndarray):
        return [
            value.dtype.name,
            list(value.shape),
            [number(one) for one in value.ravel().tolist()],
        ]
    if isinstance(value, np.generic):
        return [value.dtype.name, None, [number(value.item())]]
    if isinstance(value, (list, tuple)):
        return ["(", [encoded(np, one) for one in value]]
    if isinstance(value, (bool, int, str)) or value is None:
        return value
    if isinstance(value, float):
        return ["float", number(value)]
    return ["text", str(value)]


def number(value):
    """A number short enough to store: twelve digits, names for what JSON lacks."""
    if isinstance(value, complex):
        return [number(value.real), number(value.imag)]
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        value = float(f"{value:.12g}")
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return value


def agree(mine, theirs, single=False):
    """Whether two encoded results are the same, numbers up to the digits that are stored."""
    if isinstance(mine, list) and isinstance(theirs, list):
        single = single or bool(theirs) and theirs[0] == "float32"
        return len(mine) == len(theirs) and all(agree(a, b, single) for a, b in zip(mine, theirs))
    numbers = (int, float)
    if isinstance(mine, numbers) and isinstance(theirs, numbers) and not isinstance(mine, bool):
        limit = 2e-6 if single else 1e-11
        return abs(mine - theirs) <= limit * max(1.0, abs(theirs))
    return mine == theirs and type(mine) is type(theirs)
