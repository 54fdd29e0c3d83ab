import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    """The same as one multiplication and one addition a value.

    With fixed statistics, scale and shift are constants: they can be folded into the weights of the
    layer before, and batch normalisation then costs nothing on the device.
    """
    mean, var = (x.mean(axis=0), x.var(axis=0)) if training else (running_mean, running_var)
    scale = gamma / np.sqrt(var + eps)
    shift = beta - mean * scale
    if training:
        running_mean = running_mean + momentum * (mean - running_mean)
        n = len(x)
        if n > 1:
            running_var = running_var + momentum * (var * n / (n - 1) - running_var)
    return x * scale + shift, running_mean, running_var
