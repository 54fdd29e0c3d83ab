import math

import numpy as np
from warmstart import calls, case


def counted(*shape):
    return np.arange(1.0, math.prod(shape) + 1).reshape(shape)


def there_and_back(channels, height, width, size, stride=1):
    """Unfolds an image of counted values, then folds columns of counted values."""
    windows = ((height - size) // stride + 1) * ((width - size) // stride + 1)
    given = (channels, height, width, size, stride)
    columns = counted(channels * size * size, windows)
    return calls(*given)("columns", counted(channels, height, width))("image", columns)


CASES = [
    case("three by three", calls(1, 3, 3, 2)("columns", counted(1, 3, 3))),
    case("how often each place is copied", calls(1, 3, 3, 2)("image", np.ones((4, 4)))),
    case("two channels", there_and_back(2, 3, 3, 2)),
    case("a stride of two", there_and_back(1, 5, 5, 3, 2)),
    case("wider than high", there_and_back(1, 2, 5, 2), hidden=True),
    case("higher than wide", there_and_back(2, 5, 3, 2), hidden=True),
    case("windows of one", there_and_back(3, 2, 2, 1), hidden=True),
    case("one window", there_and_back(2, 3, 3, 3), hidden=True),
    case("windows side by side", there_and_back(1, 4, 6, 2, 2), hidden=True),
    case("a rest that no window covers", there_and_back(1, 5, 6, 2, 2), hidden=True),
    case("gaps between windows", there_and_back(1, 7, 7, 2, 3), hidden=True),
    case(
        "twice with the same object",
        there_and_back(1, 3, 4, 2)("columns", -counted(1, 3, 4)),
        hidden=True,
    ),
]

GENERATED = 8


def generate(rng):
    channels, size, stride = rng.randint(1, 3), rng.randint(1, 3), rng.randint(1, 3)
    height, width = rng.randint(size, 6), rng.randint(size, 6)
    return there_and_back(channels, height, width, size, stride)


def oracle(job):
    """One number at a time, from the places that the text names."""
    channels, height, width, size, *rest = job.construct
    stride = rest[0] if rest else 1
    tops = range(0, height - size + 1, stride)
    lefts = range(0, width - size + 1, stride)
    starts = [(top, left) for top in tops for left in lefts]
    taps = [(c, u, v) for c in range(channels) for u in range(size) for v in range(size)]
    answers = []
    for name, (given,) in job.steps:
        if name == "columns":
            answers.append([[given[c, t + u, s + v] for t, s in starts] for c, u, v in taps])
        else:
            folded = np.zeros((channels, height, width)).tolist()
            for row, (c, u, v) in enumerate(taps):
                for column, (t, s) in enumerate(starts):
                    folded[c][t + u][s + v] += float(given[row, column])
            answers.append(folded)
    return [np.array(answer, dtype=np.float64) for answer in answers]
