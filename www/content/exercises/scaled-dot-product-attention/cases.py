import math

import numpy as np
from warmstart import case


def rows(*values):
    return np.array(values, dtype=np.float64)


def causal(n):
    """Each token looks at itself and at those before it."""
    return np.array([[j <= i for j in range(n)] for i in range(n)])


def wave(n, d, phase):
    """n rows of d numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    return np.array([[math.sin(phase + 1.7 * i + 0.9 * j * (i + 1)) for j in range(d)] for i in range(n)])


IDENTITY = rows([1, 0, 0], [0, 1, 0], [0, 0, 1])

CASES = [
    case("six tokens, causal", wave(6, 4, 0.1), wave(6, 4, 0.6), wave(6, 3, 1.1), causal(6)),
    case("each key answers one query", 8 * IDENTITY, IDENTITY, rows([10, 0], [0, 10], [5, 5])),
    case(
        "no preference",
        rows([0, 0], [0, 0]),
        rows([1, 2], [3, 4], [5, 6]),
        rows([3], [6], [9]),
        expect=(rows([6], [6]), np.full((2, 3), 1 / 3)),
    ),
    case("two queries, five keys", wave(2, 4, 0.3), wave(5, 4, 0.2), wave(5, 2, 0.7)),
    case("one token alone", wave(1, 4, 0.4), wave(1, 4, 0.5), rows([2, -3]), causal(1), hidden=True),
    case("scores in the thousands", 60 * wave(4, 16, 0.2), 60 * wave(4, 16, 0.9), wave(4, 2, 0.3), hidden=True),
    case(
        "far below zero",
        rows([-100, -100], [-90, -110]),
        rows([100, 100], [101, 100], [100, 101]),
        rows([1], [2], [3]),
        hidden=True,
    ),
    case(
        "a hole in the mask",
        wave(3, 2, 0.8),
        wave(4, 2, 0.1),
        wave(4, 2, 0.5),
        np.array([[True, False, True, True], [False, False, True, False], [True, True, False, True]]),
        hidden=True,
    ),
    case(
        "the largest score is masked",
        rows([50, 0], [0, 50]),
        rows([50, 0], [0, 50]),
        rows([1], [2]),
        np.array([[False, True], [True, False]]),
        expect=(rows([2], [1]), rows([0, 1], [1, 0])),
        hidden=True,
    ),
    case("wide keys", wave(3, 64, 0.2), wave(3, 64, 0.3), wave(3, 1, 0.4), causal(3), hidden=True),
]

GENERATED = 8


def generate(rng):
    n, m, d, v = (rng.randint(1, 6) for _ in range(4))
    query, key, value = (_normal(rng, *shape) for shape in ((n, d), (m, d), (m, v)))
    if rng.random() < 0.5:
        return (query, key, value)
    mask = [[rng.random() < 0.6 for _ in range(m)] for _ in range(n)]
    for row in mask:
        row[rng.randrange(m)] = True
    return (query, key, value, np.array(mask))


def oracle(query, key, value, mask=None):
    """The equation, one number at a time, without NumPy's arithmetic."""
    query, key, value = query.tolist(), key.tolist(), value.tolist()
    allowed = mask.tolist() if mask is not None else [[True] * len(key) for _ in query]
    weights = [_softmax(_scores(q, key), row) for q, row in zip(query, allowed)]
    output = [
        [math.fsum(w * row[column] for w, row in zip(line, value)) for column in range(len(value[0]))]
        for line in weights
    ]
    return np.array(output), np.array(weights)


def _scores(q, key):
    return [math.fsum(a * b for a, b in zip(q, k)) / math.sqrt(len(q)) for k in key]


def _softmax(scores, allowed):
    largest = max(s for s, ok in zip(scores, allowed) if ok)
    powers = [math.exp(s - largest) if ok else 0.0 for s, ok in zip(scores, allowed)]
    total = math.fsum(powers)
    return [power / total for power in powers]


def _normal(rng, rows, columns):
    return np.array([[rng.gauss(0, 1.5) for _ in range(columns)] for _ in range(rows)])
