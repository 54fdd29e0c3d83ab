"""Candidates of the search for a smaller input: of the same kind, and enough of them."""

import random
import unittest

from warmstart import calls
from warmstart_harness.domain import Domain
from warmstart_harness.smaller import measure, smaller


def shrink(arguments, fails):
    """The fixpoint of taking the first smaller candidate that fails."""
    found = True
    while found:
        found = False
        for candidate in smaller(arguments):
            if measure(candidate) < measure(arguments) and fails(*candidate):
                arguments, found = candidate, True
                break
    return arguments


class Candidates(unittest.TestCase):
    def check(self, arguments, fails, expected):
        self.assertEqual(shrink(arguments, fails), expected)

    def test_each_kind_of_value(self):
        self.check((977,), lambda n: n > 40, (41,))
        self.check((-977,), lambda n: n < -40, (-41,))
        self.check((3.14159,), lambda x: x > 2.5, (3.0,))
        self.check((float("inf"),), lambda x: True, (0.0,))
        self.check((True,), lambda flag: True, (False,))
        self.check(("xyzzy",), lambda text: len(text) > 2, ("aaa",))
        self.check(([5, 6, 7, 8],), lambda xs: sum(xs) > 9, ([2, 8],))
        self.check(({"a": 3, "b": 9},), lambda d: "b" in d, ({"b": 0},))
        self.check(({4, 5, 6},), lambda s: 5 in s, ({5},))
        self.check(((4, (5, 6)),), lambda t: isinstance(t[1], tuple), ((0, (0, 0)),))

    def test_lengths_and_columns_that_belong_together(self):
        self.check(
            ([1, 2, 3, 4], "wxyz"), lambda xs, t: len(xs) == len(t) > 1, ([0, 0], "aa")
        )
        def fails(matrix, vector):
            rows = [row for row in matrix if isinstance(row, list)]
            return len(rows) == len(matrix) > 0 and all(len(row) == len(vector) > 1 for row in rows)

        rows = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
        self.check((rows, [1, 2, 3]), fails, ([[0, 0]], [0, 0]))

    def test_in_any_list_the_least_is_found(self):
        rng = random.Random(3)
        for _ in range(200):
            values = [rng.randint(-50, 50) for _ in range(rng.randint(3, 20))]
            if sum(value < 0 for value in values) >= 2:
                self.check((values,), lambda xs: sum(x < 0 for x in xs) >= 2, ([-1, -1],))

    def test_calls(self):
        script = calls(7)("push", 3)("pop")("push", 5)("pop")
        found = [(c.construct, c.steps) for c in smaller(script)]
        self.assertIn(((7,), []), found)
        self.assertIn(((0,), script.steps), found)
        self.assertIn(((7,), [("push", (3,)), ("pop", ()), ("push", (0,)), ("pop", ())]), found)


class Domains(unittest.TestCase):
    def test_what_was_never_seen_is_outside(self):
        domain = Domain([([3, 1], "ab", 2.5), ([0, 2, 9], "bcd", 7.5)])
        for inside in (([0, 9], "dd", 3.0), ([1, 1, 1, 1, 1], "abcd", 7.5)):
            self.assertTrue(domain.holds(inside), inside)
        for outside in (
            ([1], "ab", 3.0),
            ([1, 10], "ab", 3.0),
            ([1, -1], "ab", 3.0),
            ([1, 1], "a", 3.0),
            ([1, 1], "ax", 3.0),
            ([1, 1], "ab", 0.0),
        ):
            self.assertFalse(domain.holds(outside), outside)

    def test_zero_is_seen_or_not(self):
        self.assertFalse(Domain([(-2,), (2,)]).holds((0,)))
        self.assertTrue(Domain([(-2,), (0,)]).holds((0,)))

    def test_calls_are_known_by_method(self):
        domain = Domain([calls(3)("next", 1)("next", 4)])
        self.assertTrue(domain.holds(calls(3)("next", 2)("next", 2)))
        self.assertFalse(domain.holds(calls(3)("next", 2)))
        self.assertFalse(domain.holds(calls(2)("next", 1)("next", 4)))
        self.assertFalse(domain.holds(calls(3)("next", 0)("next", 4)))


if __name__ == "__main__":
    unittest.main()
