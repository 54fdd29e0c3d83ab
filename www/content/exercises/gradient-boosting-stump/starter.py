import numpy as np


def boost(x, y, rounds, rate=0.1):
    """Returns (start, stumps, predictions)."""
    start = float(y.mean())
    return start, [], np.full(len(y), start)
