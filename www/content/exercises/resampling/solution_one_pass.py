from collections import defaultdict

import numpy as np


def balanced_indices(labels, per_class, draws):
    """Collects the rows of all classes in one pass; with many classes, comparing the labels once a
    class would cost classes × rows.
    """
    rows_of = defaultdict(list)
    for row, label in enumerate(labels.tolist()):
        rows_of[label].append(row)
    chance, chosen = iter(draws), []
    for label in sorted(rows_of):
        rows = rows_of[label]
        n = len(rows)
        repeated = [] if n >= per_class else rows[:]
        while len(repeated) < per_class:
            place = int(next(chance) * len(rows))
            repeated.append(rows.pop(place) if n >= per_class else rows[place])
        chosen += repeated
    return np.array(chosen)
