# `eps` is added to the deviation, not to the variance
#
# Nearly the same while the variance is large, but very small values show it: with a variance of
# 5e-7, the root of `var + 1e-5` is 0.0032, and `sqrt(var) + 1e-5` is 0.0007. Models trained with the
# one do not run with the other. Add it under the root.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = x.mean(axis=-1, keepdims=True)
    std = x.std(axis=-1, keepdims=True)
    return gamma * (x - mean) / (std + eps) + beta
