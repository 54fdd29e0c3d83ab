"""The decimal digits of single floats, as short as they can be."""

from array import array
from decimal import Decimal

from . import _dtype as dt


def shortest(value, kind):
    """The shortest text that reads back as the same number, as ``str`` gives it."""
    if kind is not dt.float32 or value != value or value in (float("inf"), float("-inf")):
        return repr(value)
    text = _shortest_single(value)
    exact = Decimal(text)
    if exact and not 1e-4 <= abs(value) < 1e6:
        return _scientific(text)
    plain = format(exact, "f")
    return plain if "." in plain else plain + ".0"


def _shortest_single(value):
    for digits in range(1, 10):
        text = f"{value:.{digits}g}"
        if array("f", [float(text)])[0] == value:
            return text
    return repr(value)


def _scientific(text):
    mantissa, _, exponent = f"{Decimal(text):e}".partition("e")
    return f"{mantissa}e{int(exponent):+03d}"


def digits_of(value, kind):
    """The shortest digits as a Decimal."""
    return Decimal(_shortest_single(value) if kind is dt.float32 else repr(float(value)))


def positional(value, kind, precision, unique=True):
    """Digits before and after the point: ``('12', '5')``; at most ``precision`` after it."""
    exact = digits_of(value, kind)
    if not unique or -exact.as_tuple().exponent > precision:
        text = f"{value:.{precision}f}"
    else:
        text = format(exact, "f")
    left, _, right = text.partition(".")
    if unique:
        right = right.rstrip("0")
    return left, right


def scientific(value, kind, precision, unique=True):
    """Mantissa digits and exponent: ``('1', '25', -7)``."""
    exact = digits_of(value, kind)
    if not unique or len(exact.as_tuple().digits) - 1 > precision:
        text = f"{value:.{precision}e}"
    else:
        text = f"{exact:e}" if exact else f"{value:.0e}"
    mantissa, _, exponent = text.lower().partition("e")
    left, _, right = mantissa.partition(".")
    if unique:
        right = right.rstrip("0")
    return left, right, int(exponent)
