import random
import statistics

from warmstart import calls, case


def stream(values):
    """A RunningMedian that is fed with these values."""
    script = calls()
    for value in values:
        script = script("add", value)
    return script


CASES = [
    case("one request hangs", stream([120, 80, 60000, 85]), expect=[120, 100.0, 120, 102.5]),
    case("faster and faster", stream([9, 7, 5, 3, 1]), expect=[9, 8, 7, 6, 5]),
    case("slower and slower", stream([1, 2, 4, 8, 16]), expect=[1, 1.5, 2, 3, 4]),
    case("not a whole number", stream([3, 4]), expect=[3, 3.5]),
    case("the same again and again", stream([7] * 6), expect=[7] * 6, hidden=True),
    case("two values in turn", stream([1, 9] * 4), hidden=True),
    case("zero in the middle", stream([-5, 5, 0, 0]), expect=[-5, 0, 0, 0], hidden=True),
    case("below zero", stream([-1, -2, -3, -4, -10]), expect=[-1, -1.5, -2, -2.5, -3], hidden=True),
    case("from both ends inwards", stream([0, 100, 10, 90, 20, 80, 30, 70, 50]), hidden=True),
    case("from the middle outwards", stream([50, 51, 49, 52, 48, 53, 47]), hidden=True),
    case(
        "all low after all high",
        stream([90, 91, 92, 93, 94, 1, 2, 3, 4, 5, 6, 7]),
        hidden=True,
    ),
    case("numbers of several digits", stream([100, 9, 20, 1000, 30]), hidden=True),
    case("fractions", stream([0.25, 0.1, 0.7, 0.2, 0.65]), hidden=True),
    case("a single value", stream([42]), expect=[42], hidden=True),
]

GENERATED = 8


def generate(rng):
    reach = rng.choice([3, 50, 10**6])
    return stream([rng.randint(-reach, reach) for _ in range(rng.randint(1, 60))])


def oracle(script):
    """Each median taken afresh from the whole stream so far."""
    values = [value for _, (value,) in script.steps]
    return [statistics.median(values[: count + 1]) for count in range(len(values))]


def growth(n):
    """Falling values: in a sorted list each one goes to the front and moves all the others."""
    rng = random.Random(n)
    return stream([-step + rng.random() for step in range(n)])
