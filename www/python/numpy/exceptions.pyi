"""Type hints of numpy.exceptions; written by tests/make_stubs.py, to which the tests hold them."""

import builtins
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from numpy import ndarray
from numpy import _ArrayLike as _ArrayLike, _Axes as _Axes
from numpy import _DType as _DType, _DTypeLike as _DTypeLike, _Shape as _Shape

class AxisError(ValueError, IndexError):
    """An axis that the array does not have."""
    def __init__(self, axis: _Axes, ndim: int | None = None, msg_prefix: Any = None) -> None: ...

class ComplexWarning(RuntimeWarning):
    """A cast drops imaginary parts."""

class RankWarning(RuntimeWarning):
    """The points do not determine the polynomial."""
