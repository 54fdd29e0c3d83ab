"""Calls into the Rust kernels, and the answer "not here" where there are none.

The kernels are a module of built-ins that the Python worker offers as
``_warmstart_kernels``. It is looked up at the first call, never at import: a
memory snapshot taken after ``import numpy`` must hold no function of the worker's.
On plain CPython the module is absent and every caller takes its Python path.
"""

from array import array

READ, WRITE, BOTH = 1, 2, 3

# Kernel numbers, element types and operations: crates/kernels/src/codes.rs has the same lists.
BINARY, UNARY, REDUCE, MATMUL, SORT, ARGSORT, CAST, LINALG = range(8)
_BINARY_NAMES = (
    "add subtract multiply divide floor_divide remainder power maximum minimum fmax fmin "
    "equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor "
    "arctan2 hypot"
)
_UNARY_NAMES = (
    "negative absolute sign square sqrt exp log tanh sin cos expm1 log1p log2 log10 reciprocal "
    "floor ceil isnan isinf isfinite logical_not"
)
BINARY_OPERATIONS = {name: code for code, name in enumerate(_BINARY_NAMES.split())}
UNARY_OPERATIONS = {name: code for code, name in enumerate(_UNARY_NAMES.split())}
_ROUTINE_NAMES = "solve invert determinant qr cholesky eigh eig svd reflections"
ROUTINES = {name: code for code, name in enumerate(_ROUTINE_NAMES.split())}
TYPES = {"d": 0, "f": 1, "q": 2, "i": 3, "B": 4}

_run = None
_looked_up = False


def available():
    """Whether the kernels can be called in this Python."""
    global _run, _looked_up
    if not _looked_up:
        _looked_up = True
        try:
            from _warmstart_kernels import run
        except ImportError:
            run = None
        _run = run
    return _run is not None


def release():
    """Forget the worker's function, so that a snapshot can be taken."""
    global _run, _looked_up
    _run = None
    _looked_up = False


def call(operands, parameters):
    """Run one kernel on ``(storage, first, count, mode)`` operands and return its flags.

    Operands are runs of elements inside an ``array.array``; parameters are
    32-bit integers whose first is the kernel's number.
    """
    words = [len(operands), len(parameters)]
    for storage, first, count, mode in operands:
        size = storage.itemsize
        words += (first * size, count * size, mode)
    words += parameters
    flags = _run(array("i", words), *(operand[0] for operand in operands))
    if flags == -1:
        raise MemoryError("not enough memory in this tab for the result")
    if flags < 0:
        raise SystemError(f"kernel call refused or broken off ({flags}): {parameters}")
    return flags
