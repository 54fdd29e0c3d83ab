# One threshold instead of all
#
# Cutting at 0.5 first leaves two kinds of minutes, and their area is the mean of sensitivity and
# specificity at that one threshold. `[0.6, 0.7, 0.8, 0.9]` all lie above it, and 0.75 becomes 0.5.
# Compare the scores themselves, as they come.
import math


def roc_auc(labels, scores):
    positives = sum(labels)
    negatives = len(labels) - positives
    if positives == 0 or negatives == 0:
        return math.nan
    caught = sum(label == 1 and score >= 0.5 for label, score in zip(labels, scores))
    rejected = sum(label == 0 and score < 0.5 for label, score in zip(labels, scores))
    return (caught / positives + rejected / negatives) / 2
