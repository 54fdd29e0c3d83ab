"""Running a random program with any NumPy: what each step gave, as text, and the digest of it all.

    python3 www/python/numpy/tests/programs_run.py 1234

shows what the installed NumPy makes of program 1234, or this package when it is on ``PYTHONPATH``.
"""

import hashlib
import re
import sys
import warnings

from programs import program

_DIGITS = 6


def trace(np, seed, watch=lambda statement, scope: None):
    """The outcomes of a program, step by step: ``(statement, outcomes)``, and the end of it all.

    ``watch`` sees each statement with the variables that it is about to use.
    """
    steps, record = [], []
    scope = {"np": np, "see": _recorder(np, record), "tame": _tamer(np, record)}
    scope["x0"] = np.arange(3.0)
    scope["finite"] = lambda x: np.where(np.isfinite(x), x, 1).astype(x.dtype)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for statement in program(seed):
            target = re.match(r"x\d+|np\.[\w.]+\((x\d+)", statement)
            name = target.group(1) or target.group(0)
            scope.setdefault(name, scope["x0"])
            watch(statement, scope)
            before = _before(np, scope[name])
            try:
                exec(statement, scope)
                scope[name] = _settled(np, scope, name)
                record.append(shown(np, scope[name]))
            except Exception as error:
                record.append(_kind_of(error))
                if before is not None:
                    scope[name][...] = before
            steps.append((statement, tuple(record)))
            record.clear()
        for name in sorted(key for key in scope if re.fullmatch(r"x\d+", key)):
            steps.append((f"{name} in the end", (shown(np, scope[name]),)))
    return steps


def _before(np, value):
    """A copy to go back to, as how far a statement comes that fails is an engine's own affair."""
    writeable = isinstance(value, np.ndarray) and value.flags.writeable
    return value.copy() if writeable else None


def _settled(np, scope, name):
    """A variable whose elements lie in C order unless they are those of another variable.

    In what order a new array lies decides whether reshape gives a view of it, and is an engine's
    own affair.
    """
    value = scope[name]
    if not isinstance(value, np.ndarray) or value.flags.c_contiguous:
        return value
    others = (one for key, one in scope.items() if key != name and isinstance(one, np.ndarray))
    return value if any(np.may_share_memory(value, one) for one in others) else value.copy()


def digest(steps):
    """A few letters that stand for everything a program gave."""
    text = "\n".join(outcome for _, outcomes in steps for outcome in outcomes)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def shown(np, value):
    """A value as text: type, shape and elements, floats to ten digits."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(shown(np, one) for one in value)}]"
    if isinstance(value, np.ndarray):
        elements = " ".join(map(_number, value.ravel().tolist()))
        return f"{value.dtype} {value.shape} {elements}"
    if isinstance(value, np.generic):
        return f"{value.dtype} {_number(value.item())}"
    return f"{type(value).__name__} {_number(value)}"


def _number(value):
    if isinstance(value, float):
        return f"{value + 0.0:.10g}"
    if isinstance(value, complex):
        return f"{_number(value.real)},{_number(value.imag)}".replace("-nan", "nan")
    return str(value)


def _kind_of(error):
    return next(one for one in type(error).__mro__ if one.__module__ == "builtins").__name__


def _recorder(np, record):
    def see(value):
        record.append(shown(np, value))
        return value

    return see


def _tamer(np, record):
    """Record a result and bring it to the grid: multiples of 1/8 from -63 to 63, no -0.0.

    In float32 it is the number on the grid that is recorded, since engines differ in the last
    digits that type has. The 0.27… keeps what is exact in one engine away from the edge between
    two numbers of the grid.
    """

    def on_grid(value):
        if value.dtype.kind == "c":
            return on_grid(value.real) + 1j * on_grid(value.imag)
        return np.rint(np.clip(value, -63, 63) * 8 + 0.2718281828) / 8 + 0.0

    def tame(value):
        if not isinstance(value, (np.ndarray, np.generic)) or value.dtype.kind not in "fc":
            record.append(shown(np, value))
            return value
        tamed = on_grid(value)
        record.append(shown(np, value if value.dtype.itemsize != 4 else tamed))
        return tamed

    return tame


def main(seed):
    """Print a program with what each of its statements gave."""
    import numpy as np

    steps = trace(np, seed)
    for statement, outcomes in steps:
        print(statement, *(f"    {outcome}" for outcome in outcomes), sep="\n")
    print(f"{digest(steps)} by numpy {np.__version__}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
