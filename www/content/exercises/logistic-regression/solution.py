import numpy as np


def logistic_regression(x, y, learning_rate, steps):
    """Full-batch gradient descent from zero: returns (weights, bias, losses)."""
    weights = np.zeros(x.shape[1])
    bias = 0.0
    logits = x @ weights + bias
    losses = [cross_entropy(logits, y)]
    for _ in range(steps):
        error = sigmoid(logits) - y
        weights = weights - learning_rate * (x.T @ error) / len(y)
        bias = bias - learning_rate * error.mean()
        logits = x @ weights + bias
        losses.append(cross_entropy(logits, y))
    return weights, bias, losses


def sigmoid(logits):
    """Only exponentials of numbers below zero, which cannot overflow."""
    small = np.exp(-np.abs(logits))
    return np.where(logits >= 0, 1, small) / (1 + small)


def cross_entropy(logits, y):
    """The mean of log(1 + exp(z)) − y z."""
    return np.mean(np.logaddexp(0, logits) - y * logits)
