# Means first, F1 afterwards
#
# Macro F1 here is the mean of the classes' F1, not the F1 of mean precision and mean recall. In
# "always the common one" precision is 0.8 and 0, recall 1 and 0, and their means 0.4 and 0.5 give
# 0.4444, by luck the right answer. In the first example the means 0.5 and 0.5556 give 0.5263
# instead of 0.4889. Average `per_class.values()`.
def f1_scores(truth, predicted, classes):
    per_class, precisions, recalls, hits, named = {}, [], [], 0, 0
    for name in classes:
        both = sum(a == g == name for a, g in zip(truth, predicted))
        said, there = predicted.count(name), truth.count(name)
        precisions.append(both / said if said else 0.0)
        recalls.append(both / there if there else 0.0)
        per_class[name] = harmonic(precisions[-1], recalls[-1])
        hits, named = hits + both, named + said
    macro = harmonic(sum(precisions) / len(classes), sum(recalls) / len(classes))
    micro = 2 * hits / (named + len(truth)) if truth else 0.0
    weighted = sum(truth.count(name) * score for name, score in per_class.items())
    return per_class, macro, micro, weighted / len(truth) if truth else 0.0


def harmonic(a, b):
    return 2 * a * b / (a + b) if a + b else 0.0
