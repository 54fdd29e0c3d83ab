import math
from fractions import Fraction

import numpy as np
from warmstart import case


def rows(*values):
    return np.array(values, dtype=np.float64)


def labels(*values):
    return np.array(values, dtype=np.int64)


def wave(n, k, phase, size=2.0):
    """n rows of k numbers that repeat nowhere, the same on every machine."""
    return np.array(
        [[size * math.sin(phase + 1.1 * i + 2.7 * j * (i + 1)) for j in range(k)] for i in range(n)]
    )


EIGHT_TO_TWO = labels(0, 0, 0, 1, 0, 0, 0, 1, 0, 0)
FALLS = labels(*[0] * 60, *[1] * 9, *[2] * 3)  # walking, sitting down, falling
SOFT_2 = math.log1p(math.exp(-2))

CASES = [
    case(
        "eight to two",
        EIGHT_TO_TWO,
        rows([2, 0], [2, 0]),
        labels(0, 1),
        expect=(rows(0.625, 2.5), SOFT_2 + 1.6),
    ),
    case("walking, sitting down, falling", FALLS, wave(6, 3, 0.4), labels(0, 0, 1, 0, 2, 0)),
    case("a batch without the rare class", FALLS, wave(4, 3, 1.2), labels(0, 1, 0, 0)),
    case("a class that training lacks", labels(0, 0, 2), wave(3, 3, 0.7), labels(0, 2, 2)),
    case("balanced already", labels(0, 1, 1, 0), wave(3, 2, 0.1), labels(1, 1, 0), hidden=True),
    case(
        "one class in training",
        labels(1, 1, 1),
        rows([0, 0], [0, 0]),
        labels(1, 1),
        expect=(rows(0, 1), math.log(2)),
        hidden=True,
    ),
    case(
        "a batch of nothing but the unseen class",
        labels(0, 1, 1),
        wave(2, 3, 0.5),
        labels(2, 2),
        expect=(rows(1.5, 0.75, 0), 0.0),
        hidden=True,
    ),
    case(
        "the unseen class among others",
        labels(0, 1, 1),
        wave(3, 3, 2.0),
        labels(2, 0, 1),
        hidden=True,
    ),
    case("the last ones are missing", labels(0, 1, 0), wave(2, 5, 0.9), labels(0, 1), hidden=True),
    case(
        "one fall in a day",
        labels(*[0] * 399, 1),
        rows([3, -3], [3, -3]),
        labels(0, 1),
        hidden=True,
    ),
    case(
        "sure and wrong on rare ones",
        EIGHT_TO_TWO,
        rows([3000, 0], [-3000, 0]),
        labels(1, 1),
        hidden=True,
    ),
    case(
        "far below zero",
        EIGHT_TO_TWO,
        rows([-2000, -2001], [-900, -900]),
        labels(1, 0),
        hidden=True,
    ),
    case("a batch of one", FALLS, wave(1, 3, 1.6), labels(1), hidden=True),
    case(
        "one class in all",
        labels(0, 0),
        rows([3], [-3]),
        labels(0, 0),
        expect=(rows(1), 0.0),
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    k, n = rng.randint(2, 5), rng.randint(1, 8)
    shares = [rng.choice([1, 3, 20]) for _ in range(k)]
    training = rng.choices(range(k), shares, k=rng.randint(1, 40))
    batch = rng.choices(range(k), shares, k=n)
    spread = rng.choice([1.0, 5.0, 500.0])
    logits = np.array([[rng.gauss(0, spread) for _ in range(k)] for _ in range(n)])
    return (labels(*training), logits, labels(*batch))


def oracle(training_labels, logits, labels):
    """Exact fractions for the weights; a row's loss from the gaps between scores, one at a time."""
    training, batch = training_labels.tolist(), labels.tolist()
    classes = range(logits.shape[1])
    weights = [
        Fraction(len(training), len(set(training)) * training.count(c)) if c in training else 0
        for c in classes
    ]
    total = sum(weights[label] for label in batch)
    if total == 0:
        return np.array([float(w) for w in weights]), 0.0
    shares = [float(weights[label] / total) for label in batch]
    costs = [_surprise(scores, label) for scores, label in zip(logits.tolist(), batch)]
    loss = math.fsum(share * cost for share, cost in zip(shares, costs))
    return np.array([float(w) for w in weights]), loss


def _surprise(scores, label):
    """log of the sum of e^(score − score of the label), added up one score at a time."""
    total = 0.0
    for other, score in enumerate(scores):
        if other != label:
            gap = score - scores[label]
            total = max(total, gap) + math.log1p(math.exp(-abs(total - gap)))
    return total
