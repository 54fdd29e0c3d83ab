# n m: goes through all recordings again for each species.
def f1_scores(truth, predicted, classes):
    per_class, hits, named = {}, 0, 0
    weighted = 0.0
    for name in classes:
        there, said = truth.count(name), predicted.count(name)
        both = 0
        for actual, guess in zip(truth, predicted):
            both += actual == guess == name
        per_class[name] = 2 * both / (there + said) if there + said else 0.0
        hits, named = hits + both, named + said
        weighted += there * per_class[name]
    macro = sum(per_class.values()) / len(classes)
    micro = 2 * hits / (named + len(truth)) if truth else 0.0
    return per_class, macro, micro, weighted / len(truth) if truth else 0.0
