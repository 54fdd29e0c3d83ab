import numpy as np


def logistic_regression(x, y, learning_rate, steps):
    """Full-batch gradient descent from zero: returns (weights, bias, losses).

    With labels of −1 and +1 a row's margin is its label times its logit, and both cases of the loss
    become one: log(1 + exp(−margin)). The derivative by the margin is sigmoid(margin) − 1.
    """
    signs = 2 * y - 1
    weights, bias = np.zeros(x.shape[1]), 0.0
    margins = signs * (x @ weights + bias)
    losses = [np.mean(np.logaddexp(0, -margins))]
    for _ in range(steps):
        pull = signs * np.exp(-np.logaddexp(0, margins))
        weights = weights + learning_rate * (x.T @ pull) / len(y)
        bias = bias + learning_rate * pull.mean()
        margins = signs * (x @ weights + bias)
        losses.append(np.mean(np.logaddexp(0, -margins)))
    return weights, bias, losses
