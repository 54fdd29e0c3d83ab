"""Each kernel against the same function in Python; run inside the engine.

The value of the last line lists what differs.
"""

import warnings

import numpy as np
from numpy import _algebra, _kernels, _native

warnings.simplefilter("ignore")
rng = np.random.default_rng(5)
base = {
    "float64": rng.normal(0, 3, (40, 30)),
    "float32": rng.normal(0, 3, (40, 30)).astype(np.float32),
    "int64": rng.integers(-50, 50, (40, 30)),
    "int32": rng.integers(-50, 50, (40, 30)).astype(np.int32),
    "uint8": rng.integers(0, 255, (40, 30)).astype(np.uint8),
    "bool": rng.integers(0, 2, (40, 30)).astype(bool),
}
base["float64"][3, 4], base["float64"][5, 6], base["float64"][7, 8] = np.nan, np.inf, 0.0


def layouts(a):
    """The array contiguous, transposed, reversed, strided, offset, stretched."""
    yield a
    yield a.T
    yield a[::-1, ::-1]
    yield a[::2, 1::2]
    yield a[3:, 5:]
    yield np.broadcast_to(a[0], a.shape)
    yield np.broadcast_to(a[:, :1], a.shape)


def calls():
    """Name and function of everything that has a kernel."""
    for name, kind in ((n, k) for n in _kernels.BINARY_OPERATIONS for k in base):
        for a in layouts(base[kind]):
            second = a[::-1].copy() if name != "power" else np.abs(a) % 4
            yield f"{name} {kind}", lambda f=getattr(np, name), a=a, c=second: f(a, c)
        yield f"{name} {kind} scalar", lambda f=getattr(np, name), a=base[kind]: f(a, a[0, 0])
        yield f"{name} {kind} row", lambda f=getattr(np, name), a=base[kind]: f(a, a[1])
    for name, kind in ((n, k) for n in _kernels.UNARY_OPERATIONS for k in base):
        for a in layouts(base[kind]):
            yield f"{name} {kind}", lambda f=getattr(np, name), a=a: f(a)
    for name in "sum prod max min argmax argmin any all mean std".split():
        for kind, axis in ((k, x) for k in base for x in (None, 0, 1)):
            for a in layouts(base[kind]):
                yield f"{name} {kind} {axis}", lambda f=getattr(np, name), a=a, x=axis: f(a, axis=x)
    for kind in base:
        for a in layouts(base[kind]):
            yield f"sort {kind}", lambda a=a: np.sort(a)
            yield f"argsort {kind}", lambda a=a: np.argsort(a, axis=0)
            yield f"matmul {kind}", lambda a=a: a @ a.T
            for target in base:
                yield f"cast {kind} {target}", lambda a=a, t=target: a.astype(t)
    stack = rng.normal(size=(4, 6, 5))
    yield "stack", lambda: stack @ stack.transpose(0, 2, 1)
    yield "stack by one", lambda: stack @ stack[0].T
    yield "one by stack", lambda: stack[1].T @ stack


def outcome(function, worth):
    """The result with kernels from ``worth`` elements on, as text and numbers."""
    _native.WORTH_A_CALL = _algebra._WORTH_A_CALL = worth
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = np.asarray(function())
        except (TypeError, ValueError) as error:
            return str(error), None
    return sorted({str(entry.message) for entry in caught}), result


def same(a, b):
    """Equal in type, shape and, up to the last digits, value."""
    if a is None or b is None:
        return a is b
    if a.dtype != b.dtype or a.shape != b.shape:
        return False
    limit = 3e-6 if a.dtype == np.float32 else 1e-12
    sizes = np.abs(b[np.isfinite(b)]).astype(float)
    largest = sizes.max() if sizes.size else 1.0
    return np.allclose(a, b, rtol=limit, atol=limit * max(1.0, largest), equal_nan=True)


found = []
for name, function in calls():
    slow, fast = outcome(function, 1 << 60), outcome(function, 1)
    if slow[0] != fast[0] or not same(slow[1], fast[1]):
        found.append(f"{name}: {slow} and {fast}")
_native.WORTH_A_CALL, _algebra._WORTH_A_CALL = 256, 1500
"\n".join(found[:20])
