# Averaged over the features, not over the batch
#
# `axis=1` mixes a temperature with a count: each *row* comes out with mean 0, which is layer
# normalisation. Batch normalisation asks how one feature varies between examples: average down the
# columns with `axis=0`.
import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
        running_mean = (1 - momentum) * running_mean + momentum * x.mean(axis=0)
        if len(x) > 1:
            running_var = (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1)
    else:
        mean, var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, running_mean, running_var
