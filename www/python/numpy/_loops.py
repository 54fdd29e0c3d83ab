"""What each element-wise function does to single numbers, with NumPy's answers at the edges.

Where Python raises (division by zero, a logarithm of a negative number, overflow)
NumPy gives infinity or NaN. The plain functions of ``math`` run first, since
they are fast; only when one raises does the careful version run instead.
"""

import math
import operator
from math import copysign, inf, isinf, isnan, nan


def guarded(function, edge):
    """``function`` for floats, with ``edge(*values)`` where it raises."""

    def careful(*values):
        try:
            return function(*values)
        except (ValueError, OverflowError, ZeroDivisionError):
            return edge(*values)

    return careful


def divide_edge(x, y):
    """Division by zero."""
    if x.__class__ is complex or y.__class__ is complex:
        over = abs(y)
        return complex(*(part / over if over else divide_edge(part, over) for part in (x.real, x.imag)))
    if x == 0 or isnan(x) or isnan(y):
        return nan
    return copysign(inf, x) * copysign(1.0, y)


def floor_divide(x, y):
    """Rounded-down quotient of floats."""
    return x // y if y else divide_edge(x, y)


def remainder(x, y):
    """Remainder of floats with the sign of the divisor."""
    if isinf(x) or y == 0:
        return nan
    return x % y


def int_floor_divide(x, y):
    """Rounded-down quotient of integers; 0 for a zero divisor."""
    return x // y if y else 0


def int_remainder(x, y):
    """Remainder of integers with the sign of the divisor; 0 for a zero divisor."""
    return x % y if y else 0


def int_fmod(x, y):
    """Remainder of integers with the sign of the dividend; 0 for a zero divisor."""
    return int(math.copysign(abs(x) % abs(y), x)) if y else 0


def power_edge(x, y):
    """Powers that ``math.pow`` refuses."""
    if x == 0:
        return -inf if copysign(1.0, x) < 0 and y % 2 == 1 else inf
    if x < 0 and y != int(y):
        return nan
    return -inf if x < 0 and y % 2 == 1 else inf


def int_power(x, y):
    """Power of integers, kept within 128 bits on the way."""
    if y < 0:
        raise ValueError("Integers to negative integer powers are not allowed.")
    return pow(x, y) if -2 < x < 2 or y < 64 else pow(x, y, 1 << 128)


def maximum(x, y):
    """The larger; NaN when either is."""
    return x if x >= y or x != x else y


def minimum(x, y):
    """The smaller; NaN when either is."""
    return x if x <= y or x != x else y


def fmax(x, y):
    """The larger; the number when the other is NaN."""
    return x if x >= y or y != y else y


def fmin(x, y):
    """The smaller; the number when the other is NaN."""
    return x if x <= y or y != y else y


def logaddexp(x, y):
    """log(exp(x) + exp(y)) without overflow."""
    if x == y:
        return x + math.log(2)
    if x != x or y != y:
        return nan
    high, low = (x, y) if x > y else (y, x)
    return high + math.log1p(math.exp(low - high))


def logaddexp2(x, y):
    """log2(2**x + 2**y) without overflow."""
    return logaddexp(x * math.log(2), y * math.log(2)) / math.log(2)


def heaviside(x, y):
    """The step function, with ``y`` at zero."""
    return nan if x != x else 0.0 if x < 0 else 1.0 if x > 0 else y


def log_edge(x):
    """Logarithms of zero and of negative numbers."""
    return -inf if x == 0 else nan


def log1p_edge(x):
    """log1p at -1 and below."""
    return -inf if x == -1 else nan


def arctanh_edge(x):
    """arctanh at and beyond one."""
    return copysign(inf, x) if abs(x) == 1 else nan


def overflow(x):
    """Functions that only overflow upwards, or are undefined at infinity."""
    return nan if isinf(x) else inf


def signed_overflow(x):
    """Functions that overflow with the sign of their argument."""
    return copysign(inf, x)


def undefined(*_):
    """Functions without a value at their edge."""
    return nan


def sign(x):
    """-1, 0 or 1; NaN for NaN."""
    return (x > 0) - (x < 0) if x == x else x


def float_sign(x):
    """-1.0, 0.0 or 1.0; NaN for NaN."""
    return float((x > 0) - (x < 0)) if x == x else x


def reciprocal(x):
    """1/x."""
    return 1.0 / x if x else copysign(inf, x)


def int_reciprocal(x):
    """1/x, truncated."""
    return int(1 / x) if x else -(1 << 63)


def rint(x):
    """Nearest integer as a float, halves to even."""
    return copysign(float(round(x)), x) if math.isfinite(x) else x


def floor(x):
    """Largest integer not above, as a float."""
    return copysign(float(math.floor(x)), x) if math.isfinite(x) else x


def ceil(x):
    """Smallest integer not below, as a float."""
    return copysign(float(math.ceil(x)), x) if math.isfinite(x) else x


def trunc(x):
    """Integer part, as a float."""
    return copysign(float(math.trunc(x)), x) if math.isfinite(x) else x


def exp2(x):
    """Two to the power x."""
    return math.pow(2.0, x)


def cbrt(x):
    """Cube root, also of negative numbers."""
    return math.cbrt(x)


def square(x):
    """x times x."""
    return x * x


def signbit(x):
    """Whether the sign is set, also on zero."""
    return copysign(1.0, x) < 0


def is_finite(x):
    """Neither infinite nor NaN, for complex numbers too."""
    return math.isfinite(x.real) and math.isfinite(x.imag)


def is_nan(x):
    """NaN, as no number differs from itself."""
    return x != x


def logical_and(x, y):
    """Both are true."""
    return bool(x) and bool(y)


def logical_or(x, y):
    """At least one is true."""
    return bool(x) or bool(y)


def logical_xor(x, y):
    """Exactly one is true."""
    return bool(x) != bool(y)


def invert_bool(x):
    """Not, on a stored truth value."""
    return 1 - x


def shift_left(x, y):
    """Bits moved up; nothing is left beyond the width."""
    return x << y if 0 <= y < 64 else 0


def shift_right(x, y):
    """Bits moved down."""
    return x >> y if 0 <= y < 64 else -(x < 0)


complex_abs = abs
negative = operator.neg
