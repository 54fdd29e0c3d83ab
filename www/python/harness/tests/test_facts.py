"""Facts that hold in every case are asked of smaller inputs; what was seen too seldom is not."""

import unittest

from warmstart import calls
from warmstart_harness.facts import Facts


class Learned(unittest.TestCase):
    def check(self, inputs, inside, outside):
        facts = Facts(inputs)
        for arguments in inside:
            self.assertTrue(facts.hold(arguments), arguments)
        for arguments in outside:
            self.assertFalse(facts.hold(arguments), arguments)

    def test_order_inside_tuples(self):
        boxes = [((0, 3),), ((2, 2),), ((1, 9),), ((4, 5),)]
        self.check(boxes, [((7, 7),), ((0, 1),)], [((1, 0),)])

    def test_order_of_lists(self):
        rising = [([1, 4, 9],), ([2, 3],), ([0, 7],), ([5, 6, 8],)]
        self.check(rising, [([],), ([3],), ([1, 2],)], [([2, 1],), ([1, 1],)])
        runs = [([(1, "b"), (2, "a")],), ([(0, "c"), (5, "b")],), ([(3, "x"), (4, "y")],)] * 2
        self.check(runs, [([(1, "z"), (9, "a")],)], [([(9, "a"), (1, "z")],)])

    def test_lengths_and_places(self):
        pairs = [([1, 2], [3, 4], 1), ([5], [6], 0), ([7, 8, 1], [9, 9, 9], 2), ([0, 0], [1, 0], 0)]
        self.check(pairs, [([1], [1], 0)], [([1, 2], [1], 0), ([1], [1], 1)])

    def test_rows_of_a_matrix(self):
        matrices = [([[1, 2], [3, 4]],), ([[1], [2]],), ([[5, 6, 7], [7, 8, 9]],), ([[0], [0]],)]
        self.check(matrices, [([[1, 2], [3, 4], [5, 6]],)], [([[1, 2], [3]],)])

    def test_calls_are_known_by_method(self):
        script = calls([1, 2])("add", (1, 3))("add", (2, 4))
        self.check([script] * 3, [calls([0, 9])("add", (0, 5))], [calls([0, 9])("add", (5, 0))])

    def test_few_witnesses_are_no_evidence(self):
        self.check([((0, 3),), ((1, 2),)], [((3, 0),)], [])

    def test_a_single_exception_is_enough(self):
        self.check([((0, 3),), ((1, 2),), ((4, 5),), ((6, 7),), ((9, 8),)], [((3, 0),)], [])


if __name__ == "__main__":
    unittest.main()
