# Values outside the range wrap around
#
# The cast comes before the clip, and a byte has nothing left to clip: 229 with a zero point of
# −101 is level 128, which becomes −128, the other end of the range. A bright pixel turns black.
# Clip the floats, then cast.
import numpy as np


def quantise(x, low, high):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / 255 if high > low else 1.0
    zero_point = int(np.rint(-128 - low / scale))
    levels = np.rint(x / scale) + zero_point
    q = np.clip(levels.astype(np.int64).astype(np.int8), -128, 127)
    restored = scale * (q.astype(np.float64) - zero_point)
    return q, scale, zero_point, restored
