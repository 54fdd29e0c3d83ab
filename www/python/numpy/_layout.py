"""Shapes and strides: where elements lie, how shapes combine, how views read and write.

Strides are counted in elements here (``steps``); the array object multiplies by
the item size where a person asks for bytes.
"""

from itertools import product
from math import prod
from operator import itemgetter, mul

from ._room import check_gathered


def steps_of(shape):
    """Steps of a contiguous array in C order."""
    if len(shape) == 2:
        return (shape[1] or 1, 1)
    steps, step = [], 1
    for length in reversed(shape):
        steps.append(step)
        step *= length or 1
    return tuple(reversed(steps))


def is_contiguous(shape, steps):
    """Whether the elements lie one after another in C order."""
    expected = 1
    for length, step in zip(reversed(shape), reversed(steps)):
        if length == 0:
            return True
        if length != 1:
            if step != expected:
                return False
            expected *= length
    return True


def is_fortran(shape, steps):
    """Whether the elements lie one after another with the first axis fastest."""
    return is_contiguous(shape[::-1], steps[::-1])


def shape_text(shape):
    """A shape as NumPy's messages write it: ``(2,3)``, ``(4,)``."""
    return "(" + ",".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"


def broadcast(*shapes):
    """The shape that all the shapes stretch to, or None when there is none."""
    ndim = max(map(len, shapes), default=0)
    result = [1] * ndim
    for shape in shapes:
        start = ndim - len(shape)
        for axis, length in enumerate(shape, start):
            if length != 1:
                if result[axis] != 1 and result[axis] != length:
                    return None
                result[axis] = length
    return tuple(result)


def broadcast_or_raise(*shapes):
    """Like ``broadcast``, with NumPy's error where the shapes do not fit."""
    result = broadcast(*shapes)
    if result is None:
        texts = " ".join(map(shape_text, shapes))
        raise ValueError(f"operands could not be broadcast together with shapes {texts} ")
    return result


def stretched_steps(shape, steps, target):
    """Steps that read an array of ``shape`` as if it had the ``target`` shape."""
    lead = len(target) - len(shape)
    stretched = tuple(
        step if length == wanted else 0 for length, step, wanted in zip(shape, steps, target[lead:])
    )
    return (0,) * lead + stretched


def coalesce(shape, *all_steps):
    """Drop axes of length one and join axes that lie behind one another."""
    axes = [
        (shape[k], [steps[k] for steps in all_steps]) for k in range(len(shape)) if shape[k] != 1
    ]
    joined = []
    for length, steps in axes:
        if joined:
            before, outer = joined[-1]
            if all(far == near * length for far, near in zip(outer, steps)):
                joined[-1] = (before * length, steps)
                continue
        joined.append((length, steps))
    lengths = tuple(length for length, _ in joined)
    return lengths, [tuple(steps[k] for _, steps in joined) for k in range(len(all_steps))]


def run_slice(start, length, step):
    """The slice of storage that holds a run of elements."""
    if step > 0:
        return slice(start, start + (length - 1) * step + 1, step)
    stop = start + length * step
    return slice(start, stop if stop >= 0 else None, step)


def places(offset, shape, steps):
    """The position in storage of every element, in C order."""
    result = [offset]
    for length, step in zip(shape, steps):
        if step:
            deltas = range(0, length * step, step)
            result = [place + delta for place in result for delta in deltas]
        else:
            result = [place for place in result for _ in range(length)]
    return result


def gather(storage, offset, shape, steps):
    """A copy of the elements in C order, of the storage's own kind."""
    if 0 in shape:
        return storage[0:0]
    if prod(shape) > len(storage):
        check_gathered(storage, shape)
    shape, (steps,) = coalesce(shape, steps)
    if not shape:
        return storage[offset : offset + 1]
    length, step = shape[-1], steps[-1]
    if len(shape) == 1:
        if step == 0:
            return storage[offset : offset + 1] * length
        return storage[run_slice(offset, length, step)]
    if length < 6:
        found = itemgetter(*places(offset, shape, steps))(storage)
        made = storage[0:0]
        made.extend(found)
        return made
    made = storage[0:0]
    for start in places(offset, shape[:-1], steps[:-1]):
        made += (
            storage[run_slice(start, length, step)] if step else storage[start : start + 1] * length
        )
    return made


def scatter(storage, offset, shape, steps, values):
    """Write ``values``, storage in C order of the same kind, to a view's places."""
    if 0 in shape:
        return
    shape, (steps,) = coalesce(shape, steps)
    if not shape:
        storage[offset] = values[0]
        return
    length, step = shape[-1], steps[-1]
    if length < 6 or step == 0:
        for place, value in zip(places(offset, shape, steps), values):
            storage[place] = value
        return
    taken = 0
    for start in places(offset, shape[:-1], steps[:-1]):
        storage[run_slice(start, length, step)] = values[taken : taken + length]
        taken += length


def span(offset, shape, steps):
    """The lowest place a view touches and how many elements lie up to its highest."""
    low = high = offset
    for length, step in zip(shape, steps):
        reach = (length - 1) * step
        if reach < 0:
            low += reach
        else:
            high += reach
    return low, high - low + 1


def normal_axis(axis, ndim, name=None):
    """A single axis counted from the front, or AxisError."""
    if axis.__class__ is not int:
        axis = as_index(axis)
    if not -ndim <= axis < ndim:
        raise AxisError(axis, ndim, name)
    return axis + ndim if axis < 0 else axis


def as_index(value):
    """``operator.index`` with NumPy's wording."""
    if value.__class__ is bool:
        raise TypeError("an integer is required")
    try:
        return value.__index__()
    except (AttributeError, TypeError):
        raise TypeError(
            f"'{type(value).__name__}' object cannot be interpreted as an integer"
        ) from None


def normal_axes(axis, ndim):
    """An axis, a tuple of axes or None as a sorted tuple counted from the front."""
    if axis is None:
        return tuple(range(ndim))
    if not isinstance(axis, (tuple, list)):
        return (normal_axis(axis, ndim),)
    axes = tuple(normal_axis(one, ndim) for one in axis)
    if len(set(axes)) != len(axes):
        raise ValueError("duplicate value in 'axis'")
    return tuple(sorted(axes))


def normal_shape(shape):
    """A length or a sequence of lengths as a tuple of ints."""
    try:
        lengths = iter(shape)
    except TypeError:
        lengths = (shape,)
    shape = tuple(map(as_index, lengths))
    if any(length < 0 for length in shape):
        raise ValueError("negative dimensions are not allowed")
    return shape


def row_major(shape):
    """Every multi-index of a shape in C order."""
    return product(*map(range, shape))


def size_of(shape):
    """How many elements a shape holds."""
    return prod(shape)


def dot_steps(indices, steps):
    """The distance in storage from the origin to a multi-index."""
    return sum(map(mul, indices, steps))


class AxisError(ValueError, IndexError):
    """An axis that the array does not have."""

    def __init__(self, axis, ndim=None, msg_prefix=None):
        self.axis, self.ndim = axis, ndim
        if ndim is None:
            text = str(axis)
        else:
            text = f"axis {axis} is out of bounds for array of dimension {ndim}"
        super().__init__(f"{msg_prefix}: {text}" if msg_prefix else text)
