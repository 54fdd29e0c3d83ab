"""Which type a result has: promotion after NEP 50, casting rules, numeric limits.

Arrays and NumPy scalars bring their own type. Python's ``int``, ``float`` and
``complex`` are weak: they take the type of what they meet, as far as its kind
allows.
"""

import math

from . import _dtype as dt
from ._scalar import generic

_ORDER = "biufc"


def promote(first, second):
    """The smallest type that holds every value of both dtypes."""
    if first is second:
        return first
    if _rank(first) > _rank(second):
        first, second = second, first
    if first.kind == "b" or second.kind == "c":
        return second
    if second.kind == "f":
        small = first.kind == "f" or first.itemsize <= 2
        return second if small else dt.float64
    if first.kind == second.kind:
        return first if first.itemsize >= second.itemsize else second
    signed, unsigned = (first, second) if first.kind == "i" else (second, first)
    if signed.itemsize > unsigned.itemsize:
        return signed
    return {1: dt.int16, 2: dt.int32, 4: dt.int64, 8: dt.float64}[unsigned.itemsize]


def _rank(kind):
    return _ORDER.index(kind.kind) * 100 + kind.itemsize


def promote_weak(strong, kind):
    """The type when a dtype (or None) meets Python's ``int``, ``float`` or ``complex``."""
    if kind is int:
        return dt.int64 if strong is None or strong.kind == "b" else strong
    if kind is float:
        return strong if strong is not None and strong.kind in "fc" else dt.float64
    return dt.complex128


def of_operands(operands):
    """The common type of arrays, NumPy scalars, dtypes and Python numbers."""
    strong, weak = None, None
    for operand in operands:
        kind = operand.__class__
        if kind is float or kind is int or kind is complex:
            if weak is None or kind is complex or (kind is float and weak is int):
                weak = kind
        else:
            found = dt.bool_ if kind is bool else operand if kind is dt.dtype else operand.dtype
            strong = found if strong is None else promote(strong, found)
    return strong if weak is None else promote_weak(strong, weak)


def result_type(*arrays_and_dtypes):
    """The dtype that results from applying the promotion rules to the arguments."""
    from ._create import asarray

    def operand(value):
        if hasattr(value, "dtype") and not isinstance(value, type):
            return value
        if isinstance(value, (bool, int, float, complex)):
            return value
        if isinstance(value, (type, str, dt.dtype)):
            return dt.lookup(value)
        return asarray(value)

    return of_operands([operand(value) for value in arrays_and_dtypes])


def promote_types(type1, type2, /):
    """The smallest dtype to which both types can be cast safely."""
    return promote(dt.lookup(type1), dt.lookup(type2))


def can_cast(from_, to, casting="safe"):
    """Whether a cast between two types is allowed under a casting rule."""
    if isinstance(from_, (int, float, complex)) and not isinstance(from_, generic):
        raise TypeError(
            "can_cast() does not support Python ints, floats, and complex because the result "
            "used to depend on the value."
        )
    source = getattr(from_, "dtype", None) or dt.lookup(from_)
    target = dt.lookup(to)
    if casting not in ("no", "equiv", "safe", "same_kind", "unsafe"):
        raise ValueError(
            "casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe'"
        )
    if casting == "unsafe" or source is target:
        return True
    if casting in ("no", "equiv"):
        return False
    if casting == "same_kind":
        same = source.kind == target.kind or (source.kind, target.kind) == ("u", "i")
        return same or promote(source, target) is target or _kind_below(source, target)
    return promote(source, target) is target


def _kind_below(source, target):
    groups = {"b": 0, "u": 1, "i": 2, "f": 3, "c": 4}
    return groups[source.kind] < groups[target.kind]


def issubdtype(arg1, arg2):
    """Whether the first type is, or lies below, the second in the type hierarchy."""

    def scalar_class(spec):
        if isinstance(spec, type) and issubclass(spec, generic):
            return spec
        return dt.lookup(spec).type

    return issubclass(scalar_class(arg1), scalar_class(arg2))


class iinfo:
    """The limits of an integer type: ``min``, ``max``, ``bits``."""

    def __init__(self, int_type):
        kind = int_type.dtype if hasattr(int_type, "dtype") else dt.lookup(int_type)
        if kind.kind not in "iu":
            raise ValueError(f"Invalid integer data type {kind.kind!r}.")
        self.dtype, self.bits, self.min, self.max = kind, 8 * kind.itemsize, kind.low, kind.high
        self.kind = kind.kind

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


class finfo:
    """The limits of a floating-point type: ``eps``, ``max``, ``min``, ``tiny`` and more."""

    def __init__(self, dtype):
        kind = dtype.dtype if hasattr(dtype, "dtype") else dt.lookup(dtype)
        if kind.kind not in "fc":
            raise ValueError(f"data type {kind.type!r} not inexact")
        kind = dt.float64 if kind.kind == "c" else kind
        mantissa, exponent = (52, 1023) if kind is dt.float64 else (23, 127)
        self.dtype, self.bits = kind, 8 * kind.itemsize
        self.eps = kind.box(2.0**-mantissa)
        self.epsneg = kind.box(2.0 ** -(mantissa + 1))
        self.max = kind.box((2.0 - 2.0**-mantissa) * 2.0**exponent)
        self.min = kind.box(-(2.0 - 2.0**-mantissa) * 2.0**exponent)
        self.tiny = self.smallest_normal = kind.box(2.0 ** (1 - exponent))
        self.smallest_subnormal = kind.box(math.ldexp(1.0, 1 - exponent - mantissa))
        self.nmant, self.maxexp, self.minexp = mantissa, exponent + 1, 1 - exponent
        self.precision = 15 if kind is dt.float64 else 6
        self.resolution = kind.box(1e-15 if kind is dt.float64 else 1e-6)

    def __repr__(self):
        return f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})"
