# The data is not centred
#
# Far from zero the first direction then points from the origin to the cloud: for the cross at
# (100, −50) that is (0.894, −0.447), whatever the cloud's shape. Subtract the mean before the product.
import numpy as np


def principal_components(data, k):
    mean = data.mean(axis=0)
    eigenvalues, eigenvectors = np.linalg.eigh(data.T @ data / (len(data) - 1))
    order = np.argsort(eigenvalues)[::-1][:k]
    components = eigenvectors[:, order].T
    largest = np.abs(components).round(12).argmax(axis=1)
    components = components * np.sign(components[np.arange(k), largest])[:, None]
    return mean, components, eigenvalues[order] / eigenvalues.sum()
