"""Statistics that leave NaN out."""

import math
import warnings

from . import _dtype as dt
from ._array import elements, whole
from ._create import asarray
from ._errstate import errstate
from ._layout import normal_axes
from ._math import divide, fmax, fmin, isnan, multiply, sqrt, subtract
from ._quantile import as_shares, medians, quantiles
from ._reduce import delivered
from ._sort import _sorted_run
from ._statistics import all as all_true
from ._statistics import argmax, argmin, cumprod, cumsum, mean, prod, sum, var

__all__ = [
    "nanargmax",
    "nanargmin",
    "nancumprod",
    "nancumsum",
    "nanmax",
    "nanmean",
    "nanmedian",
    "nanmin",
    "nanpercentile",
    "nanprod",
    "nanquantile",
    "nanstd",
    "nansum",
    "nanvar",
]


def _replaced(a, value):
    """The array with a value in place of NaN, and where NaN was; None where it cannot be."""
    a = asarray(a)
    if a._dtype.kind not in "fc":
        return a, None
    values = [value if one != one else one for one in elements(a)]
    return whole(a._dtype.store(values), a._shape, a._dtype), isnan(a)


def _warn(words):
    warnings.warn(words, RuntimeWarning, stacklevel=3)


def _inexact(dtype, out, mask):
    if mask is not None and dtype is not None and dt.lookup(dtype).kind not in "fc":
        raise TypeError("If a is inexact, then dtype must be inexact")
    if mask is not None and out is not None and out.dtype.kind not in "fc":
        raise TypeError("If a is inexact, then out must be inexact")


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """The sum along axes, NaN counting as zero."""
    return sum(_replaced(a, 0.0)[0], axis, dtype, out, keepdims, initial, where)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """The product along axes, NaN counting as one."""
    return prod(_replaced(a, 1.0)[0], axis, dtype, out, keepdims, initial, where)


def nancumsum(a, axis=None, dtype=None, out=None):
    """The running sum along an axis, NaN counting as zero."""
    return cumsum(_replaced(a, 0.0)[0], axis, dtype, out)


def nancumprod(a, axis=None, dtype=None, out=None):
    """The running product along an axis, NaN counting as one."""
    return cumprod(_replaced(a, 1.0)[0], axis, dtype, out)


def _extreme(function, a, axis, out, keepdims, initial, where):
    a = asarray(a)
    normal_axes(axis, a.ndim)
    if not a.size and initial is None:
        raise ValueError(
            f"zero-size array to reduction operation {function.__name__} which has no identity"
        )
    made = function.reduce(a, axis, None, None, keepdims, initial, where)
    if isnan(made).any():
        warnings.warn("All-NaN slice encountered", RuntimeWarning, stacklevel=3)
    return delivered(made, out)


def nanmin(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """The smallest number along axes, NaN left out."""
    return _extreme(fmin, a, axis, out, keepdims, initial, where)


def nanmax(a, axis=None, out=None, keepdims=False, initial=None, where=True):
    """The largest number along axes, NaN left out."""
    return _extreme(fmax, a, axis, out, keepdims, initial, where)


def _position(function, a, filler, axis, out, keepdims):
    filled, mask = _replaced(a, filler)
    if mask is not None and mask.size and asarray(all_true(mask, axis)).any():
        raise ValueError("All-NaN slice encountered")
    return function(filled, axis, out, keepdims=keepdims)


def nanargmin(a, axis=None, out=None, *, keepdims=False):
    """Where the smallest number is first along an axis, NaN left out."""
    return _position(argmin, a, math.inf, axis, out, keepdims)


def nanargmax(a, axis=None, out=None, *, keepdims=False):
    """Where the largest number is first along an axis, NaN left out."""
    return _position(argmax, a, -math.inf, axis, out, keepdims)


def _divided(total, count):
    with errstate(divide="ignore", invalid="ignore"):
        return divide(total, count, dtype=asarray(total).dtype)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    """The mean along axes, NaN left out."""
    filled, mask = _replaced(a, 0.0)
    if mask is None:
        return mean(filled, axis, dtype, out, keepdims, where=where)
    _inexact(dtype, out, mask)
    count = sum(~mask, axis, keepdims=keepdims, where=where)
    total = sum(filled, axis, dtype, None, keepdims, where=where)
    if (count == 0).any():
        _warn("Mean of empty slice")
    return delivered(_divided(total, count), out)


def nanvar(
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
    """The variance along axes, NaN left out: the mean squared distance, over N - ddof."""
    if correction is not None:
        if ddof != 0:
            raise ValueError("ddof and correction can't be provided simultaneously.")
        ddof = correction
    filled, mask = _replaced(a, 0.0)
    if mask is None:
        return var(filled, axis, dtype, out, ddof, keepdims, where=where, mean=mean)
    _inexact(dtype, out, mask)
    if mean is None:
        count = sum(~mask, axis, keepdims=True, where=where)
        mean = _divided(sum(filled, axis, dtype, keepdims=True, where=where), count)
    distance, _ = _replaced(subtract(asarray(a), mean), 0.0)
    is_complex = distance.dtype.kind == "c"
    squared = multiply(distance, distance.conj()).real if is_complex else distance * distance
    total = sum(squared, axis, None if is_complex else dtype, None, keepdims, where=where)
    degrees = sum(~mask, axis, keepdims=keepdims, where=where) - ddof
    made = asarray(_divided(total, degrees))
    if (degrees <= 0).any():
        _warn("Degrees of freedom <= 0 for slice.")
        made[asarray(degrees <= 0)] = math.nan
    return delivered(made[()], out)


def nanstd(
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
    """The standard deviation along axes, NaN left out."""
    spread = nanvar(
        a, axis, dtype, None, ddof, keepdims, where=where, mean=mean, correction=correction
    )
    return delivered(sqrt(spread), out)


def _sorted_numbers(run):
    """The numbers of a run in order, NaN left out."""
    numbers = [value for value in run if value == value]
    if run and not numbers:
        warnings.warn("All-NaN slice encountered", RuntimeWarning, stacklevel=5)
    return _sorted_run(numbers)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle number along axes, NaN left out."""
    a = asarray(a)
    if a.size == 0:
        return nanmean(a, axis, out=out, keepdims=keepdims)
    return medians(a, axis, out, keepdims, _sorted_numbers)


def nanquantile(
    a,
    q,
    axis=None,
    out=None,
    overwrite_input=False,
    method="linear",
    keepdims=False,
    *,
    weights=None,
):
    """The value below which a share ``q`` (0 to 1) of the numbers lies, NaN left out."""
    a = asarray(a)
    if a.size == 0:
        return nanmean(a, axis, out=out, keepdims=keepdims)
    return quantiles(a, q, axis, out, method, keepdims, weights, _sorted_numbers)


def nanpercentile(
    a,
    q,
    axis=None,
    out=None,
    overwrite_input=False,
    method="linear",
    keepdims=False,
    *,
    weights=None,
):
    """The value below which ``q`` percent of the numbers lie, NaN left out."""
    q = as_shares(q)
    return nanquantile(a, q, axis, out, overwrite_input, method, keepdims, weights=weights)
