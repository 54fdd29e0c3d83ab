# The dents are filled
#
# Replacing each precision by the best one at the same recall or beyond is a rule of detection
# benchmarks (PASCAL VOC since 2010, COCO). It changes the answer: with lynxes at places 1, 4 and 5
# the precision of 0.5 at place 2 becomes 0.6. The task wants the precision that each threshold
# really has.
import numpy as np


def precision_recall(labels, scores):
    order = np.argsort(-scores)
    ranked = scores[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    found = np.cumsum(labels[order])[last]
    precision, recall = found / (last + 1), found / labels.sum()
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    average_precision = (np.diff(recall, prepend=0.0) * precision).sum()
    return ranked[last], precision, recall, float(average_precision)
