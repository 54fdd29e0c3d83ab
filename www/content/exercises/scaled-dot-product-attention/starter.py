import numpy as np


def attention(query, key, value, mask=None):
    """One head: returns (output, weights) of shapes (n, v) and (n, m)."""
    scores = query @ key.T
    weights = np.zeros(scores.shape)
    return weights @ value, weights
