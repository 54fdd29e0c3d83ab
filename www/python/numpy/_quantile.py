"""Medians, percentiles and quantiles: where in the sorted elements, and what lies between two.

The methods are those of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996.
"""

import math
from itertools import accumulate

from . import _dtype as dt
from ._array import copied, whole
from ._create import asarray
from ._layout import normal_axes, normal_axis, size_of
from ._math import subtract
from ._reduce import delivered
from ._shape import broadcast_to, moveaxis
from ._sort import _sorted_run
from ._statistics import mean

# Alpha and beta of the methods that interpolate everywhere.
_CONTINUOUS = {
    "interpolated_inverted_cdf": (0, 1),
    "hazen": (0.5, 0.5),
    "weibull": (0, 0),
    "linear": (1, 1),
    "median_unbiased": (1 / 3, 1 / 3),
    "normal_unbiased": (3 / 8, 3 / 8),
}
_DISCRETE = ("inverted_cdf", "closest_observation", "lower", "higher", "nearest")
# In NumPy's order, which its message shows.
_METHODS = dict.fromkeys(
    "inverted_cdf averaged_inverted_cdf closest_observation interpolated_inverted_cdf hazen "
    "weibull linear median_unbiased normal_unbiased lower higher midpoint nearest".split()
)


def runs_along(a, axis):
    """Elements run by run over the axes, and the shapes of what is kept, without and with them."""
    axes = normal_axes(axis, a.ndim)
    moved = moveaxis(a, axes, tuple(range(a.ndim - len(axes), a.ndim)))
    kept = moved._shape[: a.ndim - len(axes)]
    length, values = size_of(moved._shape[len(kept) :]), copied(moved)
    runs = [values[k * length : (k + 1) * length] for k in range(size_of(kept))]
    full = tuple(1 if k in axes else a._shape[k] for k in range(a.ndim))
    return runs, kept, full


def _place(count, share, method):
    """The place of a share among sorted elements, a whole number or between two."""
    if method in _CONTINUOUS:
        alpha, beta = _CONTINUOUS[method]
        if alpha == beta == 1:
            return (count - 1) * share
        return count * share + (alpha + share * (1 - alpha - beta)) - 1
    if method == "lower":
        return math.floor((count - 1) * share)
    if method == "higher":
        return math.ceil((count - 1) * share)
    if method == "nearest":
        return round((count - 1) * share)
    if method == "midpoint":
        place = (count - 1) * share
        return 0.5 * (math.floor(place) + math.ceil(place))
    place = count * share - 1
    if method == "averaged_inverted_cdf":
        return place
    if method == "closest_observation":
        place -= 0.5
        stays = place == math.floor(place) and math.floor(place) % 2 == 1
    else:
        stays = place == math.floor(place)
    return max(0, math.floor(place) + (not stays))


def _at(run, share, method):
    """One quantile of sorted elements."""
    if not run or run[-1] != run[-1]:
        return math.nan
    place = _place(len(run), share, method)
    if place >= len(run) - 1:
        return run[-1]
    if place < 0:
        return run[0]
    low = math.floor(place)
    part = place - low
    if method == "averaged_inverted_cdf":
        part = 1.0 if part else 0.5
    elif method == "midpoint":
        part = 0.5 if part else 0.0
    if method in _DISCRETE:
        return run[low]
    step = run[low + 1] - run[low]
    return run[low + 1] - step * (1 - part) if part >= 0.5 else run[low] + step * part


def _weighted_at(pairs, share):
    """The first element at which the weights add up to the share."""
    if any(value != value for value, _ in pairs):
        return math.nan
    pairs = sorted(pair for pair in pairs if pair[1] > 0)
    sums = list(accumulate(weight for _, weight in pairs))
    return next(value for (value, _), sum_ in zip(pairs, sums) if sum_ / sums[-1] >= share)


def _shares(q, a, method):
    """The shares as an array, and the type that results have."""
    is_number = isinstance(q, (int, float)) and not hasattr(q, "dtype")
    q = asarray(q)
    if method in _DISCRETE or q._dtype.kind in "iu" and method == "linear":
        return q, a._dtype
    kind = dt.float64 if a._dtype.kind in "biu" else a._dtype
    if not is_number and q._dtype.kind == "f" and q._dtype.itemsize > kind.itemsize:
        kind = q._dtype
    return q, kind


def _checked_method(method, weights):
    if method not in _METHODS:
        raise ValueError(f"{method!r} is not a valid method. Use one of: {_METHODS.keys()}")
    if weights is not None and method != "inverted_cdf":
        raise ValueError(f"Only method 'inverted_cdf' supports weights. Got: {method}.")


def quantiles(a, q, axis, out, method, keepdims, weights, prepare):
    """Quantiles along axes; ``prepare`` sorts a run of elements."""
    _checked_method(method, weights)
    if a._dtype.kind == "c":
        raise TypeError("a must be an array of real numbers")
    if a._dtype.kind == "b" and method not in _DISCRETE:
        subtract(a, a)
    q, kind = _shares(q, a, method)
    shares = [float(share) for share in q.ravel().tolist()]
    if not all(0 <= share <= 1 for share in shares):
        raise ValueError("Quantiles must be in the range [0, 1]")
    runs, kept, full = runs_along(a, axis)
    if runs and not runs[0]:
        raise IndexError("index -1 is out of bounds for axis 0 with size 0")
    if weights is not None:
        values = _weighted(runs, _weights_like(a, weights, axis), axis, shares, prepare)
        kind = a._dtype
    else:
        runs = [prepare(run) for run in runs]
        values = [_at(run, share, method) for share in shares for run in runs]
    made = whole(kind.store(values), q._shape + (full if keepdims else kept), kind)
    return delivered(made if made._shape else made[()], out)


def _weights_like(a, weights, axis):
    """Weights in the shape of the array: given whole, or along the one axis."""
    weights = asarray(weights).astype(float)
    if weights._shape == a._shape:
        return weights
    if axis is None or hasattr(axis, "__len__"):
        raise TypeError("Axis must be specified when shapes of a and weights differ.")
    axis = normal_axis(axis, a.ndim)
    if weights._shape != (a._shape[axis],):
        raise ValueError(
            "Shape of weights must be consistent with shape of a along specified axis."
        )
    return broadcast_to(weights.reshape((-1,) + (1,) * (a.ndim - axis - 1)), a._shape)


def _weighted(runs, weights, axis, shares, prepare):
    loads, _, _ = runs_along(weights, axis)
    if any(weight < 0 for load in loads for weight in load):
        raise ValueError("Weights must be non-negative.")
    pairs = []
    for run, load in zip(runs, loads):
        stays = len(prepare(run)) == len(run)
        pairs.append([p for p in zip(run, load) if stays or p[0] == p[0]])
    return [_weighted_at(one, share) for share in shares for one in pairs]


def quantile(
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
    """The value below which a share ``q`` (0 to 1) of the elements lies, along axes."""
    return quantiles(asarray(a), q, axis, out, method, keepdims, weights, _sorted_run)


def as_shares(q):
    """Percents as shares, refused outside 0 to 100."""
    percents = asarray(q)
    if not ((percents >= 0) & (percents <= 100)).all():
        raise ValueError("Percentiles must be in the range [0, 100]")
    return q / 100 if isinstance(q, (int, float)) else percents / 100.0


def percentile(
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
    """The value below which ``q`` percent of the elements lie, along axes."""
    q = as_shares(q)
    return quantiles(asarray(a), q, axis, out, method, keepdims, weights, _sorted_run)


def median_of(run):
    """The middle of sorted elements, or the mean of the two in the middle."""
    if not run or run[-1] != run[-1]:
        return math.nan
    half, is_odd = divmod(len(run), 2)
    return run[half] if is_odd else (run[half - 1] + run[half]) / 2


def medians(a, axis, out, keepdims, prepare):
    """Medians along axes; ``prepare`` sorts a run of elements."""
    runs, kept, full = runs_along(a, axis)
    kind = a._dtype if a._dtype.kind == "f" else dt.float64
    values = [median_of(prepare(run)) for run in runs]
    made = whole(kind.store(values), full if keepdims else kept, kind)
    return delivered(made if made._shape else made[()], out)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle element along axes; the mean of the two middle ones of an even number."""
    a = asarray(a)
    if a.size == 0:
        return mean(a, axis, out=out, keepdims=keepdims)
    return medians(a, axis, out, keepdims, _sorted_run)
