# The batch is measured after training, too
#
# With `training=False` the output still depends on who else is in the batch, and a single example
# becomes `beta` whatever it holds: 5 with statistics 3 and 4 gives 1 instead of 3. Use
# `running_mean` and `running_var` there.
import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    mean, var = x.mean(axis=0), x.var(axis=0)
    if training:
        running_mean = (1 - momentum) * running_mean + momentum * mean
        if len(x) > 1:
            running_var = (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, running_mean, running_var
