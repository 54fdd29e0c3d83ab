"""Powers and chains of matrix products."""

from functools import reduce

from .._algebra import matmul
from .._create import asarray, zeros_like


class LinAlgError(ValueError):
    """A matrix for which the operation has no answer."""


def matrix_power(a, n):
    """A square matrix multiplied by itself ``n`` times."""
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(
            f"{a.ndim}-dimensional array given. Array must be at least two-dimensional"
        )
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if n < 0:
        raise NotImplementedError("this playground has no matrix inverse yet; use n >= 0")
    result, square = zeros_like(a), a
    places = range(a.shape[-1])
    result[..., list(places), list(places)] = 1
    while n:
        result = matmul(result, square) if n & 1 else result
        n >>= 1
        square = matmul(square, square) if n else square
    return result


def multi_dot(arrays, *, out=None):
    """The product of a chain of matrices, from the left."""
    return reduce(matmul, arrays)
