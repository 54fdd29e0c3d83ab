"""What may be assigned to elements: values cast to the array's type and broadcast."""

from ._array import elements, ndarray, storage_as, write
from ._create import asarray
from ._layout import broadcast, gather, shape_text, size_of, steps_of, stretched_steps
from ._promotion import can_cast, of_operands
from ._scalar import generic, raw


def one_element(value, kind):
    """``value`` as one raw element of type ``kind``."""
    value = raw(value)
    if value.__class__ is ndarray or isinstance(value, (list, tuple)):
        found = asarray(value)
        if found.ndim:
            raise ValueError("setting an array element with a sequence.")
        return storage_as(found, kind)[0]
    if kind.kind == "f" and isinstance(value, (int, float)):
        return value
    if kind.kind in "iu":
        if isinstance(value, float):
            value = int(value)
        if not kind.low <= value <= kind.high:
            raise OverflowError(f"Python integer {value} out of bounds for {kind.name}")
        return value
    return storage_as(asarray(value), kind)[0]


def stretched(value, shape, self, message):
    """Raw elements of ``value`` cast to the array's type and broadcast to ``shape``."""
    if isinstance(value, (int, float, generic)):
        return self._dtype.store((one_element(value, self._dtype),)) * size_of(shape)
    values = asarray(value)
    own = values._shape
    while len(own) > len(shape) and own[0] == 1:
        own = own[1:]
    if broadcast(own, shape) != shape:
        raise ValueError(message.format(shape_text(values._shape), shape_text(shape)))
    stored = storage_as(values, self._dtype)
    if own == shape:
        return stored
    return gather(stored, 0, shape, stretched_steps(own, steps_of(own), shape))


def copyto(dst, src, casting="same_kind", where=True):
    """Copy values into an array, where ``where`` is true."""
    if src is dst:
        return
    from ._shape import broadcast_to
    from ._ufunc import operand

    source = operand(src)
    own = of_operands([source])
    weak = source.__class__ in (int, float, complex)
    fits = weak and own.kind in "iu" and dst._dtype.kind != "b"
    if not fits and not can_cast(own, dst._dtype, casting):
        raise TypeError(
            f"Cannot cast {'scalar' if weak else 'array data'} from {own!r} to {dst._dtype!r} "
            f"according to the rule '{casting}'"
        )
    if where is True:
        dst[...] = src
    else:
        mask = broadcast_to(where, dst._shape)
        spread = broadcast_to(asarray(src), dst._shape)
        fresh = spread.astype(dst._dtype)
        chosen = [
            n if use else o for use, n, o in zip(elements(mask), elements(fresh), elements(dst))
        ]
        write(dst, dst._dtype.store(chosen))
