import math
import random

import numpy as np
from warmstart import case


def numbers(*values):
    return np.array(values, dtype=np.float64)


EIGHT = numbers(51, 52, 53, 54, 55, 56, 57, 58)
LOW = (1 / 4 - 1 / 12) * math.log(3)
HIGH = (7 / 12 - 1 / 4) * math.log(7 / 3)

CASES = [
    case(
        "the pulse has risen",
        EIGHT,
        numbers(55, 57, 58, 60),
        4,
        expect=(2 * LOW + HIGH, numbers(LOW, LOW, 0, HIGH)),
    ),
    case("nothing has moved", EIGHT, EIGHT, 4, expect=(0.0, np.zeros(4))),
    case("everything lies beyond the reference", EIGHT, numbers(90, 95, 99), 4),
    case(
        "many equal readings", numbers(60, 60, 60, 60, 60, 60, 72, 75), numbers(60, 72, 72, 80), 4
    ),
    case("unsorted", numbers(7, 1, 5, 3, 8, 2, 6, 4), numbers(9, 1, 4, 4, 2), 3, hidden=True),
    case("ten bins if nothing else is said", np.arange(40) * 1.5, np.arange(25) * 2.0, hidden=True),
    case("more bins than readings", numbers(1, 2, 3), numbers(2, 2, 5, 0), 8, hidden=True),
    case("one bin", EIGHT, numbers(1, 99), 1, expect=(0.0, numbers(0)), hidden=True),
    case("one reading each", numbers(5), numbers(6), 4, hidden=True),
    case("a constant sensor", numbers(4, 4, 4, 4), numbers(4, 4, 5), 5, hidden=True),
    case("on the edges", EIGHT, numbers(52, 54, 56, 58, 51.999, 52.001), 4, hidden=True),
    case(
        "n is no multiple of the bins", np.arange(11.0), numbers(0, 3, 3, 7, 10, 10), 4, hidden=True
    ),
    case("samples of very different size", numbers(*range(30)), numbers(3, 28), 5, hidden=True),
    case("below zero", numbers(-9, -7, -5, -3, -1), numbers(-8, -8, 0), 3, hidden=True),
    case("whole numbers", np.array([3, 1, 2, 2, 5, 4]), np.array([2, 5, 5]), 3, hidden=True),
]

GENERATED = 10


def generate(rng):
    """Pulses, some rounded so that readings repeat."""
    digits = rng.choice((0, 0, 2))
    shift = rng.choice((0, 0, 4))
    reference = [round(rng.gauss(60, 5), digits) for _ in range(rng.randint(3, 40))]
    current = [round(rng.gauss(60 + shift, 5), digits) for _ in range(rng.randint(1, 30))]
    return (numbers(*reference), numbers(*current), rng.choice((2, 4, 5, 10)))


def valid(reference, current, bins=10):
    samples = (reference, current)
    return (
        isinstance(bins, int)
        and bins >= 1
        and all(sample.ndim == 1 and len(sample) > 0 for sample in samples)
        and all(math.isfinite(value) for sample in samples for value in sample.tolist())
    )


def oracle(reference, current, bins=10):
    """Reading by reading and bin by bin, in plain numbers."""
    ordered, n = sorted(reference.tolist()), len(reference)
    edges = sorted({ordered[math.ceil(i * n / bins - 1e-9) - 1] for i in range(1, bins)})
    bounds = [-math.inf, *edges, math.inf]
    parts = []
    for low, high in zip(bounds, bounds[1:]):
        p, q = (
            _share(sample.tolist(), low, high, len(bounds) - 1) for sample in (reference, current)
        )
        parts.append((q - p) * math.log(q / p))
    return math.fsum(parts), np.array(parts)


def _share(values, low, high, bins):
    inside = sum(low < value <= high for value in values)
    return (inside + 0.5) / (len(values) + 0.5 * bins)


def growth(n):
    rng = random.Random(n)
    reference = numbers(*(rng.gauss(60, 5) for _ in range(n)))
    return (reference, numbers(*(rng.gauss(62, 5) for _ in range(n))), 10)
