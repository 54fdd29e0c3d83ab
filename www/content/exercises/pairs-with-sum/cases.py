import random
from collections import Counter

from warmstart import case

CASES = [
    case(
        "a refund and a repeated amount",
        [300, 950, 1400, -150, 300],
        1250,
        expect=[(-150, 1400, 1), (300, 950, 2)],
    ),
    case("three times one half", [625, 40, 625, 625], 1250, expect=[(625, 625, 3)]),
    case("one half alone", [625, 40], 1250, expect=[]),
    case("four times two", [950, 300, 300, 950, 300, 300], 1250, expect=[(300, 950, 8)]),
    case("no bookings", [], 0, expect=[], hidden=True),
    case("one booking", [0], 0, expect=[], hidden=True),
    case("two", [7, 3], 10, expect=[(3, 7, 1)], hidden=True),
    case("zeros cancel nothing", [0, 0, 0, 5], 0, expect=[(0, 0, 3)], hidden=True),
    case("a booking and its refund", [80, -80, 80, 20], 0, expect=[(-80, 80, 2)], hidden=True),
    case("a target below zero", [-5, -7, 2, -14, -6, -6], -12, hidden=True),
    case("the larger comes first", [9, 8, 7, 1, 2, 3], 10, hidden=True),
    case("all pairs of a row", list(range(1, 21)), 21, hidden=True),
    case("nothing fits", [10, 20, 40, 80], 55, expect=[], hidden=True),
    case("two halves among others", [5, 1, 9, 5, 9, 1, 1], 10, hidden=True),
    case("large sums", [10**15, 3, 10**15 + 4, -1], 10**15 + 3, hidden=True),
]

GENERATED = 12


def generate(rng):
    reach = rng.choice([3, 8, 30])
    amounts = [rng.randint(-reach, reach) for _ in range(rng.randint(0, 30))]
    return (amounts, rng.randint(-reach, reach))


def oracle(amounts, target):
    """Every two bookings, once."""
    ways = Counter()
    for place, first in enumerate(amounts):
        for second in amounts[:place]:
            if first + second == target:
                ways[min(first, second), max(first, second)] += 1
    return [(low, high, ways[low, high]) for low, high in sorted(ways)]


def growth(n):
    rng = random.Random(n)
    return ([rng.randrange(-n, n) for _ in range(n)], 1)
