"""Whether a value is still what it was: finds arguments that the visitor's code changed."""

import sys
from collections import deque


def same(before, after):
    """Structural equality with types; NaN equals NaN. What cannot be compared counts as same."""
    try:
        return _same(before, after)
    except Exception:
        return True
    except BaseException:  # out of steps, in a comparison of an object that the visitor put there
        return False


def _same(a, b):
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return a == b or (a != a and b != b)
    if isinstance(a, (list, tuple, deque)):
        return len(a) == len(b) and all(map(_same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, (str, bytes, bytearray, int, complex, set, frozenset, range, type(None))):
        return a == b
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(a, numpy.ndarray):
        return (
            a.dtype == b.dtype
            and tuple(a.shape) == tuple(b.shape)
            and _same(a.ravel().tolist(), b.ravel().tolist())
        )
    if hasattr(a, "__dict__"):
        return _same(vars(a), vars(b))
    return True
