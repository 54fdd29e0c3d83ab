import numpy as np


def precision_recall(labels, scores):
    """Returns (thresholds, precision, recall, average_precision)."""
    order = np.argsort(-scores)
    ranked = scores[order]
    # A threshold shows all pictures of its score: only the last of equals is a point of the curve.
    last_of_equals = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    shown = last_of_equals + 1
    found = np.cumsum(labels[order])[last_of_equals]
    precision = found / shown
    recall = found / labels.sum()
    average_precision = (np.diff(recall, prepend=0.0) * precision).sum()
    return ranked[last_of_equals], precision, recall, float(average_precision)
