import math
import random

from warmstart import calls, case


def stream(size, values):
    """A MovingAverage(size) that is fed with these values."""
    script = calls(size)
    for value in values:
        script = script("next", value)
    return script


CASES = [
    case("window of three", stream(3, [4, 8, 6, 10]), expect=[4.0, 6.0, 6.0, 8.0]),
    case("not full yet", stream(5, [2, 4, 9]), expect=[2.0, 3.0, 5.0]),
    case("window of one", stream(1, [7, -3, 5]), expect=[7.0, -3.0, 5.0]),
    case("several times around", stream(2, [1, 2, 3, 4, 5, 6, 7]), hidden=True),
    case("zeros count", stream(3, [0, 0, 6, 0, 0, 0]), hidden=True),
    case("below zero", stream(2, [-4, -8, 6, -6]), hidden=True),
    case("just full", stream(4, [1, 3, 5, 7]), hidden=True),
    case("one more than full", stream(4, [1, 3, 5, 7, 9]), hidden=True),
    case("the same value again and again", stream(3, [5, 5, 5, 5, 5]), hidden=True),
    case("a spike passes through", stream(3, [1, 1, 900000, 1, 1, 1]), hidden=True),
    case("shares", stream(2, [0.1, 0.2, 0.3, 0.4]), hidden=True),
]

GENERATED = 6


def generate(rng):
    size = rng.randint(1, 8)
    values = [round(rng.uniform(-100, 100), 3) for _ in range(rng.randint(1, 40))]
    return stream(size, values)


def oracle(script):
    """Each mean taken afresh from the whole stream so far."""
    (size,) = script.construct
    values = [value for _, (value,) in script.steps]
    windows = (values[max(0, end - size) : end] for end in range(1, len(values) + 1))
    return [math.fsum(window) / len(window) for window in windows]


def growth(n):
    rng = random.Random(n)
    return stream(n // 2, [rng.uniform(-1, 1) for _ in range(n)])
