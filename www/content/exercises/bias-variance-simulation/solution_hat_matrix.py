import numpy as np


def decompose(x, truth, noise, degree, x_test, truth_test):
    """A linear smoother: every prediction is one fixed matrix times the targets.

    The matrix depends on x alone, so it is found once, from an orthonormal basis of the powers.
    Bias comes from what the matrix does to the truth, variance from what it does to the noise.
    """
    q, r = np.linalg.qr(x[:, None] ** np.arange(degree + 1))
    test = x_test[:, None] ** np.arange(degree + 1)
    smoother = np.linalg.solve(r.T, test.T).T @ q.T
    of_truth, of_noise = smoother @ truth, noise @ smoother.T
    offset = of_truth + of_noise.mean(axis=0) - truth_test
    bias_squared = float((offset**2).mean())
    variance = float(of_noise.var(axis=0).mean())
    return bias_squared, variance, bias_squared + variance
