"""Calls listed in a text file, and what genuine NumPy gave for them, with every bit.

A file ``<suite>_calls.txt`` holds calls in groups; ``<suite>_expected.json`` their outcomes.
"""

import hashlib
import json
import math
import warnings
from pathlib import Path

HERE = Path(__file__).parent

_GAPS = "a = np.array([[1.5, np.nan, -2, 4], [np.nan, np.nan, 3, 0.25], [7, -1, np.nan, 2]])"
# What runs before each call of a group. Calls of a group with several are run after each.
PREPARED = {
    "legacy": ("np.random.seed(0)", "np.random.seed(42)"),
    "rounded": ("np.random.seed(0)", "np.random.seed(42)"),
    "generator": ("r = np.random.default_rng(0)", "r = np.random.default_rng(42)"),
    "seeds and errors": ("r = np.random.default_rng(5)",),
    "statistics": (
        _GAPS,
        "a = np.array([[np.nan, np.nan], [1, np.nan]])",
        "a = np.array([3, 1, 2, 5])",
        "a = np.array([], float)",
        "a = np.array([1, np.nan, 3], 'f4')",
        "b = np.arange(24.0); "
        "a = np.where(b.reshape(2, 3, 4) == 6, np.nan, b[::-1].reshape(4, 3, 2).T)",
        "a = np.array([[4, 1, 3], [2, 9, 5]])",
        "a = np.array([[True, False]])",
    ),
    "once": (_GAPS,),
}


def programs(suite):
    """Each call as a group, a preparation and the call."""
    group = None
    for line in HERE.joinpath(f"{suite}_calls.txt").read_text().splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            yield from ((group, begin, line) for begin in PREPARED[group])


def digest(array):
    """A short name for all numbers of an array: equal names, equal numbers."""
    return hashlib.sha1(repr(array.tolist()).encode()).hexdigest()[:16]


def outcome(np, begin, call):
    """What a program gives, exactly: a value or an error, and its warnings."""
    scope = {"np": np, "digest": digest}
    *before, last = [begin, *call.split("; ")]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            for statement in before:
                exec(statement, scope)
            value = exact(np, eval(last, scope))
        except Exception as error:
            value = ["!", type(error).__name__, str(error)]
    words = sorted({str(entry.message) for entry in caught})
    return [value, words] if words else [value]


def exact(np, value):
    """A value as JSON that holds every bit: floats are written so that they read back the same."""
    if isinstance(value, np.ndarray):
        return [value.dtype.name, list(value.shape), plain(value.tolist())]
    if isinstance(value, np.generic):
        return [type(value).__name__, plain(value.item())]
    if isinstance(value, (tuple, list)):
        return [exact(np, one) for one in value]
    return [type(value).__name__, plain(value)]


def plain(value):
    """Names for the numbers that JSON lacks."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def differences(np, suite):
    """Programs whose outcome is not the recorded one."""
    recorded = json.loads(HERE.joinpath(f"{suite}_expected.json").read_text())["outcomes"]
    everything = list(programs(suite))
    assert len(recorded) == len(everything), f"{suite}_expected.json is out of date"
    for (group, begin, call), expected in zip(everything, recorded):
        got = json.loads(json.dumps(outcome(np, begin, call)))
        same = near(got, expected) if group == "rounded" else got == expected
        if not same:
            yield f"{begin}; {call}\n  got      {got}\n  expected {expected}"


def near(got, expected):
    """Whether numbers agree to twelve digits, and all else exactly."""
    if isinstance(got, list) and isinstance(expected, list):
        return len(got) == len(expected) and all(map(near, got, expected))
    if isinstance(got, float) and isinstance(expected, float):
        return abs(got - expected) <= 1e-12 * max(1.0, abs(expected))
    return got == expected


def record(np, suite):
    """Write what this NumPy gives, one line a program."""
    rows = [json.dumps(outcome(np, begin, call)) for _, begin, call in programs(suite)]
    text = ",\n".join(row if '"!"' in row else row.replace(", ", ",") for row in rows)
    text = f'{{"numpy": "{np.__version__}", "outcomes": [\n{text}\n]}}\n'
    HERE.joinpath(f"{suite}_expected.json").write_text(text)
    print(f"{suite}: {len(rows)}")
