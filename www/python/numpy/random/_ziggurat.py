"""Standard normal and exponential numbers by the ziggurat method with 256 layers.

Marsaglia and Tsang, "The Ziggurat Method for Generating Random Variables", 2000.
"""

import math
import struct
from base64 import b64decode

from . import _ziggurat_tables as tables


def _doubles(text):
    return struct.unpack("<256d", b64decode(text))


def _integers(text):
    return struct.unpack("<256Q", b64decode(text))


_single_format = struct.Struct("f")


def single(value):
    """A number rounded to what float32 holds."""
    return _single_format.unpack(_single_format.pack(value))[0]


_STEPS, _INSIDE = _doubles(tables.WIDTHS), _integers(tables.SURE)
_HEIGHTS = _doubles(tables.HEIGHTS)
_EDGE = 3.6541528853610087963519472518
_EDGE_INVERSE = 0.27366123732975827203338247596

_EXP_STEPS = _doubles(tables.EXPONENTIAL_WIDTHS)
_EXP_INSIDE = _integers(tables.EXPONENTIAL_SURE)
_EXP_HEIGHTS = _doubles(tables.EXPONENTIAL_HEIGHTS)
_EXP_EDGE = 7.69711747013104972

# float32 has the same layers in steps that are 2**29 times as wide.
_STEPS32 = tuple(single(step * 536870912.0) for step in _STEPS)
_INSIDE32 = tuple((steps + 268435456) >> 29 for steps in _INSIDE)
_HEIGHTS32 = tuple(map(single, _HEIGHTS))
_EDGE32, _EDGE_INVERSE32 = single(_EDGE), single(_EDGE_INVERSE)


def standard_normals(source, count):
    """The next normal numbers with mean 0 and standard deviation 1."""
    steps, inside, made = _STEPS, _INSIDE, []
    following = source.numbers(count).__next__
    for _ in range(count):
        bits = following()
        layer, size = bits & 0xFF, bits >> 9 & 0x000FFFFFFFFFFFFF
        if size < inside[layer]:
            x = size * steps[layer]
            made.append(-x if bits & 0x100 else x)
        else:
            made.append(_normal_at_border(bits, following))
    return made


def _double(following):
    return (following() >> 11) * (1.0 / 9007199254740992.0)


def _normal_at_border(bits, following):
    """The number for bits that lie not inside their layer for sure, one time in a hundred."""
    while True:
        layer, size = bits & 0xFF, bits >> 9 & 0x000FFFFFFFFFFFFF
        x = size * _STEPS[layer]
        if bits & 0x100:
            x = -x
        if size < _INSIDE[layer]:
            return x
        if layer == 0:
            return _from_tail(following, size >> 8 & 1)
        height = (_HEIGHTS[layer - 1] - _HEIGHTS[layer]) * _double(following) + _HEIGHTS[layer]
        if height < math.exp(-0.5 * x * x):
            return x
        bits = following()


def _from_tail(following, is_negative):
    while True:
        x = -_EDGE_INVERSE * math.log1p(-_double(following))
        y = -math.log1p(-_double(following))
        if y + y > x * x:
            return -(_EDGE + x) if is_negative else _EDGE + x


def standard_normals32(source, count):
    """The same as float32."""
    return [_standard_normal32(source) for _ in range(count)]


def _standard_normal32(source):
    """The same for float32, from numbers of 32 bits; every step is rounded to float32."""
    while True:
        bits = source.next32()
        layer, size = bits & 0xFF, bits >> 9
        x = single(size * _STEPS32[layer])
        if bits & 0x100:
            x = -x
        if size < _INSIDE32[layer]:
            return x
        if layer == 0:
            return _from_tail32(source, size >> 8 & 1)
        rise = single(_HEIGHTS32[layer - 1] - _HEIGHTS32[layer])
        height = single(single(rise * source.next_single()) + _HEIGHTS32[layer])
        if height < math.exp(-0.5 * x * x):
            return x


def _from_tail32(source, is_negative):
    while True:
        x = single(-_EDGE_INVERSE32 * single(math.log1p(-source.next_single())))
        y = -single(math.log1p(-source.next_single()))
        if single(y + y) > single(x * x):
            x = single(_EDGE32 + x)
            return -x if is_negative else x


def standard_exponentials(source, count):
    """The next exponential numbers with mean 1."""
    following = source.numbers(count).__next__
    return [_standard_exponential(following) for _ in range(count)]


def _standard_exponential(following):
    while True:
        bits = following() >> 3
        layer, size = bits & 0xFF, bits >> 8
        x = size * _EXP_STEPS[layer]
        if size < _EXP_INSIDE[layer]:
            return x
        if layer == 0:
            return _EXP_EDGE - math.log1p(-_double(following))
        low, high = _EXP_HEIGHTS[layer], _EXP_HEIGHTS[layer - 1]
        if (high - low) * _double(following) + low < math.exp(-x):
            return x
