import numpy as np


def linear_regression(x, y, learning_rate, steps):
    """Full-batch gradient descent from zero: returns (weights, bias, losses)."""
    weights = np.zeros(x.shape[1])
    bias = 0.0
    error = x @ weights + bias - y
    losses = [np.mean(error**2)]
    for _ in range(steps):
        weights = weights - learning_rate * 2 * (x.T @ error) / len(y)
        bias = bias - learning_rate * 2 * error.mean()
        error = x @ weights + bias - y
        losses.append(np.mean(error**2))
    return weights, bias, losses
