"""Every recorded expression gives what NumPy gave.

Runs on plain CPython, where the loops are Python's, and inside the engine, where large
arrays go through the kernels:
    python3 -m unittest discover --start-directory www/python/numpy/tests
"""

import json
import sys
import unittest
from pathlib import Path

from encoding import agree, outcome
from expressions import groups

PACKAGES = Path(__file__).resolve().parents[2]


def package():
    """The playground's numpy, even where a genuine one is installed."""
    if str(PACKAGES) not in sys.path[:1]:
        sys.path.insert(0, str(PACKAGES))
    import numpy

    assert "warmstart" in numpy.__version__, f"tested the wrong package: {numpy.__file__}"
    return numpy


def differences(np):
    """For each expression whose outcome differs: group, expression, got, expected."""
    recorded = json.loads(Path(__file__).with_name("fixtures.json").read_text())
    for name, expressions in groups().items():
        assert len(expressions) == len(recorded[name]), f"fixtures of {name!r} are out of date"
        for expression, (expected, warned) in zip(expressions, recorded[name]):
            result, mine = outcome(np, expression)
            same = agree(result, expected)
            if not same or (name == "warned" and mine != warned):
                yield name, expression, (result, mine), (expected, warned)


class Fixtures(unittest.TestCase):
    """One test a recorded file; each difference is listed."""

    def test_recorded_expressions(self):
        found = list(differences(package()))
        shown = "\n".join(
            f"{name}: {text}\n  got      {got}\n  expected {want}"
            for name, text, got, want in found[:40]
        )
        self.assertFalse(found, f"{len(found)} differ\n{shown}")


if __name__ == "__main__":
    unittest.main()
