# n^2: goes through all pictures at each of up to n thresholds.
import numpy as np


def precision_recall(labels, scores):
    thresholds = np.unique(scores)[::-1]
    found = np.array([labels[scores >= t].sum() for t in thresholds])
    shown = np.array([(scores >= t).sum() for t in thresholds])
    precision, recall = found / shown, found / labels.sum()
    average_precision = (np.diff(recall, prepend=0.0) * precision).sum()
    return thresholds, precision, recall, float(average_precision)
