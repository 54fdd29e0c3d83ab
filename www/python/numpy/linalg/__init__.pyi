"""Type hints of numpy.linalg; written by tests/make_stubs.py, to which the tests hold them."""

import builtins
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from numpy import ndarray
from numpy import _ArrayLike as _ArrayLike, _Axes as _Axes
from numpy import _DType as _DType, _DTypeLike as _DTypeLike, _Shape as _Shape

def solve(a: _ArrayLike, b: _ArrayLike) -> Any:
    """The ``x`` for which ``a @ x`` is ``b``; ``b`` is a vector or a stack of matrices."""

def inv(a: _ArrayLike) -> Any:
    """The inverse of each square matrix."""

def pinv(a: _ArrayLike, rcond: float | None = None, hermitian: builtins.bool = False, *, rtol: float = ...) -> Any:
    """The Moore-Penrose inverse; singular values up to ``rcond`` times the largest are zero."""

def det(a: _ArrayLike) -> Any:
    """The determinant of each square matrix."""

def slogdet(a: _ArrayLike) -> Any:
    """The sign of the determinant and the logarithm of its size, which cannot overflow."""

def cholesky(a: _ArrayLike, /, *, upper: builtins.bool = False) -> Any:
    """The triangular ``L`` with ``a = L @ L.T.conj()``; with ``upper``, its conjugate transpose."""

def qr(a: _ArrayLike, mode: str = 'reduced') -> Any:
    """Each matrix as ``Q @ R``: orthonormal columns times a triangle.

    ``mode`` 'complete' gives a square Q, 'r' R alone, 'raw' LAPACK's reflections and factors."""

def svd(a: _ArrayLike, full_matrices: builtins.bool = True, compute_uv: builtins.bool = True, hermitian: builtins.bool = False) -> Any:
    """Each matrix as ``(U * S) @ Vh``; singular values descending, alone without ``compute_uv``."""

def svdvals(x: _ArrayLike, /) -> Any:
    """The singular values of each matrix, descending."""

def eig(a: _ArrayLike) -> Any:
    """Eigenvalues and eigenvectors of each square matrix; real only if all eigenvalues are."""

def eigh(a: _ArrayLike, UPLO: str = 'L') -> Any:
    """Ascending eigenvalues and eigenvectors of each symmetric or Hermitian matrix.

    Only the lower triangle is read, or the upper one with ``UPLO='U'``."""

def eigvals(a: _ArrayLike) -> Any:
    """The eigenvalues of each square matrix; real only if all are."""

def eigvalsh(a: _ArrayLike, UPLO: str = 'L') -> Any:
    """The ascending eigenvalues of each symmetric or Hermitian matrix."""

def lstsq(a: _ArrayLike, b: _ArrayLike, rcond: float | None = None) -> Any:
    """The ``x`` that brings ``a @ x`` nearest to ``b``; squared residuals, rank, singular values."""

def matrix_rank(A: _ArrayLike, tol: float | None = None, hermitian: builtins.bool = False, *, rtol: float | None = None) -> Any:
    """How many singular values are larger than a tolerance; of a vector, whether it is not zero."""

def cond(x: _ArrayLike, p: _ArrayLike | None = None) -> Any:
    """The condition number: how much solving with ``x`` can enlarge relative errors."""

def norm(x: _ArrayLike, ord: Any = None, axis: _Axes = None, keepdims: builtins.bool = False) -> Any:
    """The length of a vector or size of a matrix, along axes."""

def vector_norm(x: _ArrayLike, /, *, axis: _Axes = None, keepdims: builtins.bool = False, ord: Any = 2) -> Any:
    """The length of vectors along axes, or of the flattened array."""

def matrix_norm(x: _ArrayLike, /, *, keepdims: builtins.bool = False, ord: Any = 'fro') -> Any:
    """The size of matrices on the last two axes."""

def matrix_power(a: _ArrayLike, n: int) -> Any:
    """A square matrix multiplied by itself ``n`` times; its inverse for negative ``n``."""

def multi_dot(arrays: Sequence[_ArrayLike], *, out: ndarray | None = None) -> Any:
    """The product of a chain of matrices, in the order that takes the fewest multiplications."""

def cross(x1: _ArrayLike, x2: _ArrayLike, /, *, axis: _Axes = -1) -> Any:
    """The cross product of vectors of three numbers."""

def diagonal(x: _ArrayLike, /, *, offset: int = 0) -> Any:
    """The diagonal of each matrix: the last two axes."""

def matmul(x1: _ArrayLike, x2: _ArrayLike, /, out: ndarray | None = None, *, axes: Any = None, axis: _Axes = None, keepdims: builtins.bool = False, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> Any:
    """The matrix product; leading axes are stacks that broadcast."""

def matrix_transpose(x: _ArrayLike, /) -> Any:
    """The array with its last two axes exchanged."""

def outer(x1: _ArrayLike, x2: _ArrayLike, /) -> Any:
    """The products of every element of one vector with every element of another."""

def tensordot(a: _ArrayLike, b: _ArrayLike, axes: Any = 2) -> Any:
    """The sum of products over several axes at once."""

def trace(x: _ArrayLike, /, *, offset: int = 0, dtype: _DTypeLike = None) -> Any:
    """The sum of the diagonal of each matrix: the last two axes."""

def vecdot(x1: _ArrayLike, x2: _ArrayLike, /, out: ndarray | None = None, *, axes: Any = None, axis: _Axes = -1, keepdims: builtins.bool = False, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> Any:
    """The sum of products along an axis, the first argument conjugated."""

class LinAlgError(ValueError):
    """A matrix for which the operation has no answer."""
