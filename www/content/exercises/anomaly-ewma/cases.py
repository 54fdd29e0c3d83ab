import math
import random

from warmstart import calls, case


def chart(alpha, width, floor, warm_up, values):
    """A control chart that gets these values."""
    script = calls(alpha, width, floor, warm_up)
    for value in values:
        script = script("update", value)
    return script


CASES = [
    case("one spike of forty", chart(0.2, 3, 0.5, 4, [30, 32, 31, 31, 32, 40, 33])),
    case(
        "nothing but the floor",
        chart(0.5, 2, 1.5, 3, [5, 5, 5, 5, 8, 5, 5]),
        expect=[None] * 3
        + [(2, 8, False), (2, 8, False), (3.5, 9.5, False), (2.75, 8.75, False)],
    ),
    case("still warming up", chart(0.3, 3, 0.1, 4, [1, 50, -50]), expect=[None] * 3),
    case(
        "a lasting step is followed",
        chart(0.25, 3, 0.5, 4, [10, 11, 10, 9, 30, 30, 30, 30, 30, 30, 30]),
    ),
    case("a dip", chart(0.2, 3, 0.5, 4, [30, 32, 31, 31, 12, 31, 33]), hidden=True),
    case("a warm-up of one", chart(0.5, 3, 1, 1, [10, 12, 14, 20, 11, 9]), hidden=True),
    case("a slow drift, no alarm", chart(0.3, 3, 1, 3, [n / 2 for n in range(20)]), hidden=True),
    case("a heavy alpha", chart(0.9, 2.5, 0.2, 3, [1, 2, 3, 3, 2, 9, 2, 2, 2]), hidden=True),
    case("a light alpha", chart(0.01, 3, 0.2, 3, [1, 2, 3, 3, 2, 9, 2, 2, 2]), hidden=True),
    case("spikes up and down", chart(0.2, 3, 1, 4, [0, 1, 0, -1, 99, -99, 99, 0, 1]), hidden=True),
    case(
        "always one tenth",
        chart(0.1, 3, 0.01, 3, [0.1] * 7),
        expect=[None] * 3 + [(0.07, 0.13, False)] * 4,
        hidden=True,
    ),
    case(
        "large numbers",
        chart(0.2, 3, 1, 3, [9e6, 9e6 + 4, 9e6 + 2, 9e6 + 9, 9e6 + 40]),
        hidden=True,
    ),
    case("the warm-up is uneven", chart(0.2, 2, 0.5, 5, [4, 40, 4, 40, 4, 60, 80, 4]), hidden=True),
    case("no values", chart(0.2, 2, 0.5, 5, []), expect=[], hidden=True),
]

GENERATED = 10


def generate(rng):
    while True:
        level, spread = rng.uniform(-20, 60), rng.uniform(0.3, 4)
        values = [
            round(level + rng.gauss(0, spread) * (7 if rng.random() < 0.1 else 1) + step / 10, 2)
            for step in range(rng.randint(4, 35))
        ]
        alpha, floor = rng.choice((0.05, 0.2, 0.5)), rng.choice((0.01, 0.5, 2))
        script = chart(alpha, rng.choice((2, 3)), floor, rng.randint(1, 6), values)
        if valid(script):
            return script


def oracle(script):
    """Mean and variance by their meaning: each learned value with its weight, summed afresh."""
    alpha, width, floor, warm_up = script.construct
    values = [value for _, (value,) in script.steps]
    start, learned = values[:warm_up], []
    answers = [None] * len(start)
    for value in values[warm_up:]:
        mean, variance = _weighted(start, learned, alpha)
        reach = width * max(variance**0.5, floor)
        answers.append((mean - reach, mean + reach, abs(value - mean) > reach))
        learned.append(mean + math.copysign(min(abs(value - mean), reach), value - mean))
    return answers


def _weighted(start, learned, alpha):
    """All of the warm-up shares the weight that the values after it leave over."""
    weights = [(1 - alpha) ** len(learned) / len(start)] * len(start)
    weights += [alpha * (1 - alpha) ** age for age in range(len(learned) - 1, -1, -1)]
    values = start + learned
    mean = math.fsum(weight * value for weight, value in zip(weights, values))
    return mean, math.fsum(weight * (value - mean) ** 2 for weight, value in zip(weights, values))


def valid(script):
    """No value so near a limit that rounding decides."""
    alpha, width, floor, warm_up = script.construct
    if not 0 < alpha < 1 or width <= 0 or floor <= 0 or warm_up < 1:
        return False
    values = [value for _, (value,) in script.steps][warm_up:]
    limits = oracle(script)[warm_up:]
    return all(
        min(abs(value - low), abs(value - high)) > 1e-6
        for value, (low, high, _) in zip(values, limits)
    )


def growth(n):
    rng = random.Random(n)
    return chart(0.1, 3, 0.5, 8, [rng.gauss(40, 2) for _ in range(n)])
