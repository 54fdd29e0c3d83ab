# Micro F1 as accuracy
#
# The two are equal only if every recording is named. Silence is a miss without a false alarm: in
# the first example 3 of 5 are right, accuracy is 0.6, and micro F1 is 2 · 3 / (4 + 5) = 0.6667. Sum
# TP, FP and FN over the classes and put the sums into the formula.
from collections import Counter


def f1_scores(truth, predicted, classes):
    occurred, named = Counter(truth), Counter(predicted)
    hits = Counter(a for a, g in zip(truth, predicted) if a == g)
    per_class = {}
    for name in classes:
        below = named[name] + occurred[name]
        per_class[name] = 2 * hits[name] / below if below else 0.0
    macro = sum(per_class.values()) / len(classes)
    micro = sum(hits.values()) / len(truth) if truth else 0.0
    weighted = sum(occurred[name] * score for name, score in per_class.items())
    return per_class, macro, micro, weighted / len(truth) if truth else 0.0
