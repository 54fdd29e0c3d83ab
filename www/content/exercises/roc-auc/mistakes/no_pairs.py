# Divided by no pairs
#
# A night without any pause in breathing has no positive, P · N is 0, and the division raises
# `ZeroDivisionError`. The task asks for `math.nan` then: "unknown" is not 0, which would read as a
# model that is always wrong. Check both counts before dividing.
def roc_auc(labels, scores):
    positives = [score for score, label in zip(scores, labels) if label == 1]
    negatives = [score for score, label in zip(scores, labels) if label == 0]
    won = sum((p > q) + 0.5 * (p == q) for p in positives for q in negatives)
    return won / (len(positives) * len(negatives))
