from fractions import Fraction

import numpy as np
from warmstart import case


def column(*values):
    return np.array(values, dtype=np.float64)[:, None]


def whole(*values):
    return np.array(values)


# Nobody is split by the first column; the second is nearly right, the third exactly.
FLATS = np.array([[1.0, 30, 2], [0, 45, 2], [1, 60, 3], [0, 75, 3], [1, 50, 4], [0, 90, 4]])

CASES = [
    case("a clean cut", column(1, 2, 3, 4), whole(0, 0, 1, 1), expect=(0, 2.5, 0.5)),
    case("one against three", column(1, 2, 3, 4), whole(0, 1, 1, 1), expect=(0, 1.5, 0.375)),
    case("all values alike", column(5, 5), whole(0, 1), expect=(None, None, 0.0)),
    case("three features", FLATS, whole(0, 0, 1, 1, 1, 1)),
    case(
        "all labels alike", column(1, 2, 3), whole(1, 1, 1), expect=(None, None, 0.0), hidden=True
    ),
    case("one row", column(4), whole(0), expect=(None, None, 0.0), hidden=True),
    case(
        "rows out of order",
        column(9, 1, 7, 3),
        whole(1, 0, 1, 0),
        expect=(0, 5.0, 0.5),
        hidden=True,
    ),
    case("equal values stay together", column(1, 2, 2, 3), whole(0, 0, 1, 1), hidden=True),
    case("three classes", column(1, 2, 3, 4, 5, 6), whole(0, 0, 1, 1, 2, 2), hidden=True),
    case(
        "two features gain the same",
        np.array([[1.0, 10], [2, 20], [3, 30]]),
        whole(0, 1, 1),
        hidden=True,
    ),
    case("two thresholds gain the same", column(1, 2, 3, 4), whole(1, 0, 0, 1), hidden=True),
    case(
        "a cut that gains nothing",
        np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]),
        whole(0, 1, 1, 0),
        expect=(None, None, 0.0),
        hidden=True,
    ),
    case("a class that no row has", column(1, 2, 8), whole(0, 0, 5), hidden=True),
    case(
        "one pure row, or a better cut",
        column(1, 2, 3, 4, 5, 6),
        whole(0, 0, 1, 1, 0, 0),
        hidden=True,
    ),
    case("negative values", column(-4, -2, 0, 2), whole(1, 1, 0, 0), hidden=True),
]

GENERATED = 10


def generate(rng):
    n, features = rng.randint(1, 12), rng.randint(1, 3)
    x = [[float(rng.randint(-3, 3)) for _ in range(features)] for _ in range(n)]
    return (np.array(x), np.array([rng.randint(0, 2) for _ in range(n)]))


def valid(x, labels):
    return (
        x.ndim == 2 and labels.ndim == 1 and len(x) == len(labels) > 0 and bool((labels >= 0).all())
    )


def oracle(x, labels):
    """Tries every cut by itself, in exact fractions."""
    rows, names = x.tolist(), labels.tolist()
    before, best = _gini(names), (None, None, Fraction(0))
    for feature in range(x.shape[1]):
        values = sorted({row[feature] for row in rows})
        for low, high in zip(values, values[1:]):
            threshold = (low + high) / 2
            left = [name for row, name in zip(rows, names) if row[feature] <= threshold]
            right = [name for row, name in zip(rows, names) if row[feature] > threshold]
            after = (len(left) * _gini(left) + len(right) * _gini(right)) / len(names)
            if before - after > best[2]:
                best = (feature, threshold, before - after)
    return best[0], best[1], float(best[2])


def _gini(names):
    return 1 - sum(Fraction(names.count(name), len(names)) ** 2 for name in set(names))
