# Rows are taken where eigenvectors stand in columns
#
# `eigenvectors[i]` holds the i-th element of every eigenvector. The matrix is orthogonal, so its rows
# have length 1 and right angles, too; in two dimensions they even are the components, but for
# signs. With five directions they are not. Take columns, then transpose.
import numpy as np


def principal_components(data, k):
    mean = data.mean(axis=0)
    centred = data - mean
    eigenvalues, eigenvectors = np.linalg.eigh(centred.T @ centred / (len(data) - 1))
    order = np.argsort(eigenvalues)[::-1][:k]
    components = eigenvectors[order]
    largest = np.abs(components).round(12).argmax(axis=1)
    components = components * np.sign(components[np.arange(k), largest])[:, None]
    return mean, components, eigenvalues[order] / eigenvalues.sum()
