import numpy as np


def max_pool(x, dy, size, stride):
    """Returns (y, dx)."""
    return np.zeros(dy.shape), np.zeros(x.shape)
