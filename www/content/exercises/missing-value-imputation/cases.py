import random
import statistics

from warmstart import calls, case

NAN = float("nan")
UNKNOWN = {"y": None, "y_missing": True, "z": 0, "z_missing": True}


def fitted(strategies, train, *batches):
    """An imputer that is fitted to `train` and then fills each of the batches."""
    script = calls(strategies)("fit", train)
    for batch in batches:
        script = script("transform", batch)
    return script


def column(*values):
    """Rows with the one column x."""
    return [{"x": value} for value in values]


CASES = [
    case(
        "a watch on the bedside table",
        fitted(
            {"pulse": "median"},
            [{"pulse": 50}, {"pulse": 90}, {}, {"pulse": 54}],
            [{"pulse": None, "age": 40}],
            [{"pulse": 71}],
        ),
        expect=[
            None,
            [{"pulse": 54, "age": 40, "pulse_missing": True}],
            [{"pulse": 71, "pulse_missing": False}],
        ],
    ),
    case(
        "three ways to be missing",
        fitted({"x": "mean"}, column(2, None, NAN, 4) + [{}], column(None, NAN, 0) + [{"y": 1}]),
        expect=[
            None,
            [
                {"x": 3.0, "x_missing": True},
                {"x": 3.0, "x_missing": True},
                {"x": 0, "x_missing": False},
                {"y": 1, "x": 3.0, "x_missing": True},
            ],
        ],
    ),
    case(
        "most frequent text",
        fitted(
            {"x": "mode", "y": ("constant", "none")},
            [{"x": "walk"}, {"x": "run"}, {"x": "walk", "y": "rain"}, {"x": None}],
            [{}],
        ),
        expect=[
            None,
            [{"x": "walk", "y": "none", "x_missing": True, "y_missing": True}],
        ],
    ),
    case(
        "the rows to fill say nothing",
        fitted({"x": "mean"}, column(1, 2, 3), column(100, None, 300)),
        expect=[
            None,
            [
                {"x": 100, "x_missing": False},
                {"x": 2.0, "x_missing": True},
                {"x": 300, "x_missing": False},
            ],
        ],
    ),
    case(
        "an even number of values",
        fitted({"x": "median"}, column(9, 1, 4, 2), column(None)),
        expect=[None, [{"x": 3.0, "x_missing": True}]],
        hidden=True,
    ),
    case(
        "several modes: the smallest",
        fitted({"x": "mode"}, column(7, 3, 7, 5, 3), column(None)),
        expect=[None, [{"x": 3, "x_missing": True}]],
        hidden=True,
    ),
    case(
        "zero and an empty text are values",
        fitted({"x": "median", "y": "mode"}, 2 * [{"x": 0, "y": ""}], [{"x": 0}, {"y": ""}]),
        expect=[
            None,
            [
                {"x": 0, "x_missing": False, "y": "", "y_missing": True},
                {"x": 0, "x_missing": True, "y": "", "y_missing": False},
            ],
        ],
        hidden=True,
    ),
    case(
        "most are zero",
        fitted({"x": "mean"}, column(0, 0, 0, 8), column(None)),
        expect=[None, [{"x": 2.0, "x_missing": True}]],
        hidden=True,
    ),
    case(
        "nothing known in training",
        fitted({"x": "mean", "y": "mode", "z": ("constant", 0)}, [{"x": None}, {}], [{}, {"x": 5}]),
        expect=[
            None,
            [
                {"x": None, "x_missing": True, **UNKNOWN},
                {"x": 5, "x_missing": False, **UNKNOWN},
            ],
        ],
        hidden=True,
    ),
    case(
        "other columns are left alone",
        fitted({"x": "mean"}, [{"x": 1, "y": 5}], [{"x": 2, "y": None}, {"x": 3}]),
        expect=[
            None,
            [{"x": 2, "x_missing": False, "y": None}, {"x": 3, "x_missing": False}],
        ],
        hidden=True,
    ),
    case(
        "fitted anew",
        fitted({"x": "mean"}, column(2, 4), column(None))
        ("fit", column(10))
        ("transform", column(None)),
        expect=[None, [{"x": 3.0, "x_missing": True}], None, [{"x": 10.0, "x_missing": True}]],
        hidden=True,
    ),
    case("no rows to fill", fitted({"x": "mean"}, column(1), []), expect=[None, []], hidden=True),
    case("no rows to learn from", fitted({"x": "median"}, [], column(None, 1)), hidden=True),
    case(
        "one reading of 65,535",
        fitted(
            {"x": "median", "y": "mean"},
            [{"x": 7, "y": 7}, {"x": 8, "y": 8}, {"x": 65535, "y": 65535}],
            [{}],
        ),
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    strategies = {
        "pulse": rng.choice(("mean", "median")),
        "steps": rng.choice(("mode", "median", ("constant", -1))),
        "sport": "mode",
    }
    return fitted(strategies, _rows(rng, 12), _rows(rng, 4), _rows(rng, 3))


def _rows(rng, most):
    """Up to so many rows, with every kind of gap."""
    rows = []
    for _ in range(rng.randint(1, most)):
        row = {
            "pulse": rng.choice((None, NAN, round(rng.uniform(40, 90), 1))),
            "steps": rng.choice((None, rng.randint(0, 4))),
            "sport": rng.choice(("run", "swim", "walk", "")),
            "age": rng.randint(20, 60),
        }
        rows.append({name: value for name, value in row.items() if rng.random() < 0.8})
    return rows


def oracle(script):
    """The statistics module, on values that are sorted first so that ties fall to the smallest."""
    (strategies,) = script.construct
    answers, train = [], []
    for method, (rows,) in script.steps:
        if method == "fit":
            train = rows
            answers.append(None)
        else:
            answers.append([_complete(row, strategies, train) for row in rows])
    return answers


def _complete(row, strategies, train):
    complete = {**row}
    for name, strategy in strategies.items():
        # Only NaN differs from itself.
        complete[f"{name}_missing"] = row.get(name) is None or row[name] != row[name]
        if complete[f"{name}_missing"]:
            values = [other.get(name) for other in train]
            known = sorted(value for value in values if value is not None and value == value)
            complete[name] = _fill(strategy, known)
    return complete


def _fill(strategy, known):
    if strategy[0] == "constant":
        return strategy[1]
    find = {"mean": statistics.fmean, "median": statistics.median, "mode": statistics.mode}
    return find[strategy](known) if known else None


def valid(script):
    (strategies,) = script.construct
    if not script.steps or script.steps[0][0] != "fit":
        return False
    if not all(
        strategy in ("mean", "median", "mode") or strategy[:1] == ("constant",)
        for strategy in strategies.values()
    ):
        return False
    rows = [row for _, (batch,) in script.steps for row in batch]
    if not all(isinstance(row, dict) for row in rows):
        return False
    for name, strategy in strategies.items():
        values = [row[name] for row in rows if row.get(name) is not None]
        texts = [isinstance(value, str) for value in values]
        if any(texts) and (strategy in ("mean", "median") or not all(texts)):
            return False
    return all(strategies) and not any(name.endswith("_missing") for row in rows for name in row)


def growth(n):
    rng = random.Random(n)
    train = [{"x": rng.random(), "y": rng.randrange(10 * n)} for _ in range(n)]
    return fitted({"x": "median", "y": "mode"}, train, [{"x": None, "y": 3}] * n)
