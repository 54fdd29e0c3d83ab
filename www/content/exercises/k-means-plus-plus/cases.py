import numpy as np
from warmstart import case


def column(*values):
    return np.array(values, dtype=np.float64)[:, None]


THREE = column(0, 1, 10)
# Two far groups, and one point between them.
GROUPS = np.array([[0.0, 0], [0, 1], [1, 0], [50, 50], [50, 51], [25, 26], [1, 1]])

CASES = [
    case("a near point, by a small draw", THREE, 2, [0.0, 0.005], expect=[0, 1]),
    case("a far point, by a usual draw", THREE, 2, [0.0, 0.5], expect=[0, 2]),
    case("all three", THREE, 3, [0.5, 0.9, 0.0], expect=[1, 2, 0]),
    case("two groups and a point between", GROUPS, 3, [0.1, 0.6, 0.7]),
    case("one centre", GROUPS, 1, [0.99], expect=[6], hidden=True),
    case(
        "the draw meets a sum exactly", column(0, 3, 4), 2, [0.0, 0.36], expect=[0, 2], hidden=True
    ),
    case(
        "a draw of zero skips weights of zero",
        column(7, 7, 9),
        2,
        [0.0, 0.0],
        expect=[0, 2],
        hidden=True,
    ),
    case("all points alike", np.ones((4, 2)), 3, [0.5, 0.1, 0.9], expect=[2, 0, 1], hidden=True),
    case(
        "more centres than places",
        column(1, 1, 5),
        3,
        [0.0, 0.5, 0.5],
        expect=[0, 2, 1],
        hidden=True,
    ),
    case("as many centres as points", column(4, 0, 9, 2), 4, [0.3, 0.9, 0.5, 0.2], hidden=True),
    case("nearest, not last", column(0, 10, 11, 30), 3, [0.0, 0.99, 0.35], hidden=True),
    case("nearest, not the sum", column(0, 40, 41, 20), 3, [0.0, 0.9, 0.4], hidden=True),
    case("a draw close to one", GROUPS, 4, [0.0, 0.999, 0.999, 0.999], hidden=True),
]

GENERATED = 10


def generate(rng):
    n, d = rng.randint(1, 12), rng.randint(1, 3)
    k = rng.randint(1, min(n, 5))
    points = np.array([[float(rng.randint(-8, 8)) for _ in range(d)] for _ in range(n)])
    return (points, k, [rng.random() for _ in range(k)])


def valid(points, k, draws):
    return (
        points.ndim == 2
        and 1 <= k <= len(points)
        and len(draws) == k
        and all(0 <= u < 1 for u in draws)
    )


def oracle(points, k, draws):
    """Walks along the weights one by one; with whole coordinates every sum is exact."""
    rows = points.tolist()
    chosen = [int(draws[0] * len(rows))]
    while len(chosen) < k:
        weights = [min(_squared(row, rows[c]) for c in chosen) for row in rows]
        goal, passed = draws[len(chosen)] * sum(weights), 0.0
        for index, weight in enumerate(weights):
            passed += weight
            if passed > goal:
                chosen.append(index)
                break
        else:
            chosen.append(next(i for i in range(len(rows)) if i not in chosen))
    return chosen


def _squared(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
