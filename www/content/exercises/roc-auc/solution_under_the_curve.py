import math
from itertools import groupby


def roc_auc(labels, scores):
    """Walks along the curve from the highest score down, and adds up the area under it.

    All minutes with one score enter together. They draw one straight, slanted line, and the
    trapezoid below it is what counts their ties as half.
    """
    positives = sum(labels)
    negatives = len(labels) - positives
    if positives == 0 or negatives == 0:
        return math.nan
    area = caught = 0
    ranked = sorted(zip(scores, labels), reverse=True)
    for _, tied in groupby(ranked, key=lambda pair: pair[0]):
        group = [label for _, label in tied]
        hits = sum(group)
        alarms = len(group) - hits
        area += alarms * (caught + hits / 2)
        caught += hits
    return area / (positives * negatives)
