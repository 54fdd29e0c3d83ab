"""What always holds between the parts of an exercise's inputs, as far as its cases show.

A list of times rises, a segment does not end before it starts, k is no larger than the list is
long, two lists are of one length. Nobody writes this down for each exercise, and an input without
it is outside of the contract. So each fact that held in every case, and in enough of them to be no
accident, is asked of the smaller inputs too. Used where ``cases.py`` has no ``valid``.
"""

import itertools
import sys
from collections import Counter

from warmstart import Calls

# A fact that held fewer times than this may be chance.
LEAST_WITNESSES = 4
# Longer lists are looked at as far as this.
ELEMENTS_MAX = 200


class Facts:
    """Learns which facts hold of inputs, then tells whether they hold of another."""

    def __init__(self, inputs):
        held, broken = Counter(), set()
        for arguments in inputs:
            for fact, holds in _facts(arguments):
                if holds:
                    held[fact] += 1
                else:
                    broken.add(fact)
        self._known = {
            fact for fact, count in held.items() if count >= LEAST_WITNESSES and fact not in broken
        }

    def hold(self, arguments):
        """Whether no known fact is broken."""
        return all(holds or fact not in self._known for fact, holds in _facts(arguments))


def _facts(arguments):
    """Pairs of a fact and whether it holds; what cannot be compared states nothing."""
    if isinstance(arguments, Calls):
        groups = [("", arguments.construct), *arguments.steps]
    else:
        groups = [("", arguments)]
    for name, given in groups:
        yield from _between(name, given)
        for position, value in enumerate(given):
            yield from _inside((name, position), value)


def _between(name, given):
    """Lengths that are equal, and numbers that are no larger than a length."""
    lengths = [
        ((position, axis), length)
        for position, value in enumerate(given)
        for axis, length in enumerate(_shape(value))
    ]
    for (place, length), (other, other_length) in itertools.combinations(lengths, 2):
        yield (name, "as long", place, other), length == other_length
    for position, value in enumerate(given):
        if type(value) is int:
            for place, length in lengths:
                yield (name, "within", position, place), value <= length
                yield (name, "below", position, place), value < length


def _shape(value):
    if _is_array(value):
        return value.shape
    return (len(value),) if isinstance(value, (list, str, dict)) else ()


def _inside(place, value):
    if isinstance(value, tuple):
        for (i, a), (j, b) in itertools.combinations(enumerate(value), 2):
            yield from _order((*place, i, j), a, b)
            if isinstance(a, (list, str)) and isinstance(b, (list, str)):
                yield (*place, i, j, "as long"), len(a) == len(b)
        for position, item in enumerate(value):
            yield from _inside((*place, position), item)
    elif isinstance(value, list):
        items = value[:ELEMENTS_MAX]
        yield from _listed(place, items)
        for item in items:
            yield from _inside((*place, "item"), item)
    elif isinstance(value, dict):
        for key, item in itertools.islice(value.items(), ELEMENTS_MAX):
            yield from _inside((*place, "key"), key)
            yield from _inside((*place, "value"), item)
    elif _is_array(value) and value.ndim == 1:
        yield from _listed(place, value.tolist()[:ELEMENTS_MAX])


def _listed(place, items):
    """Facts of a list of two or more: order and difference of its elements, or of their firsts."""
    if len(items) < 2:
        return
    firsts = [item[0] if isinstance(item, tuple) and item else item for item in items]
    try:
        yield (*place, "rises"), all(a <= b for a, b in itertools.pairwise(firsts))
        yield (*place, "falls"), all(a >= b for a, b in itertools.pairwise(firsts))
    except TypeError:
        pass
    try:
        yield (*place, "distinct"), len(set(firsts)) == len(firsts)
    except TypeError:
        pass
    if all(isinstance(item, list) for item in items):
        yield (*place, "rows"), len({len(item) for item in items}) == 1


def _order(place, a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        yield (*place, "not above"), a <= b
        yield (*place, "not below"), a >= b
        yield (*place, "differs"), a != b


def _is_array(value):
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.ndarray)
