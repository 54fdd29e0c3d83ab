"""Running the calls of random_calls.txt, and their results with every bit."""

import hashlib
import json
import warnings
from pathlib import Path

SEEDS = (0, 42)
HERE = Path(__file__).parent


def listed():
    """Each call with the group it stands in."""
    group = None
    for line in HERE.joinpath("random_calls.txt").read_text().splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            yield group, line


def programs():
    """Each call after each seed, as a group, a preparation and the call."""
    for group, call in listed():
        if group == "seeds and errors":
            yield group, "r = np.random.default_rng(5)", call
            continue
        for seed in SEEDS:
            begin = "r = np.random.default_rng({})" if group == "generator" else "np.random.seed({})"
            yield group, begin.format(seed), call


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
    words = [str(entry.message) for entry in caught]
    return [value, words] if words else [value]


def exact(np, value):
    """A value as JSON that holds every bit: Python writes floats so that they read back the same."""
    if isinstance(value, np.ndarray):
        return [value.dtype.name, list(value.shape), value.tolist()]
    if isinstance(value, np.generic):
        return [type(value).__name__, value.item()]
    if isinstance(value, (tuple, list)):
        return [exact(np, one) for one in value]
    return [type(value).__name__, value]


def differences(np):
    """Programs whose outcome is not the recorded one."""
    recorded = json.loads(HERE.joinpath("random_expected.json").read_text())["outcomes"]
    all_programs = list(programs())
    assert len(recorded) == len(all_programs), "random_expected.json is out of date"
    for (group, begin, call), expected in zip(all_programs, recorded):
        got = json.loads(json.dumps(outcome(np, begin, call)))
        same = near(got, expected) if group == "rounded" else got == expected
        if not same:
            yield f"{begin}; {call}", got, expected


def near(got, expected):
    """Whether numbers agree to twelve digits, and all else exactly."""
    if isinstance(got, list) and isinstance(expected, list):
        return len(got) == len(expected) and all(map(near, got, expected))
    if isinstance(got, float) and isinstance(expected, float):
        return abs(got - expected) <= 1e-12 * max(1.0, abs(expected))
    return got == expected
