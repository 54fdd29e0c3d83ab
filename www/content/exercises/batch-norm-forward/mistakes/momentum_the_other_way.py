# Momentum weighs the old statistics instead of the new
#
# `momentum * old + (1 - momentum) * batch` is how an optimiser reads the word. Here 0.1 is the share
# of the *new* batch: with old mean 0 and batch mean 2 the result is 0.2, not 1.8. Swap the factors.
import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean(axis=0), x.var(axis=0)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        if len(x) > 1:
            running_var = momentum * running_var + (1 - momentum) * x.var(axis=0, ddof=1)
    else:
        mean, var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, running_mean, running_var
