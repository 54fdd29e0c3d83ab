"""Type hints of numpy.linalg; written by tests/make_stubs.py, to which the tests hold them."""

import builtins
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from numpy import ndarray
from numpy import _ArrayLike as _ArrayLike, _Axes as _Axes
from numpy import _DType as _DType, _DTypeLike as _DTypeLike, _Shape as _Shape

def norm(x: _ArrayLike, ord: Any = None, axis: _Axes = None, keepdims: builtins.bool = False) -> Any:
    """The length of a vector or size of a matrix, along axes."""

def vector_norm(x: _ArrayLike, /, *, axis: _Axes = None, keepdims: builtins.bool = False, ord: Any = 2) -> Any:
    """The length of vectors along an axis, or of the flattened array."""

def matrix_norm(x: _ArrayLike, /, *, keepdims: builtins.bool = False, ord: Any = 'fro') -> Any:
    """The size of matrices on the last two axes."""

def matrix_power(a: _ArrayLike, n: int) -> Any:
    """A square matrix multiplied by itself ``n`` times."""

def multi_dot(arrays: Sequence[_ArrayLike], *, out: ndarray | None = None) -> Any:
    """The product of a chain of matrices, from the left."""

def cross(a: _ArrayLike, b: _ArrayLike, axisa: int = -1, axisb: int = -1, axisc: int = -1, axis: _Axes = None) -> Any:
    """The cross product of vectors of three numbers."""

def diagonal(a: _ArrayLike, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Any:
    """The diagonal of the plane of two axes, as a read-only view."""

def matmul(x1: _ArrayLike, x2: _ArrayLike, /, out: ndarray | None = None, *, axes: Any = None, axis: _Axes = None, keepdims: builtins.bool = False, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> Any:
    """The matrix product; leading axes are stacks that broadcast."""

def matrix_transpose(x: _ArrayLike, /) -> Any:
    """The array with its last two axes exchanged."""

def outer(a: _ArrayLike, b: _ArrayLike, out: ndarray | None = None) -> Any:
    """Every product of an element of ``a`` and an element of ``b``, as a matrix."""

def tensordot(a: _ArrayLike, b: _ArrayLike, axes: Any = 2) -> Any:
    """The sum of products over several axes at once."""

def trace(a: _ArrayLike, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: _DTypeLike = None, out: ndarray | None = None) -> Any:
    """The sum along a diagonal."""

def vecdot(x1: _ArrayLike, x2: _ArrayLike, /, out: ndarray | None = None, *, axes: Any = None, axis: _Axes = -1, keepdims: builtins.bool = False, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> Any:
    """The sum of products along an axis, the first argument conjugated."""

class LinAlgError(ValueError):
    """A matrix for which the operation has no answer."""
