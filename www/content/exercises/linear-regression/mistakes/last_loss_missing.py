# The loss after the last step is missing
#
# The loss is noted before each step, so the list ends one step early: it describes weights that
# are no longer the ones returned. The table has three losses for two steps. Append once more
# after the loop.
import numpy as np


def linear_regression(x, y, learning_rate, steps):
    weights, bias, losses = np.zeros(x.shape[1]), 0.0, []
    for _ in range(steps):
        error = x @ weights + bias - y
        losses.append(np.mean(error**2))
        weights = weights - learning_rate * 2 * (x.T @ error) / len(y)
        bias = bias - learning_rate * 2 * error.mean()
    return weights, bias, losses
