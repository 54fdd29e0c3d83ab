"""Reductions with names: sums, extremes, means, spreads, counts, running sums."""

import operator as op
import warnings

from . import _dtype as dt
from . import _folds
from ._array import elements, ndarray, whole
from ._create import asarray
from ._errstate import INVALID, report
from ._layout import normal_axes, size_of
from ._math import divide, logical_and, maximum, minimum, multiply, sqrt, square, subtract
from ._native import WORTH_A_CALL
from ._reduce import (
    delivered,
    masked,
    reduce_axes,
    running,
    started,
    summed_type,
    warn_if_overflowed,
)


def _summed_type(array, dtype):
    if dtype is not None:
        return dt.lookup(dtype)
    return summed_type(array._dtype)


def _quick_to_sum(a, dtype, keepdims):
    """Small whole arrays of float64, which need no preparation."""
    small = a._whole and len(a._data) < WORTH_A_CALL
    return small and a._dtype is dt.float64 and not keepdims and dtype in (None, dt.float64, float)


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """The sum of the elements along axes; of all elements when no axis is given."""
    if (
        axis is None
        and where is True
        and a.__class__ is ndarray
        and _quick_to_sum(a, dtype, keepdims)
    ):
        total = _folds.pairwise_sum(a._data)
        if initial is None and out is None and total - total == 0.0:
            return dt.float64.box(total)
    a = masked(asarray(a), where, 0)
    kind = _summed_type(a, dtype)
    if dtype is not None and kind is not a._dtype:
        a = a.astype(kind)
    fold = _folds.pairwise_sum if kind.kind == "f" else _folds.sequential_sum
    result = reduce_axes(a, axis, "sum", fold, kind, keepdims, 0)
    if kind.kind == "f":
        warn_if_overflowed(result, a, "reduce")
    if initial is not None:
        result = result + started(initial, kind)
    return delivered(result, out)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """The product of the elements along axes."""
    a = masked(asarray(a), where, 1)
    kind = _summed_type(a, dtype)
    if dtype is not None and kind is not a._dtype:
        a = a.astype(kind)
    result = reduce_axes(a, axis, "prod", _folds.product, kind, keepdims, 1)
    if kind.kind == "f":
        warn_if_overflowed(result, a, "reduce")
    if initial is not None:
        result = result * started(initial, kind)
    return delivered(result, out)


def _extreme(a, axis, out, keepdims, initial, where, name, fold, limit, combine):
    a = asarray(a)
    if where is not True:
        if initial is None:
            raise ValueError(
                f"reduction operation '{combine.name}' does not have an identity, so to use a "
                "where mask one has to specify 'initial'"
            )
        a = masked(a, where, initial)
    result = reduce_axes(
        a, axis, name, fold, a._dtype, keepdims, initial if initial is not None else limit
    )
    if initial is not None:
        result = combine(result, started(initial, a._dtype))
    return delivered(result, out)


def max(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """The largest element along axes; NaN where there is one."""
    return _extreme(a, axis, out, keepdims, initial, where, "max", _folds.largest, None, maximum)


def min(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """The smallest element along axes; NaN where there is one."""
    return _extreme(a, axis, out, keepdims, initial, where, "min", _folds.smallest, None, minimum)


amax, amin = max, min


def ptp(a, axis=None, out=None, keepdims=False):
    """The distance from the smallest to the largest element along axes."""
    return delivered(subtract(max(a, axis, None, keepdims), min(a, axis, None, keepdims)), out)


def _position(a, axis, out, keepdims, name, fold):
    a = asarray(a)
    if axis is not None and not isinstance(axis, int):
        axis = axis.__index__()
    return delivered(reduce_axes(a, axis, name, fold, dt.int64, keepdims), out)


def argmax(a, axis=None, out=None, *, keepdims=False):
    """Where the largest element is first, along an axis or in the flattened array."""
    return _position(a, axis, out, keepdims, "argmax", _folds.first_largest)


def argmin(a, axis=None, out=None, *, keepdims=False):
    """Where the smallest element is first, along an axis or in the flattened array."""
    return _position(a, axis, out, keepdims, "argmin", _folds.first_smallest)


def all(a, axis=None, out=None, keepdims=False, *, where=True):
    """Whether all elements along axes are true."""
    a = asarray(a)
    a = a if where is True else (a != 0) | ~asarray(where)
    return delivered(reduce_axes(a, axis, "all", _folds.every, dt.bool_, keepdims, True), out)


def any(a, axis=None, out=None, keepdims=False, *, where=True):
    """Whether any element along axes is true."""
    a = asarray(a)
    a = a if where is True else logical_and(a != 0, where)
    return delivered(reduce_axes(a, axis, "any", _folds.some, dt.bool_, keepdims, False), out)


def count_nonzero(a, axis=None, *, keepdims=False):
    """How many elements along axes are not zero."""
    return sum(asarray(a) != 0, axis, keepdims=keepdims)


def _count(a, axis, where):
    if where is not True:
        from ._shape import broadcast_to

        return sum(broadcast_to(where, a._shape), axis, keepdims=True)
    return size_of(tuple(a._shape[k] for k in normal_axes(axis, a.ndim)))


def _mean_type(a, dtype):
    if dtype is not None:
        return dt.lookup(dtype)
    return dt.float64 if a._dtype.kind in "biu" else a._dtype


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    """The arithmetic mean of the elements along axes."""
    a = asarray(a)
    kind, count = _mean_type(a, dtype), _count(a, axis, where)
    total = sum(a, axis, kind, keepdims=keepdims, where=where)
    if count.__class__ is int:
        if count == 0:
            warnings.warn("Mean of empty slice", RuntimeWarning, stacklevel=2)
        found = total / count
    else:
        found = divide(total, count.reshape(asarray(total).shape))
    return delivered(found if dtype is None else found.astype(kind), out)


def var(
    a,
    axis=None,
    dtype=None,
    out=None,
    ddof=0,
    keepdims=False,
    *,
    where=True,
    mean=None,
    correction=None,
):
    """The variance along axes: the mean squared distance from the mean, over N - ddof."""
    a = asarray(a)
    ddof = ddof if correction is None else correction
    kind, count = _mean_type(a, dtype), _count(a, axis, where)
    if count.__class__ is int and count <= ddof:
        warnings.warn("Degrees of freedom <= 0 for slice", RuntimeWarning, stacklevel=2)
        if count == 0:
            report(INVALID, "divide")
    centre = divide(sum(a, axis, kind, keepdims=True, where=where), count) if mean is None else mean
    distance = subtract(a, centre)
    squared = multiply(distance, distance.conj()).real if kind.kind == "c" else square(distance)
    total = sum(squared, axis, None if kind.kind == "c" else kind, keepdims=keepdims, where=where)
    parts = count - ddof
    if parts.__class__ in (int, float):
        return delivered(total / (parts if parts > 0 else 0), out)
    return delivered(divide(total, maximum(parts, 0).reshape(asarray(total).shape)), out)


def std(
    a,
    axis=None,
    dtype=None,
    out=None,
    ddof=0,
    keepdims=False,
    *,
    where=True,
    mean=None,
    correction=None,
):
    """The standard deviation along axes: the root of the variance."""
    spread = var(
        a, axis, dtype, None, ddof, keepdims, where=where, mean=mean, correction=correction
    )
    return delivered(sqrt(spread), out)


def cumsum(a, axis=None, dtype=None, out=None):
    """The running sum along an axis, or over the flattened array."""
    a = asarray(a)
    kind = _summed_type(a, dtype)
    return delivered(running(a.astype(kind, copy=False), axis, kind, op.add), out)


def cumprod(a, axis=None, dtype=None, out=None):
    """The running product along an axis, or over the flattened array."""
    a = asarray(a)
    kind = _summed_type(a, dtype)
    return delivered(running(a.astype(kind, copy=False), axis, kind, op.mul), out)


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The weighted mean along axes."""
    from ._shape import broadcast_to

    a = asarray(a)
    if weights is None:
        result = mean(a, axis, keepdims=keepdims)
        total = result * 0 + _count(a, axis, True)
        return (result, total) if returned else result
    weights = asarray(weights)
    if weights._shape != a._shape:
        if axis is None:
            raise TypeError("Axis must be specified when shapes of a and weights differ.")
        if weights.ndim != 1 or len(weights) != a._shape[axis]:
            raise ValueError(
                "Shape of weights must be consistent with shape of a along specified axis."
            )
        lengths = [1] * a.ndim
        lengths[axis] = len(weights)
        weights = weights.reshape(tuple(lengths))
    total = sum(broadcast_to(weights, a._shape), axis, keepdims=keepdims)
    if any(asarray(total) == 0):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    result = divide(sum(multiply(a, weights), axis, keepdims=keepdims), total)
    return (result, total) if returned else result


for _function in (
    sum,
    prod,
    max,
    min,
    argmax,
    argmin,
    all,
    any,
    mean,
    var,
    std,
    cumsum,
    cumprod,
):
    setattr(ndarray, _function.__name__, _function)
