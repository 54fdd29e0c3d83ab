import math

import numpy as np
from warmstart import case


def wave(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


def counted(*shape):
    """1, 2, 4, 8, …: every sum of them tells which were added."""
    return (2.0 ** np.arange(math.prod(shape))).reshape(shape)


RIDGE = np.array([[[1.0, 9.0, 3.0]] * 3])

CASES = [
    case(
        "the largest stands twice", np.array([[[1.0, 5.0], [5.0, 2.0]]]), np.array([[[7.0]]]), 2, 2
    ),
    case("overlapping windows", RIDGE, np.array([[[1.0, 10.0], [100.0, 1000.0]]]), 2, 1),
    case("two channels", wave(0.3, 2, 4, 4), counted(2, 2, 2), 2, 2),
    case("all negative", -1.5 + wave(0.1, 1, 4, 4), counted(1, 2, 2), 2, 2),
    case("a window of three, step two", wave(0.5, 2, 5, 7), counted(2, 2, 3), 3, 2, hidden=True),
    case("a rest that no window reaches", wave(0.2, 1, 5, 5), counted(1, 2, 2), 2, 2, hidden=True),
    case("gaps between windows", wave(0.2, 1, 5, 5), counted(1, 2, 2), 2, 3, hidden=True),
    case("a window of one", wave(0.7, 1, 3, 3), counted(1, 3, 3), 1, 1, hidden=True),
    case("one window for everything", wave(0.7, 2, 3, 3), counted(2, 1, 1), 3, 3, hidden=True),
    case("all values alike", np.ones((1, 4, 4)), counted(1, 3, 3), 2, 1, hidden=True),
    case(
        "one peak wins every window",
        np.pad(np.array([[[8.0]]]), ((0, 0), (1, 1), (1, 1))),
        counted(1, 2, 2),
        2,
        1,
        hidden=True,
    ),
    case("gradients that cancel", RIDGE, np.array([[[1.0, -1.0], [2.0, -2.0]]]), 2, 1, hidden=True),
]

GENERATED = 8


def generate(rng):
    size, stride, channels = rng.randint(1, 3), rng.randint(1, 3), rng.randint(1, 2)
    height, width = rng.randint(size, 6), rng.randint(size, 6)
    shape = (channels, (height - size) // stride + 1, (width - size) // stride + 1)
    # Few different values, so that ties are common.
    x = [float(rng.randint(-3, 3)) for _ in range(channels * height * width)]
    dy = [rng.gauss(0, 1) for _ in range(math.prod(shape))]
    return (np.array(x).reshape(channels, height, width), np.array(dy).reshape(shape), size, stride)


def oracle(x, dy, size, stride):
    """Looks at each window's values one by one, in reading order."""
    values, push = x.tolist(), dy.tolist()
    y, dx = np.zeros(dy.shape), np.zeros(x.shape)
    for c, i, j in np.ndindex(*dy.shape):
        best, place = -math.inf, None
        for row in range(stride * i, stride * i + size):
            for column in range(stride * j, stride * j + size):
                if values[c][row][column] > best:
                    best, place = values[c][row][column], (c, row, column)
        y[c, i, j] = best
        dx[place] = dx[place] + push[c][i][j]
    return y, dx
