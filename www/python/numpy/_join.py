"""Putting arrays together, taking them apart, repeating and padding them."""

from . import _dtype as dt
from ._array import elements, ndarray, zeros_like_storage
from ._create import arange, asarray
from ._layout import normal_axis
from ._promotion import can_cast, result_type
from ._room import check_room
from ._shape import atleast_1d, atleast_2d, atleast_3d, broadcast_to, expand_dims


def _sequence(arrays):
    if not hasattr(arrays, "__getitem__"):
        raise TypeError(
            'arrays to stack must be passed as a "sequence" type such as list or tuple.'
        )
    return arrays


def _common_type(arrays, out, dtype, casting):
    """The type of the arrays together, or the one that is asked for and can be cast to."""
    if dtype is not None and out is not None:
        raise TypeError(
            "concatenate() only takes `out` or `dtype` as an argument, but both were provided."
        )
    if dtype is None and out is None:
        can_cast(float, float, casting)
        return result_type(*arrays)
    kind = dt.lookup(dtype) if out is None else out._dtype
    for one in map(asarray, arrays):
        if not can_cast(one._dtype, kind, casting):
            raise TypeError(
                f"Cannot cast array data from {one._dtype!r} to {kind!r} according to the rule "
                f"'{casting}'"
            )
    return kind


def concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting="same_kind"):
    """Arrays joined along an axis that they have."""
    given = list(arrays)
    arrays = [asarray(one) for one in given]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays, axis = [one.ravel() for one in arrays], 0
    kind = _common_type(given, out, dtype, casting)
    first = arrays[0]
    if not first.ndim:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = normal_axis(axis, first.ndim)
    _check_joinable(arrays, axis)
    lengths = [one._shape[axis] for one in arrays]
    shape = first._shape[:axis] + (sum(lengths),) + first._shape[axis + 1 :]
    if out is None:
        out = zeros_like_storage(kind, shape)
    elif out._shape != shape:
        raise ValueError("Output array is the wrong shape")
    start, lead = 0, (slice(None),) * axis
    for one, length in zip(arrays, lengths):
        if one.size:
            out[lead + (slice(start, start + length),)] = one
        start += length
    return out


def _check_joinable(arrays, axis):
    first = arrays[0]
    for place, one in enumerate(arrays):
        if one.ndim != first.ndim:
            raise ValueError(
                "all the input arrays must have same number of dimensions, but the array at "
                f"index 0 has {first.ndim} dimension(s) and the array at index {place} has "
                f"{one.ndim} dimension(s)"
            )
        for k, (expected, length) in enumerate(zip(first._shape, one._shape)):
            if k != axis and expected != length:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match "
                    f"exactly, but along dimension {k}, the array at index 0 has size {expected} "
                    f"and the array at index {place} has size {length}"
                )


concat = concatenate


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    """Arrays of one shape joined along a new axis."""
    arrays = [asarray(one) for one in _sequence(arrays)]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({one._shape for one in arrays}) > 1:
        raise ValueError("all input arrays must have the same shape")
    axis = normal_axis(axis, arrays[0].ndim + 1)
    arrays = [expand_dims(one, axis) for one in arrays]
    return concatenate(arrays, axis, out, dtype=dtype, casting=casting)


def _list_of(tup, function):
    made = function(*_sequence(tup))
    return list(made) if isinstance(made, tuple) else [made]


def vstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays stacked as rows."""
    return concatenate(_list_of(tup, atleast_2d), 0, dtype=dtype, casting=casting)


row_stack = vstack


def hstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays joined side by side."""
    arrays = _list_of(tup, atleast_1d)
    axis = 0 if not arrays or arrays[0].ndim == 1 else 1
    return concatenate(arrays, axis, dtype=dtype, casting=casting)


def dstack(tup):
    """Arrays joined along a third axis."""
    return concatenate(_list_of(tup, atleast_3d), 2)


def column_stack(tup):
    """One-dimensional arrays as the columns of a matrix."""
    arrays = [asarray(one) for one in _sequence(tup)]
    return concatenate([one if one.ndim > 1 else one.reshape(-1, 1) for one in arrays], 1)


def array_split(ary, indices_or_sections, axis=0):
    """The array in parts along an axis, as views; parts may differ by one in length."""
    ary = asarray(ary)
    if not -ary.ndim <= axis < ary.ndim:
        raise IndexError("tuple index out of range")
    axis %= ary.ndim
    length = ary._shape[axis]
    if hasattr(indices_or_sections, "__len__"):
        cuts = [0, *map(int, indices_or_sections), length]
    else:
        count = int(indices_or_sections)
        if count <= 0:
            raise ValueError("number sections must be larger than 0.")
        each, extra = divmod(length, count)
        cuts = [0]
        for part in range(count):
            cuts.append(cuts[-1] + each + (part < extra))
    lead = (slice(None),) * axis
    return [ary[lead + (slice(a, b),)] for a, b in zip(cuts, cuts[1:])]


def split(ary, indices_or_sections, axis=0):
    """The array in equal parts, or cut at the given places, as views."""
    ary = asarray(ary)
    if not hasattr(indices_or_sections, "__len__"):
        if -ary.ndim <= axis < ary.ndim and ary._shape[axis] % int(indices_or_sections):
            raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    """The array split into columns."""
    ndim = asarray(ary).ndim
    if not ndim:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(ary, indices_or_sections, 0 if ndim == 1 else 1)


def vsplit(ary, indices_or_sections):
    """The array split into groups of rows."""
    if asarray(ary).ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)


def tile(A, reps):
    """The array repeated as tiles along each axis."""
    A = asarray(A)
    reps = tuple(reps) if hasattr(reps, "__len__") else (reps,)
    ndim = max(A.ndim, len(reps))
    reps = (1,) * (ndim - len(reps)) + reps
    shape = (1,) * (ndim - A.ndim) + A._shape
    spread = A.reshape(tuple(n for length in shape for n in (1, length)))
    wide = broadcast_to(spread, tuple(n for pair in zip(reps, shape) for n in pair))
    return wide.copy().reshape(tuple(r * n for r, n in zip(reps, shape)))


def repeat(a, repeats, axis=None):
    """Each element repeated, along an axis or in the flattened array."""
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = normal_axis(axis, a.ndim)
    length = a._shape[axis]
    counts = asarray(repeats)
    if counts.size == 1:
        counts = [int(counts.ravel()[0])] * length
    elif counts.size != length:
        raise ValueError(
            f"operands could not be broadcast together with shape ({length},) ({counts.size},)"
        )
    total = sum(map(int, counts))
    check_room((*a._shape[:axis], total, *a._shape[axis + 1 :]), a._dtype)
    chosen = [place for place, count in enumerate(counts) for _ in range(count)]
    return a[(slice(None),) * axis + (asarray(chosen, dt.int64),)]


def append(arr, values, axis=None):
    """A new array with values at the end."""
    if axis is None:
        return concatenate((asarray(arr).ravel(), asarray(values).ravel()))
    return concatenate((arr, values), axis)


def delete(arr, obj, axis=None):
    """A new array without the named places along an axis."""
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = normal_axis(axis, arr.ndim)
    length = arr._shape[axis]
    if isinstance(obj, int) and not -length <= obj < length:
        raise IndexError(f"index {obj} is out of bounds for axis {axis} with size {length}")
    key = obj if isinstance(obj, (int, slice)) else asarray(obj)
    if key.__class__ is ndarray and key.size == 0:
        return arr.copy()
    dropped = set(elements(asarray(arange(length)[key])))
    kept = asarray([place for place in range(length) if place not in dropped], dt.int64)
    return arr[(slice(None),) * axis + (kept,)]


def insert(arr, obj, values, axis=None):
    """A new array with values before the named places along an axis."""
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = normal_axis(axis, arr.ndim)
    length = arr._shape[axis]
    places = [obj] if isinstance(obj, int) else list(map(int, asarray(obj)))
    if any(not -length <= place <= length for place in places):
        bad = next(place for place in places if not -length <= place <= length)
        raise IndexError(f"index {bad} is out of bounds for axis {axis} with size {length}")
    values = asarray(values, arr._dtype)
    if isinstance(obj, int) and values.ndim == arr.ndim:
        places = places * values._shape[axis]
    places = [place + length if place < 0 else place for place in places]
    order = sorted(range(len(places)), key=places.__getitem__)
    fresh = [places[k] + rank for rank, k in enumerate(order)]
    shape = arr._shape[:axis] + (length + len(places),) + arr._shape[axis + 1 :]
    made, lead = zeros_like_storage(arr._dtype, shape), (slice(None),) * axis
    taken = set(fresh)
    old = asarray([place for place in range(shape[axis]) if place not in taken], dt.int64)
    made[lead + (old,)] = arr
    targets = [0] * len(places)
    for place, k in zip(fresh, order):
        targets[k] = place
    if isinstance(obj, int) and values.ndim < arr.ndim and values.ndim and axis != arr.ndim - 1:
        values = values[(None,)]
    made[lead + (asarray(targets, dt.int64),)] = values
    return made


def pad(array, pad_width, mode="constant", **kwargs):
    """The array with elements added before and after along each axis."""
    known = ("constant_values",) if mode == "constant" else ()
    unknown = kwargs.keys() - known
    if unknown:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unknown}")
    array = asarray(array)
    widths = _widths(pad_width, array.ndim)
    if mode == "constant":
        values = _widths(kwargs.get("constant_values", 0), array.ndim)
        shape = tuple(b + n + a for n, (b, a) in zip(array._shape, widths))
        made = zeros_like_storage(array._dtype, shape)
        for axis, ((before, after), (low, high)) in enumerate(zip(widths, values)):
            lead = (slice(None),) * axis
            made[lead + (slice(None, before),)] = low
            made[lead + (slice(shape[axis] - after, None),)] = high
        inner = tuple(slice(b, b + n) for n, (b, _) in zip(array._shape, widths))
        made[inner] = array
        return made
    if mode not in _SOURCES:
        raise ValueError(f"mode '{mode}' is not supported; choose constant, {', '.join(_SOURCES)}")
    for axis, (before, after) in enumerate(widths):
        length = array._shape[axis]
        places = [_SOURCES[mode](place, length) for place in range(-before, length + after)]
        array = array[(slice(None),) * axis + (asarray(places, dt.int64),)]
    return array


_SOURCES = {
    "edge": lambda place, n: min(max(place, 0), n - 1),
    "wrap": lambda place, n: place % n,
    "reflect": lambda place, n: n - 1 - abs(n - 1 - place % (2 * n - 2)) if n > 1 else 0,
    "symmetric": lambda place, n: min(place % (2 * n), 2 * n - 1 - place % (2 * n)),
}


def _widths(given, ndim):
    given = asarray(given)
    if given.ndim == 1 and given.size == 1:
        given = given.reshape(())
    return broadcast_to(given, (ndim, 2)).tolist()


def unstack(x, /, *, axis=0):
    """The arrays along an axis, as a tuple of views."""
    x = asarray(x)
    lead = (slice(None),) * normal_axis(axis, x.ndim)
    return tuple(x[lead + (k,)] for k in range(x._shape[axis]))


ndarray.repeat = repeat
