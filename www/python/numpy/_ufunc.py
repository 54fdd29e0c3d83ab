"""Element-wise functions: broadcasting, the choice of loop, ``out``, ``where``, warnings."""

from copy import copy
from functools import partial
from itertools import repeat
from math import isfinite

from . import _dtype as dt
from . import _kernels
from ._array import elements, ndarray, storage_as, whole, write, zeros_like_storage
from ._create import asarray
from ._errstate import DIVIDE, INVALID, OVERFLOW, report
from ._layout import (
    broadcast_or_raise,
    coalesce,
    gather,
    shape_text,
    size_of,
    span,
    stretched_steps,
)
from ._missing import missing_attribute
from ._native import empty_storage, use_kernels
from ._promotion import can_cast
from ._resolve import UFuncTypeError, comparison, requested
from ._room import SURELY_FITS, check_room
from ._scalar import generic, raw

_PYTHON = (float, int, bool, complex)
_POLES = {
    "divide",
    "floor_divide",
    "remainder",
    "reciprocal",
    "log",
    "log2",
    "log10",
    "log1p",
    "arctanh",
}


def _shown_signature(nin):
    """What a function of ``nin`` arrays takes, as its help shows it."""
    arrays = "x1, x2" if nin == 2 else "x"
    return (
        f"({arrays}, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, "
        "subok=True, signature=None)"
    )


class _Signature:
    """The signature of a function, made when it is asked for; the class itself has none."""

    def __get__(self, function, owner):
        if function is None:
            raise AttributeError("__signature__")
        import inspect

        scope = {}
        exec(f"def shown{_shown_signature(function.nin)}: pass", scope)
        return inspect.signature(scope["shown"])


class ufunc:
    """A function that works element by element on broadcast arrays."""

    def __init__(self, name, nin, resolve, loops, careful=None, identity=None, quiet=False, doc=""):
        self.name = self.__name__ = self.label = name
        self.nin, self.nout, self.nargs = nin, 1, nin + 1
        self.resolve, self.loops, self.careful = resolve, loops, careful
        self.identity, self.quiet = identity, quiet
        self.__doc__ = f"{name}{_shown_signature(nin)}\n\n{doc}"
        table = _kernels.BINARY_OPERATIONS if nin == 2 else _kernels.UNARY_OPERATIONS
        self.code = table.get(name)

    def __repr__(self):
        return f"<ufunc '{self.name}'>"

    __signature__ = _Signature()
    __getattr__ = missing_attribute("numpy.ufunc", "ufunc.")

    def __call__(
        self,
        *args,
        out=None,
        where=True,
        casting="same_kind",
        order="K",
        dtype=None,
        subok=True,
        signature=None,
        **rest,
    ):
        if not self.nin <= len(args) <= self.nin + 1:
            raise TypeError(
                f"{self.name}() takes from {self.nin} to {self.nin + 1} positional arguments but "
                f"{len(args)} were given"
            )
        if rest:
            name = next(iter(rest))
            raise TypeError(f"{self.name}() got an unexpected keyword argument '{name}'")
        if len(args) > self.nin:
            out = args[self.nin]
        operands = [operand(value) for value in args[: self.nin]]
        if signature is not None:
            dtype = signature[-1]
        if isinstance(out, tuple):
            out = out[0]
        if out is not None:
            if out.__class__ is not ndarray:
                raise TypeError("return arrays must be of ArrayType")
            if not out._writeable:
                raise ValueError("output array is read-only")
        storage, shape, kind = self._compute(operands, dtype, casting, out)
        if out is not None or where is not True:
            return self._deliver(storage, shape, kind, out, where)
        if shape:
            return whole(storage, shape, kind)
        return kind.box(storage[0])

    def _compute(self, operands, dtype=None, casting="same_kind", out=None):
        """The result's storage, shape and type."""
        if dtype is None:
            source, kind = self.resolve(self, operands)
        else:
            source, kind = requested(self, operands, dt.lookup(dtype), casting)
        if out is not None and not can_cast(kind, out._dtype, casting):
            raise UFuncTypeError(
                f"Cannot cast ufunc '{self.name}' output from {kind!r} to {out._dtype!r} "
                f"with casting rule '{casting}'"
            )
        arrays = [one for one in operands if one.__class__ is ndarray]
        if not arrays:
            shape = ()
        elif len(arrays) == 1 or arrays[0]._shape == arrays[1]._shape:
            shape = arrays[0]._shape
        else:
            shape = broadcast_or_raise(arrays[0]._shape, arrays[1]._shape)
        count = size_of(shape) if shape else 1
        if count > SURELY_FITS:
            check_room(shape, kind)
        if arrays and self._has_kernel(source, kind) and use_kernels(count, source, kind):
            storage = self._by_kernel(operands, source, kind, shape, count)
            if storage is not None:
                return storage, shape, kind
        return self._by_python(operands, source, kind, shape, count), shape, kind

    def _has_kernel(self, source, kind):
        """Whether the kernels have this function for the types; truth values only become such."""
        if self.code is None or (source.kind == "b" and self.resolve is not comparison):
            return False
        return source.kind == "f" or self.name not in ("power", "reciprocal")

    def _by_python(self, operands, source, kind, shape, count):
        columns = [column(value, source, shape, self.resolve) for value in operands]
        if all(one.__class__ is repeat for one in columns):
            columns = [[next(one)] * count for one in columns]
        loop = self.loops.get(source.kind) or self.loops.get("i" if source.kind == "u" else "f")
        try:
            values = list(map(loop, *columns))
        except (ValueError, OverflowError, ZeroDivisionError):
            careful = self.careful if source.kind in "fc" else None
            if careful is None:
                raise
            values = list(map(careful, *columns))
        if kind.kind == "f":
            storage = kind.store(values)
            if not self.quiet:
                total = sum(storage)
                if total - total != 0.0:
                    self._warn(columns, storage)
            return storage
        if kind.kind in "iu":
            if self.name in _POLES and _has_zero(columns[-1]):
                report(DIVIDE, self.label)
            if self.label is not self.name and not kind.low <= values[0] <= kind.high:
                report(OVERFLOW, self.label)
            return kind.store_wrapped(values)
        return kind.store(values)

    def _warn(self, columns, results):
        """Report what went wrong in elements whose result is not finite."""
        flags = 0
        for *inputs, result in zip(*columns, results):
            if not isfinite(result):
                flags |= flags_of(self.name, inputs, result)
        if flags:
            report(flags, self.label)

    def _by_kernel(self, operands, source, kind, shape, count):
        """The result from the kernels, or None where a number does not fit the loop's type."""
        if not all(map(partial(_fits, source), operands)):
            return None
        ready = [_for_kernel(value, source, shape) for value in operands]
        lengths, steps = coalesce(shape, *(one[2] for one in ready))
        if len(lengths) > 2:
            ready = [_gathered(one, shape) for one in ready]
            lengths, steps = (count,), [(1,) if one[2] != () else (0,) for one in ready]
        lengths = (1,) * (2 - len(lengths)) + lengths
        steps = [(0,) * (2 - len(one)) + one for one in steps]
        made = empty_storage(kind, count)
        passed, parameters = [], [self.code, _kernels.TYPES[source.code], *lengths]
        for (storage, offset, _), (outer, inner) in zip(ready, steps):
            low, reach = span(offset, lengths, (outer, inner))
            passed.append((storage, low, reach, _kernels.READ))
            parameters += (offset - low, outer, inner)
        passed.append((made, 0, count, _kernels.WRITE))
        number = _kernels.BINARY if self.nin == 2 else _kernels.UNARY
        flags = _kernels.call(passed, [number, *parameters])
        if flags and not self.quiet:
            report(flags, self.label)
        return made

    def _deliver(self, storage, shape, kind, out, where):
        """Write the result to ``out``, only where ``where`` is true."""
        mask = None if where is True else asarray(where)
        if out is None:
            shape_out = shape if mask is None else broadcast_or_raise(shape, mask._shape)
            out = zeros_like_storage(kind, shape_out)
        result = whole(storage, shape, kind)
        if shape != out._shape:
            if broadcast_or_raise(shape, out._shape) != out._shape:
                raise ValueError(
                    f"non-broadcastable output operand with shape {shape_text(out._shape)} doesn't "
                    f"match the broadcast shape {shape_text(shape)}"
                )
            spread = stretched_steps(shape, result._steps, out._shape)
            result = whole(gather(storage, 0, out._shape, spread), out._shape, kind)
        fresh = storage_as(result, out._dtype)
        if mask is not None:
            chosen = gather(
                mask._data,
                mask._offset,
                out._shape,
                stretched_steps(mask._shape, mask._steps, out._shape),
            )
            fresh = out._dtype.store(
                [new if use else old for use, new, old in zip(chosen, fresh, elements(out))]
            )
        write(out, fresh)
        return out

    def of_scalars(self):
        """The same function, with warnings worded as for operators between scalars."""
        twin = copy(self)
        twin.label = f"scalar {self.name}"
        return twin

    def reduce(self, array, /, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
        """Combine the elements along an axis into one."""
        from ._reduce import reduce_by

        return reduce_by(self, asarray(array), axis, dtype, out, keepdims, initial, where)

    def accumulate(self, array, /, axis=0, dtype=None, out=None):
        """The results of combining ever more elements along an axis."""
        from ._reduce import accumulate_by

        return accumulate_by(self, asarray(array), axis, dtype, out)

    def outer(self, A, B, /, **kwargs):
        """The function of every pair of elements."""
        A, B = asarray(A), asarray(B)
        return self(A.reshape(A._shape + (1,) * B.ndim), B, **kwargs)

    def at(self, a, indices, b=None, /):
        """Apply in place at the indices, each repetition counted."""
        from ._reduce import apply_at

        apply_at(self, a, indices, b)


def operand(value):
    """The argument as something that takes part in a loop."""
    if value.__class__ is ndarray or value.__class__ in _PYTHON or isinstance(value, generic):
        return value
    if isinstance(value, _PYTHON):
        return next(kind(value) for kind in (bool, int, float, complex) if isinstance(value, kind))
    return asarray(value)


def column(value, source, shape, resolve=None):
    """An operand's raw elements, broadcast to ``shape``; ``repeat`` where all are equal."""
    if value.__class__ is not ndarray:
        return repeat(weak_value(value, source, resolve))
    if value._dtype.kind == "f" and source is dt.float32 and value._dtype is dt.float64:
        value = value.astype(source)
    if value._shape == shape:
        return elements(value)
    if value.size == 1:
        return repeat(elements(value)[0])
    return gather(
        value._data, value._offset, shape, stretched_steps(value._shape, value._steps, shape)
    )


def weak_value(value, source, resolve=None):
    """A Python number or NumPy scalar as a raw element of the loop's type."""
    value = raw(value)
    if source is dt.float32:
        return dt.as_float32(value)
    if source.kind == "f":
        return float(value)
    if source.kind in "iu" and not source.low <= value <= source.high:
        if resolve is None or resolve is not comparison:
            raise OverflowError(f"Python integer {value} out of bounds for {source.name}")
    return value


def _has_zero(values):
    return next(values) == 0 if values.__class__ is repeat else 0 in values


def _fits(source, value):
    """Whether an operand can be stored in the loop's type, as comparisons do not ask for."""
    return value.__class__ is not int or source.kind == "f" or source.low <= value <= source.high


def _for_kernel(value, source, shape):
    """Storage of the loop's type, offset and steps that read it as ``shape``."""
    if value.__class__ is not ndarray:
        return source.store((weak_value(value, source),)), 0, (0,) * len(shape)
    if value._dtype is not source:
        value = whole(storage_as(value, source), value._shape, source)
    return value._data, value._offset, stretched_steps(value._shape, value._steps, shape)


def _gathered(ready, shape):
    storage, offset, steps = ready
    if not any(steps):
        return storage, offset, ()
    return gather(storage, offset, shape, steps), 0, (1,)


def flags_of(name, inputs, result):
    """Which floating-point error led from finite inputs to a result that is not finite."""
    if any(value != value for value in inputs):
        return 0
    if result != result:
        return INVALID
    if not all(map(isfinite, inputs)):
        return 0
    if name in _POLES and (len(inputs) == 1 or inputs[1] == 0):
        return DIVIDE
    if name in ("power", "float_power") and inputs[0] == 0:
        return DIVIDE
    return OVERFLOW
