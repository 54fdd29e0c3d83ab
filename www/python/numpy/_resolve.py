"""Which loop an element-wise function takes: its input type and its result type."""

from . import _dtype as dt
from ._promotion import of_operands


class UFuncTypeError(TypeError):
    """A function that has no loop for the types it was given."""


def _unsupported(name):
    return TypeError(
        f"ufunc '{name}' not supported for the input types, and the inputs could not be safely "
        "coerced to any supported types according to the casting rule ''safe''"
    )


def arithmetic(ufunc, operands):
    """One common type for inputs and result."""
    kind = of_operands(operands)
    if kind.kind not in ufunc.loops:
        if kind.kind == "b" and ufunc.name == "subtract":
            raise TypeError(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, "
                "the `^` operator, or the logical_xor function instead."
            )
        if kind.kind == "b" and ufunc.name == "negative":
            raise TypeError(
                "The numpy boolean negative, the `-` operator, is not supported, use the `~` "
                "operator or the logical_not function instead."
            )
        if ufunc.name == "sign":
            raise UFuncTypeError(
                "ufunc 'sign' did not contain a loop with signature matching types "
                "<class 'numpy.dtypes.BoolDType'> -> None"
            )
        if kind.kind == "b" and "i" in ufunc.loops:
            return dt.int8, dt.int8
        raise _unsupported(ufunc.name)
    return kind, kind


def floating(ufunc, operands):
    """Whole numbers become float64; float32 stays."""
    kind = of_operands(operands)
    if kind.kind in "biu":
        return dt.float64, dt.float64
    if kind.kind not in ufunc.loops:
        raise _unsupported(ufunc.name)
    return kind, kind


def comparison(ufunc, operands):
    """A common type in, truth values out."""
    return of_operands(operands), dt.bool_


def bitwise(ufunc, operands):
    """Whole numbers and truth values only."""
    kind = of_operands(operands)
    if kind.kind not in "biu":
        raise _unsupported(ufunc.name)
    if kind.kind not in ufunc.loops and not (kind.kind == "u" and "i" in ufunc.loops):
        return dt.int8, dt.int8
    return kind, kind


def magnitude(ufunc, operands):
    """Like arithmetic; the absolute value of a complex number is real."""
    kind = of_operands(operands)
    return kind, dt.float64 if kind.kind == "c" else kind
