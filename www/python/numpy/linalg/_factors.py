"""QR and singular value decompositions."""

from typing import NamedTuple

from .. import _dtype as dt
from .._array import ndarray
from .._create import asarray, zeros
from .._grid import eye
from .._math import absolute, copysign
from .._search import take_along_axis
from .._sort import argsort, sort
from ._eigen import eigh, eigvalsh
from ._stacks import LinAlgError, delivered, matrices, real_type, result_type, run


class QRResult(NamedTuple):
    """The factors of a QR decomposition."""

    Q: ndarray
    R: ndarray


class SVDResult(NamedTuple):
    """The factors of a singular value decomposition: ``a = (U * S) @ Vh``."""

    U: ndarray
    S: ndarray
    Vh: ndarray


def _unit(lead, n, kind):
    made = zeros(lead + (n, n), kind)
    made[...] = eye(n)
    return made


def qr(a, mode="reduced"):
    """Each matrix as ``Q @ R``: orthonormal columns times a triangle.

    ``mode`` 'complete' gives a square Q, 'r' R alone, 'raw' LAPACK's reflections and factors.
    """
    if mode not in ("reduced", "complete", "r", "raw"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    a = matrices(a)
    kind = result_type(a)
    wide = dt.complex128 if kind is dt.complex128 else dt.float64
    lead, (m, n) = a._shape[:-2], a._shape[-2:]
    if mode == "raw":
        results = [((m, n), wide), ((min(m, n),), wide)]
        _, (packed, factors) = run("reflections", (a,), lead, (m, n, 1), results)
        return delivered(asarray(packed.mT), kind), delivered(factors, kind)
    k = m if mode == "complete" else min(m, n)
    _, (q, r) = run("qr", (a,), lead, (m, n, k), [((m, k), wide), ((k, n), wide)])
    if mode == "complete" and not n:
        q = _unit(lead, m, wide)
    r = delivered(r, kind)
    return r if mode == "r" else QRResult(delivered(q, kind), r)


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """Each matrix as ``(U * S) @ Vh``; singular values descending, alone without ``compute_uv``."""
    if hermitian:
        return _hermitian_svd(a, compute_uv)
    a = matrices(a)
    kind = result_type(a)
    wide = dt.complex128 if kind is dt.complex128 else dt.float64
    lead, (m, n) = a._shape[:-2], a._shape[-2:]
    least = min(m, n)
    rows, columns = (m, n) if full_matrices and compute_uv else (least, least)
    results = [((m, rows), wide), ((least,), dt.float64), ((columns, n), wide)]
    extent = 2 if rows + columns > 2 * least else 1
    solved, (u, s, vh) = run("svd", (a,), lead, (m, n, extent), results)
    if not solved:
        raise LinAlgError("SVD did not converge")
    s = delivered(s, real_type(a) if kind is not dt.complex128 else dt.float64)
    if not compute_uv:
        return s
    if not least:
        u = _unit(lead, m, wide) if rows == m else u
        vh = _unit(lead, n, wide) if columns == n else vh
    return SVDResult(delivered(u, kind), s, delivered(vh, kind))


def _hermitian_svd(a, compute_uv):
    """The decomposition from eigenvalues, whose signs move into ``Vh``."""
    if not compute_uv:
        return sort(absolute(eigvalsh(a)))[..., ::-1]
    values, u = eigh(a)
    order = argsort(absolute(values))[..., ::-1]
    values = take_along_axis(values, order, -1)
    u = take_along_axis(u, order[..., None, :], -1)
    turned = asarray(u * copysign(1.0, values)[..., None, :])
    return SVDResult(u, absolute(values), asarray(turned.mT.conj()).astype(u.dtype, copy=False))


def svdvals(x, /):
    """The singular values of each matrix, descending."""
    return svd(x, compute_uv=False)
