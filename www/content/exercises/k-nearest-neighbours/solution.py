import numpy as np


def classify(known, labels, queries, k):
    """The label that most of the k nearest known points have, for each query."""
    offsets = queries[:, None, :] - known[None, :, :]
    squared = (offsets**2).sum(axis=-1)
    nearest = np.argsort(squared, axis=1, kind="stable")[:, :k]
    classes = labels.max() + 1
    votes = [np.bincount(labels[row], minlength=classes).argmax() for row in nearest]
    return np.array(votes, dtype=np.int64)
