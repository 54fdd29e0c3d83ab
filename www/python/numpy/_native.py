"""The few loops that run over storage: kernels where they pay, Python elsewhere."""

from . import _dtype as dt
from . import _kernels

# Below this many elements a call into the kernels costs more than the loop in Python.
WORTH_A_CALL = 256


def use_kernels(count, *kinds):
    """Whether an operation on ``count`` elements of these types should go to the kernels."""
    return (
        count >= WORTH_A_CALL
        and all(kind.code in _kernels.TYPES for kind in kinds)
        and _kernels.available()
    )


def empty_storage(kind, count):
    """Storage for a kernel to write to."""
    return kind.store((0,)) * count


def cast_storage(values, source, target):
    """Elements as storage of another type; integers wrap around, floats are truncated."""
    count = len(values)
    narrowing = source.kind == "f" and target.kind in "iu"
    if narrowing or not use_kernels(count, source, target):
        return dt.cast(values, source, target)
    made = empty_storage(target, count)
    codes = _kernels.TYPES
    to_bool = int(target is dt.bool_)
    _kernels.call(
        [(values, 0, count, _kernels.READ), (made, 0, count, _kernels.WRITE)],
        (_kernels.CAST, codes[source.code], codes[target.code], to_bool),
    )
    return made
