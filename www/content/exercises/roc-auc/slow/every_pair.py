# n^2: compares each positive with each negative, as the definition says.
import math


def roc_auc(labels, scores):
    positives = [score for score, label in zip(scores, labels) if label == 1]
    negatives = [score for score, label in zip(scores, labels) if label == 0]
    if not positives or not negatives:
        return math.nan
    won = 0
    for p in positives:
        for q in negatives:
            won += 1 if p > q else 0.5 if p == q else 0
    return won / (len(positives) * len(negatives))
