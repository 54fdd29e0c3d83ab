"""Functions of ``np`` that take stacks of matrices here, and nothing else."""

from .. import _shape
from .._algebra import cross as _cross
from .._algebra import outer as _outer
from .._create import asarray


def diagonal(x, /, *, offset=0):
    """The diagonal of each matrix: the last two axes."""
    return _shape.diagonal(asarray(x), offset, -2, -1)


def trace(x, /, *, offset=0, dtype=None):
    """The sum of the diagonal of each matrix: the last two axes."""
    return diagonal(x, offset=offset).sum(-1, dtype=dtype)


def cross(x1, x2, /, *, axis=-1):
    """The cross product of vectors of three numbers."""
    x1, x2 = asarray(x1), asarray(x2)
    if x1.shape[axis] != 3 or x2.shape[axis] != 3:
        raise ValueError(
            "Both input arrays must be (arrays of) 3-dimensional vectors, but they are "
            f"{x1.shape[axis]} and {x2.shape[axis]} dimensional instead."
        )
    return _cross(x1, x2, axis=axis)


def outer(x1, x2, /):
    """The products of every element of one vector with every element of another."""
    x1, x2 = asarray(x1), asarray(x2)
    if x1.ndim != 1 or x2.ndim != 1:
        raise ValueError(
            "Input arrays must be one-dimensional, but they are "
            f"x1.ndim={x1.ndim} and x2.ndim={x2.ndim}."
        )
    return _outer(x1, x2)
