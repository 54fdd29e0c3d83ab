# Halves are rounded up
#
# `np.floor(x + 0.5)` sends 2.5 to 3 and 0.5 to 1: every half moves up, which shifts the mean of
# data that sits on halves. The contract is halves to even, `np.rint`: 0.5 goes to 0, 1.5 and
# 2.5 to 2.
import numpy as np


def quantise(x, low, high):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / 255 if high > low else 1.0
    zero_point = int(np.rint(-128 - low / scale))
    levels = np.floor(x / scale + 0.5) + zero_point
    q = np.clip(levels, -128, 127).astype(np.int8)
    restored = scale * (q.astype(np.float64) - zero_point)
    return q, scale, zero_point, restored
