"""NumPy for the playground: the array object in Python, the heavy work in Rust.

What is here behaves as NumPy does: shapes, types, values, messages. What is not
here says so, and names what to use instead.
"""

from . import _errstate, _methods, _scalar, lib, linalg, random, testing
from ._algebra import cross, dot, inner, kron, matmul, outer, tensordot, vdot, vecdot
from ._array import ndarray
from ._calculus import (
    apply_along_axis, convolve, corrcoef, correlate, cov, diff, ediff1d, gradient, interp, polyval,
    trapezoid, vectorize,
)
from ._create import (
    arange, array, asanyarray, asarray, ascontiguousarray, astype, copy, empty, empty_like, frombuffer,
    fromfunction, fromiter, full, full_like, geomspace, linspace, logspace, ndim, ones, ones_like,
    shape, size, zeros, zeros_like,
)
from ._dtype import dtype
from ._einsum import einsum
from ._errstate import errstate, geterr, seterr
from ._flat import flatiter
from ._grid import (
    c_, diag, diag_indices, diagflat, eye, fill_diagonal, identity, indices, meshgrid, mgrid, ogrid,
    r_, tri, tril, tril_indices, triu, triu_indices, vander,
)
from ._index import getitem as _getitem
from ._join import (
    append, array_split, column_stack, concat, concatenate, delete, dstack, hsplit, hstack, insert,
    pad, repeat, row_stack, split, stack, tile, unstack, vsplit, vstack,
)
from ._layout import AxisError
from ._logic import (
    allclose, around, array_equal, array_equiv, fix, imag, isclose, iscomplexobj, isneginf, isposinf,
    isreal, isrealobj, may_share_memory, nan_to_num, real, round, shares_memory,
)
from ._math import (
    abs, absolute, acos, acosh, add, arccos, arccosh, arcsin, arcsinh, arctan, arctan2, arctanh, asin,
    asinh, atan, atan2, atanh, bitwise_and, bitwise_not, bitwise_or, bitwise_xor, cbrt, ceil, conj,
    conjugate, copysign, cos, cosh, deg2rad, degrees, divide, divmod, equal, exp, exp2, expm1, fabs,
    float_power, floor, floor_divide, fmax, fmin, fmod, gcd, greater, greater_equal, heaviside, hypot,
    invert, isfinite, isinf, isnan, lcm, left_shift, less, less_equal, log, log10, log1p, log2,
    logaddexp, logaddexp2, logical_and, logical_not, logical_or, logical_xor, maximum, minimum, mod,
    modf, multiply, negative, nextafter, not_equal, positive, pow, power, rad2deg, radians, reciprocal,
    remainder, right_shift, rint, sign, signbit, sin, sinh, sqrt, square, subtract, tan, tanh,
    true_divide, trunc,
)
from ._missing import missing_from as _missing_from
from ._print import (
    array2string, array_repr, array_str, format_float_positional, get_printoptions, printoptions,
    set_printoptions,
)
from ._promotion import can_cast, finfo, iinfo, issubdtype, promote_types, result_type
from ._quantile import median, percentile, quantile
from ._scalar import (
    False_, True_, bool_, complex128, complexfloating, float32, float64, floating, generic, inexact,
    int8, int16, int32, int64, integer, isscalar, number, signedinteger, uint8, uint16, uint32, uint64,
    unsignedinteger,
)
from ._search import (
    argwhere, choose, clip, extract, flatnonzero, isin, ix_, ndenumerate, ndindex, nonzero, put,
    put_along_axis, ravel_multi_index, select, take, take_along_axis, unravel_index, where,
)
from ._search import compress_ as compress
from ._shape import (
    atleast_1d, atleast_2d, atleast_3d, broadcast_arrays, broadcast_shapes, broadcast_to, copyto,
    diagonal, expand_dims, flip, fliplr, flipud, matrix_transpose, moveaxis, permute_dims, ravel,
    reshape, resize, roll, rollaxis, rot90, squeeze, swapaxes, trace, transpose,
)
from ._sort import (
    argpartition, argsort, bincount, digitize, histogram, intersect1d, lexsort, partition,
    searchsorted, setdiff1d, sort, union1d, unique,
)
from ._statistics import (
    all, amax, amin, any, argmax, argmin, average, count_nonzero, cumprod, cumsum, max, mean, min,
    nanmax, nanmean, nanmin, nansum, prod, ptp, std, sum, var,
)
from ._ufunc import ufunc

__version__ = "2.4.0+warmstart"

newaxis = None
pi, e, euler_gamma = 3.141592653589793, 2.718281828459045, 0.5772156649015329
inf, nan = float("inf"), float("nan")
bool, double, single, int_, intp, long, uint = bool_, float64, float32, int64, int64, int64, uint64
byte, ubyte, short, ushort, intc, uintc = int8, uint8, int16, uint16, int32, uint32
cdouble = complex128
bitwise_invert, bitwise_left_shift, bitwise_right_shift = invert, left_shift, right_shift

__getattr__ = _missing_from("", __name__)
