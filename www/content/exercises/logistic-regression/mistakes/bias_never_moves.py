# The bias never moves
#
# Only the weights are updated, so the boundary has to pass through the origin. After the first
# step that is right by accident (the four labels are balanced, and the bias stays 0); the second
# should take it to -0.1487. The gradient for the bias is the mean of `p - y`.
import numpy as np


def logistic_regression(x, y, learning_rate, steps):
    weights, bias, losses = np.zeros(x.shape[1]), 0.0, []
    for step in range(steps + 1):
        z = x @ weights + bias
        losses.append(np.mean(np.logaddexp(0, z) - y * z))
        if step < steps:
            p = np.exp(-np.logaddexp(0, -z))
            weights = weights - learning_rate * x.T @ (p - y) / len(y)
    return weights, bias, losses
