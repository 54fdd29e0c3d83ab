from collections import Counter


def f1_scores(truth, predicted, classes):
    """Returns (per_class, macro, micro, weighted)."""
    occurred = Counter(truth)
    named = Counter(guess for guess in predicted if guess is not None)
    hits = Counter(actual for actual, guess in zip(truth, predicted) if actual == guess)

    per_class = {name: f1(hits[name], named[name], occurred[name]) for name in classes}
    macro = sum(per_class.values()) / len(classes)
    micro = f1(sum(hits.values()), sum(named.values()), len(truth))
    weighted = sum(occurred[name] * score for name, score in per_class.items())
    return per_class, macro, micro, weighted / len(truth) if truth else 0.0


def f1(hits, named, occurred):
    """2 TP + FP + FN is what was named (TP + FP) and what occurred (TP + FN) together."""
    together = named + occurred
    return 2 * hits / together if together else 0.0
