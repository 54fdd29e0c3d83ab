# The mean leaves out what did not occur
#
# Macro over the species that were heard gives 1 for "wren, robin" and the list of three: the owl is
# gone from the report, and a smaller test set looks better. The task decides: a class that neither
# occurred nor was named has F1 0 and counts in the mean over all of `classes`.
def f1_scores(truth, predicted, classes):
    per_class, hits, named = {name: 0.0 for name in classes}, 0, 0
    present = set(truth) | {guess for guess in predicted if guess is not None}
    for name in present:
        both = sum(a == g == name for a, g in zip(truth, predicted))
        said = predicted.count(name)
        per_class[name] = 2 * both / (said + truth.count(name))
        hits, named = hits + both, named + said
    macro = sum(per_class.values()) / len(present) if present else 0.0
    micro = 2 * hits / (named + len(truth)) if truth else 0.0
    weighted = sum(truth.count(name) * score for name, score in per_class.items())
    return per_class, macro, micro, weighted / len(truth) if truth else 0.0
