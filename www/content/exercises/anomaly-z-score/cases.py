import math
import random
from fractions import Fraction

from warmstart import calls, case


def stream(threshold, warm_up, values):
    """A detector that gets these readings."""
    script = calls(threshold, warm_up)
    for value in values:
        script = script("update", value)
    return script


QUIET = (0.0, False)
CASES = [
    case("a jump to twenty, a dip to nine", stream(3, 4, [10, 12, 11, 13, 12, 20, 9])),
    case(
        "no spread at all",
        stream(3, 3, [5, 5, 5, 5, 5.5, 4, 5]),
        expect=[QUIET] * 4 + [(math.inf, True), (-math.inf, True), QUIET],
    ),
    case(
        "still warming up",
        stream(2, 5, [1, 1000, -1000, 1]),
        expect=[QUIET] * 4,
    ),
    case(
        "the same jump three times",
        stream(3, 4, [0, 2, 0, 2, 9, 9, 9, 1]),
        expect=[QUIET] * 4 + [(8 / math.sqrt(4 / 3), True)] * 3 + [QUIET],
    ),
    case(
        "air pressure, give or take a tenth",
        stream(4, 6, [101325 + tenth / 10 for tenth in (0, 1, -1, 2, 0, -2, 1, 5, 12, 0, -9, 1)]),
        hidden=True,
    ),
    case(
        "a billion, give or take one",
        stream(3, 5, [1e9 + step for step in (0, 1, -1, 1, 0, -1, 2, 7, 0, 1)]),
        hidden=True,
    ),
    case("far below", stream(3, 4, [10, 12, 11, 13, -40, 12, -41]), hidden=True),
    case(
        "ten readings, the last far out",
        stream(3, 9, [1, 2, 1, 2, 1, 2, 1, 2, 1, 50]),
        hidden=True,
    ),
    case("a spike in the warm-up", stream(2.5, 4, [1, 2, 90, 1, 2, 120, 1, 2]), hidden=True),
    case("slow drift is accepted", stream(3, 4, [1, 2, 3, 4, 5, 6, 7, 8, 9]), hidden=True),
    case("a warm-up of two", stream(3, 2, [4, 6, 5, 7, 3, 30, 5]), hidden=True),
    case("below zero", stream(2, 3, [-5, -7, -6, -6.5, -20, 3, -6]), hidden=True),
    case(
        "always one tenth",
        stream(3, 3, [0.1] * 8),
        expect=[QUIET] * 8,
        hidden=True,
    ),
    case("a low threshold", stream(0.5, 3, [1, 2, 3, 2, 2.1, 5, 2.4, 1.7]), hidden=True),
]

GENERATED = 10


def generate(rng):
    while True:
        level, spread = rng.uniform(-50, 50), rng.uniform(0.5, 5)
        values = [
            round(rng.gauss(level, spread * (8 if rng.random() < 0.15 else 1)), 3)
            for _ in range(rng.randint(5, 40))
        ]
        script = stream(rng.choice((1.5, 2, 3)), rng.randint(2, 8), values)
        if valid(script):
            return script


def oracle(script):
    """Every accepted reading is kept; mean and spread afresh for each, in exact fractions."""
    threshold, warm_up = script.construct
    accepted, answers = [], []
    for _, (value,) in script.steps:
        z = _score(accepted, Fraction(value)) if len(accepted) >= warm_up else 0.0
        answers.append((z, abs(z) > threshold))
        if abs(z) <= threshold:
            accepted.append(Fraction(value))
    return answers


def _score(accepted, value):
    mean = sum(accepted) / len(accepted)
    variance = sum((other - mean) ** 2 for other in accepted) / (len(accepted) - 1)
    if not variance:
        return 0.0 if value == mean else math.inf if value > mean else -math.inf
    return float(value - mean) / math.sqrt(variance)


def valid(script):
    """No score at the threshold, and no spread that is rounding alone."""
    threshold, warm_up = script.construct
    values = [value for _, (value,) in script.steps]
    numbers = all(isinstance(value, (int, float)) for value in values)
    if warm_up < 2 or threshold <= 0 or not numbers:
        return False
    scores = [abs(z) for z, _ in oracle(script)]
    return all(abs(z - threshold) > 1e-3 and (z < 1e6 or z == math.inf) for z in scores)


def growth(n):
    rng = random.Random(n)
    return stream(4, n // 8, [rng.gauss(100, 2) for _ in range(n)])
