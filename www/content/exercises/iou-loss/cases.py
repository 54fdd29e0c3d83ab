import math
from fractions import Fraction

import numpy as np
from warmstart import case


def rows(*values):
    return np.array(values, dtype=np.float64)


def against(target, *predicted):
    """Several predictions for one target."""
    return rows(*predicted), rows(*[target] * len(predicted))


SQUARE = (0, 0, 2, 2)

CASES = [
    case(
        "one diagonal step apart", *against(SQUARE, (1, 1, 3, 3)), expect=(rows(68 / 63), 68 / 63)
    ),
    case(
        "from touching to far away",
        *against(SQUARE, SQUARE, (2, 0, 4, 2), (3, 0, 5, 2), (10, 2, 8, 0)),
        expect=(rows(0, 1, 1.2, 1.6), 0.95),
    ),
    case("corners the wrong way round", *against(SQUARE, (3, 3, 1, 1), (1, 3, 3, 1), (3, 1, 1, 3))),
    case("one inside the other", *against((0, 0, 4, 4), (1, 1, 3, 3)), expect=(rows(0.75), 0.75)),
    case("a target with its corners swapped", rows((0, 0, 2, 3)), rows((4, 1, 1, -2)), hidden=True),
    case("apart on both axes", *against(SQUARE, (4, 5, 6, 9)), hidden=True),
    case("apart on one axis", *against(SQUARE, (7, 1, 8, 4)), hidden=True),
    case("crossing bars", rows((0, 2, 6, 4)), rows((2, 0, 4, 6)), hidden=True),
    case(
        "touching at a corner", *against(SQUARE, (2, 2, 4, 4)), expect=(rows(1.5), 1.5), hidden=True
    ),
    case(
        "two points in one place",
        rows((1, 1, 1, 1)),
        rows((1, 1, 1, 1)),
        expect=(rows(1), 1.0),
        hidden=True,
    ),
    case(
        "two points apart",
        rows((1, 1, 1, 1)),
        rows((3, 4, 3, 4)),
        expect=(rows(2), 2.0),
        hidden=True,
    ),
    case(
        "two points side by side",
        rows((1, 1, 1, 1)),
        rows((5, 1, 5, 1)),
        expect=(rows(1), 1.0),
        hidden=True,
    ),
    case(
        "a line through a box", rows((1, 0, 1, 2)), rows(SQUARE), expect=(rows(1), 1.0), hidden=True
    ),
    case(
        "shares of the picture",
        rows((0.1, 0.2, 0.4, 0.6), (0.5, 0.5, 0.9, 0.9)),
        rows((0.2, 0.2, 0.5, 0.5), (0.0, 0.1, 0.3, 0.2)),
        hidden=True,
    ),
    case(
        "whole numbers",
        np.array([[0, 0, 3, 3], [5, 5, 1, 2]]),
        np.array([[1, 1, 4, 5], [0, 0, 2, 2]]),
        hidden=True,
    ),
    case("very far away", *against((0, 0, 1, 1), (1000, 1000, 1001, 1001)), hidden=True),
]

GENERATED = 10


def generate(rng):
    """On a small grid, so that touching, nesting and emptiness all happen; corners in any order."""
    n = rng.randint(1, 6)
    return (_boxes(rng, n), _boxes(rng, n))


def _boxes(rng, n):
    return rows(*([rng.randint(-4, 4) for _ in range(4)] for _ in range(n)))


def valid(predicted, target):
    return (
        predicted.ndim == 2
        and predicted.shape == target.shape
        and predicted.shape[1] == 4
        and len(predicted) > 0
        and all(_is_tame(value) for box in (predicted, target) for value in box.ravel().tolist())
    )


def _is_tame(value):
    """Coordinates whose products neither overflow nor vanish."""
    return math.isfinite(value) and (value == 0 or 1e-6 <= abs(value) <= 1e6)


def oracle(predicted, target):
    """Cuts the plane along all edges and adds up the tiles, in exact fractions."""
    losses = [_loss(*pair) for pair in zip(predicted.tolist(), target.tolist())]
    return np.array([float(loss) for loss in losses]), float(sum(losses) / len(losses))


def _loss(a, b):
    x_cuts = sorted({Fraction(box[i]) for box in (a, b) for i in (0, 2)})
    y_cuts = sorted({Fraction(box[i]) for box in (a, b) for i in (1, 3)})
    overlap = union = hull = Fraction(0)
    for x1, x2 in zip(x_cuts, x_cuts[1:]):
        for y1, y2 in zip(y_cuts, y_cuts[1:]):
            tile = (x2 - x1) * (y2 - y1)
            covered = [_covers(box, (x1 + x2) / 2, (y1 + y2) / 2) for box in (a, b)]
            overlap += tile * all(covered)
            union += tile * any(covered)
            hull += tile
    return 1 - (overlap / union if union else 0) + ((hull - union) / hull if hull else 0)


def _covers(box, x, y):
    """Whether the point lies between the two corners, whichever is which."""
    return (
        (x - Fraction(box[0])) * (x - Fraction(box[2]))
        < 0
        > (y - Fraction(box[1])) * (y - Fraction(box[3]))
    )
