# Weighted by what was named
#
# The weight of a species is how often it sang, not how often the model said its name. Weighted by
# its own predictions, a model that never names the owl does not answer for it: "always the common
# one" gets 0.8889 instead of 0.7111. Take the counts of `truth`.
from collections import Counter


def f1_scores(truth, predicted, classes):
    occurred = Counter(truth)
    named = Counter(g for g in predicted if g is not None)
    hits = Counter(a for a, g in zip(truth, predicted) if a == g)
    per_class = {}
    for name in classes:
        below = named[name] + occurred[name]
        per_class[name] = 2 * hits[name] / below if below else 0.0
    said, right = sum(named.values()), sum(hits.values())
    macro = sum(per_class.values()) / len(classes)
    micro = 2 * right / (said + len(truth)) if truth else 0.0
    weighted = sum(named[name] * score for name, score in per_class.items())
    return per_class, macro, micro, weighted / said if said else 0.0
