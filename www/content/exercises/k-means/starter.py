import numpy as np


def k_means(points, centres, max_rounds=100):
    """Returns (centres, labels, inertia)."""
    labels = np.zeros(len(points), dtype=np.int64)
    return centres, labels, 0.0
