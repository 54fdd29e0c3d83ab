import random

from warmstart import case

CASES = [
    case("a peak stays for two windows", [2, 9, 4, 1, 7], 3, expect=[9, 9, 7]),
    case("too few values", [5, 3], 3, expect=[]),
    case("the same peak twice", [6, 6, 1, 2], 2, expect=[6, 6, 2]),
    case("below zero", [-4, -9, -2, -7, -8], 2, expect=[-4, -2, -2, -7]),
    case("window of one", [3, -1, 4, -1, 5], 1, expect=[3, -1, 4, -1, 5], hidden=True),
    case("one window over everything", [1, 8, 3, 5], 4, expect=[8], hidden=True),
    case("no values", [], 2, expect=[], hidden=True),
    case("falling", [9, 7, 5, 3, 1], 3, expect=[9, 7, 5], hidden=True),
    case("rising", [1, 3, 5, 7, 9], 3, expect=[5, 7, 9], hidden=True),
    case("all the same", [4, 4, 4, 4, 4], 2, expect=[4, 4, 4, 4], hidden=True),
    case(
        "the peak leaves, the next is old",
        [9, 2, 6, 3, 4, 1, 0],
        4,
        expect=[9, 6, 6, 4],
        hidden=True,
    ),
    case(
        "readings with fractions",
        [0.25, 0.125, 0.5, 0.375],
        2,
        expect=[0.25, 0.5, 0.5],
        hidden=True,
    ),
    case("zeros and below", [0, -1, -2, 0, -3], 2, expect=[0, -1, 0, 0], hidden=True),
]

GENERATED = 10


def generate(rng):
    """Few different values, so that repeated peaks are common."""
    values = [rng.randint(-6, 6) for _ in range(rng.randint(1, 40))]
    return (values, rng.randint(1, 9))


def oracle(values, size):
    """Each window sorted by itself."""
    return [sorted(values[start : start + size])[-1] for start in range(len(values) - size + 1)]


def growth(n):
    """Falls slowly with some noise: the maximum leaves again and again, and the next is far off."""
    rng = random.Random(n)
    return ([n - index + rng.uniform(0, 4) for index in range(n)], n // 2)
