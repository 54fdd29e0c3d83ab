"""Norms of vectors and matrices."""

import math

from .._create import asarray
from .._layout import normal_axis
from .._math import absolute, multiply, power, sqrt


def _spread(x, axes, keepdims):
    squares = multiply(x, x.conj()).real if x.dtype.kind == "c" else multiply(x, x)
    return sqrt(asarray(squares).sum(axes, keepdims=keepdims))


def norm(x, ord=None, axis=None, keepdims=False):
    """The length of a vector or size of a matrix, along axes."""
    x = asarray(x)
    x = x if x.dtype.kind in "fc" else x.astype(float)
    if axis is None:
        if ord is None or ord in ("fro", "f") and x.ndim == 2 or ord == 2 and x.ndim == 1:
            found = _spread(x.ravel(), 0, False)
            return asarray(found).reshape((1,) * x.ndim) if keepdims else found
        axis = tuple(range(x.ndim))
    axes = axis if isinstance(axis, tuple) else (axis,)
    axes = tuple(normal_axis(one, x.ndim) for one in axes)
    if len(axes) == 1:
        return _vector_norm(x, 2 if ord is None else ord, axes[0], keepdims)
    if len(axes) == 2:
        return _matrix_norm(x, "fro" if ord is None else ord, axes, keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _vector_norm(x, ord, axis, keepdims):
    size = absolute(x)
    if ord == math.inf:
        return size.max(axis, keepdims=keepdims)
    if ord == -math.inf:
        return size.min(axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.dtype).sum(axis, keepdims=keepdims)
    if ord == 1:
        return size.sum(axis, keepdims=keepdims)
    if ord == 2:
        return _spread(x, axis, keepdims)
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    return power(power(size, ord).sum(axis, keepdims=keepdims), 1.0 / ord)


def _matrix_norm(x, ord, axes, keepdims):
    rows, columns = axes
    if rows == columns:
        raise ValueError("Duplicate axes given.")
    if ord in ("fro", "f"):
        return _spread(x, axes, keepdims)
    if ord not in (1, -1, math.inf, -math.inf):
        if ord in (2, -2, "nuc"):
            raise NotImplementedError(
                f"this playground has no matrix norm of order {ord!r} yet; use 'fro', 1 or inf"
            )
        raise ValueError("Invalid norm order for matrices.")
    summed, kept = (rows, columns) if abs(ord) == 1 else (columns, rows)
    sums = absolute(x).sum(summed, keepdims=True)
    found = sums.max(kept, keepdims=True) if ord > 0 else sums.min(kept, keepdims=True)
    return found if keepdims else found.squeeze(axes)[()]


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    """The length of vectors along an axis, or of the flattened array."""
    x = asarray(x)
    if axis is None:
        return norm(x.ravel(), ord)
    return norm(x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    """The size of matrices on the last two axes."""
    return norm(x, ord, (-2, -1), keepdims)
