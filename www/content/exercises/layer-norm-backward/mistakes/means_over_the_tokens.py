# The corrections average over the tokens
#
# The statistics were taken over the features of one token, so what comes back through them is
# averaged over those features, too: `axis=-1`. Averaging over the tokens is batch normalisation's
# backward pass behind layer normalisation's forward pass.
import numpy as np


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    inverse_std = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    normalised = (x - x.mean(axis=-1, keepdims=True)) * inverse_std
    tokens = tuple(range(x.ndim - 1))
    push = dy * gamma
    along_spread = normalised * (push * normalised).mean(axis=0, keepdims=True)
    dx = inverse_std * (push - push.mean(axis=0, keepdims=True) - along_spread)
    return dx, (dy * normalised).sum(axis=tokens), dy.sum(axis=tokens)
