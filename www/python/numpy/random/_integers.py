"""Whole numbers in a range: how many bits a draw takes, and how the range is met without bias.

``RandomState`` draws again what lies above the range. ``Generator`` multiplies instead
(Lemire, "Fast Random Integer Generation in an Interval", 2019) and draws again rarely.
Types of 8 and 16 bits, and truth values, are cut from numbers of 32 bits.
"""

from .. import _dtype as dt
from .._array import whole
from .._create import asarray
from .._layout import broadcast, broadcast_or_raise, normal_shape, size_of
from .._room import check_room
from .._shape import broadcast_to

_FULL32 = 0xFFFFFFFF


def scaled_below(source, limit):
    """A whole number from 0 to ``limit`` by multiplication."""
    bits = 32 if limit <= _FULL32 else 64
    draw = source.next32 if bits == 32 else source.next64
    return _scaled(draw, bits, limit, 1)[0]


def integers(source, low, high, size, dtype, is_closed, is_masked, name):
    """What ``randint`` and ``integers`` return; ``is_closed`` when ``high`` may be drawn."""
    kind = dt.lookup(dtype)
    if kind.kind not in "biu":
        raise TypeError(f"Unsupported dtype {kind!r} for {name}")
    low, high = (0, low) if high is None else (low, high)
    if getattr(low, "ndim", 0) or getattr(high, "ndim", 0) or _has_len(low) or _has_len(high):
        return _in_ranges(source, asarray(low), asarray(high), size, kind, is_closed, is_masked)
    low, last = int(low), int(high) - (not is_closed)
    _check(low, last, kind, is_closed)
    shape = () if size is None else normal_shape(size)
    check_room(shape, kind)
    count = size_of(shape)
    bits = _bits(kind, last - low)
    draw = _drawer(source, bits)
    values = _draws(draw, bits, last - low, count, is_masked)
    if size is None:
        value = low + values[0]
        return dtype(value) if dtype in (int, bool) else kind.box(value)
    if low:
        values = [low + value for value in values]
    return whole(kind.store(values), shape, kind)


def _in_ranges(source, low, high, size, kind, is_closed, is_masked):
    """One number for each pair of limits, which broadcast with the size."""
    shape = broadcast_or_raise(low.shape, high.shape)
    if size is not None:
        wanted = normal_shape(size)
        if broadcast(shape, wanted) != wanted:
            raise ValueError(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is "
                f"between arg 0 with shape {low.shape} and arg 2 with shape {wanted}."
            )
        shape = wanted
    lows = [int(value) for value in broadcast_to(low, shape).ravel().tolist()]
    lasts = [
        int(value) - (not is_closed) for value in broadcast_to(high, shape).ravel().tolist()
    ]
    for first, last in zip(lows, lasts):
        _check(first, last, kind, is_closed, low.ndim > 0)
    drawers, values = {}, []
    for first, last in zip(lows, lasts):
        bits = _bits(kind, last - first)
        draw = drawers.get(bits) or drawers.setdefault(bits, _drawer(source, bits))
        values.append(first + _draws(draw, bits, last - first, 1, is_masked)[0])
    return whole(kind.store(values), shape, kind)


def _has_len(value):
    return isinstance(value, (list, tuple))


def _check(low, last, kind, is_closed, is_array=False):
    if low < kind.low:
        raise ValueError(f"low is out of bounds for {kind.name}")
    if last > kind.high:
        raise ValueError(f"high is out of bounds for {kind.name}")
    if low > last:
        sign = ">" if is_closed else ">="
        if low == 0 and not is_array:
            raise ValueError("high < 0" if is_closed else "high <= 0")
        raise ValueError(f"low {sign} high")


def _bits(kind, limit):
    """How many bits are drawn for a type; 64 only where 32 do not suffice."""
    if kind.kind == "b":
        return 1
    return 8 * kind.itemsize if kind.itemsize < 4 else 32 if limit <= _FULL32 else 64


def _drawer(source, bits):
    """A function that draws a number of so many bits."""
    if bits >= 32:
        return source.next32 if bits == 32 else source.next64
    held, left, mask = 0, 0, (1 << bits) - 1

    def draw():
        nonlocal held, left
        if left:
            held >>= bits
        else:
            held, left = source.next32(), 32 // bits
        left -= 1
        return held & mask

    return draw


def _draws(draw, bits, limit, count, is_masked):
    """Numbers from 0 to ``limit``."""
    if limit == (1 << bits) - 1:
        return [draw() for _ in range(count)]
    return _masked(draw, limit, count) if is_masked else _scaled(draw, bits, limit, count)


def _masked(draw, limit, count):
    if limit == 0:
        return [0] * count
    mask, made = (1 << limit.bit_length()) - 1, []
    for _ in range(count):
        value = draw() & mask
        while value > limit:
            value = draw() & mask
        made.append(value)
    return made


def _scaled(draw, bits, limit, count):
    if limit == 0:
        return [0] * count
    span, rest, made = limit + 1, (1 << bits) - 1, []
    if limit == rest:
        return [draw() for _ in range(count)]
    threshold = (rest - limit) % span
    for _ in range(count):
        product = draw() * span
        while product & rest < threshold:
            product = draw() * span
        made.append(product >> bits)
    return made
