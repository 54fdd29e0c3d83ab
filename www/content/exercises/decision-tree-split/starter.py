import numpy as np


def best_split(x, labels):
    """Returns (feature, threshold, gain); (None, None, 0.0) if no split gains anything."""
    return None, None, 0.0
