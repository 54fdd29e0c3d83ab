"""Norms of vectors and matrices."""

import math

from .._create import asarray
from .._layout import normal_axis, size_of
from .._math import absolute, multiply, power, sqrt
from .._shape import moveaxis, transpose
from ._factors import svd


def norm(x, ord=None, axis=None, keepdims=False):
    """The length of a vector or size of a matrix, along axes."""
    x = asarray(x)
    x = x if x.dtype.kind in "fc" else x.astype(float)
    if axis is None:
        if ord is None or ord in ("fro", "f") and x.ndim == 2 or ord == 2 and x.ndim == 1:
            found = _spread(x.ravel(), 0, False)
            return asarray(found).reshape((1,) * x.ndim) if keepdims else found
        axis = tuple(range(x.ndim))
    axes = axis if isinstance(axis, tuple) else (_as_axis(axis),)
    if len(axes) == 1:
        return _vector_norm(x, 2 if ord is None else ord, normal_axis(axes[0], x.ndim), keepdims)
    if len(axes) == 2:
        axes = tuple(normal_axis(one, x.ndim) for one in axes)
        return _matrix_norm(x, "fro" if ord is None else ord, axes, keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _as_axis(axis):
    try:
        return int(axis)
    except (TypeError, ValueError):
        raise TypeError("'axis' must be None, an integer or a tuple of integers") from None


def _spread(x, axes, keepdims):
    squares = multiply(x, x.conj()).real if x.dtype.kind == "c" else multiply(x, x)
    return sqrt(asarray(squares).sum(axes, keepdims=keepdims))


def _vector_norm(x, ord, axis, keepdims):
    size = absolute(x)
    if ord == math.inf:
        return size.max(axis, keepdims=keepdims, initial=0)
    if ord == -math.inf:
        return size.min(axis, keepdims=keepdims)
    if ord == 0:
        return asarray(x != 0).astype(size.dtype).sum(axis, keepdims=keepdims)
    if ord == 1:
        return size.sum(axis, keepdims=keepdims)
    if ord == 2:
        return _spread(x, axis, keepdims)
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    return power(power(size, ord).sum(axis, keepdims=keepdims), 1.0 / ord)


def _matrix_norm(x, ord, axes, keepdims):
    if axes[0] == axes[1]:
        raise ValueError("Duplicate axes given.")
    if ord in ("fro", "f"):
        return _spread(x, axes, keepdims)
    # The norms of the matrices on the last two axes.
    x = moveaxis(x, axes, (-2, -1))
    if ord in (2, -2, "nuc"):
        found = _of_singular_values(asarray(svd(x, compute_uv=False)), ord)
    elif ord in (1, -1, math.inf, -math.inf):
        sums = absolute(x).sum(-2 if abs(ord) == 1 else -1)
        found = sums.max(-1, initial=0) if ord > 0 else sums.min(-1)
    else:
        raise ValueError("Invalid norm order for matrices.")
    if not keepdims:
        return found
    places = sorted(axes)
    shape = list(asarray(found).shape)
    for place in places:
        shape.insert(place, 1)
    return asarray(found).reshape(tuple(shape))


def _of_singular_values(values, ord):
    if ord == "nuc":
        return values.sum(-1)
    return values.max(-1, initial=0) if ord == 2 else values.min(-1)


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    """The length of vectors along axes, or of the flattened array."""
    x = asarray(x)
    axes = tuple(range(x.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = tuple(normal_axis(one, x.ndim) for one in axes)
    kept = tuple(one for one in range(x.ndim) if one not in axes)
    rest = tuple(x.shape[one] for one in kept)
    length = size_of(tuple(x.shape[one] for one in axes))
    found = norm(transpose(x, axes + kept).reshape((length,) + rest), ord, 0)
    if not keepdims:
        return found
    shape = tuple(1 if one in axes else length for one, length in enumerate(x.shape))
    return asarray(found).reshape(shape)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    """The size of matrices on the last two axes."""
    return norm(x, ord, (-2, -1), keepdims)
