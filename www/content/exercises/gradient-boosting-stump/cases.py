import math

import numpy as np
from warmstart import case


def column(*values):
    return np.array(values, dtype=np.float64)[:, None]


def wave(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


STEP = column(1, 2, 3), np.array([0.0, 0.0, 9.0])
HOURS = np.array([[2.0, 0], [2, 1], [5, 0], [5, 1], [9, 0], [9, 1]])
LEFT = np.array([600.0, 520, 400, 330, 180, 60])

CASES = [
    case(
        "one step, half of it",
        *STEP,
        1,
        0.5,
        expect=(3.0, [(0, 2.5, -3.0, 6.0)], np.array([1.5, 1.5, 6.0])),
    ),
    case(
        "nothing is left over",
        *STEP,
        2,
        1.0,
        expect=(3.0, [(0, 2.5, -3.0, 6.0)], np.array([0.0, 0.0, 9.0])),
    ),
    case("two features, five rounds", HOURS, LEFT, 5, 0.5),
    case("a wave in twenty rounds", np.arange(12.0)[:, None], wave(0.1, 12), 20, 0.3),
    case("no round", *STEP, 0, expect=(3.0, [], np.full(3, 3.0)), hidden=True),
    case("one row", column(4), np.array([7.0]), 3, expect=(7.0, [], np.array([7.0])), hidden=True),
    case(
        "every target alike",
        column(1, 2, 3),
        np.full(3, 5.0),
        3,
        expect=(5.0, [], np.full(3, 5.0)),
        hidden=True,
    ),
    case(
        "a feature that never varies",
        np.column_stack([np.full(4, 1.0), np.arange(4.0)]),
        np.array([1.0, 1, 0, 0]),
        2,
        1.0,
        hidden=True,
    ),
    case("all values alike", column(2, 2, 2), np.array([1.0, 2.0, 6.0]), 4, hidden=True),
    case(
        "equal values stay together",
        column(1, 2, 2, 3),
        np.array([0.0, 0, 8, 8]),
        3,
        0.5,
        hidden=True,
    ),
    case("rows out of order", column(3, 1, 2), np.array([9.0, 0.0, 0.0]), 1, 0.5, hidden=True),
    case(
        "two features cut alike",
        np.array([[1.0, 10], [2, 20], [3, 30]]),
        np.array([0.0, 0.0, 6.0]),
        2,
        0.5,
        hidden=True,
    ),
    case("a rate of a tenth, by default", HOURS, LEFT, 8, hidden=True),
]

GENERATED = 8


def generate(rng):
    """Distinct values, and targets without a pattern: no two cuts leave the same error."""
    n, features = rng.randint(2, 9), rng.randint(1, 3)
    x = np.array([[float(rng.randint(0, 6)) for _ in range(features)] for _ in range(n)])
    y = np.array([round(rng.uniform(-20, 20), 3) for _ in range(n)])
    return (x, y, rng.randint(1, 6), rng.choice([0.1, 0.5, 1.0]))


def valid(x, y, rounds, rate=0.1):
    return x.ndim == 2 and y.ndim == 1 and len(x) == len(y) > 0 and rounds >= 0 and 0 < rate <= 1


def oracle(x, y, rounds, rate=0.1):
    """Tries every cut by itself and adds up every error, in plain numbers."""
    rows, targets = x.tolist(), [float(value) for value in y.tolist()]
    start = math.fsum(targets) / len(targets)
    predicted, stumps = [start] * len(targets), []
    for _ in range(rounds):
        left_over = [target - guess for target, guess in zip(targets, predicted)]
        stump = _best(rows, left_over)
        if stump is None:
            break
        feature, threshold, left, right = stump
        predicted = [
            guess + rate * (left if row[feature] <= threshold else right)
            for guess, row in zip(predicted, rows)
        ]
        stumps.append(stump)
    return start, stumps, np.array(predicted)


def _best(rows, left_over):
    best, least = None, math.fsum(value * value for value in left_over)
    for feature in range(len(rows[0])):
        values = sorted({row[feature] for row in rows})
        for low, high in zip(values, values[1:]):
            threshold = (low + high) / 2
            sides = [[], []]
            for row, value in zip(rows, left_over):
                sides[row[feature] > threshold].append(value)
            means = [math.fsum(side) / len(side) for side in sides]
            error = math.fsum((v - m) ** 2 for side, m in zip(sides, means) for v in side)
            if error < least - 1e-9:
                best, least = (feature, threshold, *means), error
    return best
