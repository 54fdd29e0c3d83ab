from warmstart import case

RING = [640, 710, 785, 120, 300, 455]

CASES = [
    case("behind the fall", RING, 300, expect=4),
    case("a time between two records", RING, 500, expect=None),
    case("not rotated at all", [120, 300, 455, 640], 120, expect=0),
    case("before the fall", RING, 710, expect=1),
    case("two records, the second", [3, 1], 1, expect=1, hidden=True),
    case("two records, the first", [3, 1], 3, expect=0, hidden=True),
    case("one record", [7], 7, expect=0, hidden=True),
    case("one record, not the one", [7], 8, expect=None, hidden=True),
    case("an empty ring", [], 5, expect=None, hidden=True),
    case("the first place", RING, 640, expect=0, hidden=True),
    case("the last place", RING, 455, expect=5, hidden=True),
    case("the oldest record", RING, 120, expect=3, hidden=True),
    case("the newest record", RING, 785, expect=2, hidden=True),
    case("earlier than everything", RING, 5, expect=None, hidden=True),
    case("later than everything", RING, 999, expect=None, hidden=True),
    case("rotated by one", [9, 2, 4, 6, 8], 8, expect=4, hidden=True),
    case("all but one rotated", [4, 6, 8, 9, 2], 2, expect=4, hidden=True),
    case("times below zero", [0, 4, -9, -3], -9, expect=2, hidden=True),
]

GENERATED = 12


def generate(rng):
    times = sorted(rng.sample(range(-50, 200), rng.randint(1, 24)))
    turn = rng.randrange(len(times))
    wanted = rng.choice(times) if rng.random() < 0.7 else rng.randint(-60, 210)
    return (times[turn:] + times[:turn], wanted)


def oracle(times, wanted):
    """A look at every record."""
    return next((index for index, time in enumerate(times) if time == wanted), None)


def growth(n):
    """Even times, rotated by a third; the odd time that is looked for is not there."""
    times = [2 * index for index in range(n)]
    turn = n // 3
    return (times[turn:] + times[:turn], n + 1)
