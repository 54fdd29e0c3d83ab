import random

from warmstart import case

BREATHS = [(900, 1400), (0, 500), (400, 700)]

CASES = [
    case("an overlap, then a silence", BREATHS, 0, expect=[(0, 700), (900, 1400)]),
    case("the silence is as long as the gap", BREATHS, 200, expect=[(0, 1400)]),
    case("the silence is longer by one", BREATHS, 199, expect=[(0, 700), (900, 1400)]),
    case(
        "no bridge without sound",
        [(0, 100), (160, 160), (220, 300)],
        60,
        expect=[(0, 100), (220, 300)],
    ),
    case("no segments", [], 100, expect=[], hidden=True),
    case("one segment", [(30, 60)], 0, expect=[(30, 60)], hidden=True),
    case("one inside another", [(0, 1000), (200, 300)], 0, expect=[(0, 1000)], hidden=True),
    case(
        "behind the one that was inside",
        [(0, 1000), (100, 200), (600, 1200), (1300, 1310)],
        0,
        expect=[(0, 1200), (1300, 1310)],
        hidden=True,
    ),
    case("they only touch", [(10, 20), (20, 35)], 0, expect=[(10, 35)], hidden=True),
    case("the last comes first", [(50, 60), (30, 40), (10, 20)], 0, hidden=True),
    case(
        "a chain",
        [(0, 10), (8, 20), (18, 30), (28, 40)],
        0,
        expect=[(0, 40)],
        hidden=True,
    ),
    case(
        "bridged one after the other",
        [(0, 10), (15, 20), (25, 30), (36, 40)],
        5,
        expect=[(0, 30), (36, 40)],
        hidden=True,
    ),
    case("the same segment twice", [(5, 9), (5, 9)], 0, expect=[(5, 9)], hidden=True),
    case("same start, other ends", [(5, 9), (5, 30), (5, 6)], 0, expect=[(5, 30)], hidden=True),
    case("only empty ones", [(5, 5), (0, 0), (7, 7)], 10, expect=[], hidden=True),
    case(
        "one empty in a silence, one far away",
        [(0, 100), (160, 160), (900, 900), (220, 300)],
        60,
        expect=[(0, 100), (220, 300)],
        hidden=True,
    ),
    case("an empty one at the front", [(0, 0), (3, 8)], 5, expect=[(3, 8)], hidden=True),
    case(
        "two long ones around a joint one",
        [(0, 50), (10, 20), (60, 70), (40, 90)],
        0,
        expect=[(0, 90)],
        hidden=True,
    ),
]

GENERATED = 12


def generate(rng):
    length = rng.choice([60, 200])
    segments = []
    for _ in range(rng.randint(0, 14)):
        start = rng.randrange(length)
        segments.append((start, start + rng.choice([0, 1, 3, 8, 20])))
    return (segments, rng.randint(0, 5))


def oracle(segments, gap):
    """Paints every millisecond of sound, then reads the painted time line back."""
    sound = sorted({ms for start, end in segments for ms in range(start, end)})
    runs = []
    for ms in sound:
        if runs and ms - runs[-1][-1] - 1 <= gap:
            runs[-1].append(ms)
        else:
            runs.append([ms])
    return [(run[0], run[-1] + 1) for run in runs]


def growth(n):
    """Pairs that overlap, in random order: half as many come out as go in."""
    rng = random.Random(n)
    segments = [
        (100 * (i // 2) + 30 * (i % 2), 100 * (i // 2) + 30 * (i % 2) + 50) for i in range(n)
    ]
    rng.shuffle(segments)
    return (segments, 5)
