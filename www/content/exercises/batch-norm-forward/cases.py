import math

import numpy as np
from warmstart import case


def row(*values):
    return np.array(values, dtype=np.float64)


ONES, ZEROS = np.ones(3), np.zeros(3)

# Three features on very different scales: a temperature, a count, a share.
SENSORS = np.array([[21.0, 400.0, 0.1], [19.0, 900.0, 0.4], [23.5, 100.0, 0.3], [20.5, 650.0, 0.9]])

CASES = [
    case("two rows by hand", row([1], [3]), row(1), row(0), row(0), row(1), True),
    case("after training, by hand", row([5]), row(2), row(1), row(3), row(4), False),
    case("three scales at once", SENSORS, ONES, ZEROS, ZEROS, ONES, True),
    case(
        "the same, after training",
        SENSORS,
        row(1, 2, 3),
        row(0, -1, 4),
        row(20, 500, 0.5),
        row(4, 9e4, 0.1),
        False,
    ),
    case(
        "scale and shift",
        SENSORS,
        row(2, 0.5, -1),
        row(1, 0, 3),
        row(20, 500, 0.5),
        row(4, 9e4, 0.1),
        True,
    ),
    case(
        "a feature that never varies",
        row([7, 1], [7, 2], [7, 6]),
        np.ones(2),
        np.zeros(2),
        np.zeros(2),
        np.ones(2),
        True,
        hidden=True,
    ),
    case(
        "a batch of one, training",
        row([4, -2]),
        np.ones(2),
        row(0.5, 0.5),
        row(1, 1),
        row(2, 3),
        True,
        hidden=True,
    ),
    case(
        "a batch of one, afterwards",
        row([4, -2]),
        np.ones(2),
        np.zeros(2),
        row(1, 1),
        row(2, 3),
        False,
        hidden=True,
    ),
    case("another momentum", SENSORS, ONES, ZEROS, ZEROS, ONES, True, 0.5, hidden=True),
    case(
        "momentum of one forgets the past",
        SENSORS,
        ONES,
        ZEROS,
        row(9, 9, 9),
        row(5, 5, 5),
        True,
        1.0,
        hidden=True,
    ),
    case(
        "a large eps",
        row([1], [3], [8]),
        row(1),
        row(0),
        row(0),
        row(1),
        True,
        0.1,
        0.5,
        hidden=True,
    ),
    case(
        "far from zero",
        row([10000.0], [10001.0], [10002.0]),
        row(1),
        row(0),
        row(0),
        row(1),
        True,
        hidden=True,
    ),
]

GENERATED = 8


def generate(rng):
    n, d = rng.randint(1, 6), rng.randint(1, 4)
    x = np.array([[rng.gauss(3, 2) for _ in range(d)] for _ in range(n)])
    gamma, beta, mean = (np.array([rng.gauss(0, 1) for _ in range(d)]) for _ in range(3))
    var = np.array([rng.uniform(0.1, 3) for _ in range(d)])
    return (x, gamma, beta, mean, var, rng.random() < 0.6, rng.choice([0.1, 0.01, 0.3]))


def oracle(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    """One feature at a time, in plain numbers."""
    y, means, variances = [], [], []
    for j, column in enumerate(zip(*x.tolist())):
        n = len(column)
        mean, var = float(running_mean[j]), float(running_var[j])
        kept = (mean, var)
        if training:
            mean = math.fsum(column) / n
            spread = math.fsum((value - mean) ** 2 for value in column)
            var = spread / n
            moved = kept[1] if n == 1 else (1 - momentum) * kept[1] + momentum * spread / (n - 1)
            kept = ((1 - momentum) * kept[0] + momentum * mean, moved)
        y.append(
            [float(gamma[j]) * (v - mean) / math.sqrt(var + eps) + float(beta[j]) for v in column]
        )
        means.append(kept[0])
        variances.append(kept[1])
    return np.array(y).T, np.array(means), np.array(variances)
