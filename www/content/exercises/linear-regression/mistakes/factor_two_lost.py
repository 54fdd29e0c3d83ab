# The factor 2 is missing
#
# This is the gradient of half the mean squared error, which many texts use. The loss here has no
# ½, so each step comes out half as long: the first gives a weight of 1.1333 instead of 2.2667.
# Differentiate the loss that is written in the task.
import numpy as np


def linear_regression(x, y, learning_rate, steps):
    weights, bias = np.zeros(x.shape[1]), 0.0
    error = x @ weights + bias - y
    losses = [np.mean(error**2)]
    for _ in range(steps):
        weights = weights - learning_rate * (x.T @ error) / len(y)
        bias = bias - learning_rate * error.mean()
        error = x @ weights + bias - y
        losses.append(np.mean(error**2))
    return weights, bias, losses
