import math

import numpy as np
from warmstart import case

LINE_X = np.array([[1.0], [2.0], [3.0]])
LINE_Y = np.array([3.0, 5.0, 7.0])

# Brightness, load, radio: each between 0 and 1; milliwatts in hundreds.
READINGS = np.array(
    [
        [0.1, 0.8, 0.0],
        [0.9, 0.2, 0.3],
        [0.5, 0.5, 0.9],
        [0.3, 0.1, 0.6],
        [0.7, 0.9, 0.2],
        [0.2, 0.4, 1.0],
    ]
)
POWER = np.array([9.1, 8.4, 10.2, 5.0, 13.3, 7.7])

WHOLE = np.array([[1, 0], [0, 1], [1, 1]])
DEAD = np.array([[1.0, 0.0], [3.0, 0.0]])
TWINS = np.array([[1.0, 1.0], [2.0, 2.0]])

CASES = [
    case(
        "the table of the task",
        LINE_X,
        LINE_Y,
        0.1,
        2,
        expect=(np.array([454 / 225]), 67 / 75, [83 / 3, 224 / 675, 16 / 3037.5]),
    ),
    case("three readings", READINGS, POWER, 0.3, 5),
    case(
        "no step at all",
        LINE_X,
        LINE_Y,
        0.1,
        0,
        expect=(np.array([0.0]), 0.0, [83 / 3]),
    ),
    case("a learning rate that is too large", LINE_X, LINE_Y, 0.5, 6),
    case("one row", np.array([[2.0, -1.0]]), np.array([4.0]), 0.05, 3, hidden=True),
    case("150 steps, nearly there", READINGS, POWER, 0.4, 150, hidden=True),
    case("whole numbers", WHOLE, np.array([1, 2, 4]), 0.25, 4, hidden=True),
    case("a column of zeros", DEAD, LINE_Y[:2], 0.05, 8, hidden=True),
    case("the same column twice", TWINS, LINE_Y[:2], 0.05, 8, hidden=True),
    case("only the bias can learn", np.zeros((6, 2)), POWER, 0.2, 4, hidden=True),
    case("features in the hundreds", 300 * READINGS, POWER, 4e-6, 6, hidden=True),
    case("targets of zero", READINGS, np.zeros(6), 0.1, 3, hidden=True),
]

GENERATED = 8


def generate(rng):
    n, d = rng.randint(1, 12), rng.randint(1, 4)
    x = np.array([[rng.gauss(0, 1) for _ in range(d)] for _ in range(n)])
    y = np.array([rng.gauss(2, 3) for _ in range(n)])
    return (x, y, rng.choice([0.01, 0.05, 0.2]), rng.randint(1, 25))


def oracle(x, y, learning_rate, steps):
    """One number at a time: the bias is a last weight on a feature of one."""
    rows = [[*row, 1.0] for row in x.tolist()]
    targets = y.tolist()
    theta = [0.0] * len(rows[0])
    losses = []
    for step in range(steps + 1):
        errors = [
            math.fsum(t * feature for t, feature in zip(theta, row)) - target
            for row, target in zip(rows, targets)
        ]
        losses.append(math.fsum(error * error for error in errors) / len(rows))
        if step == steps:
            break
        slopes = [
            2 * math.fsum(error * row[j] for error, row in zip(errors, rows)) / len(rows)
            for j in range(len(theta))
        ]
        theta = [t - learning_rate * slope for t, slope in zip(theta, slopes)]
    return np.array(theta[:-1]), theta[-1], losses
