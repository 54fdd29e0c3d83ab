"""The element-wise functions themselves."""

import math
import operator as op

from . import _loops as el
from . import _ordered as complex_order
from ._resolve import always_double, arithmetic, bitwise, comparison, floating, magnitude
from ._ufunc import ufunc


def _binary(name, doc, resolve, loops, **rest):
    return ufunc(name, 2, resolve, loops, doc=doc, **rest)


def _unary(name, doc, resolve, loops, **rest):
    return ufunc(name, 1, resolve, loops, doc=doc, **rest)


def _every(loop, kinds="biufc"):
    return dict.fromkeys(kinds, loop)


def _float_unary(name, doc, function, edge=el.undefined, complex_function=None):
    loops = {"f": function}
    if complex_function is not None:
        loops["c"] = complex_function
    return _unary(name, doc, floating, loops, careful=el.guarded(function, edge))


def _complex(name):
    def function(value):
        import cmath

        return getattr(cmath, name)(value)

    return function


# Arithmetic

add = _binary(
    "add",
    "x1 + x2, element by element.",
    arithmetic,
    {**_every(op.add, "iufc"), "b": op.or_},
    identity=0,
)
subtract = _binary("subtract", "x1 - x2, element by element.", arithmetic, _every(op.sub, "iufc"))
multiply = _binary(
    "multiply",
    "x1 * x2, element by element.",
    arithmetic,
    {**_every(op.mul, "iufc"), "b": op.and_},
    identity=1,
)
divide = true_divide = _binary(
    "divide",
    "x1 / x2; whole numbers give floats.",
    floating,
    _every(op.truediv, "fc"),
    careful=el.guarded(op.truediv, el.divide_edge),
)
floor_divide = _binary(
    "floor_divide",
    "The largest integer not above x1 / x2.",
    arithmetic,
    {"i": el.int_floor_divide, "u": el.int_floor_divide, "f": el.floor_divide},
)
remainder = mod = _binary(
    "remainder",
    "The remainder of x1 / x2 with the sign of x2, as Python's %.",
    arithmetic,
    {"i": el.int_remainder, "u": el.int_remainder, "f": el.remainder},
)
fmod = _binary(
    "fmod",
    "The remainder of x1 / x2 with the sign of x1, as in C.",
    arithmetic,
    {"i": el.int_fmod, "u": el.int_fmod, "f": math.fmod},
    careful=el.guarded(math.fmod, el.undefined),
)
power = pow = _binary(
    "power",
    "x1 to the power x2.",
    arithmetic,
    {"i": el.int_power, "u": el.int_power, "f": math.pow, "c": op.pow},
    careful=el.guarded(math.pow, el.power_edge),
)
float_power = _binary(
    "float_power",
    "x1 to the power x2, always in floats.",
    always_double,
    {"f": math.pow, "c": op.pow},
    careful=el.guarded(math.pow, el.power_edge),
)
negative = _unary("negative", "-x.", arithmetic, _every(op.neg, "iufc"))
positive = _unary("positive", "+x.", arithmetic, _every(op.pos, "iufc"))
absolute = abs = _unary("absolute", "The absolute value.", magnitude, _every(op.abs))
fabs = _float_unary("fabs", "The absolute value as a float.", math.fabs)
sign = _unary(
    "sign",
    "-1, 0 or 1, as the sign of x.",
    arithmetic,
    {"i": el.sign, "u": el.sign, "f": el.float_sign},
)
square = _unary("square", "x times x.", arithmetic, _every(el.square, "iufc"))
reciprocal = _unary(
    "reciprocal",
    "1 / x.",
    arithmetic,
    {"i": el.int_reciprocal, "u": el.int_reciprocal, "f": el.reciprocal},
)
copysign = _binary(
    "copysign", "The size of x1 with the sign of x2.", floating, {"f": math.copysign}, quiet=True
)
heaviside = _binary(
    "heaviside", "0 below zero, 1 above, x2 at zero.", floating, {"f": el.heaviside}
)
nextafter = _binary(
    "nextafter", "The next float after x1 towards x2.", floating, {"f": math.nextafter}, quiet=True
)
gcd = _binary("gcd", "The greatest common divisor.", bitwise, {"i": math.gcd}, identity=0)
lcm = _binary("lcm", "The least common multiple.", bitwise, {"i": math.lcm})
conjugate = conj = _unary(
    "conjugate",
    "The complex conjugate.",
    arithmetic,
    {**_every(op.pos, "iuf"), "c": lambda value: value.conjugate()},
)

# Exponentials and roots

exp = _float_unary("exp", "e to the power x.", math.exp, el.overflow, _complex("exp"))
exp2 = _float_unary("exp2", "Two to the power x.", el.exp2, el.overflow)
expm1 = _float_unary("expm1", "exp(x) - 1, exact near zero.", math.expm1, el.overflow)
log = _float_unary("log", "The natural logarithm.", math.log, el.log_edge, _complex("log"))
log2 = _float_unary("log2", "The logarithm to base two.", math.log2, el.log_edge)
log10 = _float_unary("log10", "The logarithm to base ten.", math.log10, el.log_edge)
log1p = _float_unary("log1p", "log(1 + x), exact near zero.", math.log1p, el.log1p_edge)
logaddexp = _binary(
    "logaddexp",
    "log(exp(x1) + exp(x2)) without overflow.",
    floating,
    {"f": el.logaddexp},
    identity=-math.inf,
)
logaddexp2 = _binary(
    "logaddexp2",
    "log2(2**x1 + 2**x2) without overflow.",
    floating,
    {"f": el.logaddexp2},
    identity=-math.inf,
)
sqrt = _float_unary("sqrt", "The square root.", math.sqrt, el.undefined, _complex("sqrt"))
cbrt = _float_unary("cbrt", "The cube root.", el.cbrt)
hypot = _binary(
    "hypot", "sqrt(x1**2 + x2**2) without overflow.", floating, {"f": math.hypot}, identity=0
)

# Trigonometry

sin = _float_unary(
    "sin", "The sine of an angle in radians.", math.sin, el.undefined, _complex("sin")
)
cos = _float_unary(
    "cos", "The cosine of an angle in radians.", math.cos, el.undefined, _complex("cos")
)
tan = _float_unary("tan", "The tangent of an angle in radians.", math.tan)
arcsin = asin = _float_unary("arcsin", "The angle whose sine is x.", math.asin)
arccos = acos = _float_unary("arccos", "The angle whose cosine is x.", math.acos)
arctan = atan = _float_unary("arctan", "The angle whose tangent is x.", math.atan)
arctan2 = atan2 = _binary(
    "arctan2", "The angle of the point (x2, x1).", floating, {"f": math.atan2}
)
sinh = _float_unary("sinh", "The hyperbolic sine.", math.sinh, el.signed_overflow)
cosh = _float_unary("cosh", "The hyperbolic cosine.", math.cosh, lambda x: math.inf)
tanh = _float_unary("tanh", "The hyperbolic tangent.", math.tanh)
arcsinh = asinh = _float_unary("arcsinh", "The inverse of sinh.", math.asinh)
arccosh = acosh = _float_unary("arccosh", "The inverse of cosh.", math.acosh)
arctanh = atanh = _float_unary("arctanh", "The inverse of tanh.", math.atanh, el.arctanh_edge)
deg2rad = radians = _float_unary("deg2rad", "Degrees as radians.", math.radians)
rad2deg = degrees = _float_unary("rad2deg", "Radians as degrees.", math.degrees)

# Rounding

floor = _unary(
    "floor",
    "The largest whole number not above x.",
    arithmetic,
    {**_every(op.pos, "biu"), "f": el.floor},
    quiet=True,
)
ceil = _unary(
    "ceil",
    "The smallest whole number not below x.",
    arithmetic,
    {**_every(op.pos, "biu"), "f": el.ceil},
    quiet=True,
)
trunc = _unary(
    "trunc",
    "x without its fraction.",
    arithmetic,
    {**_every(op.pos, "biu"), "f": el.trunc},
    quiet=True,
)
rint = _unary(
    "rint", "The nearest whole number, halves to even.", floating, {"f": el.rint}, quiet=True
)

# Comparison and choice


def _ordered(loop, name):
    """One loop for real numbers, and the one of that name for complex ones."""
    return {**_every(loop, "biuf"), "c": getattr(complex_order, name)}


equal = _binary("equal", "x1 == x2, element by element.", comparison, _every(op.eq))
not_equal = _binary("not_equal", "x1 != x2, element by element.", comparison, _every(op.ne))
less = _binary("less", "x1 < x2, element by element.", comparison, _ordered(op.lt, "less"))
less_equal = _binary(
    "less_equal", "x1 <= x2, element by element.", comparison, _ordered(op.le, "less_equal")
)
greater = _binary("greater", "x1 > x2, element by element.", comparison, _ordered(op.gt, "greater"))
greater_equal = _binary(
    "greater_equal", "x1 >= x2, element by element.", comparison, _ordered(op.ge, "greater_equal")
)
maximum = _binary(
    "maximum",
    "The larger of x1 and x2; NaN wins.",
    arithmetic,
    _ordered(el.maximum, "maximum"),
    quiet=True,
)
minimum = _binary(
    "minimum",
    "The smaller of x1 and x2; NaN wins.",
    arithmetic,
    _ordered(el.minimum, "minimum"),
    quiet=True,
)
fmax = _binary(
    "fmax",
    "The larger of x1 and x2; a number wins over NaN.",
    arithmetic,
    _ordered(el.fmax, "fmax"),
    quiet=True,
)
fmin = _binary(
    "fmin",
    "The smaller of x1 and x2; a number wins over NaN.",
    arithmetic,
    _ordered(el.fmin, "fmin"),
    quiet=True,
)

# Truth

logical_and = _binary(
    "logical_and", "Both are true.", comparison, _every(el.logical_and), identity=True
)
logical_or = _binary(
    "logical_or", "At least one is true.", comparison, _every(el.logical_or), identity=False
)
logical_xor = _binary(
    "logical_xor", "Exactly one is true.", comparison, _every(el.logical_xor), identity=False
)
logical_not = _unary("logical_not", "True where x is zero or false.", comparison, _every(op.not_))
isnan = _unary("isnan", "True where x is not a number.", comparison, _every(el.is_nan))
isfinite = _unary(
    "isfinite", "True where x is neither infinite nor NaN.", comparison, _every(el.is_finite)
)
isinf = _unary("isinf", "True where x is infinite.", comparison, _every(math.isinf))
signbit = _unary("signbit", "True where the sign bit is set.", comparison, _every(el.signbit))

# Bits

bitwise_and = _binary(
    "bitwise_and", "The bits set in both.", bitwise, _every(op.and_, "bi"), identity=-1
)
bitwise_or = _binary(
    "bitwise_or", "The bits set in either.", bitwise, _every(op.or_, "bi"), identity=0
)
bitwise_xor = _binary(
    "bitwise_xor", "The bits set in exactly one.", bitwise, _every(op.xor, "bi"), identity=0
)
invert = bitwise_not = _unary(
    "invert", "Every bit turned over.", bitwise, {"i": op.inv, "b": el.invert_bool}
)
left_shift = _binary("left_shift", "Bits moved up by x2.", bitwise, {"i": el.shift_left})
right_shift = _binary("right_shift", "Bits moved down by x2.", bitwise, {"i": el.shift_right})


def divmod(
    x1,
    x2,
    /,
    out=(None, None),
    *,
    where=True,
    casting="same_kind",
    order="K",
    dtype=None,
    subok=True,
    signature=None,
):
    """Rounded-down quotient and remainder."""
    rest = {"where": where, "casting": casting, "dtype": dtype, "signature": signature}
    quotient = floor_divide(x1, x2, out=out[0], **rest)
    return quotient, remainder(x1, x2, out=out[1], **rest)


def modf(
    x,
    /,
    out=(None, None),
    *,
    where=True,
    casting="same_kind",
    order="K",
    dtype=None,
    subok=True,
    signature=None,
):
    """Fraction and whole part, both with the sign of x."""
    rest = {"where": where, "casting": casting, "dtype": dtype, "signature": signature}
    whole_part = trunc(x, **rest)
    fraction = subtract(x, whole_part, out=out[0], **rest)
    if out[1] is not None:
        out[1][...] = whole_part
    return fraction, whole_part if out[1] is None else out[1]
