import math

import numpy as np
from warmstart import case


def wave(n, d, phase, scale=1.0):
    """n rows of d numbers that repeat nowhere, the same on every machine."""
    rows = [[math.sin(phase + 1.7 * i + 0.9 * j * (i + 1)) for j in range(d)] for i in range(n)]
    return scale * np.array(rows)


CASES = [
    case(
        "two rows, one feature", np.array([[1.0], [0.0]]), np.array([[1.0], [3.0]]), np.array([2.0])
    ),
    case("four rows, three features", wave(4, 3, 0.2), wave(4, 3, 1.1), np.array([1.0, 2.0, 0.5])),
    case("the same push on every row", np.ones((5, 2)), wave(5, 2, 0.4), np.ones(2)),
    case("scales far apart", wave(4, 2, 0.3), wave(4, 2, 0.9) * np.array([100.0, 0.1]), np.ones(2)),
    case("a push along the values", wave(5, 2, 0.7), wave(5, 2, 0.7), np.ones(2), hidden=True),
    case("one row alone", wave(1, 3, 0.5), wave(1, 3, 0.1), np.array([1.0, 2.0, 3.0]), hidden=True),
    case(
        "a feature that never varies",
        wave(3, 1, 0.2),
        np.full((3, 1), 4.0),
        np.ones(1),
        hidden=True,
    ),
    case("a negative gamma", wave(4, 2, 0.6), wave(4, 2, 1.4), np.array([-1.5, 0.3]), hidden=True),
    case("a gamma of zero", wave(4, 2, 0.6), wave(4, 2, 1.4), np.array([0.0, 1.0]), hidden=True),
    case("no push at all", np.zeros((3, 2)), wave(3, 2, 0.8), np.ones(2), hidden=True),
    case("a large eps", wave(4, 2, 0.3), wave(4, 2, 0.9), np.ones(2), 0.5, hidden=True),
    case(
        "sixteen rows", wave(16, 2, 0.1), wave(16, 2, 0.2, 3.0), np.array([1.2, 0.8]), hidden=True
    ),
]

GENERATED = 8


def generate(rng):
    n, d = rng.randint(2, 6), rng.randint(1, 3)
    x, dy = (np.array([[rng.gauss(1, 2) for _ in range(d)] for _ in range(n)]) for _ in range(2))
    return (dy, x, np.array([rng.gauss(0, 1) for _ in range(d)]), 1e-3)


def oracle(dy, x, gamma, eps=1e-5):
    """Every derivative is a difference of two forward passes, a feature at a time."""
    n = len(x)
    dx, dgamma, dbeta = np.zeros(x.shape), np.zeros(len(gamma)), np.zeros(len(gamma))
    for j in range(len(gamma)):
        column, push, scale = x[:, j].tolist(), dy[:, j].tolist(), float(gamma[j])
        dgamma[j] = math.fsum(p * v for p, v in zip(push, _normalised(column, eps)))
        dbeta[j] = math.fsum(push)
        spread = max(column) - min(column)
        step = 1e-3 * min(1.0, max(spread, math.sqrt(eps)))
        for i in range(n):
            dx[i, j] = _slope(column, push, scale, eps, i, step)
    return dx, dgamma, dbeta


def _slope(column, push, scale, eps, i, step):
    """Five-point difference: its error falls with the fourth power of the step."""
    total = 0.0
    for offset, weight in ((-2, 1), (-1, -8), (1, 8), (2, -1)):
        moved = list(column)
        moved[i] += offset * step
        total += weight * _loss(moved, push, scale, eps)
    return total / (12 * step)


def _loss(column, push, scale, eps):
    return math.fsum(p * scale * v for p, v in zip(push, _normalised(column, eps)))


def _normalised(column, eps):
    mean = math.fsum(column) / len(column)
    var = math.fsum((value - mean) ** 2 for value in column) / len(column)
    return [(value - mean) / math.sqrt(var + eps) for value in column]
