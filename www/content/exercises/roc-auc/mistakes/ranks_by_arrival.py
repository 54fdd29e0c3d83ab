# Equal scores get different ranks
#
# The sort puts scores that are equal in the order in which they arrived, and each gets a rank of
# its own. Shuffle the data and the AUC changes. In `[1, 0, 0, 1, 0]` with all scores alike the
# answer must be 0.5: give every member of a run of equal scores the mean of the run's ranks.
import math


def roc_auc(labels, scores):
    positives = sum(labels)
    negatives = len(labels) - positives
    if positives == 0 or negatives == 0:
        return math.nan
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    rank_sum = sum(rank for rank, i in enumerate(order, 1) if labels[i] == 1)
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)
