import math

import numpy as np
from warmstart import case

FOUR_X = np.array([[1.0], [3.0], [2.0], [4.0]])
FOUR_Y = np.array([0, 0, 1, 1])

# Hour since the last one, minutes of use today, sender known.
NOTICES = np.array(
    [
        [0.2, 140.0, 1.0],
        [3.0, 15.0, 0.0],
        [0.5, 60.0, 1.0],
        [8.0, 220.0, 0.0],
        [1.5, 90.0, 0.0],
    ]
)
OPENED = np.array([1, 0, 1, 0, 1])
SCALED = NOTICES / np.array([8.0, 220.0, 1.0])

CASES = [
    case("four rows that overlap", FOUR_X, FOUR_Y, 1.0, 2),
    case("notifications, scaled", SCALED, OPENED, 0.8, 10),
    case("notifications, not scaled", NOTICES, OPENED, 2.0, 4),
    case(
        "no step at all",
        SCALED,
        OPENED,
        0.8,
        0,
        expect=(np.zeros(3), 0.0, [math.log(2)]),
    ),
    case("one row, label 1", np.array([[2.0]]), np.array([1]), 0.5, 4, hidden=True),
    case("one row, label 0", np.array([[2.0]]), np.array([0]), 0.5, 4, hidden=True),
    case("all labels 0", FOUR_X, np.zeros(4, dtype=np.int64), 0.3, 6, hidden=True),
    case("all labels 1", FOUR_X, np.ones(4, dtype=np.int64), 0.3, 6, hidden=True),
    case("sure and wrong", 1000 * FOUR_X, FOUR_Y, 0.01, 3, hidden=True),
    case("sure and right", 100 * FOUR_X - 250, np.array([0, 1, 0, 1]), 1.0, 3, hidden=True),
    case("features of zero", np.zeros((4, 2)), np.array([1, 1, 0, 1]), 0.9, 5, hidden=True),
    case("whole numbers", np.array([[1, 0], [0, 2]]), np.array([0, 1]), 0.5, 3, hidden=True),
    case("100 steps", SCALED, OPENED, 1.5, 100, hidden=True),
]

GENERATED = 8


def generate(rng):
    n, d = rng.randint(1, 12), rng.randint(1, 4)
    x = np.array([[rng.gauss(0, 2) for _ in range(d)] for _ in range(n)])
    y = np.array([rng.randint(0, 1) for _ in range(n)])
    return (x, y, rng.choice([0.05, 0.3, 1.0]), rng.randint(1, 20))


def oracle(x, y, learning_rate, steps):
    """One row at a time; the probability of the true label decides loss and pull."""
    rows, labels = [[*row, 1.0] for row in x.tolist()], y.tolist()
    theta = [0.0] * len(rows[0])
    losses = []
    for step in range(steps + 1):
        margins = [
            (1 if label else -1) * math.fsum(t * feature for t, feature in zip(theta, row))
            for row, label in zip(rows, labels)
        ]
        losses.append(math.fsum(_surprise(margin) for margin in margins) / len(rows))
        if step == steps:
            break
        pulls = [
            (1 if label else -1) * (1 - math.exp(-_surprise(margin)))
            for label, margin in zip(labels, margins)
        ]
        theta = [
            t + learning_rate * math.fsum(p * row[j] for p, row in zip(pulls, rows)) / len(rows)
            for j, t in enumerate(theta)
        ]
    return np.array(theta[:-1]), theta[-1], losses


def _surprise(margin):
    """−log of the probability of the true label."""
    if margin > 0:
        return math.log1p(math.exp(-margin))
    return -margin + math.log1p(math.exp(margin))
