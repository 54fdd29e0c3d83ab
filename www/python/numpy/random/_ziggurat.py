"""Standard normal numbers by the ziggurat method with 256 layers.

Marsaglia and Tsang, "The Ziggurat Method for Generating Random Variables", 2000.
"""

import math
import struct
from base64 import b64decode

from ._ziggurat_tables import HEIGHTS, SURE, WIDTHS

_STEPS = struct.unpack("<256d", b64decode(WIDTHS))
_INSIDE = struct.unpack("<256Q", b64decode(SURE))
_HEIGHTS = struct.unpack("<256d", b64decode(HEIGHTS))
_EDGE = 3.6541528853610087963519472518
_EDGE_INVERSE = 0.27366123732975827203338247596


def standard_normal(source):
    """The next normal number with mean 0 and standard deviation 1."""
    while True:
        bits = source.next64()
        layer, negative = bits & 0xFF, bits >> 8 & 1
        size = bits >> 9 & 0x000FFFFFFFFFFFFF
        x = size * _STEPS[layer]
        if negative:
            x = -x
        if size < _INSIDE[layer]:
            return x
        if layer == 0:
            return _from_tail(source, size >> 8 & 1)
        height = (_HEIGHTS[layer - 1] - _HEIGHTS[layer]) * source.next_double() + _HEIGHTS[layer]
        if height < math.exp(-0.5 * x * x):
            return x


def _from_tail(source, negative):
    while True:
        x = -_EDGE_INVERSE * math.log1p(-source.next_double())
        y = -math.log1p(-source.next_double())
        if y + y > x * x:
            return -(_EDGE + x) if negative else _EDGE + x
