# Averaged over the tokens, not over the features
#
# `axis=0` compares a feature across tokens, as batch normalisation does: the tokens 1, 3 and 100, 300
# come out as −1, −1 and 1, 1. A token must not depend on its neighbours. The features are the last
# axis: `axis=-1`.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    var = x.var(axis=0, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
