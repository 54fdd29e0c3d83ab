import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    """Returns (dx, dgamma, dbeta)."""
    normalised = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)
    return np.zeros(x.shape), np.zeros(gamma.shape), np.zeros(gamma.shape)
