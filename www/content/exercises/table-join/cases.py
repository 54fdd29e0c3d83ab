from warmstart import case

SHOWN = [{"track": 7, "time": 1}, {"track": 9, "time": 2}]
PLAYS = [{"track": 7, "time": 5, "liked": True}, {"track": 7, "time": 8}]
USERS = [{"user": "ada", "age": 36}, {"user": None, "age": 20}, {"age": 50}]
SESSIONS = [{"user": None, "minutes": 3}, {"user": "ada", "minutes": 9}, {"minutes": 4}]
DAYS = [
    {"user": "ada", "day": 1, "steps": 100},
    {"user": "ada", "day": 2, "steps": 200},
    {"user": "bob", "day": 1, "steps": 300},
]
SLEEP = [
    {"user": "bob", "day": 1, "hours": 6},
    {"user": "ada", "day": 2, "hours": 8},
    {"user": "bob", "day": 2, "hours": 7},
]

CASES = [
    case(
        "two plays of one track",
        SHOWN,
        PLAYS,
        ["track"],
        "left",
        expect=[
            {"track": 7, "time": 1, "time_right": 5, "liked": True},
            {"track": 7, "time": 1, "time_right": 8, "liked": None},
            {"track": 9, "time": 2, "time_right": None, "liked": None},
        ],
    ),
    case(
        "inner: only what matches",
        SHOWN,
        PLAYS,
        ["track"],
        "inner",
        expect=[
            {"track": 7, "time": 1, "time_right": 5, "liked": True},
            {"track": 7, "time": 1, "time_right": 8, "liked": None},
        ],
    ),
    case(
        "missing keys match nothing",
        USERS,
        SESSIONS,
        ["user"],
        "left",
        expect=[
            {"user": "ada", "age": 36, "minutes": 9},
            {"user": None, "age": 20, "minutes": None},
            {"user": None, "age": 50, "minutes": None},
        ],
    ),
    case(
        "two keys",
        DAYS,
        SLEEP,
        ["user", "day"],
        "inner",
        expect=[
            {"user": "ada", "day": 2, "steps": 200, "hours": 8},
            {"user": "bob", "day": 1, "steps": 300, "hours": 6},
        ],
    ),
    case(
        "duplicates on both sides",
        [{"k": 1, "a": "x"}, {"k": 2, "a": "y"}, {"k": 1, "a": "z"}],
        [{"k": 1, "b": 10}, {"k": 1, "b": 20}, {"k": 3, "b": 30}],
        ["k"],
        "inner",
        expect=[
            {"k": 1, "a": "x", "b": 10},
            {"k": 1, "a": "x", "b": 20},
            {"k": 1, "a": "z", "b": 10},
            {"k": 1, "a": "z", "b": 20},
        ],
        hidden=True,
    ),
    case(
        "one of two keys is missing",
        DAYS,
        [{"user": "ada"}, *SLEEP],
        ["user", "day"],
        "left",
        hidden=True,
    ),
    case(
        "one key is missing on both sides",
        [{"user": "ada", "day": None}, {"user": "ada", "day": 1}],
        [{"user": "ada", "hours": 5}],
        ["user", "day"],
        "inner",
        expect=[],
        hidden=True,
    ),
    case("an empty right table", SHOWN, [], ["track"], "left", expect=SHOWN, hidden=True),
    case("an empty right table, inner", SHOWN, [], ["track"], "inner", expect=[], hidden=True),
    case("an empty left table", [], PLAYS, ["track"], "left", expect=[], hidden=True),
    case(
        "a column that only a later row has",
        [{"k": 1}, {"k": 2, "note": "late"}],
        [{"k": 1}, {"k": 1, "x": 5}],
        ["k"],
        "left",
        expect=[
            {"k": 1, "note": None, "x": None},
            {"k": 1, "note": None, "x": 5},
            {"k": 2, "note": "late", "x": None},
        ],
        hidden=True,
    ),
    case(
        "a name clashes though no pair has both",
        [{"k": 1}, {"k": 2, "score": 3}],
        [{"k": 1, "score": 8}],
        ["k"],
        "inner",
        expect=[{"k": 1, "score": None, "score_right": 8}],
        hidden=True,
    ),
    case(
        "zero and the empty text are keys",
        [{"k": 0, "a": 1}, {"k": "", "a": 2}],
        [{"k": "", "b": 3}, {"k": 0, "b": 4}],
        ["k"],
        "inner",
        expect=[{"k": 0, "a": 1, "b": 4}, {"k": "", "a": 2, "b": 3}],
        hidden=True,
    ),
    case(
        "the number 1 is not the text 1",
        [{"k": 1}],
        [{"k": "1", "b": 3}],
        ["k"],
        "left",
        expect=[{"k": 1, "b": None}],
        hidden=True,
    ),
    case("keys only", [{"k": 1}, {"k": 2}], [{"k": 2}, {"k": 2}], ["k"], "inner", hidden=True),
    case(
        "a partner whose values are missing is still one",
        [{"k": 1}],
        [{"k": 1, "b": None}, {"k": 1}],
        ["k"],
        "left",
        expect=[{"k": 1, "b": None}, {"k": 1, "b": None}],
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    left = _table(rng, ("user", "day", "steps", "score"))
    right = _table(rng, ("user", "day", "hours", "score"))
    left[0] |= {"user": "ada", "day": 1}
    keys = rng.choice((["user"], ["day"], ["user", "day"], ["day", "user"]))
    return (left, right, keys, rng.choice(("inner", "left")))


def _table(rng, columns):
    draw = {
        "user": lambda: rng.choice(("ada", "bob", "cem", None)),
        "day": lambda: rng.randint(0, 2),
    }
    return [
        {
            column: draw.get(column, lambda: rng.randint(0, 99))()
            for column in columns
            if rng.random() < 0.85
        }
        for _ in range(rng.randint(1, 9))
    ]


def oracle(left, right, keys, how):
    """Every pair is looked at, and columns are looked up by name at the very end."""
    pairs = []
    for row in left:
        found = [(row, other) for other in right if _match(row, other, keys)]
        pairs += found or ([(row, None)] if how == "left" else [])
    table = [{} for _ in pairs]
    for side, rows in enumerate((left, right)):
        for column in sorted(set().union(*rows) - (set(keys) if side else set())):
            clashes = side and any(column in row for row in left)
            name = column + "_right" if clashes else column
            for line, pair in zip(table, pairs):
                line[name] = pair[side].get(column) if pair[side] is not None else None
    return table


def _match(row, other, keys):
    values = [(row.get(key), other.get(key)) for key in keys]
    return all(a is not None and b is not None and a == b for a, b in values)


def valid(left, right, keys, how):
    columns = set().union(*left, *right)
    return (
        how in ("inner", "left")
        and len(keys) >= 1
        and len(set(keys)) == len(keys)
        and all(columns)
        and all(not left or any(key in row for row in left) for key in keys)
        and not any(column.endswith("_right") for column in columns)
    )


def growth(n):
    left = [{"k": (5 * number) % n, "a": number} for number in range(n)]
    right = [{"k": n - 1 - number, "b": number} for number in range(n)]
    return (left, right, ["k"], "left")
