"""Whole-array questions and rounding."""

from . import _dtype as dt
from ._array import elements, ndarray, whole
from ._create import asarray
from ._layout import broadcast
from ._math import absolute, equal, isfinite, isnan, less_equal, logical_and, logical_or, multiply
from ._reduce import delivered
from ._resolve import UFuncTypeError
from ._scalar import generic


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """For each pair of elements whether they are equal within tolerances."""
    a, b = asarray(a), asarray(b)
    from ._errstate import errstate

    with errstate(invalid="ignore", over="ignore"):
        near = less_equal(absolute(_signed(a) - _signed(b)), atol + rtol * absolute(b))
        result = logical_or(logical_and(near, isfinite(b)), equal(a, b))
    if equal_nan:
        result = logical_or(result, logical_and(isnan(a), isnan(b)))
    return result


def _signed(a):
    return a if a._dtype.kind in "fc" else a.astype(dt.float64)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether all pairs of elements are equal within tolerances."""
    return bool(asarray(isclose(a, b, rtol, atol, equal_nan)).all())


def array_equal(a1, a2, equal_nan=False):
    """Whether two arrays have the same shape and elements."""
    try:
        a1, a2 = asarray(a1), asarray(a2)
    except (TypeError, ValueError):
        return False
    if a1._shape != a2._shape:
        return False
    same = asarray(equal(a1, a2))
    if equal_nan:
        same = asarray(logical_or(same, logical_and(isnan(a1), isnan(a2))))
    return bool(same.all())


def array_equiv(a1, a2):
    """Whether two arrays are equal once broadcast."""
    a1, a2 = asarray(a1), asarray(a2)
    return broadcast(a1._shape, a2._shape) is not None and bool(asarray(equal(a1, a2)).all())


def shares_memory(a, b, /, max_work=-1):
    """Whether two arrays have an element in common."""
    from ._layout import places

    if getattr(a, "_data", None) is not getattr(b, "_data", a):
        return False
    mine = places(a._offset, a._shape, a._steps)
    return not set(mine).isdisjoint(places(b._offset, b._shape, b._steps))


def may_share_memory(a, b, /, max_work=0):
    """Whether two arrays have an element in common; here the answer is exact."""
    return shares_memory(a, b)


def round(a, decimals=0, out=None):
    """The elements rounded to a number of decimals, halves to even."""
    scalar = isinstance(a, (generic, int, float))
    a = asarray(a)
    kind = a._dtype
    if kind.kind == "b":
        if decimals:
            raise UFuncTypeError(
                f"Cannot cast ufunc 'multiply' output from {dt.float64!r} to {kind!r} "
                "with casting rule 'same_kind'"
            )
        kind = dt.float64
    if kind.kind in "iu":
        scale = 10 ** max(0, -decimals)
        values = elements(a) if decimals >= 0 else [_even(v, scale) for v in elements(a)]
    else:
        from ._math import divide, rint

        rounded = a if kind.kind == "f" else a.astype(kind)
        if decimals > 0:
            rounded = divide(rint(multiply(rounded, 10.0**decimals)), 10.0**decimals)
        elif decimals < 0:
            rounded = multiply(rint(divide(rounded, 10.0**-decimals)), 10.0**-decimals)
        else:
            rounded = rint(rounded)
        values = elements(asarray(rounded))
    result = whole(kind.store(values), a._shape, kind)
    return delivered(result[()] if scalar or not a._shape else result, out)


def _even(value, scale):
    from builtins import round as nearest

    return nearest(value / scale) * scale


around = round


def fix(x, out=None):
    """The elements rounded towards zero."""
    from ._math import trunc

    return delivered(trunc(x), out)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """NaN and infinities replaced by numbers."""
    from ._promotion import finfo

    x = asarray(x)
    if x._dtype.kind != "f":
        return x.copy() if x._shape else x[()]
    limit = float(finfo(x._dtype).max)
    high, low = limit if posinf is None else posinf, -limit if neginf is None else neginf
    infinity = float("inf")
    values = [
        nan if v != v else high if v == infinity else low if v == -infinity else v
        for v in elements(x)
    ]
    made = whole(x._dtype.store(values), x._shape, x._dtype)
    return made if x._shape else made[()]


def isreal(x):
    """For each element whether its imaginary part is zero."""
    return asarray(x).imag == 0


def isneginf(x, out=None):
    """True where x is negative infinity."""
    return equal(x, float("-inf"), out=out)


def isposinf(x, out=None):
    """True where x is positive infinity."""
    return equal(x, float("inf"), out=out)


def iscomplexobj(x):
    """Whether the type of the argument is complex."""
    return asarray(x)._dtype.kind == "c"


def isscalar(element):
    """Whether the argument is a single number or string, not an array."""
    return isinstance(element, (generic, int, float, complex, str, bytes))


def isrealobj(x):
    """Whether the type of the argument is real."""
    return not iscomplexobj(x)


def real(val):
    """The real part."""
    return val.real if hasattr(val, "real") else asarray(val).real


def imag(val):
    """The imaginary part."""
    return val.imag if hasattr(val, "imag") else asarray(val).imag


ndarray.round = round


def _conjugate_method(self):
    """The complex conjugate of every element; the array itself when it is real."""
    return _conjugate(self) if self._dtype.kind == "c" else self


ndarray.conj = ndarray.conjugate = _conjugate_method


def _conjugate(self):
    from ._math import conjugate

    return conjugate(self)
