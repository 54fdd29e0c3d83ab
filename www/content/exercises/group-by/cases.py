import math

from warmstart import case

RUNS = [
    {"chip": "A17", "ms": 8},
    {"chip": "A15", "ms": 14},
    {"chip": "A17", "ms": 10},
    {"chip": "A15", "ms": None},
]
EVERYTHING = {
    "values": ("ms", "count"),
    "total": ("ms", "sum"),
    "mean": ("ms", "mean"),
    "least": ("ms", "min"),
    "most": ("ms", "max"),
}
VERSIONS = [
    {"chip": "A17", "version": 2, "ms": 5},
    {"chip": "A17", "version": 3, "ms": 4},
    {"chip": "A15", "version": 2, "ms": 9},
    {"chip": "A17", "version": 2, "ms": 7},
]
SPLIT = [
    {"family": "pro", "model": "max_2", "ms": 1},
    {"family": "pro_max", "model": "2", "ms": 2},
    {"family": "None", "model": "x", "ms": 3},
    {"family": None, "model": "x", "ms": 4},
]

CASES = [
    case(
        "two chips",
        RUNS,
        ["chip"],
        {"runs": ("ms", "count"), "mean_ms": ("ms", "mean")},
        expect=[
            {"chip": "A17", "runs": 2, "mean_ms": 9.0},
            {"chip": "A15", "runs": 1, "mean_ms": 14.0},
        ],
    ),
    case(
        "two keys",
        VERSIONS,
        ["version", "chip"],
        {"total": ("ms", "sum")},
        expect=[
            {"version": 2, "chip": "A17", "total": 12},
            {"version": 3, "chip": "A17", "total": 4},
            {"version": 2, "chip": "A15", "total": 9},
        ],
    ),
    case(
        "without a key",
        [{"chip": "A15", "ms": 3}, {"ms": 5}, {"chip": None, "ms": 6}],
        ["chip"],
        {"total": ("ms", "sum")},
        expect=[{"chip": "A15", "total": 3}, {"chip": None, "total": 11}],
    ),
    case(
        "nothing to aggregate",
        [{"chip": "A15"}, {"chip": "A15", "ms": None}],
        ["chip"],
        EVERYTHING,
        expect=[
            {"chip": "A15", "values": 0, "total": 0, "mean": None, "least": None, "most": None}
        ],
    ),
    case("no rows", [], ["chip"], EVERYTHING, expect=[], hidden=True),
    case(
        "zero is a value",
        [{"chip": "A15", "ms": 0}, {"chip": "A15", "ms": 4}, {"chip": "A15"}],
        ["chip"],
        EVERYTHING,
        expect=[{"chip": "A15", "values": 2, "total": 4, "mean": 2, "least": 0, "most": 4}],
        hidden=True,
    ),
    case("below zero", [{"k": 1, "ms": -4}, {"k": 1, "ms": -9}], ["k"], EVERYTHING, hidden=True),
    case(
        "keys that look alike in one text",
        SPLIT,
        ["family", "model"],
        {"total": ("ms", "sum")},
        expect=[
            {"family": "pro", "model": "max_2", "total": 1},
            {"family": "pro_max", "model": "2", "total": 2},
            {"family": "None", "model": "x", "total": 3},
            {"family": None, "model": "x", "total": 4},
        ],
        hidden=True,
    ),
    case(
        "the number 1 and the text 1",
        [{"k": 1, "ms": 2}, {"k": "1", "ms": 3}, {"k": 1, "ms": 4}],
        ["k"],
        {"total": ("ms", "sum")},
        expect=[{"k": 1, "total": 6}, {"k": "1", "total": 3}],
        hidden=True,
    ),
    case(
        "0 and an empty text are keys",
        [{"k": 0, "ms": 1}, {"k": "", "ms": 2}, {"ms": 4}, {"k": 0, "ms": 8}],
        ["k"],
        {"total": ("ms", "sum")},
        expect=[{"k": 0, "total": 9}, {"k": "", "total": 2}, {"k": None, "total": 4}],
        hidden=True,
    ),
    case(
        "in turns, z first",
        [{"k": name, "ms": number} for number, name in enumerate("zazbza")],
        ["k"],
        {"total": ("ms", "sum"), "least": ("ms", "min")},
        expect=[
            {"k": "z", "total": 6, "least": 0},
            {"k": "a", "total": 6, "least": 1},
            {"k": "b", "total": 3, "least": 3},
        ],
        hidden=True,
    ),
    case(
        "a key is also counted",
        [{"k": 4}, {"k": 4}, {}],
        ["k"],
        {"rows": ("k", "count")},
        expect=[{"k": 4, "rows": 2}, {"k": None, "rows": 0}],
        hidden=True,
    ),
    case("no aggregations: the distinct keys", VERSIONS, ["chip"], {}, hidden=True),
    case("a column that no row has", RUNS, ["chip"], {"watts": ("watts", "mean")}, hidden=True),
]

GENERATED = 10


def generate(rng):
    rows = []
    for _ in range(rng.randint(1, 25)):
        row = {
            "chip": rng.choice(("A15", "A17", None)),
            "version": rng.randint(0, 2),
            "ms": rng.choice((None, 0, rng.randint(1, 30), round(rng.uniform(-1, 9), 3))),
            "mj": rng.randint(0, 9),
        }
        rows.append({name: value for name, value in row.items() if rng.random() < 0.85})
    keys = rng.choice((["chip"], ["version"], ["chip", "version"], ["version", "chip"]))
    return (rows, keys, {**EVERYTHING, "energy": ("mj", rng.choice(("sum", "mean", "max")))})


def oracle(rows, keys, aggregations):
    """Goes through all rows again for each group, and sorts the values for least and most."""
    identities = [[row.get(key) for key in keys] for row in rows]
    table = []
    for place, identity in enumerate(identities):
        if identity in identities[:place]:
            continue
        line = {key: identity[index] for index, key in enumerate(keys)}
        for output, (column, function) in aggregations.items():
            found = [row.get(column) for row, other in zip(rows, identities) if other == identity]
            line[output] = _aggregate(function, [value for value in found if value is not None])
        table.append(line)
    return table


def _aggregate(function, values):
    if function in ("count", "sum"):
        return math.fsum(values) if function == "sum" else len(values)
    if not values:
        return None
    if function == "mean":
        return math.fsum(value / len(values) for value in values)
    return sorted(values)[0 if function == "min" else -1]


def valid(rows, keys, aggregations):
    functions = ("count", "sum", "mean", "min", "max")
    numbers = [row.get(column) for row in rows for column, _ in aggregations.values()]
    return (
        len(keys) >= 1
        and all(keys)
        and len(set(keys)) == len(keys)
        and not {*keys} & {*aggregations}
        and all(function in functions for _, function in aggregations.values())
        and all(not isinstance(number, str) for number in numbers)
    )


def growth(n):
    rows = [{"chip": (7 * number) % (n // 2), "ms": number % 13} for number in range(n)]
    return (rows, ["chip"], {"runs": ("ms", "count"), "mean": ("ms", "mean")})
