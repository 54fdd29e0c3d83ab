import math

import numpy as np
from warmstart import case


def wave(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


CROSS = np.array([[3.0, 0], [-3, 0], [0, 1], [0, -1]])

CASES = [
    case("points on a line", np.array([[0.0, 0], [1, 2], [2, 4]]), 1),
    case("a cross", CROSS, 2, expect=(np.zeros(2), np.eye(2), np.array([0.9, 0.1]))),
    case("a cross far from zero", CROSS + np.array([100.0, -50.0]), 2),
    case("three of five directions", wave(0.2, 12, 5), 3),
    case(
        "the largest element is negative at first",
        np.array([[0.0, 0], [2, -1], [4, -2], [1, 1]]),
        2,
        hidden=True,
    ),
    case("all directions", wave(0.8, 9, 4), 4, hidden=True),
    case("one column", np.array([[1.0], [2.0], [4.0]]), 1, hidden=True),
    case("two points", np.array([[1.0, 1.0, 1.0], [2.0, 3.0, 5.0]]), 1, hidden=True),
    case(
        "columns on different scales",
        wave(0.4, 10, 3) * np.array([100.0, 1.0, 0.01]),
        2,
        hidden=True,
    ),
    case(
        "a column that never varies",
        np.column_stack([wave(0.3, 8, 2), np.full(8, 5.0)]),
        2,
        hidden=True,
    ),
    case("as tall as wide", wave(1.4, 5, 5), 2, hidden=True),
    case("whole numbers", np.array([[1, 2], [3, 5], [8, 1], [0, 0]]), 2, hidden=True),
]

GENERATED = 8


def generate(rng):
    """Columns of clearly different spread, mixed: the eigenvalues lie apart."""
    d = rng.randint(2, 4)
    n = rng.randint(d + 4, 16)
    turn = np.array([[rng.gauss(0, 1) for _ in range(d)] for _ in range(d)])
    spread = [[rng.gauss(0, 4.0 ** (d - j)) for j in range(d)] for _ in range(n)]
    return (np.array(spread) @ turn + rng.uniform(-9, 9), rng.randint(1, d))


def valid(data, k):
    return False  # a smaller input could have equal eigenvalues, for which there is no one answer


def oracle(data, k):
    """Jacobi's rotations on the covariance, in plain numbers."""
    rows, n = data.tolist(), len(data)
    mean = [math.fsum(column) / n for column in zip(*rows)]
    columns = [[value - m for value in column] for column, m in zip(zip(*rows), mean)]
    matrix = [[math.fsum(a * b for a, b in zip(x, y)) / (n - 1) for y in columns] for x in columns]
    values, vectors = _jacobi(matrix)
    order = sorted(range(len(values)), key=lambda i: -values[i])[:k]
    components = [_upright([row[i] for row in vectors]) for i in order]
    total = math.fsum(values)
    return np.array(mean), np.array(components), np.array([values[i] / total for i in order])


def _upright(vector):
    largest = max(range(len(vector)), key=lambda i: (round(abs(vector[i]), 12), -i))
    sign = 1.0 if vector[largest] > 0 else -1.0
    return [sign * value for value in vector]


def _jacobi(matrix):
    """Eigenvalues and eigenvectors (in columns): turns away one off-diagonal element at a time."""
    d = len(matrix)
    a, v = [row[:] for row in matrix], [[float(i == j) for j in range(d)] for i in range(d)]
    for _ in range(60):
        for p in range(d):
            for q in range(p + 1, d):
                if abs(a[p][q]) > 1e-300:
                    angle = 0.5 * math.atan2(2 * a[p][q], a[q][q] - a[p][p])
                    _turn(a, v, p, q, math.cos(angle), math.sin(angle))
    return [a[i][i] for i in range(d)], v


def _turn(a, v, p, q, c, s):
    for rows in (a, v):
        for row in rows:
            row[p], row[q] = c * row[p] - s * row[q], s * row[p] + c * row[q]
    a[p], a[q] = (
        [c * x - s * y for x, y in zip(a[p], a[q])],
        [s * x + c * y for x, y in zip(a[p], a[q])],
    )
