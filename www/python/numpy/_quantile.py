"""Medians, percentiles and quantiles, by linear interpolation between sorted elements."""

import math

from . import _dtype as dt
from ._array import copied, whole
from ._create import asarray
from ._layout import normal_axes, size_of
from ._shape import moveaxis
from ._sort import _sorted_run
from ._statistics import mean

_METHODS = ("linear", "lower", "higher", "midpoint", "nearest")


def _runs(a, axis):
    """Sorted runs over the axes, and the shapes of what is kept."""
    axes = normal_axes(axis, a.ndim)
    moved = moveaxis(a, axes, tuple(range(a.ndim - len(axes), a.ndim)))
    kept = moved._shape[: a.ndim - len(axes)]
    length, values = size_of(moved._shape[len(kept) :]), copied(moved)
    runs = [_sorted_run(values[k * length : (k + 1) * length]) for k in range(size_of(kept))]
    full = tuple(1 if k in axes else a._shape[k] for k in range(a.ndim))
    return runs, kept, full


def _at(run, share, method):
    if not run:
        return math.nan
    if run[-1] != run[-1]:
        return math.nan
    place = share * (len(run) - 1)
    low = math.floor(place)
    high = min(low + 1, len(run) - 1)
    part = place - low
    if method == "lower":
        return run[low]
    if method == "higher":
        return run[math.ceil(place)]
    if method == "nearest":
        return run[round(place)]
    if method == "midpoint":
        return (run[low] + run[math.ceil(place)]) / 2
    step = run[high] - run[low]
    return run[high] - step * (1 - part) if part >= 0.5 else run[low] + step * part


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The value below which a share ``q`` (0 to 1) of the elements lies, along axes."""
    a, q = asarray(a), asarray(q)
    if method not in _METHODS:
        raise ValueError(
            f"{method!r} is not in this playground; choose one of {', '.join(_METHODS)}"
        )
    shares = q.ravel().tolist()
    if any(not 0 <= share <= 1 for share in shares):
        raise ValueError("Quantiles must be in the range [0, 1]")
    runs, kept, full = _runs(a, axis)
    values = [_at(run, share, method) for share in shares for run in runs]
    kind = a._dtype if a._dtype.kind == "f" else dt.float64
    made = whole(kind.store(values), q._shape + (full if keepdims else kept), kind)
    return made if made._shape else made[()]


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The value below which ``q`` percent of the elements lie, along axes."""
    q = asarray(q)
    if ((q < 0) | (q > 100)).any() if q.ndim else not 0 <= q.item() <= 100:
        raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, asarray(q / 100.0), axis, method=method, keepdims=keepdims)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle element along axes; the mean of the two middle ones of an even number."""
    a = asarray(a)
    if a.size == 0:
        return mean(a, axis, keepdims=keepdims)
    runs, kept, full = _runs(a, axis)
    values = []
    for run in runs:
        half, odd = divmod(len(run), 2)
        values.append(
            run[-1] if run[-1] != run[-1] else run[half] if odd else (run[half - 1] + run[half]) / 2
        )
    kind = a._dtype if a._dtype.kind == "f" else dt.float64
    made = whole(kind.store(values), full if keepdims else kept, kind)
    return made if made._shape else made[()]
