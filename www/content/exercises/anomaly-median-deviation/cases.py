import math
import random
from fractions import Fraction

from warmstart import calls, case


def stream(size, threshold, values):
    """A detector that gets these values."""
    script = calls(size, threshold)
    for value in values:
        script = script("update", value)
    return script


QUIET = (0.0, False)
CASES = [
    case("spikes in a pair", stream(5, 3.5, [20, 22, 21, 90, 23, 95, 24])),
    case(
        "more than half are equal",
        stream(5, 3.5, [7, 7, 7, 7, 12, 9, 30]),
        expect=[QUIET] * 5 + [(2 / 1.2533, False), (23 / (1.2533 * 7 / 5), True)],
    ),
    case(
        "no spread at all",
        stream(3, 3.5, [4, 4, 4, 4, 5, 4, 3]),
        expect=[QUIET] * 4 + [(math.inf, True), QUIET, (-1 / (1.2533 / 3), False)],
    ),
    case("the window is not full yet", stream(6, 2, [1, 900, -900, 1, 4]), expect=[QUIET] * 5),
    case(
        "a new level is believed",
        stream(5, 4, [1, 2, 3, 2, 1, 50, 51, 52, 51, 50]),
        hidden=True,
    ),
    case("an even window", stream(4, 3, [1, 2, 4, 9, 5, 40, 3, 8]), hidden=True),
    case(
        "a window of one",
        stream(1, 3.5, [5, 5, 6, 6, 2]),
        expect=[QUIET, QUIET, (math.inf, True), QUIET, (-math.inf, True)],
        hidden=True,
    ),
    case("a window of two", stream(2, 2, [3, 5, 4, 9, 9, 30, 2]), hidden=True),
    case("far below", stream(5, 3.5, [20, 22, 21, 24, 23, -60, 22, 21]), hidden=True),
    case("below zero", stream(5, 3, [-9, -7, -8, -6, -10, -8, -30, 4]), hidden=True),
    case(
        "three spikes of seven",
        stream(7, 3.5, [10, 80, 12, 81, 11, 83, 13, 79, 12]),
        hidden=True,
    ),
    case("old values leave", stream(3, 3, [1, 2, 3, 10, 20, 30, 41, 52, 60]), hidden=True),
    case(
        "just under the threshold",
        stream(5, 3.5, [10, 11, 12, 13, 14, 17.1, 12]),
        hidden=True,
    ),
    case(
        "milliseconds with fractions",
        stream(5, 3.5, [1.2, 1.5, 1.1, 1.3, 1.4, 2.9, 1.2]),
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    while True:
        values = [
            rng.choice((rng.randint(0, 9), round(rng.gauss(5, 2), 2), rng.randint(50, 99)))
            for _ in range(rng.randint(5, 35))
        ]
        script = stream(rng.randint(1, 9), rng.choice((2, 3.5, 5)), values)
        if valid(script):
            return script


def oracle(script):
    """The window cut out of the whole stream; medians by counting what is below, in fractions."""
    size, threshold = script.construct
    values = [Fraction(value) for _, (value,) in script.steps]
    answers = []
    for end, value in enumerate(values):
        score = _score(values[end - size : end], value) if end >= size else 0.0
        answers.append((score, abs(score) > threshold))
    return answers


def _score(window, value):
    centre = _median(window)
    distances = [abs(other - centre) for other in window]
    spread = Fraction(14826, 10000) * _median(distances)
    spread = spread or Fraction(12533, 10000) * sum(distances) / len(distances)
    if spread:
        return float((value - centre) / spread)
    return 0.0 if value == centre else math.inf if value > centre else -math.inf


def _median(values):
    ranks = (len(values) - 1) // 2, len(values) // 2
    return sum(_of_rank(values, rank) for rank in ranks) / 2


def _of_rank(values, rank):
    for value in values:
        below = sum(other < value for other in values)
        if below <= rank < below + values.count(value):
            return value
    raise ValueError(f"no value of rank {rank} among {len(values)}")


def valid(script):
    """No score at the threshold, and no spread that is rounding alone."""
    size, threshold = script.construct
    if size < 1 or threshold <= 0:
        return False
    scores = [abs(score) for score, _ in oracle(script)]
    clear = all(abs(score - threshold) > 1e-6 for score in scores)
    return clear and all(score < 1e6 or score == math.inf for score in scores)


def growth(n):
    rng = random.Random(n)
    return stream(7, 3.5, [rng.gauss(20, 3) for _ in range(n)])
