"""Smaller inputs than a given one, the boldest first: what the search for a failing input tries.

Works on what cases hold: numbers, text, lists, tuples, dictionaries, sets, arrays, and the calls of
a class. A candidate keeps the types of the original. Whether it is an input of the exercise at all
is for the caller to find out.
"""

import math
import sys
from itertools import chain

from warmstart import Calls

CELLS_MAX = 64  # of an array whose cells are worth looking at one by one
DECIMALS = (0, 1, 2)


def smaller(arguments):
    """Candidates, each of the kind of `arguments`: a tuple of arguments, or calls."""
    if isinstance(arguments, Calls):
        yield from _smaller_calls(arguments)
        return
    may_be_none = _holds_none(arguments)
    yield from _together(arguments)
    for position, value in enumerate(arguments):
        for candidate in _values(value, may_be_none):
            yield (*arguments[:position], candidate, *arguments[position + 1 :])


def measure(value):
    """How large an input is, for comparing: parts, length when written, magnitude of its numbers."""
    if isinstance(value, Calls):
        return measure([value.construct, *value.steps])
    if isinstance(value, dict):
        return _sum(measure(part) for pair in value.items() for part in pair)
    if isinstance(value, (list, tuple, set, frozenset)):
        return _sum(map(measure, value))
    if _is_array(value):
        return _sum(map(measure, value.ravel().tolist()))
    if isinstance(value, bool):
        return 1, 4, int(value)
    if isinstance(value, (int, float)):
        magnitude = abs(value) if math.isfinite(value) else math.inf
        return 1, len(repr(value)), magnitude
    if isinstance(value, str):
        return 1 + len(value), len(value), sum(map(ord, value))
    return 1, 0, 0


def _sum(measures):
    parts, length, magnitude = 1, 0, 0
    for more_parts, more_length, more_magnitude in measures:
        parts += more_parts
        length += more_length
        magnitude += more_magnitude
    return parts, length, magnitude


def _smaller_calls(script):
    steps = script.steps
    for start, stop in _chunks(len(steps)):
        yield _script(script.construct, steps[:start] + steps[stop:])
    for construct in smaller(script.construct):
        yield _script(construct, steps)
    for position, (method, given) in enumerate(steps):
        for candidate in smaller(given):
            yield _script(
                script.construct, [*steps[:position], (method, candidate), *steps[position + 1 :]]
            )


def _script(construct, steps):
    made = Calls(construct)
    for method, given in steps:
        made = made(method, *given)
    return made


def _chunks(length):
    """Ranges to leave out: all, the halves, the quarters, … and each element alone."""
    size = length
    while size:
        for start in range(0, length, size):
            yield start, min(start + size, length)
        size //= 2


def _values(value, may_be_none=False):
    """Smaller values in the place of one."""
    if isinstance(value, bool):
        return iter((False,) if value else ())
    if type(value) is int:
        return _integers(value)
    if type(value) is float:
        return _floats(value)
    if type(value) is str:
        return _texts(value)
    if _is_array(value):
        return _arrays(value)
    if type(value) in (list, tuple, dict, set, frozenset):
        nothing = (None,) if may_be_none else ()
        return chain(nothing, _inner(value), _containers(value, may_be_none))
    return iter(())


def _inner(value):
    """Parts of the same type in place of the whole: the branches of a tree."""
    parts = value.values() if isinstance(value, dict) else value
    return (part for part in parts if type(part) is type(value))


def _containers(value, may_be_none):
    kind = type(value)
    if kind is dict:
        yield from _dictionaries(value, may_be_none)
        return
    items = list(value)
    if kind is not tuple:
        for start, stop in _chunks(len(items)):
            yield kind(items[:start] + items[stop:])
    if kind in (list, tuple):
        for position, item in enumerate(items):
            for candidate in _values(item, may_be_none):
                yield kind([*items[:position], candidate, *items[position + 1 :]])


def _dictionaries(value, may_be_none):
    pairs = list(value.items())
    for start, stop in _chunks(len(pairs)):
        yield dict(pairs[:start] + pairs[stop:])
    for key, item in pairs:
        for candidate in _values(item, may_be_none):
            yield {**value, key: candidate}


def _integers(value):
    if value < 0:
        yield -value
    target = 0
    while target != value:
        yield target
        target += (value - target) // 2 if abs(value - target) > 1 else value - target


def _floats(value):
    if not math.isfinite(value):
        yield 0.0
        return
    yield 0.0
    yield 1.0
    for digits in DECIMALS:
        yield round(value, digits)
    yield float(math.trunc(value / 2))
    if value < 0:
        yield -value


def _texts(value):
    for start, stop in _chunks(len(value)):
        yield value[:start] + value[stop:]
    for character in sorted(set(value) - {"a", "b"}):
        for plain in "ab":
            yield value.replace(character, plain)


def _arrays(value):
    numpy = sys.modules["numpy"]
    for axis, length in enumerate(value.shape):
        for start, stop in _chunks(length):
            yield _without(value, axis, start, stop)
    if value.dtype.kind == "b" or not value.size:
        return
    yield numpy.zeros_like(value)
    yield numpy.ones_like(value)
    if value.dtype.kind == "f":
        for digits in DECIMALS:
            yield numpy.round(value, digits).astype(value.dtype)
    if value.size > CELLS_MAX:
        return
    cells = value.ravel().tolist()
    for position, cell in enumerate(cells):
        for candidate in _values(cell):
            changed = [*cells[:position], candidate, *cells[position + 1 :]]
            yield numpy.array(changed, dtype=value.dtype).reshape(value.shape)


def _together(arguments):
    """What has the same length in several arguments loses the same places in all of them."""
    axes = {}
    for position, value in enumerate(arguments):
        for axis, length in enumerate(_shape(value)):
            axes.setdefault(length, []).append((position, axis))
    for length, places in sorted(axes.items(), reverse=True):
        if len(places) < 2:
            continue
        for start, stop in _chunks(length):
            changed = list(arguments)
            for position, axis in places:
                changed[position] = _without(changed[position], axis, start, stop)
            yield tuple(changed)


def _shape(value):
    """Lengths along the axes of an array, of text, of a list, of a list of equally long lists."""
    if _is_array(value):
        return tuple(value.shape)
    if type(value) not in (list, str):
        return ()
    rows = {len(row) if type(row) is list else None for row in value} if type(value) is list else ()
    if len(rows) == 1 and None not in rows:
        return len(value), *rows
    return (len(value),)


def _without(value, axis, start, stop):
    if _is_array(value):
        keep = [index for index in range(value.shape[axis]) if not start <= index < stop]
        return value.take(keep, axis=axis) if keep else _emptied(value, axis)
    if axis == 1:
        return [row[:start] + row[stop:] for row in value]
    return value[:start] + value[stop:]


def _emptied(value, axis):
    shape = [0 if place == axis else length for place, length in enumerate(value.shape)]
    return sys.modules["numpy"].zeros(shape, dtype=value.dtype)


def _is_array(value):
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.ndarray) and value.dtype.kind in "biuf"


def _holds_none(value):
    if isinstance(value, dict):
        return any(map(_holds_none, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(_holds_none, value))
    return value is None
