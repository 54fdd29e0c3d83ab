"""Products of vectors, matrices and stacks of matrices."""

import math
import operator as op

from . import _dtype as dt
from . import _kernels
from ._array import copied, elements, ndarray, view_of, whole
from ._create import asarray
from ._layout import (
    broadcast,
    broadcast_or_raise,
    gather,
    is_contiguous,
    is_fortran,
    shape_text,
    size_of,
    stretched_steps,
)
from ._math import multiply, subtract
from ._native import empty_storage
from ._promotion import of_operands
from ._reduce import delivered
from ._room import check_room
from ._shape import moveaxis, transpose

# Below this many multiplications the loop in Python is quicker than a call into the kernels.
_WORTH_A_CALL = 1500
# From Python 3.12 on there is a loop in C, as in the engine that visitors get.
_sum_of_products = getattr(math, "sumprod", lambda row, column: sum(map(op.mul, row, column)))
_KERNEL_TYPES = (dt.float64, dt.float32, dt.int64)


def product_of(a, b):
    """The product of stacks of matrices with equal leading shape, or one leading shape empty.

    ``a`` is (..., m, k), ``b`` is (..., k, n); the result is an array of (..., m, n).
    """
    kind = of_operands([a, b])
    lead = broadcast_or_raise(a._shape[:-2], b._shape[:-2])
    (m, k), n = a._shape[-2:], b._shape[-1]
    shape, batch = lead + (m, n), size_of(lead)
    check_room(shape, kind)
    if kind in _KERNEL_TYPES and batch * m * n * k >= _WORTH_A_CALL and _kernels.available():
        return _by_kernel(a, b, kind, lead, (batch, m, k, n))
    if not lead:
        rows, flat = _runs(elements(a), 0, m, k), elements(b)
        columns = [flat[start::n] for start in range(n)] if k else [()] * n
        return whole(kind.store_wrapped(_products(rows, columns, kind)), shape, kind)
    first = gather(
        a._data, a._offset, lead + (m, k), stretched_steps(a._shape, a._steps, lead + (m, k))
    )
    flipped = transpose(b, (*range(b.ndim - 2), b.ndim - 1, b.ndim - 2))
    second_shape = lead + (n, k)
    steps = stretched_steps(flipped._shape, flipped._steps, second_shape)
    second = gather(flipped._data, flipped._offset, second_shape, steps)
    values = []
    for place in range(batch):
        rows = _runs(first, place * m, m, k)
        columns = _runs(second, place * n, n, k)
        values += _products(rows, columns, kind)
    return whole(kind.store_wrapped(values), shape, kind)


def _products(rows, columns, kind):
    """The sum of products of every row and column."""
    if kind is dt.bool_:
        return [int(any(map(op.and_, row, column))) for row in rows for column in columns]
    return [_sum_of_products(row, column) for row in rows for column in columns]


def _runs(values, first, count, length):
    """``count`` runs of ``length`` elements, from run number ``first`` on."""
    return [values[k * length : (k + 1) * length] for k in range(first, first + count)]


def _by_kernel(a, b, kind, lead, sizes):
    batch, m, k, n = sizes
    made = empty_storage(kind, batch * m * n)
    passed, parameters = [], [_kernels.MATMUL, _kernels.TYPES[kind.code], batch, m, k, n]
    for one in (a, b):
        one = one if one._dtype is kind else one.astype(kind)
        each = one._shape[-2] * one._shape[-1]
        stacked = one.ndim > 2 and size_of(one._shape[:-2]) != 1
        if stacked and (one._shape[:-2] != lead or not is_contiguous(one._shape, one._steps)):
            target = lead + one._shape[-2:]
            data = gather(
                one._data, one._offset, target, stretched_steps(one._shape, one._steps, target)
            )
            start, down, right = 0, one._shape[-1], 1
        else:
            # Not the array's own steps: along an axis of length one they may be anything.
            (rows, columns), steps = one._shape[-2:], one._steps[-2:]
            down, right = columns, 1
            if not is_contiguous((rows, columns), steps):
                if is_fortran((rows, columns), steps):
                    down, right = 1, rows
                else:
                    one = whole(copied(one), one._shape, kind)
            data, start = one._data, one._offset
        passed.append((data, start, each * (batch if stacked else 1), _kernels.READ))
        parameters += (each if stacked else 0, down, right)
    passed.append((made, 0, batch * m * n, _kernels.WRITE))
    _kernels.call(passed, parameters)
    return whole(made, lead + (m, n), kind)


def _mismatch(name, a, b, axis, expected):
    return ValueError(
        f"{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
        f"(n?,k),(k,m?)->(n?,m?) (size {axis} is different from {expected})"
    )


def matmul(
    x1,
    x2,
    /,
    out=None,
    *,
    axes=None,
    axis=None,
    keepdims=False,
    casting="same_kind",
    order="K",
    dtype=None,
    subok=True,
    signature=None,
):
    """The matrix product; leading axes are stacks that broadcast."""
    if axes is not None or axis is not None or keepdims:
        raise TypeError("this playground's matmul multiplies the last two axes; move others there")
    a, b = asarray(x1), asarray(x2)
    for place, one in enumerate((a, b)):
        if one.ndim == 0:
            raise ValueError(
                f"matmul: Input operand {place} does not have enough dimensions (has 0, gufunc core "
                "with signature (n?,k),(k,m?)->(n?,m?) requires 1)"
            )
    length = b._shape[0] if b.ndim == 1 else b._shape[-2]
    if a._shape[-1] != length:
        raise _mismatch("matmul", a, b, length, a._shape[-1])
    if broadcast(a._shape[:-2], b._shape[:-2]) is None:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{shape_text(a._shape)}->({','.join(map(str, a._shape[:-2]))},newaxis,newaxis) "
            f"{shape_text(b._shape)}->({','.join(map(str, b._shape[:-2]))},newaxis,newaxis)  and "
            f"requested shape ({a._shape[-2]},{b._shape[-1]})"
        )
    if dtype is not None:
        a, b = a.astype(dtype), b.astype(dtype)
    return delivered(_without_helping_axes(a, b), out)


def _without_helping_axes(a, b):
    """The product of vectors or matrices: a vector is a row before, a column after."""
    left, right = len(a._shape) == 1, len(b._shape) == 1
    rows = view_of(a, a._offset, (1, *a._shape), (0, *a._steps)) if left else a
    columns = view_of(b, b._offset, (*b._shape, 1), (*b._steps, 0)) if right else b
    made = product_of(rows, columns)
    if not left and not right:
        return made
    shape = made._shape[:-2] + made._shape[-2:-1] * (not left) + made._shape[-1:] * (not right)
    return whole(made._data, shape, made._dtype) if shape else made._dtype.box(made._data[0])


def _not_aligned(a, b, first, second):
    return ValueError(
        f"shapes {shape_text(a._shape)} and {shape_text(b._shape)} not aligned: "
        f"{a._shape[first]} (dim {first % a.ndim}) != {b._shape[second]} (dim {second % b.ndim})"
    )


def dot(a, b, out=None):
    """The sum of products over the last axis of ``a`` and the second to last of ``b``."""
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return multiply(a, b) if out is None else multiply(a, b, out=out)
    inner_axis = -1 if b.ndim == 1 else -2
    if a._shape[-1] != b._shape[inner_axis]:
        raise _not_aligned(a, b, -1, inner_axis)
    if a.ndim <= 2 and b.ndim <= 2:
        return matmul(a, b, out)
    return delivered(tensordot(a, b, ((a.ndim - 1,), (b.ndim + inner_axis,))), out)


def tensordot(a, b, axes=2):
    """The sum of products over several axes at once."""
    a, b = asarray(a), asarray(b)
    if isinstance(axes, int):
        first, second = tuple(range(a.ndim - axes, a.ndim)), tuple(range(axes))
    else:
        first, second = (one if isinstance(one, (tuple, list)) else (one,) for one in axes)
    first, second = _axes_of(a, first), _axes_of(b, second)
    if tuple(a._shape[k] for k in first) != tuple(b._shape[k] for k in second):
        raise ValueError("shape-mismatch for sum")
    kept_a = tuple(k for k in range(a.ndim) if k not in first)
    kept_b = tuple(k for k in range(b.ndim) if k not in second)
    left, right = tuple(a._shape[k] for k in kept_a), tuple(b._shape[k] for k in kept_b)
    length = size_of(tuple(a._shape[k] for k in first))
    rows = transpose(a, kept_a + first).reshape((size_of(left), length))
    columns = transpose(b, second + kept_b).reshape((length, size_of(right)))
    return product_of(rows, columns).reshape(left + right)


def _axes_of(array, axes):
    """Axes counted from the front; tensordot's own error where there is none."""
    if any(not -array.ndim <= axis < array.ndim for axis in axes):
        raise IndexError("tuple index out of range")
    return tuple(axis % array.ndim for axis in axes)


def inner(a, b, /):
    """The sum of products over the last axes."""
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return multiply(a, b)
    if a._shape[-1] != b._shape[-1]:
        raise _not_aligned(a, b, -1, -1)
    return tensordot(a, b, ((a.ndim - 1,), (b.ndim - 1,)))[()]


def vdot(a, b, /):
    """The sum of products of the flattened arguments, the first conjugated."""
    return dot(asarray(a).ravel().conj(), asarray(b).ravel())


def vecdot(
    x1,
    x2,
    /,
    out=None,
    *,
    axes=None,
    axis=-1,
    keepdims=False,
    casting="same_kind",
    order="K",
    dtype=None,
    subok=True,
    signature=None,
):
    """The sum of products along an axis, the first argument conjugated."""
    if axes is not None:
        raise TypeError("this playground's vecdot takes one axis; move others there")
    return (asarray(x1).conj() * asarray(x2)).sum(axis, dtype, out, keepdims)


def outer(a, b, out=None):
    """Every product of an element of ``a`` and an element of ``b``, as a matrix."""
    return delivered(multiply(asarray(a).ravel()[:, None], asarray(b).ravel()[None, :]), out)


def kron(a, b):
    """The Kronecker product: ``b`` scaled by each element of ``a``, put together."""
    a, b = asarray(a), asarray(b)
    ndim = max(a.ndim, b.ndim)
    first, second = (1,) * (ndim - a.ndim) + a._shape, (1,) * (ndim - b.ndim) + b._shape
    wide = a.reshape(tuple(n for length in first for n in (length, 1)))
    tall = b.reshape(tuple(n for length in second for n in (1, length)))
    return asarray(multiply(wide, tall)).reshape(tuple(x * y for x, y in zip(first, second)))


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The cross product of vectors of three numbers."""
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = moveaxis(asarray(a), axisa, -1), moveaxis(asarray(b), axisb, -1)
    if a._shape[-1] != 3 or b._shape[-1] != 3:
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    from ._join import stack

    parts = [
        subtract(a[..., i] * b[..., j], a[..., j] * b[..., i]) for i, j in ((1, 2), (2, 0), (0, 1))
    ]
    return stack([asarray(part) for part in parts], axisc)


def _matmul_operator(self, other):
    if isinstance(other, (ndarray, list, tuple)):
        return matmul(self, other)
    if isinstance(other, (int, float, complex)) or hasattr(other, "dtype"):
        return matmul(self, other)
    return NotImplemented


def _reflected_matmul(self, other):
    return matmul(other, self) if isinstance(other, (list, tuple)) else NotImplemented


def _matmul_in_place(self, other):
    self[...] = matmul(self, other)
    return self


ndarray.__matmul__, ndarray.__rmatmul__ = _matmul_operator, _reflected_matmul
ndarray.__imatmul__ = _matmul_in_place
ndarray.dot = dot
