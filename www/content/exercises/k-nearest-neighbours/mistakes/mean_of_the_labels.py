# The labels are averaged
#
# That is regression. The mean of the classes 0 and 4 is 2, a class that none of the neighbours has;
# the numbers of classes are names. Count the votes.
import numpy as np


def classify(known, labels, queries, k):
    squared = ((queries[:, None, :] - known[None, :, :]) ** 2).sum(axis=-1)
    nearest = np.argsort(squared, axis=1, kind="stable")[:, :k]
    return np.rint(labels[nearest].mean(axis=1)).astype(np.int64)
