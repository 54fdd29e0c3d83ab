import random

from warmstart import calls, case


def stream(size, values):
    """A MovingAverage(size) that is fed with these values."""
    script = calls(size)
    for value in values:
        script = script("next", value)
    return script


def means(size, values):
    """What the calls should return, each mean taken afresh from the whole stream."""
    return [_mean(values[max(0, end - size) : end]) for end in range(1, len(values) + 1)]


def _mean(window):
    return sum(window) / len(window)


def fed(name, size, values, hidden=False):
    return case(name, stream(size, values), expect=means(size, values), hidden=hidden)


CASES = [
    case("window of three", stream(3, [4, 8, 6, 10]), expect=[4.0, 6.0, 6.0, 8.0]),
    case("not full yet", stream(5, [2, 4, 9]), expect=[2.0, 3.0, 5.0]),
    fed("window of one", 1, [7, -3, 5]),
    fed("several times around", 2, [1, 2, 3, 4, 5, 6, 7], hidden=True),
    fed("zeros count", 3, [0, 0, 6, 0, 0, 0], hidden=True),
    fed("below zero", 2, [-4, -8, 6, -6], hidden=True),
    fed("just full", 4, [1, 3, 5, 7], hidden=True),
    fed("one more than full", 4, [1, 3, 5, 7, 9], hidden=True),
    fed("the same value again and again", 3, [5, 5, 5, 5, 5], hidden=True),
    fed("a spike passes through", 3, [1, 1, 900000, 1, 1, 1], hidden=True),
    fed("shares", 2, [0.1, 0.2, 0.3, 0.4], hidden=True),
]

GENERATED = 6


def generate(rng):
    size = rng.randint(1, 8)
    values = [round(rng.uniform(-100, 100), 3) for _ in range(rng.randint(1, 40))]
    return stream(size, values)


def growth(n):
    rng = random.Random(n)
    return stream(n // 2, [rng.uniform(-1, 1) for _ in range(n)])
