"""What singular values tell: rank, condition, the pseudo-inverse, least squares."""

from .. import _dtype as dt
from .._algebra import matmul
from .._array import ndarray
from .._create import asarray, zeros
from .._errstate import errstate
from .._layout import size_of
from .._math import divide, greater, isnan, multiply
from .._promotion import finfo
from .._scalar import int32
from .._search import where
from .._statistics import count_nonzero
from ._factors import svd
from ._norm import norm
from ._solve import inverses
from ._stacks import LinAlgError, matrices, real_type, result_type, single, squares


class _NoValue:
    def __repr__(self):
        return "<no value>"


_no_value = _NoValue()


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many singular values are larger than a tolerance; of a vector, whether it is not zero."""
    if rtol is not None and tol is not None:
        raise ValueError("`tol` and `rtol` can't be both set.")
    a = asarray(A)
    if a.ndim < 2:
        return int(bool((a != 0).any()))
    values = asarray(svd(a, compute_uv=False, hermitian=hermitian))
    if tol is None:
        share = max(a._shape[-2:]) * float(finfo(values.dtype).eps) if rtol is None else None
        share = asarray(share if rtol is None else rtol)
        largest = values[..., :1] if values._shape[-1] else zeros(values._shape[:-1] + (1,))
        tol = largest * (share[..., None] if share.ndim else share[()])
    else:
        tol = asarray(tol)[..., None]
    return count_nonzero(greater(values, tol), axis=-1)


def pinv(a, rcond=None, hermitian=False, *, rtol=_no_value):
    """The Moore-Penrose inverse; singular values up to ``rcond`` times the largest are zero."""
    a = asarray(a)
    if rcond is None:
        rcond = 1e-15 if rtol is _no_value else rtol
        if rcond is None:
            rcond = max(a._shape[-2:]) * float(finfo(result_type(a)).eps)
    elif rtol is not _no_value:
        raise ValueError("`rtol` and `rcond` can't be both set.")
    if a.ndim > 1 and 0 in a._shape[-2:]:
        return zeros(a._shape[:-2] + a._shape[:-3:-1], a._dtype)
    u, values, vh = svd(asarray(a.conj()), False, True, hermitian)
    limit = asarray(rcond)[..., None] * values.max(axis=-1, keepdims=True)
    kept = asarray(values > limit)
    inverted = asarray(where(kept, divide(1, where(kept, values, 1)), 0)).astype(values.dtype)
    return matmul(vh.mT, multiply(inverted[..., None], u.mT))


def cond(x, p=None):
    """The condition number: how much solving with ``x`` can enlarge relative errors."""
    x = asarray(x)
    if x.ndim > 1 and 0 in x._shape[-2:]:
        raise LinAlgError("cond is not defined on empty arrays")
    with errstate(all="ignore"):
        if p in (None, 2, -2):
            values = svd(x, compute_uv=False)
            ends = values[..., 0], values[..., -1]
            found = divide(*(ends[::-1] if p == -2 else ends))
        else:
            found = norm(x, p, (-2, -1)) * norm(inverses(squares(x))[1], p, (-2, -1))
            found = asarray(found).astype(real_type(x))
    # No number comes from zero by zero, or from no inverse: infinitely bad, unless x has NaN.
    infinite = isnan(found) & ~asarray(isnan(x)).any(axis=(-2, -1))
    return where(infinite, real_type(x).type("inf"), found)[()]


def lstsq(a, b, rcond=None):
    """The ``x`` that brings ``a @ x`` nearest to ``b``; squared residuals, rank, singular values."""
    a, b = asarray(a), asarray(b)
    columns = b[:, None] if b.ndim == 1 else b
    single(a, columns)
    m, n = a._shape
    if columns._shape[0] != m:
        raise LinAlgError("Incompatible dimensions")
    kind, real = result_type(a, b), real_type(a, b)
    if rcond is None:
        rcond = float(finfo(dt.float64).eps) * max(m, n)
    elif rcond < 0:
        # LAPACK's precision is the rounding of one operation, half the distance to the next number.
        rcond = float(finfo(dt.float64).eps) / 2
    wide = dt.complex128 if kind is dt.complex128 else dt.float64
    a, columns = a.astype(wide, copy=False), columns.astype(wide, copy=False)
    x, values, rank = _least_squares(a, columns, rcond)
    residuals = zeros((0,), real)
    if rank == n and m > n:
        rest = asarray(columns - matmul(a, x))
        residuals = asarray((rest * rest.conj()).real.sum(axis=0)).astype(real)
    x = (x[:, 0] if b.ndim == 1 else x).astype(kind)
    return x, residuals, int32(rank), values.astype(real)


def _least_squares(a, b, rcond):
    """Solution of least length, singular values and rank."""
    try:
        u, values, vh = svd(a, full_matrices=False)
    except LinAlgError:
        raise LinAlgError("SVD did not converge in Linear Least Squares") from None
    limit = rcond * float(values[0]) if values.size else 0.0
    rank = sum(value > limit for value in values.tolist())
    along = matmul(u[:, :rank].mT.conj(), b)
    return matmul(vh[:rank].mT.conj(), along / values[:rank, None]), values, rank
