"""Reading and writing by index: integers, slices, ``...``, None, arrays and masks.

A key is first taken apart into axes that stay, axes that are new and index
arrays. Without index arrays the result is a view; with them it is a copy, and
assignment goes through the list of places that the key names.
"""

from itertools import compress
from operator import itemgetter

from . import _dtype as dt
from ._array import elements, ndarray, storage_as, view_of, whole, write
from ._assign import one_element, stretched
from ._create import asarray
from ._layout import (
    broadcast,
    coalesce,
    gather,
    places,
    run_slice,
    shape_text,
    steps_of,
    stretched_steps,
)
from ._room import check_room
from ._scalar import bool_, generic

_INVALID = (
    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or "
    "boolean arrays are valid indices"
)


_MOST_ARRAYS = 63


def getitem(self, key):
    """The element, view or copy that ``key`` names."""
    shape = self._shape
    kind = key.__class__
    if kind is int:
        if shape and -shape[0] <= key < shape[0]:
            place = self._offset + (key + shape[0] if key < 0 else key) * self._steps[0]
            if len(shape) == 1:
                return self._dtype.box(self._data[place])
            return view_of(self, place, shape[1:], self._steps[1:])
    elif kind is tuple and len(key) == 2 and len(shape) == 2:
        i, j = key
        if i.__class__ is int and j.__class__ is int:
            rows, columns = shape
            if -rows <= i < rows and -columns <= j < columns:
                down, right = self._steps
                i, j = (i + rows if i < 0 else i), (j + columns if j < 0 else j)
                return self._dtype.box(self._data[self._offset + i * down + j * right])
    elif kind is ndarray and key._dtype is dt.bool_ and key._shape == shape and shape:
        chosen = self._dtype.store(list(compress(elements(self), elements(key))))
        return whole(chosen, (len(chosen),), self._dtype)
    elif _is_truth(key):
        return (self[None] if key else self[None][:0]).copy()
    offset, axes, advanced = _take_apart(self, key)
    if advanced:
        found = _take(self, offset, axes, advanced)
        return found if found._shape or not _names_element(key) else found[()]
    if not axes and _names_element(key):
        return self._dtype.box(self._data[offset])
    return view_of(self, offset, *_lengths_and_steps(axes))


def setitem(self, key, value):
    """Assign ``value``, broadcast, to what ``key`` names."""
    if not self._writeable:
        raise ValueError("assignment destination is read-only")
    kind = key.__class__
    if kind is int or kind is tuple:
        place = _place(self, key)
        if place is not None:
            is_plain = value.__class__ is float and self._dtype is dt.float64
            self._data[place] = value if is_plain else one_element(value, self._dtype)
            return
    elif kind is ndarray and key._dtype is dt.bool_ and key._shape == self._shape and self._shape:
        _put_mask(self, key, value)
        return
    elif _is_truth(key):
        if key:
            self[...] = value
        return
    offset, axes, advanced = _take_apart(self, key)
    if advanced:
        _put(self, offset, axes, advanced, value)
    elif not axes:
        self._data[offset] = one_element(value, self._dtype)
    else:
        target = view_of(self, offset, *_lengths_and_steps(axes))
        message = "could not broadcast input array from shape {} into shape {}"
        write(target, stretched(value, target._shape, target, message))


def _place(self, key):
    """Where the element lies that one or two plain integers name; None for any other key."""
    shape = self._shape
    if key.__class__ is int:
        if len(shape) == 1 and -shape[0] <= key < shape[0]:
            return self._offset + (key + shape[0] if key < 0 else key) * self._steps[0]
    elif len(key) == 2 and len(shape) == 2:
        i, j = key
        rows, columns = shape
        if i.__class__ is int and j.__class__ is int:
            if -rows <= i < rows and -columns <= j < columns:
                down, right = self._steps
                i, j = (i + rows if i < 0 else i), (j + columns if j < 0 else j)
                return self._offset + i * down + j * right
    return None


def _is_truth(key):
    """A single truth value as index: everything under a new axis, or nothing."""
    return isinstance(key, (bool, bool_)) or (
        key.__class__ is ndarray and key._dtype is dt.bool_ and not key._shape
    )


def _names_element(key):
    items = key if isinstance(key, tuple) else (key,)
    return not any(item is Ellipsis for item in items)


def _lengths_and_steps(axes):
    return tuple(axis[0] for axis in axes), tuple(axis[1] for axis in axes)


def _out_of_bounds(index, axis, length):
    return IndexError(f"index {index} is out of bounds for axis {axis} with size {length}")


def _take_apart(self, key):
    """Offset, axes and index arrays of a key.

    Axes are ``(length, step)``. Each index array is ``(array, step, axis,
    position)``, where position is the number of axes before it in the result.
    """
    items = _expanded(key if isinstance(key, tuple) else (key,), self)
    has_arrays = any(item.__class__ is ndarray for item in items)
    offset, axes, advanced, axis, apart, gap = self._offset, [], [], 0, False, False
    for item in items:
        if item is None:
            axes.append((1, 0))
            gap = bool(advanced)
            continue
        if item.__class__ is ndarray and item._dtype is dt.bool_:
            # A single truth value: an index of its own, with one element or none, for no axis.
            apart, count = apart or gap, int(item._data[item._offset])
            advanced.append((([0] * count, (count,)), 0, len(axes)))
            continue
        length, step = self._shape[axis], self._steps[axis]
        if item.__class__ is slice:
            start, stop, stride = item.indices(length)
            count = len(range(start, stop, stride))
            offset += start * step if count else 0
            axes.append((count, step * stride))
            gap = bool(advanced)
        elif item.__class__ is ndarray or has_arrays:
            array = item if item.__class__ is ndarray else asarray(item)
            apart = apart or gap
            advanced.append((_checked(array, axis, length), step, len(axes)))
        else:
            if not -length <= item < length:
                raise _out_of_bounds(item, axis, length)
            offset += (item + length if item < 0 else item) * step
        axis += 1
    if len(advanced) > _MOST_ARRAYS:
        raise IndexError(f"too many advanced indices: at most {_MOST_ARRAYS} are possible")
    if apart:
        advanced = [(array, step, 0) for array, step, _ in advanced]
    return offset, axes, advanced


def _expanded(items, self):
    """The key's items, one for each axis: masks as index arrays, ``...`` written out."""
    ready, used = [], 0
    for item in items:
        kind = item.__class__
        if kind is int or kind is slice:
            ready.append(item)
            used += 1
        elif item is None or item is Ellipsis:
            ready.append(item)
        else:
            found = _as_index(item)
            if found.__class__ is ndarray and found._dtype is dt.bool_ and found._shape:
                parts = _mask_parts(found, self._shape, used)
                ready += parts
                used += found.ndim
            else:
                ready.append(found)
                used += found.__class__ is not ndarray or found._dtype is not dt.bool_
    ndim = len(self._shape)
    if used > ndim:
        raise IndexError(
            f"too many indices for array: array is {ndim}-dimensional, but {used} were indexed"
        )
    dots = [place for place, item in enumerate(ready) if item is Ellipsis]
    if len(dots) > 1:
        raise IndexError("an index can only have a single ellipsis ('...')")
    place = dots[0] if dots else len(ready)
    return ready[:place] + [slice(None)] * (ndim - used) + ready[place + 1 :]


def _as_index(item):
    if isinstance(item, (bool, bool_)):
        return asarray(bool(item))
    if item.__class__ is not ndarray and hasattr(item, "__index__") and not isinstance(item, float):
        return item.__index__()
    if isinstance(item, (list, tuple)) or hasattr(item, "__array__"):
        found = asarray(item)
        if found.size == 0 and item.__class__ is not ndarray:
            found = found.astype(dt.int64)
        if found._dtype.kind not in "iub":
            if found is not item:
                raise IndexError(_INVALID)
            raise IndexError("arrays used as indices must be of integer (or boolean) type")
        return found
    raise IndexError(_INVALID)


def _mask_parts(mask, shape, used):
    """The index arrays that a boolean array stands for."""
    for axis, length in enumerate(mask._shape):
        if used + axis < len(shape) and shape[used + axis] != length:
            raise IndexError(
                f"boolean index did not match indexed array along axis {used + axis}; size of axis "
                f"is {shape[used + axis]} but size of corresponding boolean axis is {length}"
            )
    from ._search import nonzero

    return list(nonzero(mask))


def _checked(array, axis, length):
    """Index array as raw values counted from the front, with its shape."""
    values = elements(array)
    if len(values):
        low, high = min(values), max(values)
        if low < -length or high >= length:
            bad = next(value for value in values if not -length <= value < length)
            raise _out_of_bounds(bad, axis, length)
        if low < 0:
            values = [value + length if value < 0 else value for value in values]
    return values, array._shape


def _index_places(advanced):
    """The shape of the index arrays together, and the distance that each combination adds."""
    shapes = [shape for (_, shape), _, _ in advanced]
    shape = broadcast(*shapes)
    if shape is None:
        texts = " ".join(map(shape_text, shapes))
        raise IndexError(
            f"shape mismatch: indexing arrays could not be broadcast together with shapes {texts} "
        )
    total = None
    for (values, own), step, _ in advanced:
        if own != shape:
            values = gather(list(values), 0, shape, stretched_steps(own, steps_of(own), shape))
        part = [value * step for value in values]
        total = part if total is None else list(map(int.__add__, total, part))
    return shape, total


def _split(offset, axes, advanced, kind):
    """Result shape, the starts of its runs, and the axes within a run."""
    shape, distances = _index_places(advanced)
    position = advanced[0][2]
    before, after = axes[:position], axes[position:]
    lengths, steps = _lengths_and_steps(after)
    result = tuple(axis[0] for axis in before) + shape + lengths
    check_room(result, kind)
    starts = places(offset, *_lengths_and_steps(before))
    starts = [start + distance for start in starts for distance in distances]
    return result, starts, lengths, steps


def _take(self, offset, axes, advanced):
    shape, starts, lengths, steps = _split(offset, axes, advanced, self._dtype)
    if 0 in shape:
        return whole(self._dtype.store(()), shape, self._dtype)
    inner, (inner_steps,) = coalesce(lengths, steps)
    data = self._data
    if len(inner) == 1 and inner_steps[0] and inner[0] >= 6:
        made = data[0:0]
        for start in starts:
            made += data[run_slice(start, inner[0], inner_steps[0])]
        return whole(made, shape, self._dtype)
    if lengths:
        within = places(0, lengths, steps)
        starts = [start + place for start in starts for place in within]
    found = itemgetter(*starts)(data) if len(starts) > 1 else [data[starts[0]]]
    return whole(self._dtype.store(found), shape, self._dtype)


def _put(self, offset, axes, advanced, value):
    shape, starts, lengths, steps = _split(offset, axes, advanced, self._dtype)
    if lengths:
        within = places(0, lengths, steps)
        starts = [start + place for start in starts for place in within]
    message = "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}"
    values = stretched(value, shape, self, message)
    data = self._data
    for place, one in zip(starts, values):
        data[place] = one


def _put_mask(self, mask, value):
    chosen = list(compress(places(self._offset, self._shape, self._steps), elements(mask)))
    data, kind = self._data, self._dtype
    if isinstance(value, (int, float, generic)):
        one = one_element(value, kind)
        for place in chosen:
            data[place] = one
        return
    values = asarray(value)
    if values.ndim > 1 or values.size not in (1, len(chosen)):
        if values.ndim > 1:
            raise TypeError(
                "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, "
                f"input has {values.ndim} dimensions"
            )
        raise ValueError(
            "NumPy boolean array indexing assignment cannot assign "
            f"{values.size} input values to the {len(chosen)} output values where the mask is true"
        )
    stored = storage_as(values, kind)
    if len(stored) != len(chosen):
        stored = stored * len(chosen)
    for place, one in zip(chosen, stored):
        data[place] = one


ndarray.__getitem__ = getitem
ndarray.__setitem__ = setitem
