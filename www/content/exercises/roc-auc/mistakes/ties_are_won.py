# A tie counts as a win
#
# With `>=` a positive beats each negative that it is level with. A model that gives everything the
# same score then has an AUC of 1, the best there is. In the first example the tie at 0.8 makes 6 of
# 6 out of 5.5. Count won pairs with `>` and add half of those with `==`.
import math


def roc_auc(labels, scores):
    positives = [score for score, label in zip(scores, labels) if label == 1]
    negatives = [score for score, label in zip(scores, labels) if label == 0]
    if not positives or not negatives:
        return math.nan
    won = sum(p >= q for p in positives for q in negatives)
    return won / (len(positives) * len(negatives))
