# A cut between two equal values
#
# After sorting, every place between two rows is tried, also between 2 and 2. No threshold can part
# these rows: the gain that was computed is of a split that does not exist. Skip places where
# `values[i] == values[i + 1]`.
import numpy as np


def best_split(x, labels):
    n, best = len(labels), (None, None, 0.0)
    for feature in range(x.shape[1]):
        order = np.argsort(x[:, feature], kind="stable")
        values, names = x[order, feature], labels[order]
        for i in range(1, n):
            after = (i * gini(names[:i]) + (n - i) * gini(names[i:])) / n
            gain = gini(labels) - after
            if gain > best[2] + 1e-12:
                best = (feature, float((values[i - 1] + values[i]) / 2), float(gain))
    return best


def gini(labels):
    return 1 - ((np.bincount(labels) / len(labels)) ** 2).sum()
