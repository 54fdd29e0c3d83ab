"""When two values on the wire are the same, for the search for a smaller failing input.

The rules are those of ``crates/judge/src/compare.rs``, which judges what the search comes back
with; ``crates/judge/tests/pairs.json`` holds both to the same answers.
"""

import math

NOWHERE, OUTSIDE, EVERYWHERE = "nowhere", "outside", "everywhere"
NUMBERS = ("int", "float")
SEQUENCES = ("list", "tuple")


class Sameness:
    """Compares by the wire's ``Rules``."""

    def __init__(self, rules):
        self._relative = rules["relative"]
        self._absolute = rules["absolute"]
        self._free = rules["free_order"]
        self._same_dtype = rules["same_dtype"]
        self._calls = rules["calls"]

    def same(self, expected, got):
        """Whether two encoded values are equal."""
        if self._calls and expected["t"] == got["t"] == "list":
            return self._in_order(expected["v"], got["v"], self._free)
        return self._equal(expected, got, self._free)

    def _equal(self, expected, got, free):
        expected, got = _without_axes(expected), _without_axes(got)
        kind, other = expected["t"], got["t"]
        if kind in SEQUENCES and other in SEQUENCES:
            if kind == "list" and free != NOWHERE:
                inner = EVERYWHERE if free == EVERYWHERE else NOWHERE
                return self._unordered(expected["v"], got["v"], inner)
            return self._in_order(expected["v"], got["v"], free)
        if kind in NUMBERS and other in NUMBERS:
            if kind == other == "int":
                return expected["v"] == got["v"]
            return self._close(_float(expected["v"]), _float(got["v"]))
        if kind != other:
            return False
        if kind == "dict":
            return self._dictionaries(expected["v"], got["v"], free)
        if kind == "set":
            return self._unordered(expected["v"], got["v"], free)
        if kind == "array":
            return self._arrays(expected["v"], got["v"])
        return kind == "none" or expected["v"] == got["v"]

    def _in_order(self, expected, got, free):
        if len(expected) != len(got):
            return False
        return all(self._equal(e, g, free) for e, g in zip(expected, got, strict=True))

    def _unordered(self, expected, got, free):
        left = list(got)
        for element in expected:
            for place, other in enumerate(left):
                if self._equal(element, other, free):
                    del left[place]
                    break
            else:
                return False
        return not left

    def _dictionaries(self, expected, got, free):
        if len(expected) != len(got):
            return False
        for key, value in expected:
            found = [other for name, other in got if EXACT.same(key, name)]
            if not found or not self._equal(value, found[0], free):
                return False
        return True

    def _arrays(self, expected, got):
        if expected["shape"] != got["shape"]:
            return False
        kinds = (expected["dtype"], got["dtype"])
        if self._same_dtype and kinds[0] != kinds[1]:
            return False
        if (kinds[0] == "bool") != (kinds[1] == "bool"):
            return False
        pairs = zip(expected["data"], got["data"], strict=True)
        return all(self._close(_float(e), _float(g)) for e, g in pairs)

    def _close(self, expected, got):
        if math.isfinite(expected) and math.isfinite(got):
            return abs(got - expected) <= self._absolute + self._relative * abs(expected)
        return expected == got or (math.isnan(expected) and math.isnan(got))


EXACT = Sameness(
    {"relative": 0, "absolute": 0, "free_order": NOWHERE, "same_dtype": False, "calls": False}
)


def _float(number):
    """A number of the wire: a JSON number, ``"nan"``, ``"inf"``, or an integer's digits."""
    try:
        return float(number)
    except OverflowError:
        return math.inf


def _without_axes(value):
    """An array without axes as the number in it."""
    if value["t"] != "array" or value["v"]["shape"]:
        return value
    dtype, (number,) = value["v"]["dtype"], value["v"]["data"]
    if dtype == "bool":
        return {"t": "bool", "v": bool(number)}
    if "int" in dtype:
        return {"t": "int", "v": f"{number:.0f}"}
    return {"t": "float", "v": number}
