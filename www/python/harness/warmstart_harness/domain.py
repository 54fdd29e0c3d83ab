"""What inputs of an exercise look like, learned from its cases.

The search for a smaller failing input must not leave what the exercise promises: a list that is
never empty in any case stays so, a number stays within what was seen and is zero only if a case
has a zero there, text is made of characters that were seen. An exercise that says what is valid
(``valid`` in ``cases.py``) needs none of this.
"""

import math
import sys

from warmstart import Calls


class Domain:
    """Learns from inputs, then tells whether another is like them."""

    def __init__(self, inputs):
        self._lengths = {}
        self._numbers = {}
        self._zeros = set()
        self._characters = {}
        for arguments in inputs:
            for place, value in _leaves(arguments):
                self._learn(place, value)

    def holds(self, arguments):
        """Whether every part is like those that were learned at its place."""
        return all(self._knows(place, value) for place, value in _leaves(arguments))

    def _learn(self, place, value):
        if isinstance(value, _Length):
            self._lengths[place] = min(value.count, self._lengths.get(place, value.count))
        elif isinstance(value, str):
            self._characters.setdefault(place, set()).update(value)
            self._learn(place, _Length(len(value)))
        elif _is_number(value):
            least, most = self._numbers.get(place, (value, value))
            self._numbers[place] = (min(value, least), max(value, most))
            if value == 0:
                self._zeros.add(place)

    def _knows(self, place, value):
        if isinstance(value, _Length):
            return value.count >= self._lengths.get(place, math.inf)
        if isinstance(value, str):
            known = self._characters.get(place, ())
            return self._knows(place, _Length(len(value))) and all(it in known for it in value)
        if _is_number(value):
            least, most = self._numbers.get(place, (math.inf, -math.inf))
            return least <= value <= most and (value != 0 or place in self._zeros)
        return True


class _Length:
    """How many elements a container has, among the leaves."""

    def __init__(self, count):
        self.count = count


def _leaves(arguments):
    """Each number, text and length of an input with its place: which argument, and how deep."""
    if isinstance(arguments, Calls):
        yield ("steps",), _Length(len(arguments.steps))
        written = [("", arguments.construct), *arguments.steps]
    else:
        written = [("", arguments)]
    for name, given in written:
        for position, value in enumerate(given):
            yield from _parts((name, position), value)


def _parts(place, value):
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, numpy.ndarray):
        for axis, length in enumerate(value.shape):
            yield (*place, axis), _Length(length)
        place = (*place, "cell")
        for cell in value.ravel().tolist():
            yield place, cell
    elif isinstance(value, dict):
        yield place, _Length(len(value))
        for key, item in value.items():
            yield from _parts((*place, "key"), key)
            yield from _parts((*place, "value"), item)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _parts((*place, position), item)
    elif isinstance(value, (list, set, frozenset)):
        yield place, _Length(len(value))
        for item in value:
            yield from _parts((*place, "item"), item)
    else:
        yield place, value


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value
