"""Vectors of normal numbers with a given covariance.

Independent numbers are stretched along the covariance's axes, its singular vectors. A vector is
only defined up to its sign, and the sign decides which numbers come out. So the axes are found
step by step as LAPACK finds them for up to 25 dimensions: Householder reflections down to two
diagonals (Golub and Kahan, 1965), then rotations until one is left (Demmel and Kahan, "Accurate
Singular Values of Bidiagonal Matrices", 1990).
"""

import math
import warnings

from .._algebra import dot
from .._create import asarray
from .._layout import normal_shape
from .._logic import allclose
from ._bidiagonal import diagonalised


def multivariate_normal(standard_normal, mean, cov, size, check_valid, tol):
    """What ``RandomState.multivariate_normal`` returns."""
    mean, cov = asarray(mean), asarray(cov)
    shape = () if size is None else normal_shape(size)
    if mean.ndim != 1:
        raise ValueError("mean must be 1 dimensional")
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError("cov must be 2 dimensional and square")
    if len(mean) != len(cov):
        raise ValueError("mean and cov must have same length")
    if check_valid not in ("warn", "raise", "ignore"):
        raise ValueError("check_valid must equal 'warn', 'raise', or 'ignore'")
    drawn = standard_normal((*shape, len(mean))).reshape(-1, len(mean))
    spreads, axes = principal_axes(cov.astype(float))
    if check_valid != "ignore" and not allclose(dot(axes.T * spreads, axes), cov, tol, tol):
        words = "covariance is not symmetric positive-semidefinite."
        if check_valid == "raise":
            raise ValueError(words)
        warnings.warn(words, RuntimeWarning, stacklevel=3)
    made = dot(drawn, (spreads**0.5)[:, None] * axes) + mean
    return made.reshape((*shape, len(mean)))


def principal_axes(matrix):
    """The singular values of a square matrix in falling order, and its right singular vectors."""
    diagonal, upper, rows = _two_diagonals(matrix.tolist())
    diagonalised(diagonal, upper, rows)
    return asarray(diagonal), asarray(rows)


def _two_diagonals(a):
    """The diagonal, the one above it, and the rows that turn them back into the matrix."""
    n = len(a)
    diagonal, upper = [0.0] * n, [0.0] * max(n - 1, 0)
    rows = [[float(k == j) for j in range(n)] for k in range(n)]
    for k in range(n):
        diagonal[k], scale, column = _reflection([a[i][k] for i in range(k, n)])
        for j in range(k + 1, n):
            part = scale * sum(v * a[k + i][j] for i, v in enumerate(column))
            for i, v in enumerate(column):
                a[k + i][j] -= part * v
        if k == n - 1:
            break
        upper[k], scale, row = _reflection(a[k][k + 1 :])
        for i in range(k + 1, n):
            part = scale * sum(v * a[i][k + 1 + j] for j, v in enumerate(row))
            for j, v in enumerate(row):
                a[i][k + 1 + j] -= part * v
        for j in range(n):
            part = scale * sum(v * rows[k + 1 + i][j] for i, v in enumerate(row))
            for i, v in enumerate(row):
                rows[k + 1 + i][j] -= part * v
    return diagonal, upper, rows


def _reflection(vector):
    """What is left in the first place, and the scale and vector of the reflection that does it."""
    first, rest = vector[0], math.hypot(*vector[1:])
    if rest == 0.0:
        return first, 0.0, vector
    left = -math.copysign(math.hypot(first, rest), first)
    return left, (left - first) / left, [1.0] + [v / (first - left) for v in vector[1:]]
