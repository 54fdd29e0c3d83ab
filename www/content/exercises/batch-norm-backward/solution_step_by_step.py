import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    """Returns (dx, dgamma, dbeta); each line is the reverse of one line of the forward pass."""
    n = len(x)
    centred = x - x.mean(axis=0)
    var = (centred**2).mean(axis=0)
    inverse_std = 1 / np.sqrt(var + eps)
    normalised = centred * inverse_std

    dbeta = dy.sum(axis=0)
    dgamma = (dy * normalised).sum(axis=0)
    dnormalised = dy * gamma
    dinverse_std = (dnormalised * centred).sum(axis=0)
    dvar = dinverse_std * -0.5 * inverse_std**3
    dcentred = dnormalised * inverse_std + dvar * 2 * centred / n
    dmean = -dcentred.sum(axis=0)
    return dcentred + dmean / n, dgamma, dbeta
