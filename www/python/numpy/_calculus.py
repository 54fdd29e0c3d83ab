"""Differences, sums over intervals, sliding products, interpolation, functions applied to runs."""

import warnings
from bisect import bisect_right

from . import _dtype as dt
from ._algebra import dot
from ._array import elements, whole
from ._create import array as make
from ._create import asarray, zeros_like
from ._layout import normal_axis, row_major
from ._math import add, divide, multiply, subtract
from ._promotion import can_cast, of_operands, result_type
from ._shape import moveaxis


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """Each element less the one before it along an axis, ``n`` times over."""
    from ._join import concatenate

    a = asarray(a)
    axis = normal_axis(axis, a.ndim)
    parts = [asarray(one) for one in (prepend, a, append) if one is not None]
    if len(parts) > 1:
        lengths = a._shape[:axis] + (1,) + a._shape[axis + 1 :]
        parts = [one if one.ndim else one + make(0).reshape((1,) * a.ndim) for one in parts]
        parts = [one if one._shape[:axis] == lengths[:axis] else one + asarray(0) for one in parts]
        a = concatenate(parts, axis)
    lead = (slice(None),) * axis
    for _ in range(n):
        late, early = a[lead + (slice(1, None),)], a[lead + (slice(None, -1),)]
        a = late != early if a._dtype is dt.bool_ else subtract(late, early)
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    """Each element of the flattened array less the one before it, with values around."""
    from ._join import concatenate

    ary = asarray(ary)
    ends = [None if one is None else asarray(one).ravel() for one in (to_begin, to_end)]
    for name, one in zip(("to_begin", "to_end"), ends):
        if one is not None and not can_cast(one._dtype, ary._dtype, "same_kind"):
            raise TypeError(
                f"dtype of `{name}` must be compatible with input `ary` under the `same_kind` rule."
            )
    middle = diff(ary.ravel())
    parts = [one for one in (ends[0], middle, ends[1]) if one is not None]
    return concatenate(parts, dtype=ary._dtype) if len(parts) > 1 else middle


def gradient(f, *varargs, axis=None, edge_order=1):
    """Slopes along each axis: central inside, one-sided at the ends."""
    f = asarray(f)
    f = f if f._dtype.kind in "bfc" else f.astype(float)
    axes = range(f.ndim) if axis is None else [axis] if isinstance(axis, int) else list(axis)
    steps = list(varargs) if len(varargs) == len(axes) else list(varargs or (1.0,)) * len(axes)
    made = [_slope(f, normal_axis(k, f.ndim), asarray(step)) for k, step in zip(axes, steps)]
    return made[0] if len(made) == 1 else tuple(made)


def _slope(f, axis, spacing):
    moved = moveaxis(f, axis, 0)
    if len(moved) < 2:
        raise ValueError(
            "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) "
            "elements are required."
        )
    gaps = diff(spacing) if spacing.ndim else spacing + asarray([0.0] * (len(moved) - 1))
    gaps = gaps.reshape((-1,) + (1,) * (f.ndim - 1))
    slopes = divide(diff(moved, axis=0), gaps)
    made = moved.copy()
    made[0], made[-1] = slopes[0], slopes[-1]
    before, after = gaps[:-1], gaps[1:]
    if spacing.ndim == 0:
        made[1:-1] = (moved[2:] - moved[:-2]) / (2.0 * spacing)
    else:
        made[1:-1] = (slopes[1:] * before + slopes[:-1] * after) / (before + after)
    return moveaxis(made, 0, axis)


def convolve(a, v, mode="full"):
    """The sliding sum of products with ``v`` reversed."""
    return correlate(a, asarray(v).ravel()[::-1], mode)


def correlate(a, v, mode="valid"):
    """The sliding sum of products of two one-dimensional arrays."""
    a, v = asarray(a).ravel(), asarray(v).ravel()
    for name, one in (("a", a), ("v", v)):
        if one.size == 0:
            raise ValueError(f"{name} cannot be empty")
    kind = of_operands([a, v])
    first, second = list(elements(a)), list(elements(v))
    swapped = len(first) < len(second)
    if swapped:
        first, second = second[::-1], first[::-1]
    n, m = len(first), len(second)
    start, stop = {
        "full": (1 - m, n),
        "same": (-(m // 2), n - m // 2),
        "valid": (0, n - m + 1),
    }.get(mode, (None, None))
    if start is None:
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")
    values = []
    for place in range(start, stop):
        low, high = max(0, -place), min(m, n - place)
        values.append(
            sum(map(lambda x, y: x * y, first[place + low : place + high], second[low:high]))
        )
    made = whole(kind.store_wrapped(values), (len(values),), kind)
    return made


def interp(x, xp, fp, left=None, right=None, period=None):
    """Values on the broken line through the points, constant beyond its ends."""
    xs, ys = list(map(float, asarray(xp))), list(map(float, asarray(fp)))
    if len(xs) != len(ys):
        raise ValueError("fp and xp are not of the same length.")
    low, high = ys[0] if left is None else left, ys[-1] if right is None else right

    def value(at):
        if at != at:
            return at
        if at < xs[0]:
            return low
        if at >= xs[-1]:
            return ys[-1] if at == xs[-1] else high
        k = bisect_right(xs, at) - 1
        return (ys[k + 1] - ys[k]) / (xs[k + 1] - xs[k]) * (at - xs[k]) + ys[k]

    x = asarray(x)
    made = whole(dt.float64.store([value(at) for at in elements(x)]), x._shape, dt.float64)
    return made if x._shape else made[()]


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The area under a line through points, by trapezoids."""
    y = asarray(y)
    axis = normal_axis(axis, y.ndim)
    lead = (slice(None),) * axis
    gaps = dx
    if x is not None:
        gaps = diff(x)
        if gaps.ndim == 1:
            gaps = gaps.reshape((1,) * axis + (-1,) + (1,) * (y.ndim - axis - 1))
    heights = add(y[lead + (slice(1, None),)], y[lead + (slice(None, -1),)])
    return asarray(multiply(gaps, heights) / 2.0).sum(axis)


def cov(
    m,
    y=None,
    rowvar=True,
    bias=False,
    ddof=None,
    fweights=None,
    aweights=None,
    *,
    dtype=None,
):
    """The covariance matrix of variables in rows, of columns with ``rowvar=False``."""
    from ._join import vstack
    from ._statistics import average

    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    ddof = (0 if bias else 1) if ddof is None else ddof
    kind = result_type(m, dt.float64, *(() if y is None else (y,))) if dtype is None else dtype
    m = _variables(m, rowvar, kind)
    if m._shape[0] == 0:
        return make([]).reshape(0, 0)
    if y is not None:
        m = vstack((m, _variables(y, rowvar, kind)))
    weights = _checked_weights(fweights, aweights, m._shape[1])
    mean, total = average(m, 1, weights, True)
    total = total[0]
    if weights is None:
        parts = m._shape[1] - ddof
    elif aweights is None or ddof == 0:
        parts = total - ddof
    else:
        parts = total - ddof * (weights * asarray(aweights)).sum() / total
    if parts <= 0:
        warnings.warn("Degrees of freedom <= 0 for slice", RuntimeWarning, stacklevel=2)
        parts = 0.0
    centred = m - mean[:, None]
    scaled = centred if weights is None else centred * weights
    found = asarray(multiply(dot(centred, scaled.T.conj()), divide(1, parts)))
    return found.reshape(()) if found.size == 1 else found


def _variables(m, rowvar, kind):
    """The variables as rows of one type."""
    m = asarray(m)
    if m.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    m = m[None, :] if m.ndim == 1 else m.reshape(1, 1) if not m.ndim else m
    return (m if rowvar or m._shape[0] == 1 else m.T).astype(kind)


def _checked_weights(fweights, aweights, count):
    """The product of counts and weights of the samples, or None without either."""
    made = None
    for name, given in (("fweights", fweights), ("aweights", aweights)):
        if given is None:
            continue
        given = asarray(given, float)
        if name == "fweights" and not (given == given.round()).all():
            raise TypeError("fweights must be integer")
        if given.ndim > 1:
            raise RuntimeError(f"cannot handle multidimensional {name}")
        if given._shape[0] != count:
            raise RuntimeError(f"incompatible numbers of samples and {name}")
        if (given < 0).any():
            raise ValueError(f"{name} cannot be negative")
        made = given if made is None else made * given
    return made


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """The matrix of correlation coefficients of variables in rows."""
    from ._grid import diag
    from ._math import sqrt

    found = asarray(cov(x, y, rowvar, dtype=dtype))
    if found.ndim == 0:
        return divide(found, found)
    spread = sqrt(diag(found))
    return (found / spread[:, None] / spread[None, :]).clip(-1, 1)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """The function of every run along an axis."""
    arr = asarray(arr)
    axis = normal_axis(axis, arr.ndim)
    moved = moveaxis(arr, axis, -1)
    lead = moved._shape[:-1]
    if 0 in lead:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    results = [asarray(func1d(moved[place], *args, **kwargs)) for place in row_major(lead)]
    made = make(results).reshape(lead + results[0]._shape)
    for _ in range(results[0].ndim):
        made = moveaxis(made, -1, axis)
    return made


def polyval(p, x):
    """The value of a polynomial, its highest power first."""
    x = asarray(x)
    result = zeros_like(x)
    for coefficient in asarray(p):
        result = result * x + coefficient
    return result
