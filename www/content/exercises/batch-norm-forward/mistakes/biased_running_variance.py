# The biased variance is kept for later
#
# The output is right, but the running variance is fed with the variance that divides by n. For the
# batch 1, 3 that is 1 and the running variance stays 1; the unbiased 2 moves it to 1.1. What is kept
# estimates the population: `x.var(axis=0, ddof=1)`.
import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean(axis=0), x.var(axis=0)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        if len(x) > 1:
            running_var = (1 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, running_mean, running_var
