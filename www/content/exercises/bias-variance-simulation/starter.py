import numpy as np


def decompose(x, truth, noise, degree, x_test, truth_test):
    """Returns (bias_squared, variance, error), means over the test points."""
    return 0.0, 0.0, 0.0
