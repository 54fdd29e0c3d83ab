# Mean and variance are treated as constants
#
# `dy * gamma / std` is right when the statistics are frozen. In training each value moves them: with
# the rows 1 and 3 the output is ±1 wherever they are, so `dx` is 0, and this gives 2. Two terms are
# missing, one through the mean and one through the variance.
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    inverse_std = 1 / np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) * inverse_std
    return dy * gamma * inverse_std, (dy * normalised).sum(axis=0), dy.sum(axis=0)
