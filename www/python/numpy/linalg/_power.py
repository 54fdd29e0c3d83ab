"""Powers and chains of matrix products."""

from operator import index

from .._algebra import dot, matmul
from .._create import asarray, zeros_like
from .._grid import eye
from ._solve import inv
from ._stacks import single, squares


def matrix_power(a, n):
    """A square matrix multiplied by itself ``n`` times; its inverse for negative ``n``."""
    a = squares(a)
    try:
        n = index(n)
    except TypeError:
        raise TypeError("exponent must be an integer") from None
    if n == 0:
        made = zeros_like(a)
        made[...] = eye(a._shape[-1])
        return made
    square, result = inv(a) if n < 0 else a, None
    n = abs(n)
    while n:
        if n & 1:
            result = square if result is None else matmul(result, square)
        n >>= 1
        square = matmul(square, square) if n else square
    return result


def multi_dot(arrays, *, out=None):
    """The product of a chain of matrices, in the order that takes the fewest multiplications."""
    if len(arrays) < 2:
        raise ValueError("Expecting at least two arrays.")
    if len(arrays) == 2:
        return dot(arrays[0], arrays[1], out)
    arrays = [asarray(one) for one in arrays]
    first, last = arrays[0].ndim == 1, arrays[-1].ndim == 1
    if first:
        arrays[0] = arrays[0][None, :]
    if last:
        arrays[-1] = arrays[-1][:, None]
    single(*arrays)
    split = _best_splits([one._shape[0] for one in arrays] + [arrays[-1]._shape[1]])
    result = _product(arrays, split, 0, len(arrays) - 1, out)
    if first and last:
        return result[0, 0]
    return result.ravel() if first or last else result


def _best_splits(lengths):
    """Where to part each run of matrices, so that its product takes the fewest multiplications."""
    count = len(lengths) - 1
    cost, split = {(k, k): 0 for k in range(count)}, {}
    for span in range(1, count):
        for i in range(count - span):
            j = i + span
            ends = lengths[i] * lengths[j + 1]
            costs = [cost[i, k] + cost[k + 1, j] + ends * lengths[k + 1] for k in range(i, j)]
            cost[i, j] = min(costs)
            split[i, j] = i + costs.index(cost[i, j])
    return split


def _product(arrays, split, i, j, out=None):
    if i == j:
        return arrays[i]
    k = split[i, j]
    return dot(_product(arrays, split, i, k), _product(arrays, split, k + 1, j), out)
