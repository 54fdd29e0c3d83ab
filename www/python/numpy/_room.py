"""How large an array may be, and the error, before anything is tried, for one that is larger."""

from math import prod

# The tab has four GiB at most, and an operation holds its operands, its result and copies of both.
MOST_BYTES = 1 << 30
# No element takes more than sixteen bytes: shapes of so many elements need no closer look.
SURELY_FITS = MOST_BYTES // 16

_UNITS = ("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB")
_NAMES = {"d": "float64", "f": "float32", "q": "int64", "i": "int32", "B": "uint8"}


def check_room(shape, kind):
    """Raise MemoryError when an array of that shape and dtype would not fit."""
    count = prod(shape)
    if count <= SURELY_FITS:
        return
    bytes_ = count * kind.itemsize
    if bytes_ >= 1 << 63:
        raise ValueError(
            "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum "
            "possible size."
        )
    if bytes_ > MOST_BYTES:
        refuse(shape, bytes_, kind)


def check_gathered(storage, shape):
    """Raise MemoryError when the elements of a view, written out, would not fit."""
    count = prod(shape)
    if count > SURELY_FITS:
        itemsize = getattr(storage, "itemsize", 16)
        if count * itemsize > MOST_BYTES:
            name = _NAMES.get(getattr(storage, "typecode", ""), "complex128")
            refuse(shape, count * itemsize, name)


def refuse(shape, bytes_, kind):
    """The error that NumPy raises for an array without room."""
    raise MemoryError(
        f"Unable to allocate {_size_text(bytes_)} for an array with shape {tuple(shape)} "
        f"and data type {kind}"
    )


def _size_text(bytes_):
    """A number of bytes to three digits in the unit that keeps it below a thousand or so."""
    unit = min((bytes_.bit_length() - 1) // 10, len(_UNITS) - 1)
    count = bytes_ / (1 << (10 * unit))
    if round(count) == 1024 and unit + 1 < len(_UNITS):
        unit, count = unit + 1, count / 1024
    return f"{count:#.3g} {_UNITS[unit]}" if round(count) < 1000 else f"{count:.0f}. {_UNITS[unit]}"
