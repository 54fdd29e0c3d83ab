import numpy as np


def quantise(x, low, high):
    """Returns (q, scale, zero_point, restored): int8, float, int, float64.

    There are only 256 answers, so they are computed once and looked up. Activation functions on
    eight-bit chips work this way, too: a sigmoid is a table of 256 bytes.
    """
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / 255 if high > low else 1.0
    zero_point = int(np.rint(-128 - low / scale))

    restored_levels = scale * (np.arange(-128, 128) - zero_point)
    steps_from_zero = np.clip(np.rint(x / scale), -128 - zero_point, 127 - zero_point)
    place = (steps_from_zero + zero_point + 128).astype(np.int64)
    return (place - 128).astype(np.int8), scale, zero_point, restored_levels[place]
