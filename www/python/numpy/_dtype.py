"""Element types: the ``dtype`` objects, their limits, and the casts between them.

A dtype knows how its elements are stored. Real numbers live in an
``array.array``; bool shares the unsigned byte. Complex numbers, which
``array.array`` lacks, live in a list. Both kinds slice and assign alike, so
nothing outside this module asks which one it has.
"""

import math
from array import array

from ._errstate import OVERFLOW, report, report_dropped_parts
from ._missing import missing_attribute

INVALID = 4


class dtype:
    """The type of an array's elements, such as ``dtype('float64')``."""

    __slots__ = ("name", "kind", "itemsize", "char", "code", "type", "box", "low", "high")

    def __new__(cls, dtype, align=False, copy=False, **kwargs):
        return lookup(dtype)

    @property
    def str(self):
        """The type in array-protocol form, such as ``'<f8'``."""
        return ("|" if self.itemsize == 1 else "<") + f"{self.kind}{self.itemsize}"

    @property
    def names(self):
        """Field names; always None, since arrays here hold plain numbers."""
        return None

    def store(self, values):
        """Storage holding ``values``, which must already fit."""
        return array(self.code, values) if self.code else list(map(complex, values))

    def store_wrapped(self, values):
        """Storage holding ``values``, integers wrapped around as in C."""
        try:
            return self.store(values)
        except OverflowError:
            low, span = self.low, self.high - self.low + 1
            return array(self.code, [(value - low) % span + low for value in values])

    __getattr__ = missing_attribute("numpy.dtype", "dtype.")

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        if other.__class__ is dtype:
            return self is other
        try:
            return lookup(other) is self
        except TypeError:
            return False

    def __reduce__(self):
        return lookup, (self.name,)


def _define(name, kind, itemsize, char, code):
    made = object.__new__(dtype)
    made.name, made.kind, made.itemsize = name, kind, itemsize
    made.char, made.code, made.type, made.box = char, code, None, None
    bits = 8 * itemsize
    made.low = {"i": -(1 << (bits - 1)), "u": 0, "b": 0}.get(kind)
    made.high = {"i": (1 << (bits - 1)) - 1, "u": (1 << bits) - 1, "b": 1}.get(kind)
    return made


bool_ = _define("bool", "b", 1, "?", "B")
int8 = _define("int8", "i", 1, "b", "b")
int16 = _define("int16", "i", 2, "h", "h")
int32 = _define("int32", "i", 4, "i", "i")
int64 = _define("int64", "i", 8, "l", "q")
uint8 = _define("uint8", "u", 1, "B", "B")
uint16 = _define("uint16", "u", 2, "H", "H")
uint32 = _define("uint32", "u", 4, "I", "I")
uint64 = _define("uint64", "u", 8, "L", "Q")
float32 = _define("float32", "f", 4, "f", "f")
float64 = _define("float64", "f", 8, "d", "d")
complex128 = _define("complex128", "c", 16, "D", None)

ALL = (
    bool_,
    int8,
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
    uint64,
    float32,
    float64,
    complex128,
)

_by_name = {kind.name: kind for kind in ALL}
_by_name.update({kind.char: kind for kind in ALL})
_by_name.update({kind.str: kind for kind in ALL})
_by_name.update({kind.str[1:]: kind for kind in ALL})
_by_name.update(
    {"bool_": bool_, "int": int64, "float": float64, "double": float64, "single": float32}
)
_by_name.update({"complex": complex128, "intp": int64, "uintp": uint64, "long": int64})
_by_name.update({letter: int64 for letter in "qpn"} | {letter: uint64 for letter in "QPN"})
_by_type = {bool: bool_, int: int64, float: float64, complex: complex128}


def register(kind, scalar, box):
    """Tie a dtype to its scalar class and to the function that makes one."""
    kind.type, kind.box = scalar, box
    _by_type[scalar] = kind


def lookup(spec):
    """The dtype that ``spec`` names: a dtype, a name, a Python or scalar type."""
    if spec.__class__ is dtype:
        return spec
    if spec is None:
        return float64
    found = _by_name.get(spec) if isinstance(spec, str) else _by_type.get(spec)
    if found is not None:
        return found
    if isinstance(spec, str):
        raise TypeError(f"data type {spec!r} not understood")
    inner = getattr(spec, "dtype", None)
    if inner.__class__ is dtype:
        return inner
    raise TypeError(
        f"Cannot interpret {spec!r} as a data type; this playground's arrays hold "
        "bool, integers, float32, float64 and complex128"
    )


def cast(values, source, target):
    """Raw ``values`` of type ``source`` as storage of type ``target``."""
    if source is target:
        return target.store(values)
    if target is bool_:
        return array("B", [value != 0 for value in values])
    if source.kind == "c" and target.kind != "c":
        report_dropped_parts()
        values = [value.real for value in values]
    if target.kind in "iu":
        if source.kind in "fc":
            values = _truncate(values, target)
        return target.store_wrapped(values)
    if target.kind == "c":
        return list(map(complex, values))
    return array(target.code, list(values))


def as_float32(value):
    """A number as float32 holds it, with a warning where it is too large for that."""
    value = float(value)
    stored = array("f", (value,))[0]
    if math.isinf(stored) and not math.isinf(value):
        report(OVERFLOW, "cast")
    return stored


def _truncate(values, target):
    """Floats as integers; what has no integer becomes the lowest one, with a warning."""
    try:
        whole = list(map(int, values))
    except (ValueError, OverflowError):
        whole = [int(value) if math.isfinite(value) else None for value in values]
    low, high = -(1 << 63), target.high if target.itemsize == 8 else (1 << 63) - 1
    if any(value is None or not low <= value <= high for value in whole):
        report(INVALID, "cast")
        default = low if target.itemsize >= 4 else 0
        whole = [default if value is None or not low <= value <= high else value for value in whole]
    return whole
