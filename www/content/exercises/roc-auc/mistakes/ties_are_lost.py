# A tie counts as nothing
#
# The two at 0.8 in the first example are level: neither order is right or wrong, and the pair is
# worth one half. Without it the answer is 5 / 6, and a model that scores everything alike gets 0
# instead of 0.5. Add `0.5 * (p == q)` for each pair.
import math


def roc_auc(labels, scores):
    positives = [score for score, label in zip(scores, labels) if label == 1]
    negatives = [score for score, label in zip(scores, labels) if label == 0]
    if not positives or not negatives:
        return math.nan
    won = sum(p > q for p in positives for q in negatives)
    return won / (len(positives) * len(negatives))
