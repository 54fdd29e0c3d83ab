import math


def roc_auc(labels, scores):
    """Share of (positive, negative) pairs that the scores put in the right order."""
    positives = sum(labels)
    negatives = len(labels) - positives
    if positives == 0 or negatives == 0:
        return math.nan
    rank_sum = sum(rank for rank, label in zip(middle_ranks(scores), labels) if label == 1)
    won = rank_sum - positives * (positives + 1) / 2
    return won / (positives * negatives)


def middle_ranks(scores):
    """Rank of each score, from 1 for the lowest; equal scores share the mean of their ranks."""
    order = sorted(range(len(scores)), key=scores.__getitem__)
    ranks = [0.0] * len(scores)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        for place in range(start, end):
            ranks[order[place]] = (start + 1 + end) / 2
        start = end
    return ranks
