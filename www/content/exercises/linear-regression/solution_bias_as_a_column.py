import numpy as np


def linear_regression(x, y, learning_rate, steps):
    """Full-batch gradient descent from zero: returns (weights, bias, losses).

    A column of ones turns the bias into one more weight. The matrix and the vector of the normal
    equations are computed once: a step then costs d² numbers, however many rows there are. The
    losses still need the rows.
    """
    with_ones = np.column_stack([x, np.ones(len(y))])
    gram = with_ones.T @ with_ones / len(y)
    moment = with_ones.T @ y / len(y)
    theta = np.zeros(with_ones.shape[1])
    losses = [np.mean((with_ones @ theta - y) ** 2)]
    for _ in range(steps):
        theta = theta - 2 * learning_rate * (gram @ theta - moment)
        losses.append(np.mean((with_ones @ theta - y) ** 2))
    return theta[:-1], theta[-1], losses
