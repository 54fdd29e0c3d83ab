"""Making arrays: from Python's sequences, from a value, from a range."""

import math

from . import _dtype as dt
from ._array import ndarray, whole, zeros_like_storage
from ._layout import normal_shape
from ._nested import converted, store
from ._room import check_room
from ._scalar import raw


def array(
    object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, ndmax=0, like=None
):
    """A new array with the elements of a number, a nested sequence or an array."""
    if like is not None:
        check_placement(None, like)
    made = converted(object, None if dtype is None else dt.lookup(dtype))
    if ndmax and made.ndim > ndmax:
        raise ValueError(
            "setting an array element with a sequence. The requested array would exceed the "
            f"maximum number of dimension of {ndmax}."
        )
    if made is object and copy:
        made = made.copy()
    while made.ndim < ndmin:
        made = made[None]
    return made


def check_placement(device, like):
    """Refuse devices other than the only one, and models of arrays that are none."""
    if device not in (None, "cpu"):
        raise ValueError(
            f'Device not understood. Only "cpu" is allowed, but received: {device}'
        )
    if like is not None and like.__class__ is not ndarray:
        raise TypeError(
            "The `like` argument must be an array-like that implements the `__array_function__` "
            "protocol."
        )


def asarray(a, dtype=None, order=None, *, device=None, copy=None, like=None):
    """The argument as an array, without a copy when it is one already."""
    if device is not None or like is not None:
        check_placement(device, like)
    if a.__class__ is ndarray and (dtype is None or a._dtype is dtype):
        return a.copy() if copy else a
    return converted(a, None if dtype is None else dt.lookup(dtype))


asanyarray = asarray


def ascontiguousarray(a, dtype=None, *, like=None):
    """The argument as an array whose elements lie in C order."""
    made = asarray(a, dtype, like=like)
    made = made if made.ndim else made.reshape(1)
    return made if made.flags.c_contiguous else made.copy()


def copy(a, order="K", subok=False):
    """A copy of the argument as an array."""
    return array(a)


def zeros(shape, dtype=None, order="C", *, device=None, like=None):
    """A new array of zeros."""
    if device is not None or like is not None:
        check_placement(device, like)
    return zeros_like_storage(dt.lookup(dtype), normal_shape(shape))


def empty(shape, dtype=None, order="C", *, device=None, like=None):
    """A new array whose elements are to be set; here they begin as zeros."""
    return zeros(shape, dtype, order, device=device, like=like)


def ones(shape, dtype=None, order="C", *, device=None, like=None):
    """A new array of ones."""
    return full(shape, 1, dt.lookup(dtype), order, device=device, like=like)


def full(shape, fill_value, dtype=None, order="C", *, device=None, like=None):
    """A new array with every element equal to ``fill_value``, which may broadcast."""
    if device is not None or like is not None:
        check_placement(device, like)
    value = asarray(fill_value)
    made = zeros_like_storage(
        value.dtype if dtype is None else dt.lookup(dtype), normal_shape(shape)
    )
    made[...] = fill_value if made.dtype.kind in "iu" and value.dtype.kind in "iu" else value
    return made


def zeros_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """An array of zeros with the shape and type of ``a``."""
    a = asarray(a)
    shape = a.shape if shape is None else shape
    return zeros(shape, a.dtype if dtype is None else dtype, device=device)


def empty_like(prototype, /, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """An array with the shape and type of ``prototype``, its elements to be set."""
    return zeros_like(prototype, dtype, order, subok, shape, device=device)


def ones_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """An array of ones with the shape and type of ``a``."""
    return full_like(a, 1, dtype, shape=shape, device=device)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None, *, device=None):
    """An array filled with one value, with the shape and type of ``a``."""
    a = asarray(a)
    shape = a.shape if shape is None else shape
    return full(shape, fill_value, a.dtype if dtype is None else dtype, device=device)


def _range_length(start, stop, step, whole_numbers):
    if whole_numbers:
        return max(0, -((start - stop) // step))
    parts = (stop - start) / step
    if parts != parts:
        raise ValueError("arange: cannot compute length")
    if parts.__class__ is not complex and math.isinf(parts):
        raise ValueError("Maximum allowed size exceeded")
    return max(0, math.ceil(parts))


def arange(
    start_or_stop=None, /, stop=None, step=1, dtype=None, *, start=None, device=None, like=None
):
    """Evenly spaced values from ``start`` (or 0) up to, not including, ``stop``."""
    if device is not None or like is not None:
        check_placement(device, like)
    start = start_or_stop if start is None else start
    if start is None:
        if stop is None:
            raise TypeError("arange() requires stop to be specified.")
        start = 0
    if stop is None:
        start, stop = 0, start
    start, stop, step = raw(start), raw(stop), 1 if step is None else raw(step)
    if step == 0:
        raise ZeroDivisionError("division by zero")
    whole_numbers = all(isinstance(value, int) for value in (start, stop, step))
    length = _range_length(start, stop, step, whole_numbers)
    check_room((length,), dt.int64 if whole_numbers else dt.float64)
    if whole_numbers:
        values = list(range(start, stop, step))
        found = dt.int64
    else:
        delta = (start + step) - start
        values = [start + k * delta for k in range(length)]
        found = (
            dt.complex128
            if any(isinstance(v, complex) for v in (start, stop, step))
            else dt.float64
        )
    target = found if dtype is None else dt.lookup(dtype)
    store(values[:2], found, target)
    return whole(dt.cast(values, found, target), (len(values),), target)


def linspace(
    start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None
):
    """``num`` evenly spaced values from ``start`` to ``stop``."""
    check_placement(device, None)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    start, stop = asarray(start) * 1.0, asarray(stop) * 1.0
    parts = num - 1 if endpoint else num
    delta = stop - start
    steps = arange(num).astype(float).reshape((num,) + (1,) * delta.ndim)
    step = delta / parts if parts > 0 else asarray(math.nan)
    made = steps * step + start if parts > 0 else steps * delta + start
    if endpoint and num > 1:
        made[-1] = stop
    if axis != 0:
        from ._shape import moveaxis

        made = moveaxis(made, 0, axis)
    if dtype is not None:
        from ._math import floor

        made = (floor(made) if dt.lookup(dtype).kind in "iu" else made).astype(dtype)
    return (made, step[()]) if retstep else made


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """``num`` values whose logarithms are evenly spaced."""
    made = base ** linspace(start, stop, num, endpoint, axis=axis)
    return made if dtype is None else made.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """``num`` values that each have the same ratio to the one before."""
    from ._math import log10

    first, last = asarray(start) * 1.0, asarray(stop) * 1.0
    if (asarray(first == 0) | asarray(last == 0)).any():
        raise ValueError("Geometric sequence cannot include zero")
    sign = asarray(first) * 0 + 1
    sign[asarray((first < 0) & (last < 0))] = -1.0
    made = sign * logspace(log10(sign * first), log10(sign * last), num, endpoint)
    if num > 0:
        made[0] = first
    if num > 1 and endpoint:
        made[-1] = last
    if axis:
        from ._shape import moveaxis

        made = moveaxis(made, 0, axis)
    return made if dtype is None else made.astype(dtype)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """Call ``function`` with the index arrays of ``shape``."""
    from ._grid import indices

    return function(*indices(normal_shape(shape), dtype=dtype), **kwargs)


def fromiter(iter, dtype, count=-1, *, like=None):
    """A one-dimensional array of the items that an iterable yields."""
    values = list(iter)
    return array(values if count < 0 else values[:count], dtype=dtype)


def frombuffer(buffer, dtype=None, count=-1, offset=0, *, like=None):
    """A one-dimensional array of the numbers stored in bytes."""
    kind = dt.lookup(dtype)
    made = kind.store(())
    made.frombytes(bytes(buffer)[offset:])
    made = made if count < 0 else made[:count]
    return whole(made, (len(made),), kind)


def astype(x, dtype, /, *, copy=True, device=None):
    """The elements of an array cast to another type."""
    return x.astype(dtype, copy=copy)


def size(a, axis=None):
    """The number of elements, in all or along an axis."""
    a = asarray(a)
    return a.size if axis is None else a.shape[axis]


def shape(a):
    """The length of the argument along each axis."""
    return asarray(a).shape


def ndim(a):
    """The number of axes of the argument."""
    return asarray(a).ndim
