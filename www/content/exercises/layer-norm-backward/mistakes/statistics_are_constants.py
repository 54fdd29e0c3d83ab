# Mean and variance are treated as constants
#
# `dy * gamma / std` forgets that a feature moves its token's statistics. For 1, 2, 3 and a push on
# the middle this gives 0, 1.225, 0 where −0.408, 0.816, −0.408 is right: every row of `dx` has to sum
# to 0, because a shift of the whole token changes nothing.
import numpy as np


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    inverse_std = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    normalised = (x - x.mean(axis=-1, keepdims=True)) * inverse_std
    tokens = tuple(range(x.ndim - 1))
    return dy * gamma * inverse_std, (dy * normalised).sum(axis=tokens), dy.sum(axis=tokens)
