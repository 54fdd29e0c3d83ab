import numpy as np


def principal_components(data, k):
    """Returns (mean, components, share) of shapes (d,), (k, d), (k,)."""
    mean = data.mean(axis=0)
    centred = data - mean
    covariance = centred.T @ centred / (len(data) - 1)
    eigenvalues, eigenvectors = np.linalg.eigh(covariance)  # ascending, vectors in columns
    largest_first = np.argsort(eigenvalues)[::-1][:k]
    components = eigenvectors[:, largest_first].T
    return mean, upright(components), eigenvalues[largest_first] / eigenvalues.sum()


def upright(components):
    """Each row turned so that its element of largest size is positive."""
    largest = np.abs(components).round(12).argmax(axis=1)
    signs = np.sign(components[np.arange(len(components)), largest])
    return components * signs[:, None]
