import math
from fractions import Fraction

import numpy as np
from warmstart import case


def numbers(*values):
    return np.array(values, dtype=np.float64)


NAN = math.nan

CASES = [
    case(
        "five receipts, four bins",
        numbers(0.3, 0.5, 0.6, 0.9, 1),
        np.array([0, 1, 1, 1, 0]),
        4,
        expect=(
            0.3,
            numbers(NAN, 0.4, 0.6, 0.95),
            numbers(NAN, 0.5, 1, 0.5),
            np.array([0, 2, 1, 2]),
        ),
    ),
    case(
        "ten bins if nothing else is said",
        numbers(0.97, 0.93, 0.91, 0.55, 0.12),
        np.array([1, 0, 1, 1, 0]),
    ),
    case(
        "too sure in one bin, not sure enough in another",
        numbers(0.3, 0.3, 0.8, 0.8),
        np.array([1, 0, 1, 0]),
        2,
        expect=(0.25, numbers(0.3, 0.8), numbers(0.5, 0.5), np.array([2, 2])),
    ),
    case("on the edges", numbers(0, 0.25, 0.5, 0.75, 1), np.array([0, 1, 0, 1, 1]), 4),
    case(
        "surely right",
        numbers(1, 1, 1),
        np.array([1, 1, 1]),
        4,
        expect=(0.0, numbers(NAN, NAN, NAN, 1), numbers(NAN, NAN, NAN, 1), np.array([0, 0, 0, 3])),
        hidden=True,
    ),
    case(
        "surely wrong",
        numbers(1, 1),
        np.array([0, 0]),
        2,
        expect=(1.0, numbers(NAN, 1), numbers(NAN, 0), np.array([0, 2])),
        hidden=True,
    ),
    case("a single receipt", numbers(0.61), np.array([1]), hidden=True),
    case(
        "one bin for everything", numbers(0.2, 0.9, 0.6, 0), np.array([0, 1, 1, 0]), 1, hidden=True
    ),
    case("confidence of zero", numbers(0, 0, 0.03), np.array([0, 1, 0]), 5, hidden=True),
    case(
        "one crowded bin, one with a single receipt",
        numbers(*[0.95] * 9, 0.15),
        np.array([1] * 9 + [1]),
        hidden=True,
    ),
    case("the gaps cancel within a bin", numbers(0.52, 0.58), np.array([1, 0]), 2, hidden=True),
    case(
        "eight bins, each edge",
        np.arange(9) / 8,
        np.array([0, 0, 1, 0, 1, 1, 0, 1, 1]),
        8,
        hidden=True,
    ),
    case(
        "three bins",
        numbers(0.1, 0.34, 0.66, 0.68, 0.99),
        np.array([1, 0, 1, 1, 0]),
        3,
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    """A model that is sure of most readings, and right a little less often than it says."""
    bins = rng.choice((3, 5, 7, 10, 15))
    confidence = [round(1 - rng.random() ** 2 * 0.9, 4) + 3e-6 for _ in range(rng.randint(1, 40))]
    confidence = [min(value, 0.9999) for value in confidence]
    return (
        numbers(*confidence),
        np.array([int(rng.random() < value**1.5) for value in confidence]),
        bins,
    )


def valid(confidence, correct, bins=10):
    """Near an edge only if exactly on it."""
    return (
        confidence.ndim == 1
        and len(confidence) > 0
        and confidence.shape == correct.shape
        and isinstance(bins, int)
        and bins >= 1
        and all(value in (0, 1) for value in correct.tolist())
        and all(0 <= value <= 1 and _has_a_clear_bin(value, bins) for value in confidence.tolist())
    )


def _has_a_clear_bin(value, bins):
    place = Fraction(value) * bins
    return place.denominator == 1 or abs(place - round(place)) > 1e-6


def oracle(confidence, correct, bins=10):
    """In exact fractions: the bin is the number of edges below, and the sums are never rounded."""
    groups = [[] for _ in range(bins)]
    for sure, right in zip(confidence.tolist(), correct.tolist()):
        groups[max(0, math.ceil(Fraction(sure) * bins) - 1)].append((Fraction(sure), int(right)))
    gap = sum(abs(sum(right - sure for sure, right in group)) for group in groups)
    means = [_means(group) for group in groups]
    return (
        float(gap / len(confidence)),
        np.array([mean for mean, _ in means]),
        np.array([share for _, share in means]),
        np.array([len(group) for group in groups]),
    )


def _means(group):
    """Mean confidence and accuracy of a bin."""
    if not group:
        return NAN, NAN
    return tuple(float(sum(part) / len(group)) for part in zip(*group))
