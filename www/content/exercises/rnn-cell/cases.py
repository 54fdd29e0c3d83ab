import math

import numpy as np
from warmstart import case


def wave(phase, *shape):
    """Numbers between -1 and 1 that repeat nowhere, the same on every machine."""
    count = math.prod(shape)
    values = [math.sin(phase + 1.7 * i + 0.05 * i * i) for i in range(count)]
    return np.array(values).reshape(shape)


def cell(steps, inputs, hidden, phase=0.1, scale=1.0):
    """Arguments for a cell of these sizes."""
    return (
        wave(phase, steps, inputs),
        wave(phase + 1, hidden),
        scale * wave(phase + 2, hidden, inputs),
        scale * wave(phase + 3, hidden, hidden),
        0.5 * wave(phase + 4, hidden),
        wave(phase + 5, hidden),
    )


def tiny(steps, h0, w_hidden, dlast):
    """One input that is 0, one hidden unit."""
    zero = np.zeros((1, 1))
    return (
        np.zeros((steps, 1)),
        np.array([h0]),
        zero,
        np.array([[w_hidden]]),
        np.zeros(1),
        np.array([dlast]),
    )


CASES = [
    case("one step by hand", *tiny(1, 2.0, 0.0, 3.0)),
    case("two steps by hand", *tiny(2, 0.0, 0.5, 1.0)),
    case("three steps", *cell(3, 2, 3)),
    case("six steps, four units", *cell(6, 3, 4, 0.7)),
    case("one step with everything", *cell(1, 2, 3, 0.4), hidden=True),
    case("more inputs than units", *cell(3, 5, 2, 0.9), hidden=True),
    case("a lopsided recurrent matrix", *cell(4, 1, 2, 1.3), hidden=True),
    case("saturated units", *cell(4, 2, 3, 0.2, 6.0), hidden=True),
    case("no error to send back", *cell(3, 2, 2, 0.3)[:-1], np.zeros(2), hidden=True),
    case("the state fades", *tiny(12, 0.9, 0.3, 1.0), hidden=True),
    case("the state grows at first", *tiny(5, 0.01, 2.0, 1.0), hidden=True),
    case("twelve steps", *cell(12, 2, 3, 2.1, 0.5), hidden=True),
]

GENERATED = 8


def generate(rng):
    steps, inputs, hidden = rng.randint(1, 5), rng.randint(1, 3), rng.randint(1, 3)
    shapes = ((steps, inputs), (hidden,), (hidden, inputs), (hidden, hidden), (hidden,), (hidden,))
    return tuple(
        np.array([rng.gauss(0, 0.8) for _ in range(math.prod(shape))]).reshape(shape)
        for shape in shapes
    )


def oracle(x, h0, w_input, w_hidden, bias, dlast):
    """States in plain numbers; every derivative a five-point difference of the loss."""
    given = [array.tolist() for array in (x, h0, w_input, w_hidden, bias)]
    push = dlast.tolist()

    def loss(numbers):
        return math.fsum(p * h for p, h in zip(push, _states(*numbers)[-1]))

    slopes = [_slopes(loss, given, which) for which in (2, 3, 4, 1)]
    return (np.array(_states(*given)), *(np.array(slope) for slope in slopes))


def _states(x, h0, w_input, w_hidden, bias):
    states, state = [], h0
    for observed in x:
        sums = [
            math.fsum(
                [b, *(w * v for w, v in zip(wx, observed)), *(w * h for w, h in zip(wh, state))]
            )
            for wx, wh, b in zip(w_input, w_hidden, bias)
        ]
        state = [math.tanh(total) for total in sums]
        states.append(state)
    return states


def _slopes(loss, given, which):
    part = given[which]
    rows = part if isinstance(part[0], list) else [part]
    slopes = [[_slope(loss, given, row, j) for j in range(len(row))] for row in rows]
    return slopes if rows is part else slopes[0]


def _slope(loss, given, row, j, step=1e-3):
    """The derivative by `row[j]`, a number inside `given`, which is moved and put back."""
    kept, total = row[j], 0.0
    for offset, weight in ((-2, 1), (-1, -8), (1, 8), (2, -1)):
        row[j] = kept + offset * step
        total += weight * loss(given)
    row[j] = kept
    return total / (12 * step)
