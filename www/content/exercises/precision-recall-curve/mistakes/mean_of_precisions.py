# The plain mean of all precisions
#
# The mean gives each threshold the same weight, also those that show only more deer. In the first
# example the last threshold finds no further lynx, and still pulls the mean from 0.8333 to 0.7222.
# Weight each precision by the recall that its threshold has added.
import numpy as np


def precision_recall(labels, scores):
    order = np.argsort(-scores)
    ranked = scores[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    found = np.cumsum(labels[order])[last]
    precision, recall = found / (last + 1), found / labels.sum()
    return ranked[last], precision, recall, float(precision.mean())
