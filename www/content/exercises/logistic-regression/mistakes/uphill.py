# The step goes uphill
#
# `y - p` is the direction in which the likelihood *grows*, so it has to be added; subtracting it
# makes the loss rise in every step: on the four rows the weight becomes -0.25. Either subtract `p
# - y`, or add `y - p`.
import numpy as np


def logistic_regression(x, y, learning_rate, steps):
    weights, bias, losses = np.zeros(x.shape[1]), 0.0, []
    for step in range(steps + 1):
        z = x @ weights + bias
        losses.append(np.mean(np.logaddexp(0, z) - y * z))
        if step < steps:
            error = y - np.exp(-np.logaddexp(0, -z))
            weights = weights - learning_rate * x.T @ error / len(y)
            bias = bias - learning_rate * error.mean()
    return weights, bias, losses
