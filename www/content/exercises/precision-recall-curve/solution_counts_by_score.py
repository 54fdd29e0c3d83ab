import numpy as np


def precision_recall(labels, scores):
    """Groups first: how many pictures and lynxes have each score, then running totals."""
    thresholds, group = np.unique(-scores, return_inverse=True)
    pictures = np.bincount(group)
    lynxes = np.bincount(group, weights=labels)
    found = np.cumsum(lynxes)
    precision = found / np.cumsum(pictures)
    recall = found / found[-1]
    # Recall rises by each group's share of the lynxes.
    average_precision = float((lynxes * precision).sum() / found[-1])
    return -thresholds, precision, recall, average_precision
