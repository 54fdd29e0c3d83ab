"""Type hints of numpy.lib.stride_tricks; written by tests/make_stubs.py, to which the tests hold them."""

import builtins
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from numpy import ndarray
from numpy import _ArrayLike as _ArrayLike, _Axes as _Axes
from numpy import _DType as _DType, _DTypeLike as _DTypeLike, _Shape as _Shape

def as_strided(x: _ArrayLike, shape: _Shape | None = None, strides: Sequence[int] | None = None, subok: builtins.bool = False, writeable: builtins.bool = True) -> ndarray:
    """A view with any shape and strides (in bytes) that stay inside the memory."""

def sliding_window_view(x: _ArrayLike, window_shape: _Shape, axis: _Axes = None, *, subok: builtins.bool = False, writeable: builtins.bool = False) -> ndarray:
    """All windows of a shape as a read-only view, the windows on new last axes."""
