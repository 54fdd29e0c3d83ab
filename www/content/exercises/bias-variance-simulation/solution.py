import numpy as np


def decompose(x, truth, noise, degree, x_test, truth_test):
    """Returns (bias_squared, variance, error), means over the test points."""
    powers = x[:, None] ** np.arange(degree + 1)
    powers_test = x_test[:, None] ** np.arange(degree + 1)
    targets = (truth + noise).T  # a column a run: all fits share their matrix
    coefficients = np.linalg.lstsq(powers, targets, rcond=None)[0]
    predictions = (powers_test @ coefficients).T
    mean_prediction = predictions.mean(axis=0)
    bias_squared = ((mean_prediction - truth_test) ** 2).mean()
    variance = ((predictions - mean_prediction) ** 2).mean()
    error = ((predictions - truth_test) ** 2).mean()
    return float(bias_squared), float(variance), float(error)
