"""Random numbers are NumPy's for the same seed, bit for bit."""

import unittest

import draws
from test_fixtures import package


class Random(unittest.TestCase):
    """One test; each difference is listed."""

    def test_the_same_seed_gives_the_same_numbers(self):
        found = list(draws.differences(package()))
        shown = "\n".join(
            f"{program}\n  got      {got}\n  expected {want}" for program, got, want in found[:30]
        )
        self.assertFalse(found, f"{len(found)} differ\n{shown}")

    def test_an_unknown_seed_gives_other_numbers_each_time(self):
        np = package()
        self.assertNotEqual(np.random.default_rng().random(), np.random.default_rng().random())
        self.assertNotEqual(np.random.RandomState().rand(), np.random.RandomState().rand())


if __name__ == "__main__":
    unittest.main()
