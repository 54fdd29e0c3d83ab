import random

from warmstart import case

BUMPER = [(10, "bump"), (40, "stop")]
WHEEL = [(10, "left 3"), (25, "left 5"), (40, "left 0")]

CASES = [
    case(
        "two sensors with ties",
        [BUMPER, WHEEL],
        expect=[(10, "bump"), (10, "left 3"), (25, "left 5"), (40, "stop"), (40, "left 0")],
    ),
    case("a tie goes to the earlier run", [[(5, "z")], [(5, "a")]], expect=[(5, "z"), (5, "a")]),
    case(
        "an empty run between",
        [[(3, "c")], [], [(1, "a"), (2, "b")]],
        expect=[(1, "a"), (2, "b"), (3, "c")],
    ),
    case("no runs", [], expect=[]),
    case("only empty runs", [[], [], []], expect=[], hidden=True),
    case("one run", [[(1, "on"), (1, "ready"), (9, "off")]], hidden=True),
    case("a tie within a run", [[(4, "y"), (4, "x")], [(4, "w")]], hidden=True),
    case(
        "messages that have no order",
        [[(7, {"volts": 3.7}), (8, None)], [(7, None), (8, {"volts": 3.6})]],
        hidden=True,
    ),
    case("one run before the other", [[(8, "h"), (9, "i")], [(1, "a"), (2, "b")]], hidden=True),
    case("times below zero", [[(-5, "boot"), (0, "go")], [(-9, "power"), (3, "ok")]], hidden=True),
    case(
        "one long run, two short",
        [[(t, "tick") for t in range(12)], [(4, "a")], [(4, "b")]],
        hidden=True,
    ),
    case(
        "everything at once",
        [[(0, f"{run}{place}") for place in range(3)] for run in range(4)],
        hidden=True,
    ),
    case(
        "300 runs",
        [[(7 * run % 41 + 50 * place, run) for place in range(5)] for run in range(300)],
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    """Few different times, so that ties are common; the message tells where a record came from."""
    runs = []
    for run in range(rng.randint(1, 6)):
        times = sorted(rng.randint(0, 12) for _ in range(rng.randint(0, 8)))
        runs.append([(time, f"{run}.{place}") for place, time in enumerate(times)])
    return (runs,)


def oracle(runs):
    """The time's own order: for each time that occurs, the records of that time, run by run."""
    times = sorted({time for run in runs for time, _ in run})
    return [record for time in times for run in runs for record in run if record[0] == time]


def growth(n):
    """Records dealt to 8 runs at random."""
    rng = random.Random(n)
    runs = [[] for _ in range(8)]
    for time in range(n):
        runs[rng.randrange(8)].append((time, "tick"))
    return (runs,)
