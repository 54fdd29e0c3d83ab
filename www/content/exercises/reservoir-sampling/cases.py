import math
import random
from fractions import Fraction

from warmstart import calls, case


def day(size, *offers):
    """A reservoir that is offered these (clip, u) pairs, and asked for its sample at the end."""
    script = calls(size)
    for clip, u in offers:
        script = script("offer", clip, u)
    return script("sample")


def numbered(size, *draws):
    """Clips c1, c2, … with these draws."""
    return day(size, *((f"c{number}", u) for number, u in enumerate(draws, 1)))


CASES = [
    case(
        "cat, van, fox, owl",
        day(2, ("cat", 0.9), ("van", 0.3), ("fox", 0.5), ("owl", 0.6)),
        expect=[None, None, "van", "owl", ["cat", "fox"]],
    ),
    case(
        "one slot",
        numbered(1, 0.7, 0.3, 0.4, 0.2),
        expect=[None, "c1", "c3", "c2", ["c4"]],
    ),
    case("not full yet", numbered(3, 0.1, 0.1), expect=[None, None, ["c1", "c2"]]),
    case("nothing offered", day(2), expect=[[]], hidden=True),
    case(
        "just below p, just above",
        numbered(2, 0.5, 0.5, 0.65, 0.51, 0.39, 0.41),
        expect=[None, None, "c2", "c4", "c3", "c6", ["c1", "c5"]],
        hidden=True,
    ),
    case(
        "p of the clip before would take it",
        numbered(3, 0, 0, 0, 0.8, 0.65),
        expect=[None, None, None, "c4", "c5", ["c1", "c2", "c3"]],
        hidden=True,
    ),
    case(
        "a draw of zero is always taken",
        numbered(2, 0.0, 0.0, 0.0, 0.0, 0.0),
        expect=[None, None, "c1", "c3", "c4", ["c5", "c2"]],
        hidden=True,
    ),
    case(
        "every slot is reached",
        numbered(4, 0.5, 0.5, 0.5, 0.5, 0.1, 0.25, 0.36, 0.44),
        expect=[None, None, None, None, "c1", "c2", "c3", "c4", ["c5", "c6", "c7", "c8"]],
        hidden=True,
    ),
    case(
        "draws near one change nothing",
        numbered(2, 0.99, 0.99, 0.99, 0.99, 0.99),
        expect=[None, None, "c3", "c4", "c5", ["c1", "c2"]],
        hidden=True,
    ),
    case(
        "asked in between",
        numbered(2, 0.2, 0.2)("offer", "c3", 0.1)("sample")("offer", "c4", 0.3)("sample"),
        expect=[None, None, ["c1", "c2"], "c1", ["c3", "c2"], "c2", ["c3", "c4"]],
        hidden=True,
    ),
    case("late clips seldom stay", numbered(2, *([0.11] * 30)), hidden=True),
    case("more slots than clips", numbered(9, 0.4, 0.8, 0.1, 0.9), hidden=True),
]

GENERATED = 10


def generate(rng):
    size = rng.randint(1, 6)
    return numbered(size, *(_safe_draw(rng, count) for count in range(1, rng.randint(5, 40))))


def _safe_draw(rng, count):
    """A number in the middle part of one of `count` equal pieces of [0, 1)."""
    return (rng.randrange(count) + rng.uniform(0.1, 0.9)) / count


def oracle(script):
    """For each question the whole stream again: who was the last to land in this slot?"""
    (size,) = script.construct
    stream, answers = [], []
    for method, arguments in script.steps:
        before = _kept(stream, size)
        if method == "sample":
            answers.append(before)
            continue
        stream.append(arguments)
        gone = {*before, arguments[0]} - {*_kept(stream, size)}
        answers.append(gone.pop() if gone else None)
    return answers


def _kept(stream, size):
    """The sample of a stream of (clip, u), looked for from the end, in exact fractions."""
    kept = stream[:size]
    places = [math.floor(Fraction(u) * count) for count, (_, u) in enumerate(stream, 1)]
    for slot in range(len(kept)):
        late = [index for index in range(size, len(stream)) if places[index] == slot]
        if late:
            kept[slot] = stream[late[-1]]
    return [clip for clip, _ in kept]


def valid(script):
    (size,) = script.construct
    offers = [arguments for method, arguments in script.steps if method == "offer"]
    clips = [clip for clip, _ in offers]
    draws = [u for _, u in offers]
    scaled = [u * count for count, u in enumerate(draws, 1) if u and count > size]
    return (
        size >= 1
        and len(set(clips)) == len(clips)
        and all(clips)
        and all(0 <= u < 1 for u in draws)
        and all(1e-6 < value % 1 < 1 - 1e-6 for value in scaled)
    )


def growth(n):
    rng = random.Random(n)
    return numbered(n // 4, *(_safe_draw(rng, count) for count in range(1, n + 1)))
