"""What both interfaces share: shapes of results, parameters that broadcast, shuffles."""

import warnings
from collections.abc import Sequence

from .. import _dtype as dt
from .._array import ndarray, whole
from .._create import asarray
from .._layout import broadcast, normal_shape, size_of
from .._room import check_room
from .._math import isfinite, signbit
from .._shape import broadcast_to
from ._binomial import binomial


def filled(draw, size, kind=dt.float64):
    """One number for no size, else an array of that shape with a number a place."""
    if size is None:
        return draw()
    shape = normal_shape(size)
    check_room(shape, kind)
    return whole(kind.store([draw() for _ in range(size_of(shape))]), shape, kind)


def filled_out(draw, size, out, kind):
    """Numbers in a new array, or in the one that ``out`` brings."""
    if out is None:
        return filled(draw, size, kind)
    if out.dtype is not kind:
        raise TypeError(
            f"Supplied output array has the wrong type. Expected {kind.name}, got {out.dtype.name}"
        )
    if size is not None and normal_shape(size) != out.shape:
        raise ValueError("size must match out.shape when used together")
    out[...] = filled(draw, out.shape, kind)
    return out


def with_parameters(draw, size, *parameters, kind=dt.float64):
    """Numbers that each depend on parameters, which broadcast with the size."""
    arrays = [asarray(one) for one in parameters]
    if not any(one.ndim for one in arrays):
        values = [one.item() for one in arrays]
        return filled(lambda: draw(*values), size, kind)
    shape = result_shape(size, arrays)
    columns = [broadcast_to(one, shape).ravel().tolist() for one in arrays]
    return whole(kind.store([draw(*values) for values in zip(*columns)]), shape, kind)


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
    given = asarray(parameter, float)
    if (signbit(given) & (given == given)).any():
        raise ValueError(f"{name} < 0")


def swap_down(below, items, first=1):
    """Shuffle a list in place, from its end down to ``first``."""
    for place in range(len(items) - 1, first - 1, -1):
        other = below(place)
        items[place], items[other] = items[other], items[place]


def shuffled_rows(below, x):
    """Shuffle an array along its first axis, or a list, in place."""
    if x.__class__ is not ndarray:
        if len(x) and not isinstance(x, Sequence):
            warnings.warn(
                f"you are shuffling a '{type(x).__name__}' object which is not a subclass of "
                "'Sequence'; `shuffle` is not guaranteed to behave correctly.",
                UserWarning,
                stacklevel=3,
            )
        swap_down(below, x)
        return
    order = list(range(len(x)))
    swap_down(below, order)
    if order:
        x[...] = x[order]


def binomial_counts(uniform, n, p, size):
    """Binomial counts for parameters that broadcast."""
    refuse_negative(n, "n")
    shares = asarray(p)
    if not ((shares >= 0) & (shares <= 1)).all():
        raise ValueError("p < 0, p > 1 or p is NaN")
    return with_parameters(
        lambda tries, share: binomial(uniform, tries, share), size, n, p, kind=dt.int64
    )


def check_range(low, high, words):
    """Refuse limits whose distance is not finite; returns the distance."""
    width = asarray(high) - asarray(low)
    if not isfinite(width).all():
        raise OverflowError(words)
    return width
