import math

import numpy as np
from warmstart import case


def column(*values):
    return np.array(values, dtype=np.float64)[:, None]


FOUR = column(0, 1, 10, 11)
CORNERS = np.array([[0.0, 0], [0, 1], [1, 0], [9, 9], [9, 8], [8, 9], [0, 9], [1, 9]])

CASES = [
    case(
        "two groups on a line",
        FOUR,
        column(0, 1),
        expect=(column(0.5, 10.5), np.array([0, 0, 1, 1]), 1.0),
    ),
    case("stopped after one round", FOUR, column(0, 1), 1),
    case("three corners", CORNERS, CORNERS[:3]),
    case("a centre that nothing is near", FOUR, column(0, 10, 500)),
    case("a tie goes to the smaller index", column(0, 2, 4), column(0, 4), hidden=True),
    case("two centres at one place", FOUR, column(5, 5), hidden=True),
    case("as many centres as points", column(3, 1, 2), column(1, 2, 3), hidden=True),
    case("one centre", CORNERS, CORNERS[3:4], hidden=True),
    case("one point", column(4), column(0, 3), hidden=True),
    case("all points alike", np.ones((4, 2)), np.array([[0.0, 0.0], [1.0, 2.0]]), hidden=True),
    case("settled at the start", FOUR, column(0.5, 10.5), hidden=True),
    case("whole numbers", np.array([[0], [1], [10], [12]]), np.array([[0], [1]]), hidden=True),
    case("a start that ends badly", column(0, 1, 2, 20, 21, 40), column(0, 2, 25), hidden=True),
    case("no round at all", FOUR, column(0, 10), 0, hidden=True),
]

GENERATED = 10


def generate(rng):
    n, d, k = rng.randint(2, 14), rng.randint(1, 3), rng.randint(1, 4)
    middles = [[rng.uniform(-6, 6) for _ in range(d)] for _ in range(3)]
    points = [[rng.gauss(m, 1) for m in rng.choice(middles)] for _ in range(n)]
    centres = [[rng.uniform(-6, 6) for _ in range(d)] for _ in range(k)]
    return (np.array(points), np.array(centres), rng.choice([1, 2, 100]))


def valid(points, centres, max_rounds=100):
    return (
        points.ndim == centres.ndim == 2
        and len(points) > 0
        and len(centres) > 0
        and max_rounds >= 0
    )


def oracle(points, centres, max_rounds=100):
    """A point and a centre at a time, in plain numbers."""
    rows, middles = points.tolist(), [[float(v) for v in centre] for centre in centres.tolist()]
    labels = None
    for _ in range(max_rounds):
        nearest = [_nearest(row, middles) for row in rows]
        if nearest == labels:
            break
        labels = nearest
        for cluster in range(len(middles)):
            members = [row for row, label in zip(rows, labels) if label == cluster]
            if members:
                middles[cluster] = [math.fsum(part) / len(members) for part in zip(*members)]
    labels = [_nearest(row, middles) for row in rows]
    inertia = math.fsum(_distance(row, middles[label]) for row, label in zip(rows, labels))
    return np.array(middles), np.array(labels), inertia


def _nearest(row, middles):
    return min(range(len(middles)), key=lambda cluster: (_distance(row, middles[cluster]), cluster))


def _distance(row, middle):
    return math.fsum((a - b) ** 2 for a, b in zip(row, middle))
