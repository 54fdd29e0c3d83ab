import numpy as np


def quantise(x, low, high):
    """Returns (q, scale, zero_point, restored): int8, float, int, float64."""
    q = np.zeros(x.shape, dtype=np.int8)
    return q, 1.0, 0, q.astype(np.float64)
