import math
from fractions import Fraction

import numpy as np
from warmstart import case


def boxes(*rows):
    return np.array(rows, dtype=np.float64)


def spread(n, phase):
    """n boxes of different sizes all over a picture, the same on every machine."""
    made = []
    for i in range(n):
        x, y = 50 + 40 * math.sin(phase + 1.3 * i), 50 + 40 * math.cos(phase + 2.1 * i)
        made.append((x, y, x + 5 + 20 * (i % 7), y + 3 + 15 * (i % 5)))
    return np.array(made).reshape(n, 4)


PAIR = boxes([0, 0, 2, 2], [5, 5, 6, 6])

CASES = [
    case(
        "two against three",
        PAIR,
        boxes([1, 1, 3, 3], [0, 0, 2, 2], [9, 9, 9, 9]),
        expect=np.array([[1 / 7, 1, 0], [0, 0, 0]]),
    ),
    case(
        "boxes that only touch",
        boxes([0, 0, 2, 2]),
        boxes([2, 0, 4, 2], [0, 2, 2, 4], [2, 2, 3, 3]),
        expect=np.zeros((1, 3)),
    ),
    case("a list with itself", spread(4, 0.3), spread(4, 0.3)),
    case(
        "one inside another", boxes([0, 0, 10, 10]), boxes([2, 2, 4, 7]), expect=np.array([[0.1]])
    ),
    case("two hundred against two hundred", spread(200, 0.1), spread(200, 0.8), hidden=True),
    case(
        "apart on both axes",
        boxes([0, 0, 1, 1]),
        boxes([5, 5, 7, 7]),
        expect=np.zeros((1, 1)),
        hidden=True,
    ),
    case(
        "boxes without area",
        boxes([3, 3, 3, 3], [0, 0, 0, 4]),
        boxes([3, 3, 3, 3], [0, 0, 5, 5]),
        expect=np.zeros((2, 2)),
        hidden=True,
    ),
    case("no box on the left", np.zeros((0, 4)), PAIR, expect=np.zeros((0, 2)), hidden=True),
    case("no box on the right", PAIR, np.zeros((0, 4)), expect=np.zeros((2, 0)), hidden=True),
    case(
        "whole numbers",
        np.array([[0, 0, 3, 3], [1, 1, 2, 5]]),
        np.array([[2, 2, 4, 4]]),
        hidden=True,
    ),
    case("negative corners", boxes([-4, -4, -1, -1]), boxes([-3, -3, 5, 5]), hidden=True),
    case(
        "long and thin", boxes([0, 4, 100, 5]), boxes([4, 0, 5, 100], [0, 4.5, 50, 5]), hidden=True
    ),
    case("not square", spread(3, 1.2), spread(5, 2.2), hidden=True),
]

GENERATED = 8


def generate(rng):
    def some(n):
        corners = [sorted(rng.randint(0, 9) for _ in range(2)) for _ in range(2 * n)]
        rows = [(x[0], y[0], x[1], y[1]) for x, y in zip(corners[::2], corners[1::2])]
        return np.array(rows, dtype=np.float64).reshape(n, 4)

    return (some(rng.randint(0, 5)), some(rng.randint(0, 5)))


def valid(a, b):
    def upright(boxes):
        ordered = bool((boxes[:, 0] <= boxes[:, 2]).all() and (boxes[:, 1] <= boxes[:, 3]).all())
        return boxes.shape[1:] == (4,) and ordered

    return a.ndim == b.ndim == 2 and upright(a) and upright(b)


def oracle(a, b):
    """A pair at a time, in exact fractions."""
    table = [[_iou(p, q) for q in b.tolist()] for p in a.tolist()]
    return np.array(table, dtype=np.float64).reshape(len(a), len(b))


def _iou(p, q):
    p, q = [Fraction(v) for v in p], [Fraction(v) for v in q]
    sides = [min(p[k + 2], q[k + 2]) - max(p[k], q[k]) for k in (0, 1)]
    shared = sides[0] * sides[1] if min(sides) > 0 else Fraction(0)
    together = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - shared
    return float(shared / together) if together else 0.0
