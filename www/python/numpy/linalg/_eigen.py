"""Eigenvalues and eigenvectors."""

from typing import NamedTuple

from .. import _dtype as dt
from .._array import elements, ndarray
from .._create import asarray
from ._stacks import LinAlgError, delivered, finite, real_type, result_type, run, squares


class EigResult(NamedTuple):
    """Eigenvalues and, as columns, eigenvectors."""

    eigenvalues: ndarray
    eigenvectors: ndarray


class EighResult(NamedTuple):
    """Ascending eigenvalues and, as columns, orthonormal eigenvectors."""

    eigenvalues: ndarray
    eigenvectors: ndarray


def eig(a):
    """Eigenvalues and eigenvectors of each square matrix; real only if all eigenvalues are."""
    a = squares(a)
    finite(a)
    n = a._shape[-1]
    results = [((n,), dt.complex128), ((n, n), dt.complex128)]
    solved, (values, vectors) = run("eig", (a,), a._shape[:-2], (n, n, 1), results)
    if not solved:
        raise LinAlgError("Eigenvalues did not converge")
    if a._dtype is dt.complex128 or any(value.imag for value in elements(values)):
        return EigResult(values, vectors)
    kind = real_type(a)
    real = (delivered(asarray(one.real), kind) for one in (values, vectors))
    return EigResult(*real)


def eigvals(a):
    """The eigenvalues of each square matrix; real only if all are."""
    return eig(a).eigenvalues


def eigh(a, UPLO="L"):
    """Ascending eigenvalues and eigenvectors of each symmetric or Hermitian matrix.

    Only the lower triangle is read, or the upper one with ``UPLO='U'``.
    """
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    a = squares(a)
    n, kind = a._shape[-1], result_type(a)
    wide = dt.complex128 if kind is dt.complex128 else dt.float64
    lower = a if UPLO.upper() == "L" else asarray(a.mT.conj())
    results = [((n,), dt.float64), ((n, n), wide)]
    solved, (values, vectors) = run("eigh", (lower,), a._shape[:-2], (n, n, 1), results)
    if not solved:
        raise LinAlgError("Eigenvalues did not converge")
    return EighResult(delivered(values, real_type(a)), delivered(vectors, kind))


def eigvalsh(a, UPLO="L"):
    """The ascending eigenvalues of each symmetric or Hermitian matrix."""
    return eigh(a, UPLO).eigenvalues
