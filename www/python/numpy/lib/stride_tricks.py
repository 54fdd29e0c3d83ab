"""Views with shapes and strides of one's own choosing."""

from .._array import view_of as _view_of
from .._create import asarray as _asarray
from .._layout import normal_axis as _normal_axis
from .._layout import normal_shape as _normal_shape
from .._layout import span as _span
from .._shape import broadcast_arrays, broadcast_shapes, broadcast_to

__all__ = [
    "as_strided",
    "broadcast_arrays",
    "broadcast_shapes",
    "broadcast_to",
    "sliding_window_view",
]


def as_strided(x, shape=None, strides=None, subok=False, writeable=True):
    """A view with any shape and strides (in bytes) that stay inside the memory."""
    x = _asarray(x)
    shape = x._shape if shape is None else _normal_shape(shape)
    steps = x._steps if strides is None else tuple(step // x.itemsize for step in strides)
    low, reach = _span(x._offset, shape, steps)
    if 0 not in shape and (low < 0 or low + reach > len(x._data)):
        raise ValueError("strides reach beyond the array's memory")
    made = _view_of(x, x._offset, shape, steps)
    made._writeable = writeable and x._writeable
    return made


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    """All windows of a shape as a read-only view, the windows on new last axes."""
    x = _asarray(x)
    window = window_shape if hasattr(window_shape, "__len__") else (window_shape,)
    if any(length < 0 for length in window):
        raise ValueError("`window_shape` cannot contain negative values")
    window = _normal_shape(window)
    if axis is None:
        axes = tuple(range(x.ndim))
        if len(window) != x.ndim:
            raise ValueError(
                "Since axis is None, must provide window_shape for all dimensions of `x`; got "
                f"{len(window)} window_shape elements and `x.ndim` is {x.ndim}."
            )
    else:
        axes = tuple(_normal_axis(k, x.ndim) for k in (axis if isinstance(axis, tuple) else (axis,)))
        if len(window) != len(axes):
            raise ValueError(
                "Must provide matching length window_shape and axis; got "
                f"{len(window)} window_shape elements and {len(axes)} axes elements."
            )
    shape = list(x._shape)
    for axis, length in zip(axes, window):
        if shape[axis] < length:
            raise ValueError("window shape cannot be larger than input array shape")
        shape[axis] -= length - 1
    steps = x._steps + tuple(x._steps[axis] for axis in axes)
    made = _view_of(x, x._offset, tuple(shape) + window, steps)
    made._writeable = writeable
    return made
