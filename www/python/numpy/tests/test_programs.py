"""Random programs give what NumPy gave: types, shapes, values, errors.

    python3 www/python/numpy/tests/test_programs.py

lists the programs that differ; ``programs_run.py`` shows one, in this package or in NumPy.
"""

import unittest
from pathlib import Path

from programs import COUNT
from programs_run import digest, trace
from test_fixtures import package

_LEFT_OUT = "-"


def recorded():
    """The digest that NumPy's answers have, for each seed that is not left out."""
    lines = Path(__file__).with_name("programs.txt").read_text().splitlines()
    digests = " ".join(line for line in lines if not line.startswith("#")).split()
    return {seed: one for seed, one in enumerate(digests) if one != _LEFT_OUT}


def differing(np, step=1):
    """Seeds of programs that end in another digest; of every ``step``-th program alone."""
    found = recorded()
    return [seed for seed in list(found)[::step] if digest(trace(np, seed)) != found[seed]]


class Programs(unittest.TestCase):
    """All of them on Python's own loops; the engine runs a part of them through the kernels."""

    def test_programs_give_what_numpy_gave(self):
        self.assertGreaterEqual(len(recorded()), COUNT)
        found = differing(package())
        self.assertFalse(found, "programs_run.py shows these, by this package and by NumPy")


if __name__ == "__main__":
    unittest.main()
