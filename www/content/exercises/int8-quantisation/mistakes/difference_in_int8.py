# The difference from the zero point is taken in int8
#
# For the largest value the byte is 127, and 127 − (−101) = 228 does not fit: it comes out as
# −28. NumPy keeps int8 if a Python integer is subtracted from it. Go to a wider type first:
# `q.astype(np.float64) - zero_point`.
import numpy as np


def quantise(x, low, high):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / 255 if high > low else 1.0
    zero_point = int(np.rint(-128 - low / scale))
    levels = np.rint(x / scale) + zero_point
    q = np.clip(levels, -128, 127).astype(np.int8)
    restored = scale * (q - np.int8(zero_point)).astype(np.float64)
    return q, scale, zero_point, restored
