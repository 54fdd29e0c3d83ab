# The variance is taken across the test points
#
# How much one curve goes up and down says nothing about how much the curves differ. Variance compares
# the *runs* at one point: the axis of the runs, then the mean over the points.
import numpy as np


def decompose(x, truth, noise, degree, x_test, truth_test):
    powers, test = x[:, None] ** np.arange(degree + 1), x_test[:, None] ** np.arange(degree + 1)
    fitted = np.linalg.lstsq(powers, (truth + noise).T, rcond=None)[0]
    predictions = (test @ fitted).T
    bias_squared = ((predictions.mean(axis=0) - truth_test) ** 2).mean()
    variance = predictions.var(axis=1).mean()
    return float(bias_squared), float(variance), float(((predictions - truth_test) ** 2).mean())
