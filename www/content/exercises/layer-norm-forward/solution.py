import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    """Normalises over the last axis; x has any number of axes before it."""
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
