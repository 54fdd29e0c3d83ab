# The smallest eigenvalues come first
#
# `eigh` sorts ascending, so the first k columns are the directions in which the data hardly varies: of
# the cross the short bar, with a share of 0.1. Turn the order round.
import numpy as np


def principal_components(data, k):
    mean = data.mean(axis=0)
    centred = data - mean
    eigenvalues, eigenvectors = np.linalg.eigh(centred.T @ centred / (len(data) - 1))
    components = eigenvectors[:, :k].T
    largest = np.abs(components).round(12).argmax(axis=1)
    components = components * np.sign(components[np.arange(k), largest])[:, None]
    return mean, components, eigenvalues[:k] / eigenvalues.sum()
