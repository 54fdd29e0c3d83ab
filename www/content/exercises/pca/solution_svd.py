import numpy as np


def principal_components(data, k):
    """From the singular values of the data itself, without ever forming the covariance.

    Squaring the data squares its condition number: directions whose spread is 1e-8 of the largest
    are lost in the covariance, and still right here.
    """
    mean = data.mean(axis=0)
    _, singular, directions = np.linalg.svd(data - mean, full_matrices=False)
    if len(directions) < k:  # fewer points than components: the rest explains nothing
        _, _, directions = np.linalg.svd(data - mean, full_matrices=True)
        singular = np.concatenate([singular, np.zeros(k - len(singular))])
    components = directions[:k]
    largest = np.abs(components).round(12).argmax(axis=1)
    signs = np.sign(components[np.arange(k), largest])
    return mean, components * signs[:, None], singular[:k] ** 2 / (singular**2).sum()
