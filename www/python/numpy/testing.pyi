"""Type hints of numpy.testing; written by tests/make_stubs.py, to which the tests hold them."""

import builtins
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from numpy import ndarray
from numpy import _ArrayLike as _ArrayLike, _Axes as _Axes
from numpy import _DType as _DType, _DTypeLike as _DTypeLike, _Shape as _Shape

def assert_allclose(actual: _ArrayLike, desired: _ArrayLike, rtol: float = 1e-07, atol: float = 0, equal_nan: builtins.bool = True, err_msg: str = '', verbose: builtins.bool = True, *, strict: builtins.bool = False) -> None:
    """Fail unless all pairs of elements are equal within tolerances."""

def assert_equal(actual: _ArrayLike, desired: _ArrayLike, err_msg: str = '', verbose: builtins.bool = True, *, strict: builtins.bool = False) -> None:
    """Fail unless two objects are equal, element by element inside lists and dicts."""

def assert_array_equal(actual: _ArrayLike, desired: _ArrayLike, err_msg: str = '', verbose: builtins.bool = True, *, strict: builtins.bool = False) -> None:
    """Fail unless two arrays have the same elements."""

def assert_array_almost_equal(actual: _ArrayLike, desired: _ArrayLike, decimal: int = 6, err_msg: str = '', verbose: builtins.bool = True) -> None:
    """Fail unless all pairs of elements are equal to a number of decimals."""

def assert_almost_equal(actual: _ArrayLike, desired: _ArrayLike, decimal: int = 7, err_msg: str = '', verbose: builtins.bool = True) -> None:
    """Fail unless two numbers or arrays are equal to a number of decimals."""

def assert_array_less(x: _ArrayLike, y: _ArrayLike, err_msg: str = '', verbose: builtins.bool = True, *, strict: builtins.bool = False) -> None:
    """Fail unless every element of ``x`` is less than that of ``y``."""

def assert_raises(exception: Any, function: Callable[..., Any] | None = None, *args: Any, **kwargs: Any) -> Any:
    """Fail unless the function, or the with block, raises."""

def assert_(val: _ArrayLike, msg: str = '') -> None:
    """Fail unless the value is true."""
