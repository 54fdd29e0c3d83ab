"""Operators of arrays and scalars, and the functions that are also methods.

Addition, subtraction and multiplication of small float64 arrays are what
learners' loops are made of: they take a short cut past the general machinery
when both sides are whole and of one shape.
"""

import math
import operator as op
from array import array
from itertools import repeat

from . import _dtype as dt
from . import _math
from ._array import ndarray, whole
from ._native import WORTH_A_CALL
from ._resolve import UFuncTypeError
from ._scalar import complex128, float64, generic, integer

_float64 = dt.float64


def _operands_known(value):
    kind = value.__class__
    return (
        kind is ndarray
        or isinstance(value, (int, float, complex, generic, list, tuple))
        or hasattr(kind, "__array__")
    )


def _forward(function):
    def method(self, other):
        if _operands_known(other):
            return function(self, other)
        return _refused(function, self, other)

    return method


def _refused(function, self, other):
    """NumPy's words for text and None, which learners meet; else Python's own."""
    if isinstance(other, str):
        raise UFuncTypeError(
            f"ufunc '{function.__name__}' did not contain a loop with signature matching types "
            f"({self.dtype!r}, dtype('<U{max(len(other), 1)}')) -> None"
        )
    return NotImplemented


def _reflected(function):
    def method(self, other):
        return function(other, self) if _operands_known(other) else NotImplemented

    return method


def _quick(function, plain, general):
    """An operator with the short cut for float64; ``plain`` works on Python floats."""

    def method(self, other):
        if self._dtype is _float64 and self._whole:
            data, kind = self._data, other.__class__
            if len(data) < WORTH_A_CALL and self._shape:
                if kind is ndarray:
                    same = other._dtype is _float64 and other._shape == self._shape and other._whole
                    values = list(map(plain, data, other._data)) if same else None
                elif kind is float or kind is int or kind is float64:
                    values = list(map(plain, data, repeat(float(other))))
                else:
                    values = None
                if values is not None:
                    total = sum(values)
                    if total - total == 0.0:
                        return whole(array("d", values), self._shape, _float64)
        return general(self, other)

    return method


def _repeating(method):
    """A scalar's product, which repeats Python's sequences instead of making arrays of them."""

    def product(self, other):
        if not isinstance(other, (list, tuple, str, bytes)):
            return method(self, other)
        if not isinstance(self, integer):
            name = f"numpy.{type(self).__name__}"
            raise TypeError(f"can't multiply sequence by non-int of type '{name}'")
        return other * int(self)

    return product


def _in_place(function):
    def method(self, other):
        return function(self, other, out=self)

    return method


_BINARY = {
    "add": _math.add,
    "sub": _math.subtract,
    "mul": _math.multiply,
    "truediv": _math.divide,
    "floordiv": _math.floor_divide,
    "mod": _math.remainder,
    "pow": _math.power,
    "and": _math.bitwise_and,
    "or": _math.bitwise_or,
    "xor": _math.bitwise_xor,
    "lshift": _math.left_shift,
    "rshift": _math.right_shift,
    "divmod": _math.divmod,
}
_COMPARISONS = {
    "lt": _math.less,
    "le": _math.less_equal,
    "gt": _math.greater,
    "ge": _math.greater_equal,
}
_QUICK = {"add": op.add, "sub": op.sub, "mul": op.mul}


def _power(self, exponent):
    """Powers; the usual small exponents are computed as products and roots, as NumPy does."""
    if exponent.__class__ in (int, float) and self.dtype.kind in "fc":
        if exponent == 2:
            return _math.square(self)
        if exponent == 0.5:
            return _math.sqrt(self)
    return _math.power(self, exponent) if _operands_known(exponent) else NotImplemented


def _equality(function, unequal):
    def method(self, other):
        if _operands_known(other):
            return function(self, other)
        if isinstance(self, generic):
            return NotImplemented
        return whole(array("B", [unequal]) * self.size, self.shape, dt.bool_)

    return method


for _cls in (ndarray, generic):
    for _name, _function in _BINARY.items():
        if _cls is generic and _name != "divmod":
            _function = _function.of_scalars()
        setattr(_cls, f"__{_name}__", _forward(_function))
        setattr(_cls, f"__r{_name}__", _reflected(_function))
    for _name, _function in _COMPARISONS.items():
        setattr(_cls, f"__{_name}__", _forward(_function))
    _cls.__eq__ = _equality(_math.equal, 0)
    _cls.__ne__ = _equality(_math.not_equal, 1)
    _cls.__pow__ = _power
    _cls.__neg__ = lambda self: _math.negative(self)
    _cls.__pos__ = lambda self: _math.positive(self)
    _cls.__abs__ = lambda self: _math.absolute(self)
    _cls.__invert__ = lambda self: _math.invert(self)
generic.__mul__, generic.__rmul__ = map(_repeating, (generic.__mul__, generic.__rmul__))
generic.__hash__ = lambda self: hash(self._v)
ndarray.__hash__ = None

for _name, _function in _BINARY.items():
    if _name != "divmod":
        setattr(ndarray, f"__i{_name}__", _in_place(_function))
for _name, _plain in _QUICK.items():
    setattr(
        ndarray, f"__{_name}__", _quick(_BINARY[_name], _plain, getattr(ndarray, f"__{_name}__"))
    )

for _name in (
    *("lt", "le", "gt", "ge", "eq", "ne", "neg", "abs", "pos"),
    *("add", "sub", "mul", "pow", "mod", "floordiv", "truediv", "divmod"),
):
    for _form in (f"__{_name}__", f"__r{_name}__"):
        if hasattr(generic, _form):
            setattr(float64, _form, getattr(generic, _form))
            if hasattr(complex, _form):
                setattr(complex128, _form, getattr(generic, _form))


def _rounded(self, ndigits=None):
    value = round(self._v, ndigits) if ndigits is not None else round(self._v)
    return self.dtype.box(value) if ndigits is not None else value


float64.__round__ = generic.__round__ = _rounded
generic.__trunc__ = lambda self: int(self._v)
generic.__floor__ = lambda self: math.floor(self._v)
generic.__ceil__ = lambda self: math.ceil(self._v)
