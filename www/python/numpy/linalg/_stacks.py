"""Stacks of matrices: what the routines here ask of them, and the call into the kernels."""

from array import array as storage

from .. import _dtype as dt
from .. import _kernels
from .._array import elements, storage_as, whole
from .._create import asarray, zeros
from .._layout import gather, size_of, stretched_steps


class LinAlgError(ValueError):
    """A matrix for which the operation has no answer."""


def matrices(*arrays):
    """The arguments as arrays; LinAlgError unless each has two axes or more."""
    arrays = tuple(asarray(one) for one in arrays)
    for one in arrays:
        if one.ndim < 2:
            raise LinAlgError(
                f"{one.ndim}-dimensional array given. Array must be at least two-dimensional"
            )
    return arrays if len(arrays) > 1 else arrays[0]


def single(*arrays):
    """LinAlgError unless each array is one matrix."""
    for one in arrays:
        if one.ndim != 2:
            raise LinAlgError(f"{one.ndim}-dimensional array given. Array must be two-dimensional")


def squares(a):
    """The argument as an array of square matrices."""
    a = matrices(a)
    if a._shape[-1] != a._shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def finite(a):
    """LinAlgError where there is an infinity or NaN."""
    for value in elements(a):
        if value - value != 0:
            raise LinAlgError("Array must not contain infs or NaNs")


def real_type(*arrays):
    """The type of real results: float32 when all arguments have it, else float64."""
    return dt.float32 if all(one._dtype is dt.float32 for one in arrays) else dt.float64


def result_type(*arrays):
    """The type of results that are complex where an argument is."""
    complex_ = any(one._dtype is dt.complex128 for one in arrays)
    return dt.complex128 if complex_ else real_type(*arrays)


def run(routine, arguments, lead, sizes, results):
    """Run a kernel on every matrix of a stack of shape ``lead``.

    ``arguments`` are arrays that stretch to the stack; ``sizes`` the kernel's m, n and k;
    ``results`` shapes and types, float64 or complex128, of one matrix's results. Returns whether
    all matrices have an answer, and the results, NaN for a matrix that has none.
    """
    if not _kernels.available():
        raise RuntimeError(
            "np.linalg computes this with its compiled kernels, which are not loaded in this Python"
        )
    count = size_of(lead)
    made = [zeros(lead + shape, kind) for shape, kind in results]
    if not count or 0 in sizes:
        return True, made
    is_complex = any(one._dtype is dt.complex128 for one in arguments)
    operands = []
    for one in arguments:
        values = _floats(_stretched(one, lead), is_complex)
        operands.append((values, 0, len(values), _kernels.READ))
    blank = [
        storage("d", bytes(8 * one.size * (2 if kind is dt.complex128 else 1)))
        for one, (_, kind) in zip(made, results)
    ]
    operands += [(one, 0, len(one), _kernels.WRITE) for one in blank]
    parameters = (_kernels.LINALG, _kernels.ROUTINES[routine], int(is_complex), count, *sizes)
    failed = _kernels.call(operands, parameters)
    pairs = zip(blank, results)
    return not failed, [_array(one, lead + shape, kind) for one, (shape, kind) in pairs]


def _stretched(a, lead):
    if a._shape[:-2] == lead:
        return a
    target = lead + a._shape[-2:]
    steps = stretched_steps(a._shape, a._steps, target)
    return whole(gather(a._data, a._offset, target, steps), target, a._dtype)


def _floats(a, is_complex):
    """Elements as storage of floats, two for each complex number."""
    if not is_complex:
        return elements(a) if a._dtype is dt.float64 else storage_as(a, dt.float64)
    values = elements(a)
    made = storage("d", bytes(16 * len(values)))
    made[::2] = storage("d", [value.real for value in values])
    made[1::2] = storage("d", [value.imag for value in values])
    return made


def _array(floats, shape, kind):
    if kind is dt.complex128:
        floats = kind.store(list(map(complex, floats[::2], floats[1::2])))
    return whole(floats, shape, kind)


def delivered(a, kind):
    """An array in the type of its result; a scalar when it has no axes."""
    return (a if a._dtype is kind else a.astype(kind, copy=False))[()]
