"""The search for a smaller input compares as the judge does: both are held to the same pairs."""

import json
import unittest
from pathlib import Path

from warmstart_harness.sameness import Sameness

PAIRS = Path(__file__).parents[4] / "crates" / "judge" / "tests" / "pairs.json"
PLAIN = {
    "relative": 1e-9,
    "absolute": 1e-12,
    "free_order": "nowhere",
    "same_dtype": False,
    "calls": False,
}


class Pairs(unittest.TestCase):
    def test_pairs_are_equal_or_not_as_written(self):
        pairs = json.loads(PAIRS.read_text())
        self.assertGreater(len(pairs), 50)
        for pair in pairs:
            same = Sameness({**PLAIN, **pair["rules"]}).same(pair["expected"], pair["got"])
            self.assertEqual(same, pair["same"], pair)


if __name__ == "__main__":
    unittest.main()
