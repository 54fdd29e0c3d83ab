# Ranks from zero, a formula from one
#
# P(P + 1) / 2 is the sum of the ranks 1 to P. If the lowest score has rank 0, the positives' own
# ranks add up to P(P − 1) / 2 only, and P pairs too many are taken away. For two minutes in the
# wrong order this gives −1. Start the ranks at 1, or use P(P − 1) / 2.
import math


def roc_auc(labels, scores):
    positives = sum(labels)
    negatives = len(labels) - positives
    if positives == 0 or negatives == 0:
        return math.nan
    lowest, highest = {}, {}
    for rank, score in enumerate(sorted(scores)):
        lowest.setdefault(score, rank)
        highest[score] = rank
    rank_sum = sum(
        (lowest[score] + highest[score]) / 2 for score, label in zip(scores, labels) if label == 1
    )
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)
