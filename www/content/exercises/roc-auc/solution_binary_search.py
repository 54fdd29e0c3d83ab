import numpy as np


def roc_auc(labels, scores):
    """For each positive: how many negatives lie below it, and how many not above."""
    labels, scores = np.array(labels, dtype=np.int64), np.array(scores, dtype=np.float64)
    positives = scores[labels == 1]
    negatives = np.sort(scores[labels == 0])
    if len(positives) == 0 or len(negatives) == 0:
        return float("nan")
    below = np.searchsorted(negatives, positives, side="left")
    not_above = np.searchsorted(negatives, positives, side="right")
    return float((below.mean() + not_above.mean()) / (2 * len(negatives)))
