# The range is taken from the tensor at hand
#
# `x.min()` and `x.max()` make a new scale for each input, so the same number gets another byte
# in the next photo, and one outlier coarsens everything. The chip has the calibrated range
# burnt into its tables: use `low` and `high`.
import numpy as np


def quantise(x, low, high):
    low, high = min(x.min(), 0) if x.size else low, max(x.max(), 0) if x.size else high
    scale = (high - low) / 255 if high > low else 1.0
    zero_point = int(np.rint(-128 - low / scale))
    levels = np.rint(x / scale) + zero_point
    q = np.clip(levels, -128, 127).astype(np.int8)
    restored = scale * (q.astype(np.float64) - zero_point)
    return q, scale, zero_point, restored
