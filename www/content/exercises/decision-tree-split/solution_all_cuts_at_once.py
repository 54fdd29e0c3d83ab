import numpy as np


def best_split(x, labels):
    """The gains of all cuts of a feature in one expression.

    The weighted Gini index of a cut is 1 - (Σ left² / n_left + Σ right² / n_right) / n, so only
    sums of squared class counts are needed.
    """
    n = len(labels)
    member = (labels[:, None] == np.arange(labels.max() + 1)).astype(np.float64)
    before = 1 - ((member.sum(axis=0) / n) ** 2).sum()
    best = (None, None, 0.0)
    for feature in range(x.shape[1]):
        order = np.argsort(x[:, feature], kind="stable")
        values = x[order, feature]
        left = np.cumsum(member[order], axis=0)[:-1]
        right = member.sum(axis=0) - left
        sizes = np.arange(1, n)
        kept = (left**2).sum(axis=1) / sizes + (right**2).sum(axis=1) / (n - sizes)
        gains = np.where(values[1:] > values[:-1], before - 1 + kept / n, -np.inf)
        if len(gains) and gains.max() > best[2] + 1e-12:
            i = int((gains > gains.max() - 1e-12).argmax())
            best = (feature, float((values[i] + values[i + 1]) / 2), float(gains[i]))
    return best
