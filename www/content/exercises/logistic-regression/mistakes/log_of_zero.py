# The logarithm of a probability that was rounded
#
# A logit of 40 gives a sigmoid of exactly 1.0 in doubles, so `log(1 - p)` is minus infinity, and
# `0 * log(0)` is NaN. Notifications that are not scaled get there in one step. Write the loss in
# terms of the logit, $\log(1 + e^z) - yz$: `np.logaddexp(0, z) - y * z`.
import numpy as np


def logistic_regression(x, y, learning_rate, steps):
    weights, bias, losses = np.zeros(x.shape[1]), 0.0, []
    for step in range(steps + 1):
        p = 1 / (1 + np.exp(-(x @ weights + bias)))
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        if step < steps:
            weights = weights - learning_rate * x.T @ (p - y) / len(y)
            bias = bias - learning_rate * (p - y).mean()
    return weights, bias, losses
