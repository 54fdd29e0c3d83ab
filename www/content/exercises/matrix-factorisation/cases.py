import math

import numpy as np
from warmstart import case


def wave(phase, *shape):
    """Numbers between 0 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [0.5 + 0.5 * math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


ONE = np.array([[1.0]])
# Two listeners of one taste, two of another, and one between.
SONGS = [
    (0, 0, 5),
    (0, 1, 4),
    (1, 0, 4),
    (1, 2, 1),
    (2, 2, 5),
    (2, 0, 1),
    (3, 2, 4),
    (3, 1, 2),
    (4, 1, 3),
]

CASES = [
    case(
        "one rating, one step", [(0, 0, 3)], ONE, ONE, 1, 0.5, 0.0, expect=(2 * ONE, 2 * ONE, [1.0])
    ),
    case(
        "only the penalty acts",
        [(0, 0, 1)],
        ONE,
        ONE,
        1,
        0.5,
        0.2,
        expect=(0.9 * ONE, 0.9 * ONE, [0.0361]),
    ),
    case("five listeners, three tracks", SONGS, wave(0.1, 5, 2), wave(0.7, 3, 2), 4),
    case("forty epochs", SONGS, wave(0.1, 5, 2), wave(0.7, 3, 2), 40, 0.1),
    case(
        "factors that differ",
        [(0, 0, 2)],
        np.array([[1.0, 2.0]]),
        np.array([[0.5, -1.0]]),
        1,
        0.1,
        0.3,
        hidden=True,
    ),
    case("the same pair twice", [(0, 0, 1), (0, 0, 5)], ONE, ONE, 2, 0.2, hidden=True),
    case("the order counts", SONGS[::-1], wave(0.1, 5, 2), wave(0.7, 3, 2), 4, hidden=True),
    case(
        "a listener without ratings",
        [(0, 0, 2), (2, 1, 4)],
        wave(0.3, 3, 2),
        wave(0.4, 2, 2),
        3,
        hidden=True,
    ),
    case("no ratings", [], wave(0.3, 2, 2), wave(0.4, 2, 2), 3, hidden=True),
    case("no epoch", SONGS, wave(0.1, 5, 2), wave(0.7, 3, 2), 0, hidden=True),
    case(
        "factors that are all zero stay",
        [(0, 0, 3)],
        np.zeros((1, 2)),
        np.zeros((1, 2)),
        2,
        hidden=True,
    ),
    case("a strong penalty", SONGS, wave(0.1, 5, 3), wave(0.7, 3, 3), 5, 0.05, 2.0, hidden=True),
    case(
        "whole factors to start from",
        [(0, 0, 3), (0, 1, 1)],
        np.array([[1, 1]]),
        np.array([[1, 0], [0, 1]]),
        2,
        hidden=True,
    ),
]

GENERATED = 8


def generate(rng):
    users, items, k = rng.randint(1, 4), rng.randint(1, 4), rng.randint(1, 3)
    ratings = [
        (rng.randrange(users), rng.randrange(items), float(rng.randint(1, 5)))
        for _ in range(rng.randint(1, 10))
    ]
    factors = [
        np.array([[rng.uniform(0, 1) for _ in range(k)] for _ in range(count)])
        for count in (users, items)
    ]
    return (
        ratings,
        *factors,
        rng.randint(1, 4),
        rng.choice([0.05, 0.01]),
        rng.choice([0.0, 0.02, 0.5]),
    )


def valid(ratings, users, items, epochs, rate=0.05, penalty=0.02):
    shaped = users.ndim == items.ndim == 2 and users.shape[1] == items.shape[1]
    inside = all(0 <= user < len(users) and 0 <= item < len(items) for user, item, _ in ratings)
    return shaped and inside and 0 <= epochs <= 50 and 0 < rate <= 0.5 and 0 <= penalty <= 2


def oracle(ratings, users, items, epochs, rate=0.05, penalty=0.02):
    """Each step is a central difference of the penalised loss of one rating, which is exact here.

    That loss is a square in each single factor, so the difference quotient is its derivative.
    """
    tables = (
        [[float(v) for v in row] for row in users.tolist()],
        [[float(v) for v in row] for row in items.tolist()],
    )
    losses = []
    for _ in range(epochs):
        for user, item, rating in ratings:
            p, q = tables[0][user], tables[1][item]
            slopes = [
                [_slope(p, q, side, f, rating, penalty) for f in range(len(p))] for side in (p, q)
            ]
            for side, slope in zip((p, q), slopes):
                for f, value in enumerate(slope):
                    side[f] -= rate * value
        losses.append(_error(ratings, *tables))
    return np.array(tables[0]), np.array(tables[1]), losses


def _slope(p, q, side, f, rating, penalty):
    kept, values = side[f], []
    for moved in (kept + 0.5, kept - 0.5):
        side[f] = moved
        error = rating - math.fsum(a * b for a, b in zip(p, q))
        size = math.fsum(v * v for v in p) + math.fsum(v * v for v in q)
        values.append(0.5 * error**2 + 0.5 * penalty * size)
    side[f] = kept
    return values[0] - values[1]


def _error(ratings, users, items):
    squares = [
        (rating - math.fsum(a * b for a, b in zip(users[user], items[item]))) ** 2
        for user, item, rating in ratings
    ]
    return math.fsum(squares) / len(squares) if squares else 0.0
