import numpy as np
from warmstart import calls, case


def row(*values):
    return np.array(values, dtype=np.float64)


def fan(shape, start):
    """Evenly spread numbers in [0, 1) in an order without a pattern, the same on every machine."""
    count = int(np.prod(shape))
    return np.array([(start + 0.618034 * i) % 1 for i in range(count)]).reshape(shape)


X = row(4, 8, 0, -2)
DRAWS = row(0.7, 0.1, 0.5, 0.2)
ONES = row(1, 1, 1, 1)
GRID = 6 * fan((3, 4), 0.3) - 3
PULL = 4 * fan((3, 4), 0.9) - 2

CASES = [
    case(
        "the table of the task",
        calls(0.2)("forward", X, DRAWS)("backward", ONES)("forward", X)("backward", ONES),
        expect=[row(5, 0, 0, -2.5), row(1.25, 0, 1.25, 1.25), X, ONES],
    ),
    case("a matrix", calls(0.4)("forward", GRID, fan((3, 4), 0.1))("backward", PULL)),
    case("in use only", calls(0.5)("forward", GRID)("backward", PULL), expect=[GRID, PULL]),
    case("draws at the rate", calls(0.5)("forward", ONES, row(0.5, 0.4999, 0.5001, 0.0))),
    case(
        "a rate of zero",
        calls(0.0)("forward", X, row(0.0, 0.3, 0.6, 0.9))("backward", ONES),
        expect=[X, ONES],
        hidden=True,
    ),
    case(
        "everything is dropped",
        calls(0.9)("forward", X, row(0.1, 0.2, 0.3, 0.8))("backward", ONES),
        expect=[row(0, 0, 0, 0), row(0, 0, 0, 0)],
        hidden=True,
    ),
    case("nothing is dropped", calls(0.25)("forward", X, row(0.5, 0.9, 0.3, 0.7)), hidden=True),
    case("inputs of zero", calls(0.5)("forward", 0 * X, DRAWS)("backward", ONES), hidden=True),
    case(
        "two backward passes",
        calls(0.2)("forward", X, DRAWS)("backward", ONES)("backward", X),
        hidden=True,
    ),
    case(
        "two batches, other draws",
        calls(0.3)("forward", GRID, fan((3, 4), 0.2))("forward", GRID, fan((3, 4), 0.75))(
            "backward", PULL
        ),
        hidden=True,
    ),
    case(
        "training, in use, backwards",
        calls(0.5)("forward", X, DRAWS)("forward", ONES)("backward", X),
        expect=[row(8, 0, 0, 0), ONES, X],
        hidden=True,
    ),
    case(
        "in use, training, backwards",
        calls(0.5)("forward", X)("forward", ONES, DRAWS)("backward", X),
        hidden=True,
    ),
    case(
        "a batch of another shape",
        calls(0.3)("forward", GRID, fan((3, 4), 0.2))("forward", X, DRAWS)("backward", ONES),
        hidden=True,
    ),
    case(
        "three axes",
        calls(0.6)("forward", fan((2, 3, 2), 0.4), fan((2, 3, 2), 0.05))(
            "backward", fan((2, 3, 2), 0.8)
        ),
        hidden=True,
    ),
]

GENERATED = 8


def generate(rng):
    rate = rng.choice([0.1, 0.25, 0.5, 0.8])
    script = calls(rate)
    for _ in range(rng.randint(1, 3)):
        shape = (rng.randint(1, 4), rng.randint(1, 4))
        values = _normal(rng, shape)
        if rng.random() < 0.3:
            script = script("forward", values)
        else:
            draws = np.array([rng.random() for _ in range(values.size)]).reshape(shape)
            script = script("forward", values, draws)
        if rng.random() < 0.8:
            script = script("backward", _normal(rng, shape))
    return script


def oracle(script):
    """Looks back from each call to the draws that hold for it, and treats one element at a time."""
    (rate,) = script.construct
    answers = []
    for place, (_, arguments) in enumerate(script.steps):
        latest = next(step for step in script.steps[place::-1] if step[0] == "forward")
        draws = latest[1][1].ravel().tolist() if len(latest[1]) == 2 else None
        values = arguments[0].ravel().tolist()
        if draws is not None:
            values = [v / (1 - rate) if u >= rate else 0.0 for v, u in zip(values, draws)]
        answers.append(np.array(values).reshape(arguments[0].shape))
    return answers


def _normal(rng, shape):
    return np.array([[rng.gauss(0, 1) for _ in range(shape[1])] for _ in range(shape[0])])
