"""Changing an array's shape: views where the memory allows, copies where it does not."""

from ._array import copied, elements, ndarray, view_of, whole, zeros_like_storage
from ._create import asarray
from ._layout import (
    as_index,
    broadcast,
    coalesce,
    is_contiguous,
    normal_axes,
    normal_axis,
    normal_shape,
    shape_text,
    size_of,
    steps_of,
    stretched_steps,
)
from ._room import check_room


def reshape(a, /, shape, order="C", *, copy=None):
    """The same elements in another shape; one length may be -1 and is worked out."""
    a = asarray(a)
    shape = (
        (as_index(shape),)
        if not isinstance(shape, (tuple, list, ndarray))
        else tuple(map(as_index, shape))
    )
    shape = _filled_in(shape, a.size)
    if order == "F":
        return transpose(reshape(transpose(a), shape[::-1]))
    steps = _reshaped_steps(a, shape)
    if steps is None or copy:
        return whole(copied(a), shape, a._dtype)
    return view_of(a, a._offset, shape, steps)


def _filled_in(shape, size):
    unknown = [place for place, length in enumerate(shape) if length < 0]
    if len(unknown) > 1:
        raise ValueError("can only specify one unknown dimension")
    known = size_of(tuple(length for length in shape if length >= 0))
    fits = known == size if not unknown else known > 0 and size % known == 0
    if not fits:
        while len(shape) > 1 and shape[0] < 0:
            shape = shape[1:]
        text = shape_text(tuple("newaxis" if length < 0 else length for length in shape))
        text = text.replace(",)", ")") if unknown else text
        raise ValueError(f"cannot reshape array of size {size} into shape {text}")
    return tuple(size // known if length < 0 else length for length in shape)


def _reshaped_steps(a, shape):
    """Steps of the reshaped view, or None where the elements do not lie regularly."""
    if a._whole or 0 in shape:
        return steps_of(shape)
    lengths, (steps,) = coalesce(a._shape, a._steps)
    if len(lengths) <= 1:
        step = steps[0] if steps else 1
        return tuple(one * step for one in steps_of(shape))
    groups, result, place = list(zip(lengths, steps)), [], 0
    for length, step in groups:
        taken, size = [], 1
        while size < length:
            if place == len(shape):
                return None
            taken.append(shape[place])
            size *= shape[place]
            place += 1
        if size != length:
            return None
        result += [one * step for one in steps_of(tuple(taken))]
    return tuple(result + [1] * (len(shape) - place))


def ravel(a, order="C"):
    """The elements in one dimension; a view where they lie one after another."""
    a = asarray(a)
    a = transpose(a) if order == "F" else a
    if not is_contiguous(a._shape, a._steps):
        return whole(copied(a), (a.size,), a._dtype)
    return view_of(a, a._offset, (a.size,), (1,))


def _reshape_method(self, *shape, order="C", copy=None):
    """The same elements in another shape; one length may be -1 and is worked out."""
    return reshape(self, shape[0] if len(shape) == 1 else shape, order, copy=copy)


def _flatten(self, order="C"):
    """A copy of the elements in one dimension."""
    return whole(copied(transpose(self) if order == "F" else self), (self.size,), self._dtype)


def transpose(a, axes=None):
    """The array with its axes reversed or put in the given order, as a view."""
    a = asarray(a)
    if axes is None:
        return a.T
    if len(axes) != a.ndim:
        raise ValueError("axes don't match array")
    axes = tuple(normal_axis(axis, a.ndim) for axis in axes)
    if len(set(axes)) != len(axes):
        raise ValueError("repeated axis in transpose")
    return view_of(a, a._offset, tuple(a._shape[k] for k in axes), tuple(a._steps[k] for k in axes))


permute_dims = transpose


def _transpose_method(self, *axes):
    """The array with its axes reversed or put in the given order, as a view."""
    if not axes or axes == (None,):
        return self.T
    return transpose(self, axes[0] if isinstance(axes[0], (tuple, list)) else axes)


def matrix_transpose(x, /):
    """The array with its last two axes exchanged."""
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return x.mT


def swapaxes(a, axis1, axis2):
    """The array with two axes exchanged, as a view."""
    a = asarray(a)
    axes = list(range(a.ndim))
    one, two = normal_axis(axis1, a.ndim, "axis1"), normal_axis(axis2, a.ndim, "axis2")
    axes[one], axes[two] = axes[two], axes[one]
    return transpose(a, axes)


def moveaxis(a, source, destination):
    """The array with axes moved to new places, the others in their order."""
    a = asarray(a)
    listed = [(x,) if isinstance(x, int) else tuple(x) for x in (source, destination)]
    if len(listed[0]) != len(listed[1]):
        raise ValueError(
            "`source` and `destination` arguments must have the same number of elements"
        )
    source, destination = ([normal_axis(axis, a.ndim) for axis in axes] for axes in listed)
    order = [axis for axis in range(a.ndim) if axis not in source]
    for to, axis in sorted(zip(destination, source)):
        order.insert(to, axis)
    return transpose(a, order)


def rollaxis(a, axis, start=0):
    """The array with one axis moved before another."""
    a = asarray(a)
    axis = normal_axis(axis, a.ndim)
    start = start + a.ndim if start < 0 else start
    return moveaxis(a, axis, start - 1 if axis < start else start)


def squeeze(a, axis=None):
    """The array without its axes of length one, as a view."""
    a = asarray(a)
    if axis is None:
        drop = tuple(k for k, length in enumerate(a._shape) if length == 1)
    else:
        drop = normal_axes(axis, a.ndim)
        if any(a._shape[k] != 1 for k in drop):
            raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    kept = [k for k in range(a.ndim) if k not in drop]
    return view_of(a, a._offset, tuple(a._shape[k] for k in kept), tuple(a._steps[k] for k in kept))


def expand_dims(a, axis):
    """The array with new axes of length one, as a view."""
    a = asarray(a)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    new = normal_axes(tuple(axes), a.ndim + len(axes))
    rest = iter(zip(a._shape, a._steps))
    pairs = [(1, 0) if k in new else next(rest) for k in range(a.ndim + len(axes))]
    return view_of(a, a._offset, tuple(p[0] for p in pairs), tuple(p[1] for p in pairs))


def broadcast_to(array, shape, subok=False):
    """The array stretched to a shape without copying; read only."""
    a, shape = asarray(array), normal_shape(shape)
    if broadcast(a._shape, shape) != shape:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes "
            f"[original->remapped]: {shape_text(a._shape)}  and requested shape {shape_text(shape)}"
        )
    made = view_of(a, a._offset, shape, stretched_steps(a._shape, a._steps, shape))
    made._writeable = False
    return made


def broadcast_arrays(*args, subok=False):
    """The arrays stretched to their common shape."""
    arrays = [asarray(one) for one in args]
    shape = broadcast_shapes(*(one._shape for one in arrays))
    return tuple(one if one._shape == shape else broadcast_to(one, shape) for one in arrays)


def broadcast_shapes(*args):
    """The shape that results from broadcasting the shapes."""
    shapes = [normal_shape(one) for one in args]
    result = broadcast(*shapes)
    if result is None:
        texts = " and ".join(f"arg {k} with shape {shape}" for k, shape in enumerate(shapes))
        raise ValueError(
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
            + texts
            + "."
        )
    return result


def atleast_1d(*arys):
    """The arguments as arrays with at least one dimension."""
    made = tuple(a if a.ndim else a.reshape(1) for a in map(asarray, arys))
    return made[0] if len(made) == 1 else made


def atleast_2d(*arys):
    """The arguments as arrays with at least two dimensions."""
    made = tuple(a if a.ndim > 1 else atleast_1d(a)[None, :] for a in map(asarray, arys))
    return made[0] if len(made) == 1 else made


def atleast_3d(*arys):
    """The arguments as arrays with at least three dimensions."""
    made = tuple(
        a if a.ndim > 2 else a[:, :, None] if a.ndim == 2 else atleast_1d(a)[None, :, None]
        for a in map(asarray, arys)
    )
    return made[0] if len(made) == 1 else made


def flip(m, axis=None):
    """The elements in reverse order along axes, as a view."""
    m = asarray(m)
    axes = normal_axes(axis, m.ndim)
    return m[tuple(slice(None, None, -1) if k in axes else slice(None) for k in range(m.ndim))]


def fliplr(m):
    """The columns in reverse order."""
    m = asarray(m)
    if m.ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return flip(m, 1)


def flipud(m):
    """The rows in reverse order."""
    m = asarray(m)
    if m.ndim < 1:
        raise ValueError("Input must be >= 1-d.")
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    """The plane of two axes turned by quarter turns."""
    m = asarray(m)
    first, second = axes
    turns = k % 4
    if turns == 2:
        return flip(m, axes)
    if turns == 1:
        return swapaxes(flip(m, second), first, second)
    return m[...] if turns == 0 else flip(swapaxes(m, first, second), second)


def roll(a, shift, axis=None):
    """The elements moved along axes, those pushed out coming in at the other end."""
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a._shape)
    shifts = shift if isinstance(shift, (tuple, list)) else (shift,)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    if len(shifts) == 1:
        shifts = tuple(shifts) * len(axes)
    made = a.copy()
    for by, along in zip(shifts, axes):
        along = normal_axis(along, a.ndim)
        length = a._shape[along]
        if length and by % length:
            by %= length
            lead = (slice(None),) * along
            before = made.copy()
            made[lead + (slice(by, None),)] = before[lead + (slice(None, length - by),)]
            made[lead + (slice(None, by),)] = before[lead + (slice(length - by, None),)]
    return made


def resize(a, new_shape):
    """A new array of another shape, the elements repeated as often as needed."""
    a, shape = asarray(a), normal_shape(new_shape)
    size = size_of(shape)
    if a.size == 0:
        return zeros_like_storage(a._dtype, shape)
    check_room(shape, a._dtype)
    values = elements(a) * -(-size // a.size)
    return whole(values[:size], shape, a._dtype)


def diagonal(a, offset=0, axis1=0, axis2=1):
    """The diagonal of the plane of two axes, as a read-only view."""
    a = asarray(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    one, two = normal_axis(axis1, a.ndim), normal_axis(axis2, a.ndim)
    rows, columns = a._shape[one], a._shape[two]
    start = a._offset + (offset * a._steps[two] if offset >= 0 else -offset * a._steps[one])
    length = max(0, min(rows, columns - offset) if offset >= 0 else min(rows + offset, columns))
    rest = [k for k in range(a.ndim) if k not in (one, two)]
    shape = tuple(a._shape[k] for k in rest) + (length,)
    steps = tuple(a._steps[k] for k in rest) + (a._steps[one] + a._steps[two],)
    made = view_of(a, start if length else a._offset, shape, steps)
    made._writeable = False
    return made


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum along a diagonal."""
    return diagonal(a, offset, axis1, axis2).sum(-1, dtype, out)


ndarray.reshape, ndarray.flatten, ndarray.transpose = _reshape_method, _flatten, _transpose_method
for _function in (ravel, swapaxes, squeeze, diagonal, trace):
    setattr(ndarray, _function.__name__, _function)
