# Silent recordings are skipped
#
# Leaving out the recordings with `None` forgives each miss: the owl of the first example never
# sang, and a model that names only what it is sure of looks perfect. A recording of a species that
# was not named so is a false negative, whatever else was said. Skip `None` only when you count what
# was named.
from collections import Counter


def f1_scores(truth, predicted, classes):
    pairs = [(a, g) for a, g in zip(truth, predicted) if g is not None]
    occurred, named = Counter(a for a, _ in pairs), Counter(g for _, g in pairs)
    hits = Counter(a for a, g in pairs if a == g)
    per_class = {}
    for name in classes:
        below = named[name] + occurred[name]
        per_class[name] = 2 * hits[name] / below if below else 0.0
    macro = sum(per_class.values()) / len(classes)
    micro = sum(hits.values()) / len(pairs) if pairs else 0.0
    weighted = sum(occurred[name] * score for name, score in per_class.items())
    return per_class, macro, micro, weighted / len(pairs) if pairs else 0.0
