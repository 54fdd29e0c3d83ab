import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    """Returns (dx, dgamma, dbeta) for y = gamma * (x - mean) / sqrt(var + eps) + beta."""
    inverse_std = 1 / np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) * inverse_std
    dgamma = (dy * normalised).sum(axis=0)
    dbeta = dy.sum(axis=0)
    # What the batch has in common with 1 and with its own normalised values cannot change y.
    along_mean = dbeta / len(x)
    along_spread = normalised * dgamma / len(x)
    dx = gamma * inverse_std * (dy - along_mean - along_spread)
    return dx, dgamma, dbeta
