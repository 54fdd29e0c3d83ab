"""Short cuts for operators of scalars, which loops over elements are made of.

What a Python number would do is done at once where that is also what NumPy does: both sides plain,
the result finite or within range. Everything else goes the general way, which promotes and warns.
"""

import operator as op

from . import _dtype as dt
from ._scalar import False_, True_, float64, generic, int64

_box_float, _box_int = dt.float64.box, dt.int64.box
_LOW, _HIGH = dt.int64.low, dt.int64.high
_EXACT = 1 << 53  # whole numbers up to here are floats without rounding

_ARITHMETIC = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")
_COMPARISONS = ("lt", "le", "gt", "ge", "eq", "ne")


def _float_arithmetic(plain, general):
    def method(self, other):
        kind = other.__class__
        if kind is int64:
            other = float(other._v)
        elif kind is not float and kind is not float64 and kind is not int:
            return general(self, other)
        try:
            value = plain(self, other)
        except ArithmeticError:
            return general(self, other)
        if value.__class__ is float and value - value == 0.0:
            return _box_float(value)
        return general(self, other)

    return method


def _float_comparison(plain, general):
    def method(self, other):
        kind = other.__class__
        if kind is float or kind is float64 or kind is int:
            return True_ if plain(self, other) else False_
        return general(self, other)

    return method


def _int_arithmetic(plain, general, divides):
    """``plain`` takes the element and the other number as they stand in the operator's name."""

    def method(self, other):
        kind = other.__class__
        if kind is int64:
            number = other._v
        elif kind is int and _LOW <= other <= _HIGH:
            number = other
        elif kind is float or kind is float64:
            result = general(self, other) if divides else _mixed(plain, self._v, other)
            return general(self, other) if result is None else result
        else:
            return general(self, other)
        if divides and not (number and self._v):
            return general(self, other)
        value = plain(self._v, number)
        return _box_int(value) if _LOW <= value <= _HIGH else general(self, other)

    return method


def _mixed(plain, number, other):
    """A whole number and a float; None where the result is not finite."""
    value = plain(float(number), float(other))
    return _box_float(value) if value - value == 0.0 else None


def _int_division(plain, general):
    def method(self, other):
        kind, number = other.__class__, self._v
        if kind is int64:
            divisor = other._v
        elif kind is int:
            divisor = other
        else:
            return general(self, other)
        if divisor and number and -_EXACT < number < _EXACT and -_EXACT < divisor < _EXACT:
            return _box_float(plain(number, divisor))
        return general(self, other)

    return method


def _int_comparison(plain, general):
    def method(self, other):
        kind = other.__class__
        if kind is int64:
            return True_ if plain(self._v, other._v) else False_
        if kind is int:
            return True_ if plain(self._v, other) else False_
        return general(self, other)

    return method


def _swapped(plain):
    return lambda x, y: plain(y, x)


def _attach():
    for name in _ARITHMETIC:
        for form in (f"__{name}__", f"__r{name}__"):
            plain, general = getattr(float, form), getattr(generic, form)
            setattr(float64, form, _float_arithmetic(plain, general))
    for name in _COMPARISONS:
        form = f"__{name}__"
        general = getattr(generic, form)
        setattr(float64, form, _float_comparison(getattr(float, form), general))
        setattr(int64, form, _int_comparison(getattr(op, name), general))
    for name in ("add", "sub", "mul", "floordiv", "mod"):
        plain, divides = getattr(op, name), name in ("floordiv", "mod")
        for form, loop in ((f"__{name}__", plain), (f"__r{name}__", _swapped(plain))):
            setattr(int64, form, _int_arithmetic(loop, getattr(generic, form), divides))
    for form, loop in (("__truediv__", op.truediv), ("__rtruediv__", _swapped(op.truediv))):
        setattr(int64, form, _int_division(loop, getattr(generic, form)))
    float64.__neg__ = lambda self: _box_float(float.__neg__(self))
    float64.__abs__ = lambda self: _box_float(float.__abs__(self))


_attach()
