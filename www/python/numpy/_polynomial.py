"""Polynomials fitted to points by least squares."""

import warnings

from ._algebra import dot, outer
from ._create import asarray
from ._grid import vander
from ._math import sqrt
from ._promotion import finfo
from .linalg import inv, lstsq


class RankWarning(RuntimeWarning):
    """The points do not determine the polynomial."""

    __module__ = "numpy.exceptions"


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """Coefficients, the highest power first, of the polynomial nearest to points.

    ``full`` adds residuals, rank, singular values and ``rcond``; ``cov`` adds the covariance.
    """
    order = int(deg) + 1
    x, y = asarray(x) + 0.0, asarray(y) + 0.0
    _check(x, y, deg)
    if rcond is None:
        rcond = len(x) * finfo(x.dtype).eps
    powers, heights = vander(x, order), y
    if w is not None:
        w = _weights(w, y)
        powers = powers * w[:, None]
        heights = heights * (w[:, None] if y.ndim == 2 else w)
    # Columns of like length, so that the small powers are not taken for rounding.
    scale = sqrt((powers * powers).sum(axis=0))
    powers = powers / scale
    found, residuals, rank, values = lstsq(powers, heights, rcond)
    found = (found.T / scale).T
    if rank != order and not full:
        warnings.warn("Polyfit may be poorly conditioned", RankWarning, stacklevel=2)
    if full:
        return found, residuals, rank, values, rcond
    if not cov:
        return found
    base = inv(dot(powers.T, powers)) / outer(scale, scale)
    if cov == "unscaled":
        factor = 1
    elif len(x) <= order:
        raise ValueError(
            "the number of data points must exceed order to scale the covariance matrix"
        )
    else:
        factor = residuals / (len(x) - order)
    return found, (base if y.ndim == 1 else base[:, :, None]) * factor


def _check(x, y, deg):
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if not 1 <= y.ndim <= 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")


def _weights(w, y):
    w = asarray(w) + 0.0
    if w.ndim != 1:
        raise TypeError("expected a 1-d array for weights")
    if w.shape[0] != y.shape[0]:
        raise TypeError("expected w and y to have the same length")
    return w
