"""Assertions about arrays."""

from ._create import asarray as _asarray
from ._layout import broadcast as _broadcast
from ._logic import isclose as _isclose
from ._math import absolute as _absolute
from ._math import isnan as _isnan
from ._missing import missing_from as _missing_from

__all__ = [
    "assert_allclose",
    "assert_almost_equal",
    "assert_array_almost_equal",
    "assert_array_equal",
    "assert_array_less",
    "assert_equal",
    "assert_raises",
]


def _report(header, actual, desired, same):
    wrong = same.size - int(same.sum())
    share = 100 * wrong / max(same.size, 1)
    lines = ["", header, "", f"Mismatched elements: {wrong} / {same.size} ({share:.3g}%)"]
    if actual.dtype.kind != "b" and desired.dtype.kind != "b":
        lines.append(
            f"Max absolute difference among violations: {_absolute(actual - desired).max()!s}"
        )
    lines += [f" ACTUAL: {actual!r}", f" DESIRED: {desired!r}"]
    raise AssertionError("\n".join(lines))


def _compare(actual, desired, header, close, err_msg):
    actual, desired = _asarray(actual), _asarray(desired)
    if err_msg:
        header += "\n" + err_msg
    if _broadcast(actual.shape, desired.shape) is None or (
        actual.shape != desired.shape and actual.shape and desired.shape
    ):
        raise AssertionError(
            f"\n{header}\n\n(shapes {actual.shape}, {desired.shape} mismatch)\n"
            f" ACTUAL: {actual!r}\n DESIRED: {desired!r}"
        )
    same = _asarray(close(actual, desired))
    if not same.all():
        _report(header, actual, desired, same)


def _check_same_kind(actual, desired, strict):
    """With ``strict``, fail unless shapes and types are the same."""
    if not strict:
        return
    actual, desired = _asarray(actual), _asarray(desired)
    for name, one, other in (
        ("shapes", actual.shape, desired.shape),
        ("dtypes", actual.dtype, desired.dtype),
    ):
        if one != other:
            raise AssertionError(f"({name} {one}, {other} mismatch)")


def assert_allclose(
    actual,
    desired,
    rtol=1e-07,
    atol=0,
    equal_nan=True,
    err_msg="",
    verbose=True,
    *,
    strict=False,
):
    """Fail unless all pairs of elements are equal within tolerances."""
    _check_same_kind(actual, desired, strict)
    header = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
    _compare(actual, desired, header, lambda a, d: _isclose(a, d, rtol, atol, equal_nan), err_msg)


def _equal(a, d):
    same = _asarray(a == d)
    if a.dtype.kind in "fc" and d.dtype.kind in "fc":
        same = same | (_isnan(a) & _isnan(d))
    return same


def _is_numeric(value):
    plain = (bool, int, float, complex, list, tuple)
    return hasattr(type(value), "__array__") or isinstance(value, plain)


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """Fail unless two arrays have the same elements."""
    _check_same_kind(actual, desired, strict)
    _compare(actual, desired, "Arrays are not equal", _equal, err_msg)


def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """Fail unless two objects are equal, element by element inside lists and dicts."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict) or actual.keys() != desired.keys():
            raise AssertionError(f"keys differ: {actual!r} and {desired!r}")
        for key, value in desired.items():
            assert_equal(actual[key], value, f"key={key!r}\n{err_msg}", strict=strict)
    elif isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg)
        for place, (one, other) in enumerate(zip(actual, desired)):
            assert_equal(one, other, f"item={place!r}\n{err_msg}", strict=strict)
    elif not (_is_numeric(actual) or _is_numeric(desired)):
        if not actual == desired:
            raise AssertionError(
                f"\nItems are not equal:\n{err_msg}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}"
            )
    else:
        assert_array_equal(actual, desired, err_msg, strict=strict)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    """Fail unless all pairs of elements are equal to a number of decimals."""
    header = f"Arrays are not almost equal to {decimal} decimals"
    limit = 1.5 * 10.0**-decimal
    _compare(actual, desired, header, lambda a, d: _isclose(a, d, 0, limit, True), err_msg)


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Fail unless two numbers or arrays are equal to a number of decimals."""
    assert_array_almost_equal(actual, desired, decimal, err_msg)


def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
    """Fail unless every element of ``x`` is less than that of ``y``."""
    _check_same_kind(x, y, strict)
    _compare(x, y, "Arrays are not strictly ordered `x < y`", lambda a, d: a < d, err_msg)


def assert_raises(exception, function=None, *args, **kwargs):
    """Fail unless the function, or the with block, raises."""
    import unittest

    case = unittest.TestCase()
    if function is None:
        return case.assertRaises(exception)
    return case.assertRaises(exception, function, *args, **kwargs)


def assert_(val, msg=""):
    """Fail unless the value is true."""
    if not val:
        raise AssertionError(msg)


__getattr__ = _missing_from("testing", __name__)
