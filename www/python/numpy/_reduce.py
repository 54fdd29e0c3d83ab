"""Combining elements along axes: the machinery under sum, max, all and their kin."""

from functools import reduce
from itertools import accumulate
from math import isfinite

from . import _dtype as dt
from . import _folds, _kernels
from ._array import elements, ndarray, view_of, whole, write
from ._create import asarray
from ._errstate import OVERFLOW, report
from ._layout import (
    broadcast_or_raise,
    gather,
    is_contiguous,
    normal_axes,
    normal_axis,
    size_of,
    steps_of,
    stretched_steps,
)
from ._native import empty_storage, use_kernels

# Reductions the kernels know: crates/kernels/src/codes.rs has the same list.
_KERNELS = {"sum": 0, "prod": 1, "max": 2, "min": 3, "argmax": 4, "argmin": 5, "any": 6, "all": 7}


def reduce_axes(array, axis, name, fold, kind, keepdims=False, empty=None):
    """Fold the elements along axes; ``fold`` takes a run of raw elements.

    ``name`` says which kernel does the same, if any. ``empty`` is the result of
    folding nothing; without it an empty run is an error.
    """
    shape = array._shape
    # A reduction may speak of axis 0 of a single number, alone among the functions with an axis.
    axes = () if not shape and axis in (0, -1) else normal_axes(axis, len(shape))
    kept = tuple(k for k in range(len(shape)) if k not in axes)
    length = size_of(tuple(shape[k] for k in axes))
    result = tuple(shape[k] for k in kept)
    count = size_of(result)
    if length == 0:
        if empty is None and count:
            raise ValueError(
                _EMPTY.get(name, "zero-size array to reduction operation which has no identity")
            )
        storage = kind.store([empty] * count)
    else:
        storage = _folded(array, axes, kept, length, count, name, fold, kind)
    if keepdims:
        result = tuple(1 if k in axes else shape[k] for k in range(len(shape)))
    return whole(storage, result, kind) if result else kind.box(storage[0])


_EMPTY = {
    "argmax": "attempt to get argmax of an empty sequence",
    "argmin": "attempt to get argmin of an empty sequence",
    "max": "zero-size array to reduction operation maximum which has no identity",
    "min": "zero-size array to reduction operation minimum which has no identity",
}


def _folded(array, axes, kept, length, count, name, fold, kind):
    """The folded runs as storage, one element for each place along the kept axes."""
    shape, ndim = array._shape, len(array._shape)
    source = array._dtype
    code = _KERNELS.get(name)
    if code is not None and source.kind != "c" and use_kernels(length * count, source, kind):
        if (
            axes
            and axes == tuple(range(axes[0], axes[-1] + 1))
            and is_contiguous(shape, array._steps)
        ):
            inner = size_of(shape[axes[-1] + 1 :])
            return _by_kernel(array, code, kind, (count // max(inner, 1), length, inner))
    innermost = not axes or axes[-1] == ndim - 1
    order = kept + axes
    if order == tuple(range(ndim)):
        values = elements(array)
    else:
        lengths = tuple(shape[k] for k in order)
        values = gather(array._data, array._offset, lengths, tuple(array._steps[k] for k in order))
    if fold is _folds.pairwise_sum and not innermost:
        fold = _folds.sequential_sum
    if count == 1:
        folded = [fold(values)]
    else:
        folded = [
            fold(values[start : start + length]) for start in range(0, count * length, length)
        ]
    return kind.store_wrapped(folded)


def _by_kernel(array, code, kind, sizes):
    outer, length, inner = sizes
    made = empty_storage(kind, outer * inner)
    source = _kernels.TYPES[array._dtype.code]
    _kernels.call(
        [
            (array._data, array._offset, outer * length * inner, _kernels.READ),
            (made, 0, outer * inner, _kernels.WRITE),
        ],
        (_kernels.REDUCE, code, source, _kernels.TYPES[kind.code], outer, length, inner),
    )
    return made


def warn_if_overflowed(result, array, name):
    """Report an infinite result of finite elements."""
    values = elements(result) if result.__class__ is ndarray else (result.item(),)
    if not _finite(values) and _finite(elements(array)):
        report(OVERFLOW, name)


def _finite(values):
    total = sum(values)
    return total - total == 0.0 or all(map(isfinite, values))


def delivered(result, out):
    """The result, written to ``out`` where that is given."""
    if out is None:
        return result
    if out.__class__ is not ndarray:
        raise TypeError("return arrays must be of ArrayType")
    write(out, asarray(result).astype(out.dtype)._data)
    return out


def masked(array, where, filler):
    """The array with ``filler`` where ``where`` is false."""
    if where is True:
        return array
    from ._search import where as choose

    return choose(where, array, filler).astype(array._dtype)


def summed_type(kind):
    """The type that sums and products of a type have: whole numbers of 64 bits at least."""
    if kind.kind in "bi":
        return dt.int64
    return dt.uint64 if kind.kind == "u" else kind


def started(initial, kind):
    """Where a reduction begins, as a scalar of the type that it is made in."""
    from ._assign import one_element

    return kind.box(one_element(initial, kind))


def reduce_by(function, array, axis, dtype, out, keepdims, initial, where):
    """``ufunc.reduce`` for any function of two arguments."""
    if dtype is not None:
        array = array.astype(dtype)
    if where is not True:
        array = masked(array, where, function.identity if initial is None else initial)
    _, kind = function.resolve(function, [array, array])
    if function.name in ("add", "multiply") and dtype is None:
        kind = summed_type(array._dtype)
    if function.name.startswith("logical"):
        array = array.astype(bool, copy=False)
    loop = function.loops.get(array._dtype.kind) or function.loops.get("i") or function.loops["f"]
    if function.name in ("add", "multiply"):
        loop = function.loops["i"]

    start = () if initial is None else (initial,)
    pairwise = function.name == "add" and kind.kind == "f" and initial is None
    fold = _folds.pairwise_sum if pairwise else lambda values: reduce(loop, values, *start)
    empty = function.identity if initial is None else initial
    return delivered(reduce_axes(array, axis, None, fold, kind, keepdims, empty), out)


def running(array, axis, kind, loop):
    """The running combination along an axis (None: over the flattened elements)."""
    if axis is None:
        array, axis = whole(elements(array), (array.size,), array._dtype), 0
    axis = normal_axis(axis, array.ndim)
    order = tuple(k for k in range(array.ndim) if k != axis) + (axis,)
    lengths = tuple(array._shape[k] for k in order)
    values = gather(array._data, array._offset, lengths, tuple(array._steps[k] for k in order))
    length, made = lengths[-1], []
    for start in range(0, len(values), length or 1):
        made += accumulate(values[start : start + length], loop)
    result = whole(kind.store_wrapped(made), lengths, kind)
    back = tuple(order.index(k) for k in range(array.ndim))
    if back == tuple(range(array.ndim)):
        return result
    steps = steps_of(lengths)
    moved = view_of(result, 0, array._shape, tuple(steps[k] for k in back))
    return moved.copy()


def accumulate_by(function, array, axis, dtype, out):
    """``ufunc.accumulate`` for any function of two arguments."""
    if not array._shape:
        raise TypeError("cannot accumulate on a scalar")
    if dtype is not None:
        array = array.astype(dtype)
    elif function.name in ("add", "multiply"):
        array = array.astype(summed_type(array._dtype), copy=False)
    _, kind = function.resolve(function, [array, array])
    loop = function.loops.get("i" if kind.kind in "iu" else kind.kind) or function.loops["f"]
    return delivered(running(array, axis, kind, loop), out)


def apply_at(function, target, indices, other):
    """``ufunc.at``: element after element, so that repeated indices all count."""
    from ._create import arange
    from ._layout import places

    if target.__class__ is not ndarray:
        raise TypeError("first operand must be array")
    if not target._writeable:
        raise ValueError("array is read-only")
    positions = arange(target.size).reshape(target._shape)[indices]
    positions = asarray(positions)
    where = places(target._offset, target._shape, target._steps)
    data, kind = target._data, target._dtype
    if other is None:
        _at_places(function, data, kind, [where[k] for k in elements(positions)])
        return
    other = asarray(other)
    shape = broadcast_or_raise(positions._shape, other._shape)
    spread = stretched_steps(other._shape, other._steps, shape)
    values = gather(other._data, other._offset, shape, spread)
    source, made = function.resolve(function, [target, other])
    loop = _loop_for(function, source)
    for position, value in zip(elements(positions), values):
        place = where[position]
        found = loop(data[place], value)
        if made is kind:
            data[place] = kind.store_wrapped([found])[0]
        else:
            data[place] = dt.cast([found], made, kind)[0]


def _at_places(function, data, kind, where):
    """A function of one array applied at places of a storage."""
    source, made = function.resolve(function, [kind])
    loop = _loop_for(function, source)
    for place in where:
        data[place] = dt.cast([loop(data[place])], made, kind)[0]


def _loop_for(function, source):
    code = "i" if source.kind == "u" and "u" not in function.loops else source.kind
    return function.loops.get(code) or function.loops["f"]
