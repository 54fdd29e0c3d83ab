import random
from fractions import Fraction

from warmstart import case

SHELF = [(0, 0, 10, 10), (2, 0, 12, 10), (4, 0, 14, 10), (2, 0, 12, 10)]
SURE = [0.8, 0.9, 0.7, 0.6]
NAMES = ["tin", "tin", "tin", "jar"]

# Each overlaps the next one by two thirds, and the one after that by less than a half.
CHAIN = [(0, 0, 10, 10), (2, 0, 12, 10), (4, 0, 14, 10), (6, 0, 16, 10), (8, 0, 18, 10)]


def tins(boxes, scores, threshold):
    return boxes, scores, ["tin"] * len(boxes), threshold


CASES = [
    case("three tins and a jar", SHELF, SURE, NAMES, 0.5, expect=[1, 3]),
    case("a generous threshold", SHELF, SURE, NAMES, 0.7, expect=[1, 0, 2, 3]),
    case("a chain", *tins(CHAIN, [0.9, 0.8, 0.7, 0.6, 0.5], 0.5), expect=[0, 2, 4]),
    case("equal scores", *tins(CHAIN, [0.5, 0.7, 0.7, 0.7, 0.5], 0.5), expect=[1, 3]),
    case(
        "exactly at the threshold",
        *tins([(0, 0, 4, 4), (0, 0, 4, 2)], [0.4, 0.3], 0.5),
        expect=[0, 1],
    ),
    case("no boxes", [], [], [], 0.5, expect=[], hidden=True),
    case("one box", *tins([(1, 1, 2, 2)], [0.1], 0.5), expect=[0], hidden=True),
    case("copies", *tins([(0, 0, 3, 3)] * 4, [0.2, 0.9, 0.9, 0.4], 0.9), expect=[1], hidden=True),
    case(
        "copies at a threshold of one",
        *tins([(0, 0, 3, 3)] * 3, [0.2, 0.9, 0.5], 1),
        expect=[1, 2, 0],
        hidden=True,
    ),
    case(
        "touching at a threshold of zero",
        *tins([(0, 0, 2, 2), (2, 0, 4, 2), (1, 1, 3, 3)], [0.5, 0.6, 0.4], 0),
        expect=[1, 0],
        hidden=True,
    ),
    case(
        "boxes without area",
        *tins([(1, 1, 1, 1), (1, 1, 1, 1), (0, 0, 2, 2)], [0.9, 0.8, 0.7], 0),
        expect=[0, 1, 2],
        hidden=True,
    ),
    case(
        "a small one inside a large one",
        *tins([(0, 0, 10, 10), (4, 4, 6, 6)], [0.5, 0.9], 0.3),
        expect=[1, 0],
        hidden=True,
    ),
    case(
        "apart on both axes",
        *tins([(0, 0, 3, 3), (7, 7, 10, 10)], [0.5, 0.9], 0.1),
        expect=[1, 0],
        hidden=True,
    ),
    case(
        "the same place, four labels",
        [(0, 0, 5, 5)] * 4,
        [0.1, 0.4, 0.2, 0.3],
        ["a", "b", "c", "d"],
        0.5,
        expect=[1, 3, 2, 0],
        hidden=True,
    ),
    case(
        "scores below zero", *tins(CHAIN[:3], [-2.5, -1.5, -0.5], 0.5), expect=[2, 0], hidden=True
    ),
]

GENERATED = 12


def generate(rng):
    """Boxes on a small grid, a few levels of score."""
    while True:
        n = rng.randint(2, 12)
        arguments = (
            [_box(rng) for _ in range(n)],
            [rng.randint(1, 9) / 10 for _ in range(n)],
            [rng.choice(("tin", "jar")) for _ in range(n)],
            rng.choice((0.2, 0.45, 0.5)),
        )
        if valid(*arguments):
            return arguments


def _box(rng):
    x, y = rng.randint(0, 6), rng.randint(0, 4)
    return (x, y, x + rng.randint(1, 6), y + rng.randint(1, 6))


def valid(boxes, scores, labels, threshold):
    """No overlap near the threshold, unless it is exactly on it."""
    if not len(boxes) == len(scores) == len(labels) or not 0 <= threshold <= 1:
        return False
    if not all(box[0] <= box[2] and box[1] <= box[3] for box in boxes):
        return False
    limit = Fraction(threshold)
    overlaps = [_iou(a, b) for i, a in enumerate(boxes) for b in boxes[:i]]
    return all(value == limit or abs(value - limit) > 1e-9 for value in overlaps)


def oracle(boxes, scores, labels, threshold):
    """Each label alone, in rounds: take the surest, throw out what is like it."""
    kept = []
    for label in set(labels):
        candidates = [i for i in range(len(boxes)) if labels[i] == label]
        while candidates:
            surest = min(candidates, key=lambda i: (-scores[i], i))
            kept.append(surest)
            candidates = [
                i
                for i in candidates
                if i != surest and _iou(boxes[i], boxes[surest]) <= Fraction(threshold)
            ]
    return sorted(kept, key=lambda i: (-scores[i], i))


def _iou(a, b):
    """In exact fractions; the union by counting what each has beyond the overlap."""
    shared = _length(a, b, 0) * _length(a, b, 1)
    alone = sum(_length(box, box, 0) * _length(box, box, 1) - shared for box in (a, b))
    return shared / (shared + alone) if shared + alone else Fraction(0)


def _length(a, b, axis):
    low, high = max(a[axis], b[axis]), min(a[axis + 2], b[axis + 2])
    return max(Fraction(0), Fraction(high) - Fraction(low))


def growth(n):
    """Apart and of one label: every box has to be compared with all that were kept before it."""
    rng = random.Random(n)
    boxes = [(3 * i, 0, 3 * i + 2, 2) for i in range(n)]
    return (boxes, [rng.random() for _ in range(n)], ["tin"] * n, 0.5)
