# `gamma` is multiplied in after the means
#
# That is how batch normalisation can be written, where `gamma` is the same for all that is averaged.
# Here it differs from feature to feature, inside the mean: multiply `dy` by `gamma` first, and take
# the two means of that. With `gamma` of ones nothing shows.
import numpy as np


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    inverse_std = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    normalised = (x - x.mean(axis=-1, keepdims=True)) * inverse_std
    tokens = tuple(range(x.ndim - 1))
    along_mean = dy.mean(axis=-1, keepdims=True)
    along_spread = normalised * (dy * normalised).mean(axis=-1, keepdims=True)
    dx = gamma * inverse_std * (dy - along_mean - along_spread)
    return dx, (dy * normalised).sum(axis=tokens), dy.sum(axis=tokens)
