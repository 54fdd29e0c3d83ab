import numpy as np


def quantise(x, low, high):
    """Returns (q, scale, zero_point, restored): int8, float, int, float64."""
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / 255 if high > low else 1.0
    zero_point = int(np.rint(-128 - low / scale))

    levels = np.rint(x / scale) + zero_point  # floats: an int8 would wrap around
    q = np.clip(levels, -128, 127).astype(np.int8)
    restored = scale * (q.astype(np.float64) - zero_point)
    return q, scale, zero_point, restored
