# The first step of recall is lost
#
# `np.diff(recall)` has one element less than the curve: it begins with the rise from the first
# point to the second. The lynxes that the highest threshold finds, the easiest of all, count for
# nothing: 0.3333 instead of 0.8333 in the first example. Recall starts at 0: `prepend=0`.
import numpy as np


def precision_recall(labels, scores):
    order = np.argsort(-scores)
    ranked = scores[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    found = np.cumsum(labels[order])[last]
    precision, recall = found / (last + 1), found / labels.sum()
    return ranked[last], precision, recall, float((np.diff(recall) * precision[1:]).sum())
