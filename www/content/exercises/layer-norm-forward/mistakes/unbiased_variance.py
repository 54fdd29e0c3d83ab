# The variance divides by n − 1
#
# The features of a token are no sample of anything larger: they are all there is, so the variance
# divides by n. With `ddof=1` the token 1, 2, 3, 4 comes out with ±1.162 at its ends instead of ±1.342.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    mean = x.mean(axis=-1, keepdims=True)
    var = ((x - mean) ** 2).sum(axis=-1, keepdims=True) / max(1, d - 1)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
