"""Linear equations, inverses, determinants and Cholesky's factor."""

from typing import NamedTuple

from .. import _dtype as dt
from .._array import ndarray
from .._create import asarray, ones
from .._layout import broadcast, shape_text
from .._math import exp, multiply
from ._stacks import LinAlgError, delivered, real_type, result_type, run, squares


class SlogdetResult(NamedTuple):
    """The sign of a determinant and the logarithm of its size."""

    sign: ndarray
    logabsdet: ndarray


def _wide(kind):
    return dt.complex128 if kind is dt.complex128 else dt.float64


def solve(a, b):
    """The ``x`` for which ``a @ x`` is ``b``; ``b`` is a vector or a stack of matrices."""
    a, b = squares(a), asarray(b)
    kind = result_type(a, b)
    vector = b.ndim == 1
    columns = b[:, None] if vector else b
    n = a._shape[-1]
    if not vector and b.ndim < 2:
        raise ValueError(
            f"solve: Input operand 1 does not have enough dimensions (has {b.ndim}, gufunc core "
            "with signature (m,m),(m,n)->(m,n) requires 2)"
        )
    if columns._shape[-2] != n:
        name = "solve1" if vector else "solve"
        signature = "(m,m),(m)->(m)" if vector else "(m,m),(m,n)->(m,n)"
        raise ValueError(
            f"{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
            f"signature {signature} (size {columns._shape[-2]} is different from {n})"
        )
    lead = broadcast(a._shape[:-2], columns._shape[:-2])
    if lead is None:
        raise ValueError(_not_together(a, b))
    k = columns._shape[-1]
    solved, (found,) = run("solve", (a, columns), lead, (n, n, k), [((n, k), _wide(kind))])
    if not solved:
        raise LinAlgError("Singular matrix")
    return delivered(found[..., 0] if vector else found, kind)


def _not_together(a, b):
    remapped = " ".join(
        f"{shape_text(one._shape)}->({','.join(map(str, one._shape[:-2]))},newaxis,newaxis)"
        for one in (a, b)
    )
    core = ",".join(map(str, b._shape[-2:]))
    return (
        "operands could not be broadcast together with remapped shapes [original->remapped]: "
        f"{remapped}  and requested shape ({core})"
    )


def inverses(a):
    """Whether all matrices have an inverse, and the inverses, NaN where there is none."""
    n, kind = a._shape[-1], result_type(a)
    results = [((n, n), _wide(kind))]
    solved, (found,) = run("invert", (a,), a._shape[:-2], (n, n, 1), results)
    return solved, delivered(found, kind)


def inv(a):
    """The inverse of each square matrix."""
    solved, found = inverses(squares(a))
    if not solved:
        raise LinAlgError("Singular matrix")
    return found


def _determinants(a):
    """Sign and logarithm of the size of each determinant, in the widest types."""
    n, kind = a._shape[-1], _wide(result_type(a))
    lead = a._shape[:-2]
    results = [((), kind), ((), dt.float64)]
    _, (sign, logarithm) = run("determinant", (a,), lead, (n, n, 1), results)
    return (sign if n else ones(lead, kind)), logarithm


def slogdet(a):
    """The sign of the determinant and the logarithm of its size, which cannot overflow."""
    a = squares(a)
    sign, logarithm = _determinants(a)
    return SlogdetResult(delivered(sign, result_type(a)), delivered(logarithm, real_type(a)))


def det(a):
    """The determinant of each square matrix."""
    a = squares(a)
    sign, logarithm = _determinants(a)
    return delivered(asarray(multiply(sign, exp(logarithm))), result_type(a))


def cholesky(a, /, *, upper=False):
    """The triangular ``L`` with ``a = L @ L.T.conj()``; with ``upper``, its conjugate transpose."""
    a = squares(a)
    n, kind = a._shape[-1], result_type(a)
    given = a.mT.conj() if upper else a
    results = [((n, n), _wide(kind))]
    solved, (found,) = run("cholesky", (asarray(given),), a._shape[:-2], (n, n, 1), results)
    if not solved:
        raise LinAlgError("Matrix is not positive definite")
    return delivered(asarray(found.mT.conj()).copy() if upper else found, kind)
