import numpy as np

NEGLIGIBLE = 1e-12


def best_split(x, labels):
    """Returns (feature, threshold, gain); (None, None, 0.0) if no split gains anything."""
    n = len(labels)
    member = (labels[:, None] == np.arange(labels.max() + 1)).astype(np.float64)
    before = gini(member.sum(axis=0))
    best = (None, None, 0.0)
    for feature in range(x.shape[1]):
        order = np.argsort(x[:, feature], kind="stable")
        values = x[order, feature]
        left = np.cumsum(member[order], axis=0)  # row i: classes of the first i + 1 rows
        right = left[-1] - left
        for i in np.flatnonzero(values[1:] > values[:-1]):
            share = (i + 1) / n
            gain = before - share * gini(left[i]) - (1 - share) * gini(right[i])
            if gain > best[2] + NEGLIGIBLE:
                threshold = (values[i] + values[i + 1]) / 2
                best = (feature, float(threshold), float(gain))
    return best


def gini(counts):
    """1 - Σ p² of classes that occur this often."""
    return 1 - ((counts / counts.sum()) ** 2).sum()
