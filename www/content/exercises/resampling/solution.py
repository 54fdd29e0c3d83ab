import numpy as np


def balanced_indices(labels, per_class, draws):
    """Indices of `per_class` rows of each class, classes ascending."""
    chance = iter(draws)
    chosen = []
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label).tolist()
        if len(rows) >= per_class:
            for _ in range(per_class):
                chosen.append(rows.pop(int(next(chance) * len(rows))))
        else:
            chosen += rows
            for _ in range(per_class - len(rows)):
                chosen.append(rows[int(next(chance) * len(rows))])
    return np.array(chosen)
