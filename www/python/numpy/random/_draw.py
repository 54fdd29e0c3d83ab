"""What both interfaces share: shapes of results, parameters that broadcast, shuffles."""

import warnings
from collections.abc import Sequence
from itertools import repeat

from .. import _dtype as dt
from .._array import ndarray, whole
from .._create import asarray
from .._layout import broadcast, normal_shape, size_of
from .._room import check_room
from .._math import isfinite, signbit
from .._shape import broadcast_to
from ._binomial import binomial


def filled(draws, size, kind=dt.float64):
    """One number for no size, else an array of that shape; ``draws`` gives a list of so many."""
    if size is None:
        return draws(1)[0]
    shape = normal_shape(size)
    check_room(shape, kind)
    return whole(kind.store(draws(size_of(shape))), shape, kind)


def filled_out(draws, size, out, kind):
    """Numbers in a new array, or in the one that ``out`` brings."""
    if out is None:
        return filled(draws, size, kind)
    if out.dtype is not kind:
        raise TypeError(
            f"Supplied output array has the wrong type. Expected {kind.name}, got {out.dtype.name}"
        )
    if size is not None and normal_shape(size) != out.shape:
        raise ValueError("size must match out.shape when used together")
    out[...] = filled(draws, out.shape, kind)
    return out


def scaled(draws, combine, size, *parameters):
    """Standard numbers, each combined with parameters, which broadcast with the size."""
    if all(isinstance(one, (int, float)) for one in parameters):
        return filled(lambda count: [combine(x, *parameters) for x in draws(count)], size)

    def combined(columns, count):
        return [combine(x, *values) for x, values in zip(draws(count), columns)]

    return with_parameters(combined, size, *parameters)


def with_parameters(draws, size, *parameters, kind=dt.float64):
    """Numbers that each depend on parameters, which broadcast with the size.

    ``draws`` takes an iterable of parameters and how many numbers to make.
    """
    arrays = [asarray(one) for one in parameters]
    if not any(one.ndim for one in arrays):
        values = tuple(one.item() for one in arrays)
        return filled(lambda count: draws(repeat(values, count), count), size, kind)
    shape = result_shape(size, arrays)
    columns = [broadcast_to(one, shape).ravel().tolist() for one in arrays]
    return whole(kind.store(draws(zip(*columns), size_of(shape))), shape, kind)


def result_shape(size, arrays):
    """The shape of a result with these parameters; an error where they do not fit."""
    shape = _together([one.shape for one in arrays])
    if size is None:
        return shape
    wanted = normal_shape(size)
    check_room(wanted, dt.float64)
    if _together([wanted, shape]) != wanted:
        raise ValueError(
            f"Output size {wanted} is not compatible with broadcast dimensions of inputs {shape}."
        )
    return wanted


def _together(shapes):
    shape = broadcast(*shapes)
    if shape is None:
        raise ValueError(
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
            f"arg 0 with shape {shapes[0]} "
            f"and arg 1 with shape {shapes[1]}."
        )
    return shape


def refuse_negative(parameter, name):
    """Raise for a parameter below zero, minus zero too; NaN passes, as in NumPy."""
    if isinstance(parameter, (int, float)) and parameter > 0:
        return
    given = asarray(parameter, float)
    if (signbit(given) & (given == given)).any():
        raise ValueError(f"{name} < 0")


def shuffled(source, items):
    """Shuffle a list in place; each place is drawn again until it is one of those left."""
    draw = source.next32
    for place in range(len(items) - 1, 0, -1):
        mask = (1 << place.bit_length()) - 1
        other = draw() & mask
        while other > place:
            other = draw() & mask
        items[place], items[other] = items[other], items[place]


def swap_down(below, items, first=1):
    """Shuffle a list in place, from its end down to ``first``, with places from ``below``."""
    for place in range(len(items) - 1, first - 1, -1):
        other = below(place)
        items[place], items[other] = items[other], items[place]


def shuffled_rows(source, x):
    """Shuffle an array along its first axis, or a list, in place."""
    if x.__class__ is not ndarray:
        if len(x) and not isinstance(x, Sequence):
            warnings.warn(
                f"you are shuffling a '{type(x).__name__}' object which is not a subclass of "
                "'Sequence'; `shuffle` is not guaranteed to behave correctly.",
                UserWarning,
                stacklevel=3,
            )
        shuffled(source, x)
        return
    order = list(range(len(x)))
    shuffled(source, order)
    if order:
        x[...] = x[order]


def binomial_counts(uniform, n, p, size):
    """Binomial counts for parameters that broadcast."""
    refuse_negative(n, "n")
    shares = asarray(p)
    if not ((shares >= 0) & (shares <= 1)).all():
        raise ValueError("p < 0, p > 1 or p is NaN")

    def draws(pairs, _count):
        return [binomial(uniform, tries, share) for tries, share in pairs]

    return with_parameters(draws, size, n, p, kind=dt.int64)


def check_range(low, high, words):
    """Refuse limits whose distance is not finite; returns the distance as an array."""
    width = asarray(asarray(high) - asarray(low))
    if not isfinite(width).all():
        raise OverflowError(words)
    return width
