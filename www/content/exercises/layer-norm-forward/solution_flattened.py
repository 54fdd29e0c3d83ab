import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    """The same on a matrix of tokens: centre once, and take the variance from what is centred.

    Kernels do it like this: one pass to read a row, its statistics kept at hand, one pass to write.
    """
    tokens = x.reshape(-1, x.shape[-1])
    centred = tokens - tokens.mean(axis=1)[:, None]
    var = np.einsum("ij,ij->i", centred, centred) / tokens.shape[1]
    return (centred / np.sqrt(var + eps)[:, None] * gamma + beta).reshape(x.shape)
