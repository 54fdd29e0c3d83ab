"""Choosing elements: by condition, by position, by value."""

from itertools import compress, repeat

from . import _dtype as dt
from ._array import elements, ndarray, whole
from ._create import asarray
from ._layout import (
    broadcast_or_raise,
    gather,
    normal_axis,
    places,
    row_major,
    size_of,
    stretched_steps,
)
from ._promotion import of_operands, result_type
from ._reduce import delivered
from ._room import check_room
from ._scalar import generic
from ._ufunc import column, operand


def where(condition, x=None, y=None, /):
    """Elements of ``x`` where the condition is true, of ``y`` elsewhere; alone, ``nonzero``."""
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        raise ValueError("either both or neither of x and y should be given")
    condition, x, y = asarray(condition), operand(x), operand(y)
    kind = of_operands([x, y])
    x, y = (_wrapped(one, kind) for one in (x, y))
    shapes = [one._shape for one in (condition, x, y) if one.__class__ is ndarray]
    shape = broadcast_or_raise(*shapes)
    check_room(shape, kind)
    chosen = column(condition, condition._dtype, shape)
    first, second = column(x, kind, shape), column(y, kind, shape)
    if chosen.__class__ is repeat:
        chosen = [next(chosen)] * size_of(shape)
    values = [a if use else b for use, a, b in zip(chosen, first, second)]
    return whole(kind.store_wrapped(values), shape, kind)


def _wrapped(value, kind):
    """A Python integer as an element of an integer type, wrapped around where it does not fit."""
    if value.__class__ is int and kind.kind in "iu":
        return kind.store_wrapped([value])[0]
    return value


def nonzero(a):
    """For each axis, the indices of the elements that are not zero."""
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError(
            "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead."
        )
    values = elements(a)
    if a.ndim == 1:
        found = dt.int64.store(list(compress(range(len(values)), values)))
        return (whole(found, (len(found),), dt.int64),)
    places = list(compress(row_major(a._shape), values))
    columns = list(zip(*places)) if places else [()] * a.ndim
    return tuple(whole(dt.int64.store(one), (len(places),), dt.int64) for one in columns)


def argwhere(a):
    """The multi-indices of the elements that are not zero, one a row."""
    a = asarray(a)
    found = nonzero(a.reshape(1) if a.ndim == 0 else a)
    count = len(found[0])
    rows = [index for row in zip(*map(elements, found)) for index in row] if a.ndim else []
    return whole(dt.int64.store(rows), (count, a.ndim), dt.int64)


def flatnonzero(a):
    """The places in the flattened array that are not zero."""
    return nonzero(asarray(a).ravel())[0]


def take(a, indices, axis=None, out=None, mode="raise"):
    """Elements at the indices, along an axis or of the flattened array."""
    a = asarray(a)
    if axis is None or not a._shape:
        a, axis = a.ravel(), axis or 0
    axis = normal_axis(axis, a.ndim)
    if isinstance(indices, (list, tuple)) or indices.__class__ is ndarray:
        indices = asarray(indices)
        indices = indices.astype(dt.int64) if indices.size == 0 else indices
    if mode == "wrap":
        indices = asarray(indices) % a._shape[axis]
    elif mode == "clip":
        indices = asarray(indices).clip(0, a._shape[axis] - 1)
    return delivered(a[(slice(None),) * axis + (indices,)], out)


def _along(a, indices, axis):
    from ._create import arange

    axis = normal_axis(axis, a.ndim)
    if indices.ndim != a.ndim:
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    key = []
    for k in range(a.ndim):
        lengths = [1] * a.ndim
        lengths[k] = a._shape[k]
        key.append(indices if k == axis else arange(a._shape[k]).reshape(tuple(lengths)))
    return tuple(key)


def take_along_axis(arr, indices, axis=-1):
    """Elements picked by an index array that runs along one axis, as argsort returns it."""
    arr, indices = asarray(arr), asarray(indices)
    if axis is None:
        arr, axis = arr.ravel(), 0
    return arr[_along(arr, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    """Assign to the elements picked by an index array that runs along one axis."""
    arr, indices = asarray(arr), asarray(indices)
    if axis is None:
        if indices.ndim != 1:
            raise ValueError(
                "when axis=None, `indices` must have a single dimension."
            )
        arr.flat[indices] = values
    else:
        arr[_along(arr, indices, axis)] = values


def put(a, ind, v, mode="raise"):
    """Assign to places of the flattened array, one after another; values repeat as needed."""
    values = elements(asarray(v, a._dtype))
    where = places(a._offset, a._shape, a._steps)
    size = len(where)
    if not a._writeable:
        raise ValueError("assignment destination is read-only")
    for count, index in enumerate(elements(asarray(ind))):
        if mode == "wrap":
            index %= size
        elif mode == "clip":
            index = min(max(index, 0), size - 1)
        elif not -size <= index < size:
            raise IndexError(f"index {index} is out of bounds for axis 0 with size {size}")
        a._data[where[index]] = values[count % len(values)]


def compress_(condition, a, axis=None, out=None):
    """The slices along an axis where the condition is true."""
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    return delivered(take(a, flatnonzero(condition), axis), out)


compress_.__name__ = "compress"


def extract(condition, arr):
    """The elements where the condition is true, flattened."""
    return asarray(arr).ravel()[flatnonzero(condition)]


def choose(a, choices, out=None, mode="raise"):
    """For each element the value of the choice that it numbers."""
    a, kind = asarray(a), result_type(*choices)
    choices = [asarray(one, kind) for one in choices]
    shape = broadcast_or_raise(a._shape, *(one._shape for one in choices))
    made = None
    for number, one in enumerate(choices):
        made = where(a == number, one, 0 if made is None else made)
    return delivered(where(asarray(a) == a, made, made).reshape(shape), out)


def select(condlist, choicelist, default=0):
    """For each element the choice of the first condition that is true."""
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    conditions = [asarray(one) for one in condlist]
    for place, one in enumerate(conditions):
        if one._dtype is not dt.bool_:
            raise TypeError(f"invalid entry {place} in condlist: should be boolean ndarray")
    choices = [operand(one) for one in choicelist]
    kind = of_operands([*choices, operand(default)])
    made = asarray(default).astype(kind)
    for condition, choice in zip(reversed(conditions), reversed(choices)):
        made = where(condition, asarray(choice).astype(kind, casting="same_kind"), made)
    return made


def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None, **kwargs):
    """The elements kept within limits; None is no limit."""
    from ._math import maximum, minimum

    low, high = a_min if min is None else min, a_max if max is None else max
    result = operand(a)
    own = getattr(result, "dtype", None)
    if own is not None and own.kind in "iu":
        low = None if low.__class__ is int and low < own.low else low
        high = None if high.__class__ is int and high > own.high else high
    if low is None and high is None:
        return asarray(a).copy() if out is None else delivered(asarray(a), out)
    unknown = kwargs.keys() - _CLIP_OPTIONS
    if unknown:
        raise TypeError(f"clip() got an unexpected keyword argument {unknown.pop()!r}")
    result = result if low is None else maximum(result, low, **kwargs)
    return delivered(result if high is None else minimum(result, high, **kwargs), out)


_CLIP_OPTIONS = {"where", "casting", "order", "dtype", "subok", "signature"}


def _clip_method(self, min=None, max=None, out=None, **kwargs):
    """The elements kept within limits; None is no limit."""
    return clip(self, min, max, out, **kwargs)


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """For each element whether it is among the test elements."""
    element, test_elements = asarray(element), asarray(test_elements)
    _check_isin_kind(kind, element, test_elements)
    known = set(elements(test_elements))
    values = [(value in known) != invert for value in elements(element)]
    return whole(dt.bool_.store(values), element._shape, dt.bool_)


def _check_isin_kind(kind, element, test_elements):
    """The answer is the same whichever way it is found, but a way may be impossible."""
    if kind not in (None, "sort", "table"):
        raise ValueError(f"Invalid kind: '{kind}'. Please use None, 'sort' or 'table'.")
    if kind != "table":
        return
    if element.dtype.kind not in "biu" or test_elements.dtype.kind not in "biu":
        raise ValueError(
            "The 'table' method is only supported for boolean or integer arrays. Please select "
            "'sort' or None for kind."
        )
    values = elements(test_elements)
    if values and max(values) - min(values) > test_elements.dtype.high:
        raise RuntimeError(
            "You have specified kind='table', but the range of values in `ar2` or `ar1` exceed the "
            "maximum integer of the datatype. Please set `kind` to None or 'sort'."
        )


def ix_(*args):
    """Index arrays that pick the grid of all combinations."""
    made = []
    for place, one in enumerate(args):
        one = asarray(one)
        if one.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if one._dtype is dt.bool_:
            one = flatnonzero(one)
        if one.size == 0:
            one = one.astype(dt.int64)
        made.append(one.reshape((1,) * place + (one.size,) + (1,) * (len(args) - place - 1)))
    return tuple(made)


def unravel_index(indices, shape, order="C"):
    """Places in the flattened array as one index array an axis."""
    from ._math import floor_divide

    made, rest = [], indices if isinstance(indices, generic) else asarray(indices)
    for length in reversed(shape):
        made.append(rest % length)
        rest = floor_divide(rest, length)
    return tuple(one[()] if getattr(one, "ndim", 0) == 0 else one for one in reversed(made))


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    """Index arrays, one an axis, as places in the flattened array."""
    result = 0
    for one, length in zip(multi_index, dims):
        result = result * length + asarray(one)
    return result


def ndenumerate(arr):
    """Pairs of multi-index and element."""
    arr = asarray(arr)
    return zip(row_major(arr._shape), map(arr._dtype.box, elements(arr)))


def ndindex(*shape):
    """All multi-indices of a shape."""
    return iter(row_major(shape[0] if shape and isinstance(shape[0], tuple) else shape))


def spread(array, shape):
    """Raw elements of an array stretched to a shape."""
    steps = stretched_steps(array._shape, array._steps, shape)
    return gather(array._data, array._offset, shape, steps)


ndarray.clip = _clip_method
ndarray.nonzero, ndarray.take, ndarray.choose, ndarray.put = nonzero, take, choose, put


def _compress_method(self, condition, axis=None, out=None):
    """The slices along an axis where the condition is true."""
    return compress_(condition, self, axis, out)


ndarray.compress = _compress_method
