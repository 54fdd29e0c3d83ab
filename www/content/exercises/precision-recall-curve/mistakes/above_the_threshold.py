# Above the threshold, not from it on
#
# With `>` a picture whose score equals the threshold is not shown. The highest threshold then shows
# nothing, its precision is 0 / 0, and the lowest never shows the last picture. The task says "score
# ≥ t".
import numpy as np


def precision_recall(labels, scores):
    thresholds = np.unique(scores)[::-1]
    precision, recall = [], []
    for threshold in thresholds:
        shown = scores > threshold
        found = labels[shown].sum()
        precision.append(found / max(shown.sum(), 1))
        recall.append(found / labels.sum())
    precision, recall = np.array(precision), np.array(recall)
    average_precision = (np.diff(recall, prepend=0.0) * precision).sum()
    return thresholds, precision, recall, float(average_precision)
