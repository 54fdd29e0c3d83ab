"""Numbers, nested sequences and arrays as the elements of a new array."""

from itertools import chain

from . import _dtype as dt
from ._array import elements, ndarray, whole
from ._promotion import promote
from ._scalar import generic, raw

_PYTHON = {bool: dt.bool_, int: dt.int64, float: dt.float64, complex: dt.complex128}


def converted(value, kind):
    if value.__class__ is ndarray:
        return value if kind is None or kind is value._dtype else value.astype(kind)
    if not isinstance(value, (list, tuple, generic)) and hasattr(value, "__array__"):
        return converted(value.__array__(), kind)
    shape, values, kinds = _flatten(value)
    found = None
    for one in kinds:
        found = one if found is None else promote(found, one)
    found = found or dt.float64
    target = kind or found
    try:
        return whole(store(values, found, target), shape, target)
    except OverflowError:
        if kind is not None:
            raise
    target = _wider(values)
    return whole(target.store(values), shape, target)


def _wider(values):
    """The type of integers of which some do not fit in int64."""
    if not 0 <= min(values) <= max(values) <= dt.uint64.high:
        raise OverflowError("Python int too large to convert to C long")
    return dt.uint64 if min(values) > dt.int64.high else dt.float64


def store(values, found, target):
    if found.kind in "biu" and target.kind in "iu":
        for value in (min(values), max(values)) if values else ():
            if not target.low <= value <= target.high:
                if target is dt.int64:
                    raise OverflowError("Python int too large to convert to C long")
                raise OverflowError(f"Python integer {value} out of bounds for {target.name}")
    if found is target:
        return target.store(values)
    return dt.cast(values, found, target)


def _flatten(value):
    """Shape, raw elements in C order and the set of element types of nested sequences."""
    kind = value.__class__
    if kind is list or kind is tuple:
        return _flatten_sequence(value)
    if kind in _PYTHON:
        return (), [value], {_PYTHON[kind]}
    if kind is ndarray:
        return value._shape, list(elements(value)), {value._dtype}
    if isinstance(value, generic):
        return (), [raw(value)], {value.dtype}
    if (
        isinstance(value, (range, list, tuple))
        or hasattr(kind, "__len__")
        and hasattr(kind, "__getitem__")
    ):
        if not isinstance(value, (str, bytes, dict)):
            return _flatten_sequence(list(value))
    for base, found in _PYTHON.items():
        if isinstance(value, base):
            return (), [base(value)], {found}
    if hasattr(value, "__float__"):
        return (), [float(value)], {dt.float64}
    raise TypeError(
        f"cannot make an array element of {kind.__name__!r}: this playground's arrays hold "
        "numbers and truth values; keep other objects in a list"
    )


def _flatten_sequence(items):
    kinds = set(map(type, items))
    if kinds <= _PYTHON.keys():
        return (len(items),), items, {_PYTHON[kind] for kind in kinds}
    parts = [_flatten(item) for item in items]
    shape = parts[0][0]
    for part in parts:
        if part[0] != shape:
            _refuse_ragged(len(items), [part[0] for part in parts])
    values = list(chain.from_iterable(part[1] for part in parts))
    return (len(items),) + shape, values, set().union(*(part[2] for part in parts))


def _refuse_ragged(length, shapes):
    shared = [length]
    for lengths in zip(*shapes):
        if len(set(lengths)) > 1:
            break
        shared.append(lengths[0])
    depth, detected = len(shared), tuple(shared)
    raise ValueError(
        "setting an array element with a sequence. The requested array has an inhomogeneous "
        f"shape after {depth} dimensions. The detected shape was {detected} + inhomogeneous part."
    )
