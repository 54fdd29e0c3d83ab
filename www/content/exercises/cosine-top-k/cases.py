import math
import random

import numpy as np
from warmstart import case


def rows(*values):
    return np.array(values, dtype=np.float64)


def wave(n, d, phase):
    """n rows of d numbers between -1 and 1, the same on every machine."""
    return rows(
        *([math.sin(phase + 2.3 * i + 0.7 * j * (i + 2)) for j in range(d)] for i in range(n))
    )


EAST = rows(1, 0)
FOUR = rows([0, 3], [2, 2], [9, 0], [5, 5])
HALF = round(math.sqrt(0.5), 9)

CASES = [
    case("a tie at the cut", EAST, FOUR, 2, expect=(np.array([2, 1]), rows(1, HALF))),
    case(
        "more asked for than there are",
        EAST,
        FOUR,
        9,
        expect=(np.array([2, 1, 3, 0]), rows(1, HALF, HALF, 0)),
    ),
    case("long is not the same as similar", rows(1, 1), rows([90, 0], [1, 2], [0.1, 0.1]), 2),
    case(
        "a silent song",
        EAST,
        rows([-1, 0], [0, 0], [1, 1]),
        3,
        expect=(np.array([2, 1, 0]), rows(HALF, 0, -1)),
    ),
    case("nine songs, five dimensions", wave(1, 5, 0.4)[0], wave(9, 5, 1.1), 4),
    case(
        "a silent query",
        rows(0, 0, 0),
        wave(5, 3, 0.2),
        3,
        expect=(np.array([0, 1, 2]), rows(0, 0, 0)),
        hidden=True,
    ),
    case(
        "equal but for noise",
        rows(1, 1, 1),
        rows([0.1, 0.2, 0.3], [0.3, 0.1, 0.2], [3, 1, 2], [1, 2, 3]),
        3,
        hidden=True,
    ),
    case("the same song many times", EAST, rows(*([3, 4] for _ in range(12))), 5, hidden=True),
    case("all point away", rows(-1, -1), rows([1, 2], [3, 1], [1, 1], [5, 5]), 2, hidden=True),
    case(
        "nearest by distance, but not by angle",
        rows(1, 0),
        rows([1, 0.5], [50, 1], [0.9, -0.4]),
        1,
        hidden=True,
    ),
    case("one song", rows(2, 1), rows([1, 2]), 1, hidden=True),
    case("one dimension", rows(-2), rows([3], [-1], [0], [-7]), 4, hidden=True),
    case(
        "whole numbers",
        np.array([1, 2]),
        np.array([[2, 1], [1, 2], [0, 0], [-1, -2]]),
        3,
        hidden=True,
    ),
    case(
        "tiny and huge vectors",
        rows(1, 2) * 1e-9,
        rows([2, 1], [1, 2]) * rows([1e9], [1e-9]),
        2,
        hidden=True,
    ),
    case(
        "three groups of ties",
        EAST,
        rows([0, 1], [1, 1], [0, 2], [2, 2], [1, 0], [4, 0], [3, 3]),
        4,
        hidden=True,
    ),
    case(
        "the best come last",
        EAST,
        rows(*([40 - i, i * i] for i in range(30, 0, -1))),
        6,
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    """Half of the catalogues are on a small grid, where many directions coincide."""
    n, d = rng.randint(1, 25), rng.randint(1, 4)
    draw = (lambda: rng.randint(-1, 2)) if rng.random() < 0.5 else (lambda: rng.gauss(0, 1))
    vectors = rows(*([draw() for _ in range(d)] for _ in range(n + 1)))
    return (vectors[0], vectors[1:], rng.randint(1, 8))


def valid(query, songs, k):
    """No similarity where the noise of the arithmetic would decide how it is rounded."""
    if query.ndim != 1 or songs.ndim != 2 or songs.shape[1] != len(query) or not songs.size:
        return False
    scaled = [1e9 * value for value in _similarities(query, songs)]
    return k >= 1 and all(abs(value - math.floor(value) - 0.5) > 1e-4 for value in scaled)


def oracle(query, songs, k):
    """Sorts all of them, in plain numbers: by similarity, then by index."""
    ranked = sorted((-round(value, 9), i) for i, value in enumerate(_similarities(query, songs)))
    chosen = ranked[:k]
    return np.array([i for _, i in chosen]), np.array([0.0 - value for value, _ in chosen])


def _similarities(query, songs):
    q = query.tolist()
    return [_cosine(q, song) for song in songs.tolist()]


def _cosine(q, s):
    if not any(q) or not any(s):
        return 0.0
    q, s = ([value / max(map(abs, vector)) for value in vector] for vector in (q, s))
    squares = math.fsum(a * a for a in q) * math.fsum(b * b for b in s)
    return math.fsum(a * b for a, b in zip(q, s)) / math.sqrt(squares)


def growth(n):
    """Two dimensions, so that the search is not hidden behind the products."""
    rng = random.Random(n)
    return (EAST, rows(*([rng.gauss(0, 1), rng.gauss(0, 1)] for _ in range(n))), 10)
