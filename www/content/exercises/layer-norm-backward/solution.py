import numpy as np


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    """Returns (dx, dgamma, dbeta); statistics over the last axis, parameters shared by all tokens."""
    inverse_std = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    normalised = (x - x.mean(axis=-1, keepdims=True)) * inverse_std
    tokens = tuple(range(x.ndim - 1))
    dgamma = (dy * normalised).sum(axis=tokens)
    dbeta = dy.sum(axis=tokens)
    push = dy * gamma  # derivative by the normalised values
    along_mean = push.mean(axis=-1, keepdims=True)
    along_spread = normalised * (push * normalised).mean(axis=-1, keepdims=True)
    return inverse_std * (push - along_mean - along_spread), dgamma, dbeta
