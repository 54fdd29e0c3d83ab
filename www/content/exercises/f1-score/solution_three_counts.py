def f1_scores(truth, predicted, classes):
    """Keeps true positives, false positives and false negatives, as the formula is written."""
    counts = {name: [0, 0, 0] for name in classes}
    for actual, guess in zip(truth, predicted):
        if actual == guess:
            counts[actual][0] += 1
            continue
        counts[actual][2] += 1
        if guess is not None:
            counts[guess][1] += 1

    per_class = {name: f1(*three) for name, three in counts.items()}
    macro = sum(per_class.values()) / len(per_class)
    micro = f1(*(sum(column) for column in zip(*counts.values())))
    weighted = 0.0
    for name, (hits, _, missed) in counts.items():
        weighted += (hits + missed) * per_class[name]
    return per_class, macro, micro, weighted / max(len(truth), 1)


def f1(hits, false_alarms, missed):
    below = 2 * hits + false_alarms + missed
    return 2 * hits / below if below else 0.0
