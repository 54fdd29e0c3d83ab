import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    """Returns (y, running_mean, running_var); x has shape (batch, features)."""
    if training:
        mean, var = x.mean(axis=0), x.var(axis=0)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        if len(x) > 1:
            running_var = (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1)
    else:
        mean, var = running_mean, running_var
    normalised = (x - mean) / np.sqrt(var + eps)
    return gamma * normalised + beta, running_mean, running_var
