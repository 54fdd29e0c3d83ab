import math
import random

import numpy as np
from warmstart import case


def numbers(*values):
    return np.array(values, dtype=np.float64)


CASES = [
    case(
        "a tie between lynx and deer",
        np.array([1, 0, 1, 0]),
        numbers(0.9, 0.7, 0.7, 0.2),
        expect=(numbers(0.9, 0.7, 0.2), numbers(1, 2 / 3, 0.5), numbers(0.5, 1, 1), 5 / 6),
    ),
    case("in no order", np.array([0, 1, 0, 0, 1, 0]), numbers(0.3, 0.8, 0.9, 0.1, 0.4, 0.35)),
    case(
        "all scores alike",
        np.array([0, 1, 0, 0]),
        numbers(0.5, 0.5, 0.5, 0.5),
        expect=(numbers(0.5), numbers(0.25), numbers(1), 0.25),
    ),
    case("precision falls and rises again", np.array([1, 0, 0, 1, 1]), numbers(9, 8, 7, 6, 5)),
    case("perfect", np.array([0, 1, 0, 1]), numbers(0.1, 0.8, 0.2, 0.9), hidden=True),
    case("the lynx comes last", np.array([0, 0, 0, 1]), numbers(4, 3, 2, 1), hidden=True),
    case(
        "a single picture",
        np.array([1]),
        numbers(0.2),
        expect=(numbers(0.2), numbers(1), numbers(1), 1.0),
        hidden=True,
    ),
    case("nothing but lynxes", np.array([1, 1, 1]), numbers(0.5, 0.1, 0.5), hidden=True),
    case("scores below zero", np.array([1, 0, 0, 1]), numbers(-1, -3, -2, -7), hidden=True),
    case("a tie at the top", np.array([0, 1, 0, 1]), numbers(1, 1, 0.5, 0), hidden=True),
    case("the lynx behind its tie", np.array([0, 0, 1, 1]), numbers(2, 2, 2, 1), hidden=True),
    case("the lynx before its tie", np.array([1, 0, 0, 1]), numbers(2, 2, 2, 1), hidden=True),
    case("whole scores", np.array([0, 1, 1, 0]), np.array([3, 2, 3, 1]), hidden=True),
]

GENERATED = 10


def generate(rng):
    """Five levels make ties, ten thousand make none."""
    n, levels = rng.randint(2, 24), rng.choice((5, 10000))
    labels = [int(rng.random() < 0.3) for _ in range(n)]
    labels[rng.randrange(n)] = 1
    return (np.array(labels), numbers(*(rng.randrange(levels) / levels for _ in range(n))))


def valid(labels, scores):
    return (
        labels.shape == scores.shape
        and labels.ndim == 1
        and all(label in (0, 1) for label in labels.tolist())
        and 1 in labels.tolist()
        and all(math.isfinite(score) for score in scores.tolist())
    )


def oracle(labels, scores):
    """Shows the pictures afresh at each threshold, in plain numbers."""
    pairs = list(zip(labels.tolist(), scores.tolist()))
    lynxes = sum(label for label, _ in pairs)
    thresholds = sorted({score for _, score in pairs}, reverse=True)
    precision, recall = [], []
    for threshold in thresholds:
        shown = [label for label, score in pairs if score >= threshold]
        precision.append(sum(shown) / len(shown))
        recall.append(sum(shown) / lynxes)
    rises = [here - before for here, before in zip(recall, [0.0, *recall])]
    average = math.fsum(rise * height for rise, height in zip(rises, precision))
    return np.array(thresholds), np.array(precision), np.array(recall), average


def growth(n):
    rng = random.Random(n)
    labels = [int(rng.random() < 0.1) for _ in range(n - 1)] + [1]
    return (np.array(labels), numbers(*(rng.random() for _ in range(n))))
