"""Values on the wire, and whether arguments stayed as they were."""

import json
import unittest
from collections import Counter, OrderedDict, deque, namedtuple

from warmstart_harness.equality import same
from warmstart_harness.values import MAX_NODES, encode, short_repr


class Encoding(unittest.TestCase):
    def check(self, value, expected):
        self.assertEqual(json.loads(json.dumps(encode(value), allow_nan=False)), expected)

    def test_plain_values(self):
        self.check(None, {"t": "none"})
        self.check(True, {"t": "bool", "v": True})
        self.check(-12, {"t": "int", "v": "-12"})
        self.check(0.1, {"t": "float", "v": 0.1})
        self.check("é", {"t": "str", "v": "é"})

    def test_numbers_that_json_lacks(self):
        self.check(float("nan"), {"t": "float", "v": "nan"})
        self.check(float("inf"), {"t": "float", "v": "inf"})
        self.check(float("-inf"), {"t": "float", "v": "-inf"})

    def test_containers_and_their_kin(self):
        one = {"t": "int", "v": "1"}
        self.check([1], {"t": "list", "v": [one]})
        self.check((1,), {"t": "tuple", "v": [one]})
        self.check(namedtuple("Point", "x")(1), {"t": "tuple", "v": [one]})
        self.check({1}, {"t": "set", "v": [one]})
        self.check(frozenset({1}), {"t": "set", "v": [one]})
        self.check({1: 1}, {"t": "dict", "v": [[one, one]]})
        self.check(Counter([1]), {"t": "dict", "v": [[one, one]]})
        self.check(OrderedDict({1: 1}), {"t": "dict", "v": [[one, one]]})

    def test_other_types_travel_as_their_repr(self):
        self.check(1j, {"t": "object", "v": {"type_name": "complex", "repr": "1j"}})
        self.check(deque([1]), {"t": "object", "v": {"type_name": "deque", "repr": "deque([1])"}})

    def test_bounds(self):
        self.assertEqual(encode([0] * (MAX_NODES + 1))["t"], "object")
        self.assertEqual(encode([0] * (MAX_NODES - 1))["t"], "list")
        self.assertEqual(encode(10**9999)["t"], "object")
        self.assertEqual(encode("x" * 10**6)["t"], "object")
        deep = []
        for _ in range(10_000):
            deep = [deep]
        json.dumps(encode(deep))
        self.assertIn("nested more than", short_repr(deep))

    def test_cycles_end(self):
        cyclic = [1]
        cyclic.append({"self": cyclic})
        inner = encode(cyclic)["v"][1]["v"][0][1]
        self.assertEqual(inner["t"], "object")

    def test_shared_values_are_no_cycle(self):
        shared = [1]
        self.assertEqual(encode([shared, shared])["v"][1]["t"], "list")

    def test_repr_never_raises(self):
        class Broken:
            def __repr__(self):
                raise ValueError

        self.assertIn("repr raises ValueError", short_repr(Broken()))
        self.assertEqual(len(short_repr("x" * 999)), 200)


class Sameness(unittest.TestCase):
    def test_equal_structures_are_the_same(self):
        for make in (
            lambda: [1, (2.0, "x"), {"a": {3}}],
            lambda: [float("nan")],
            lambda: deque([1]),
            lambda: Thing(),
            lambda: iter([]),
        ):
            self.assertTrue(same(make(), make()))

    def test_any_change_shows(self):
        for before, after in (
            ([1], [1.0]),
            ([1], [2]),
            ([1], [1, 2]),
            ([True], [1]),
            ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
            ((1, [2]), (1, [3])),
            (Thing(1), Thing(2)),
        ):
            self.assertFalse(same(before, after), (before, after))

    def test_cycles_end(self):
        a, b = [], []
        a.append(a)
        b.append(b)
        self.assertTrue(same(a, b))


class Thing:
    def __init__(self, value=0):
        self.value = value


if __name__ == "__main__":
    unittest.main()
