import math
import random
from fractions import Fraction

from warmstart import case

CASES = [
    case("four apples each", [1, 2, 2, 4], [2, 4, 5, 5], expect=(0.5, 2, False)),
    case("the same values in another order", [3, 1, 2, 2], [2, 3, 2, 1], expect=(0.0, 1, False)),
    case("all current values are lower", [6, 7, 8, 9, 10], [1, 2, 3, 4, 5], expect=(1.0, 5, True)),
    case("four against four at a strict level", [1, 2, 3, 4], [5, 6, 7, 8], 0.01),
    case("the widest gap lies at a current value", [5, 6, 9], [1, 2, 7], hidden=True),
    case("one value each, level", [4], [4], expect=(0.0, 4, False), hidden=True),
    case("one value each, apart", [4], [3], expect=(1.0, 3, False), hidden=True),
    case("a constant sensor gone wrong", [7] * 10, [8] * 10, expect=(1.0, 7, True), hidden=True),
    case("same middle, wider spread", [-1, 0, 0, 1], [-9, -8, 8, 9], hidden=True),
    case("many against few", list(range(40)), [0, 1, 2], expect=(37 / 40, 2, True), hidden=True),
    case("few against many", [0, 1, 2], list(range(40)), expect=(37 / 40, 2, True), hidden=True),
    case("a tie that all share", [1, 5, 5, 5, 5, 9], [5, 5, 5], hidden=True),
    case(
        "the same gap again and again",
        [3, 4, 6, 6, 7, 7],
        [4, 7],
        expect=(1 / 6, 3, False),
        hidden=True,
    ),
    case("two against three", [2, 4], [1, 3, 5], expect=(1 / 3, 1, False), hidden=True),
    case("thirds and sevenths", [1, 4, 6], [0, 1, 3, 4, 5, 6, 7], hidden=True),
    case("sixths and tenths", [1, 2, 3, 4, 5, 6], [2, 2, 3, 4, 5, 5, 6, 7, 8, 9], hidden=True),
    case("hues between zero and one", [0.31, 0.28, 0.35, 0.3], [0.3, 0.41, 0.38], hidden=True),
    case("a lenient level", list(range(10)), list(range(5, 15)), 0.2, hidden=True),
    case("a strict level", list(range(10)), list(range(5, 15)), 0.01, hidden=True),
]

GENERATED = 12


def generate(rng):
    """Few levels make ties across the samples."""
    while True:
        levels, shift = rng.choice((6, 1000)), rng.choice((0, 0.2, 0.5))
        reference = [rng.randrange(levels) for _ in range(rng.randint(1, 20))]
        current = [rng.randrange(levels) + int(shift * levels) for _ in range(rng.randint(1, 20))]
        arguments = (reference, current, rng.choice((0.05, 0.01, 0.2)))
        if valid(*arguments):
            return arguments


def valid(reference, current, alpha=0.05):
    if not reference or not current or not 0 < alpha < 1:
        return False
    if not all(math.isfinite(value) for value in reference + current):
        return False
    statistic, _ = _widest(reference, current)
    return abs(float(statistic) - _threshold(len(reference), len(current), alpha)) > 1e-9


def oracle(reference, current, alpha=0.05):
    """Both functions counted afresh at each value, in exact fractions."""
    statistic, value = _widest(reference, current)
    threshold = _threshold(len(reference), len(current), alpha)
    return float(statistic), value, float(statistic) > threshold


def _widest(reference, current):
    gaps = {
        value: abs(_share_up_to(reference, value) - _share_up_to(current, value))
        for value in reference + current
    }
    statistic = max(gaps.values())
    return statistic, min(value for value, gap in gaps.items() if gap == statistic)


def _share_up_to(sample, value):
    return Fraction(sum(other <= value for other in sample), len(sample))


def _threshold(n, m, alpha):
    return math.sqrt(math.log(2 / alpha) / 2) * math.sqrt(1 / n + 1 / m)


def growth(n):
    rng = random.Random(n)
    return ([rng.random() for _ in range(n)], [rng.random() + 0.1 for _ in range(n)])
