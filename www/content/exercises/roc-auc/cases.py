import math
import random

from warmstart import case

CASES = [
    case("one tie across the classes", [1, 0, 1, 0, 0], [0.9, 0.8, 0.8, 0.3, 0.1], expect=5.5 / 6),
    case("the wrong way round", [0, 1], [7, -2], expect=0.0),
    case("no negatives", [1, 1], [0.4, 0.6], expect=math.nan),
    case("all scores alike", [1, 0, 0, 1, 0], [0.5] * 5, expect=0.5),
    case("no positives", [0, 0, 0], [0.1, 0.9, 0.4], expect=math.nan, hidden=True),
    case("nothing at all", [], [], expect=math.nan, hidden=True),
    case("perfectly sorted", [0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4], expect=1.0, hidden=True),
    case(
        "every score above one half", [0, 1, 0, 1], [0.6, 0.7, 0.8, 0.9], expect=0.75, hidden=True
    ),
    case(
        "every score below zero", [1, 0, 1, 0, 0], [-1, -2, -3, -4, -5], expect=5 / 6, hidden=True
    ),
    case("positives tied among themselves", [1, 1, 0], [3, 3, 1], expect=1.0, hidden=True),
    case("two groups of ties", [1, 0, 1, 0, 0, 1], [2, 2, 2, 1, 1, 1], expect=6 / 9, hidden=True),
    case(
        "one positive in a crowd",
        [0] * 7 + [1],
        [1, 2, 3, 4, 5, 6, 7, 4.5],
        expect=4 / 7,
        hidden=True,
    ),
    case("whole and decimal scores tie", [1, 0], [1, 1.0], expect=0.5, hidden=True),
]

GENERATED = 12


def generate(rng):
    """Few levels make ties, many make none."""
    n = rng.randint(2, 20)
    levels = rng.choice((2, 4, 1000))
    labels = [int(rng.random() < 0.4) for _ in range(n)]
    return (labels, [round(rng.randrange(levels) / levels - 0.2, 3) for _ in range(n)])


def valid(labels, scores):
    return (
        len(labels) == len(scores)
        and all(label in (0, 1) and not isinstance(label, bool) for label in labels)
        and all(math.isfinite(score) for score in scores)
    )


def oracle(labels, scores):
    """Counts every pair."""
    positives = [score for score, label in zip(scores, labels) if label]
    negatives = [score for score, label in zip(scores, labels) if not label]
    if not positives or not negatives:
        return math.nan
    halves = sum(2 * (p > q) + (p == q) for p in positives for q in negatives)
    return halves / 2 / (len(positives) * len(negatives))


def growth(n):
    """Half of them positive, and about four minutes to a score."""
    rng = random.Random(n)
    return ([i % 2 for i in range(n)], [rng.randrange(n // 4) for _ in range(n)])
