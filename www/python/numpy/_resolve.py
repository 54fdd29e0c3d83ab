"""Which loop an element-wise function takes: its input type and its result type."""

from . import _dtype as dt
from ._promotion import can_cast, of_operands


class UFuncTypeError(TypeError):
    """A function that has no loop for the types it was given."""


def _unsupported(name):
    return TypeError(
        f"ufunc '{name}' not supported for the input types, and the inputs could not be safely "
        "coerced to any supported types according to the casting rule ''safe''"
    )


def _no_loop(ufunc, kind):
    text = f"<class 'numpy.dtypes.{kind.name.capitalize()}DType'>"
    types = text if ufunc.nin == 1 else f"({text}, {text})"
    return UFuncTypeError(
        f"ufunc '{ufunc.name}' did not contain a loop with signature matching types {types} -> None"
    )


def requested(ufunc, operands, wanted, casting):
    """The loop that ``dtype=`` asks for; every operand must be allowed to become that type."""
    source, kind = ufunc.resolve(ufunc, [wanted] * ufunc.nin)
    if kind is not wanted:
        raise TypeError(
            f"No loop matching the specified signature and casting was found for ufunc {ufunc.name}"
        )
    for place, one in enumerate(operands):
        own = of_operands([one])
        if not can_cast(own, source, casting):
            raise UFuncTypeError(
                f"Cannot cast ufunc '{ufunc.name}' input {place} from {own!r} to {source!r} "
                f"with casting rule '{casting}'"
            )
    return source, kind


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
            raise _no_loop(ufunc, kind)
        if kind.kind == "b" and ufunc.name == "positive":
            raise _no_loop(ufunc, kind)
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


def always_double(ufunc, operands):
    """float64, or complex128, whatever comes in."""
    kind = of_operands(operands)
    kind = kind if kind.kind == "c" else dt.float64
    return kind, kind


def comparison(ufunc, operands):
    """A common type in, truth values out."""
    return of_operands(operands), dt.bool_


def bitwise(ufunc, operands):
    """Whole numbers and truth values only."""
    kind = of_operands(operands)
    if kind.kind not in "biu":
        raise _unsupported(ufunc.name)
    if kind.kind == "b" and ufunc.name in ("gcd", "lcm"):
        raise _no_loop(ufunc, kind)
    if kind.kind not in ufunc.loops and not (kind.kind == "u" and "i" in ufunc.loops):
        return dt.int8, dt.int8
    return kind, kind


def magnitude(ufunc, operands):
    """Like arithmetic; the absolute value of a complex number is real."""
    kind = of_operands(operands)
    return kind, dt.float64 if kind.kind == "c" else kind
