"""Random numbers and statistics are NumPy's, bit for bit."""

import unittest

from recorded import differences
from test_fixtures import package


class Recorded(unittest.TestCase):
    """One test a recorded file; each difference is listed."""

    def check(self, suite):
        found = list(differences(package(), suite))
        self.assertFalse(found, f"{len(found)} differ\n" + "\n".join(found[:30]))

    def test_the_same_seed_gives_the_same_numbers(self):
        self.check("random")

    def test_statistics(self):
        self.check("statistics")

    def test_an_unknown_seed_gives_other_numbers_each_time(self):
        np = package()
        self.assertNotEqual(np.random.default_rng().random(), np.random.default_rng().random())
        self.assertNotEqual(np.random.RandomState().rand(), np.random.RandomState().rand())


if __name__ == "__main__":
    unittest.main()
